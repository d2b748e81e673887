import MailMessage
import SESModel
import WaxwingCore

// What v2's requests say, in the words of the service.

extension TemplateReference {
    init(_ template: SESv2.Template) throws(ServiceError) {
        switch (template.templateName, template.templateArn, template.templateContent) {
        case (nil, nil, let content?):
            self = .content(subject: content.subject, text: content.text, html: content.html)
        case (let name?, _, nil): self = .named(name)
        case (nil, let arn?, nil): self = .arn(arn)
        default:
            throw .invalidParameter(
                "Template must have exactly one of TemplateName, TemplateArn and TemplateContent.")
        }
    }
}

extension SendDestination {
    init(_ destination: SESv2.Destination?) {
        self.init(
            to: destination?.toAddresses ?? [], cc: destination?.ccAddresses ?? [],
            bcc: destination?.bccAddresses ?? [])
    }
}

extension MessageTag {
    init(_ tag: SESv2.MessageTag) { self.init(name: tag.name, value: tag.value) }
}

extension TrackingOverrides {
    init(_ overrides: SESv2.ConfigurationOverrides?) {
        self.init(
            opens: overrides?.tracking?.openTrackingEnabled.map { $0 == .enabled },
            clicks: overrides?.tracking?.clickTrackingEnabled.map { $0 == .enabled })
    }
}

extension SESv2.Content {
    var text: ComposedMessage.Text {
        ComposedMessage.Text(data, charset: charset.map { Charset(label: $0) } ?? .utf8)
    }
}

extension SESv2.Attachment {
    var composed: ComposedMessage.Attachment {
        let encoding: TransferEncoding =
            switch contentTransferEncoding {
            case .quotedPrintable: .quotedPrintable
            case .sevenBit: .sevenBit
            case .base64, nil: .base64
            }
        return ComposedMessage.Attachment(
            filename: fileName, contentType: contentType ?? "application/octet-stream",
            disposition: contentDisposition == .inline ? .inline : .attachment,
            contentID: contentId, description: contentDescription, transferEncoding: encoding,
            bytes: rawContent.bytes)
    }
}

extension BulkResult {
    var v2: SESv2.BulkEmailEntryResult {
        switch self {
        case .accepted(let messageID):
            SESv2.BulkEmailEntryResult(status: .success, messageId: messageID)
        case .failed(let status, let text):
            SESv2.BulkEmailEntryResult(status: status.v2, error: text)
        }
    }
}

extension BulkResult.Status {
    fileprivate var v2: SESv2.BulkEmailStatus {
        switch self {
        case .messageRejected: .messageRejected
        case .mailFromDomainNotVerified: .mailFromDomainNotVerified
        case .accountSuspended: .accountSuspended
        case .configurationSetNotFound: .configurationSetNotFound
        case .templateNotFound: .templateNotFound
        case .accountThrottled: .accountThrottled
        case .accountDailyQuotaExceeded: .accountDailyQuotaExceeded
        case .accountSendingPaused: .accountSendingPaused
        case .configurationSetSendingPaused: .configurationSetSendingPaused
        case .invalidParameter: .invalidParameter
        case .transientFailure: .transientFailure
        case .failed: .failed
        }
    }
}
