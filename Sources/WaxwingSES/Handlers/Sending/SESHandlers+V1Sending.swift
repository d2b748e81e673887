import JSONText
import MailMessage
import MailTypes
import SESModel
import WaxwingCore

extension SESHandlers {
    func registerV1Sending(on router: inout SESRouter) {
        router.serve(SESv1.SendEmail.self) { try await send($0, $1) }
        router.serve(SESv1.SendRawEmail.self) { try await sendRaw($0, $1) }
        router.serve(SESv1.SendTemplatedEmail.self) { try await sendTemplated($0, $1) }
        router.serve(SESv1.SendBulkTemplatedEmail.self) { try await sendBulk($0, $1) }
    }

    private func send(
        _ request: SESv1.SendEmailRequest, _ context: SESContext
    ) async throws -> SESv1.SendEmailResponse {
        var content = SendContent(subject: request.message.subject.data)
        content.text = request.message.body.text?.text
        content.html = request.message.body.html?.text
        var send = ComposedSend(
            source: request.source, destination: SendDestination(request.destination),
            content: content)
        send.replyTo = request.replyToAddresses ?? []
        send.options.configurationSet = request.configurationSetName
        send.options.tags = (request.tags ?? []).map(MessageTag.init)
        send.options.feedbackAddress = request.returnPath
        send.options.arns.source = request.sourceArn
        send.options.arns.returnPath = request.returnPathArn
        try context.addHeaders(to: &send.options, operation: "SendEmail", input: request.document)
        let receipt = try await sending.send(send, by: context.sendContext(.apiV1))
        return SESv1.SendEmailResponse(messageId: receipt.messageID)
    }

    private func sendRaw(
        _ request: SESv1.SendRawEmailRequest, _ context: SESContext
    ) async throws -> SESv1.SendRawEmailResponse {
        var send = RawSend(content: request.rawMessage.data.bytes)
        send.source = request.source
        send.destinations = request.destinations.flatMap { $0.isEmpty ? nil : $0 }
        send.options.configurationSet = request.configurationSetName
        send.options.tags = (request.tags ?? []).map(MessageTag.init)
        send.options.arns.source = request.sourceArn
        send.options.arns.from = request.fromArn
        send.options.arns.returnPath = request.returnPathArn
        try context.addHeaders(
            to: &send.options, operation: "SendRawEmail", input: request.document)
        let receipt = try await sending.send(send, by: context.sendContext(.apiV1))
        return SESv1.SendRawEmailResponse(messageId: receipt.messageID)
    }

    private func sendTemplated(
        _ request: SESv1.SendTemplatedEmailRequest, _ context: SESContext
    ) async throws -> SESv1.SendTemplatedEmailResponse {
        var send = TemplatedSend(
            source: request.source, destination: SendDestination(request.destination),
            template: .named(request.template), data: request.templateData)
        send.replyTo = request.replyToAddresses ?? []
        send.options.configurationSet = request.configurationSetName
        send.options.tags = (request.tags ?? []).map(MessageTag.init)
        send.options.feedbackAddress = request.returnPath
        send.options.arns.source = request.sourceArn
        send.options.arns.returnPath = request.returnPathArn
        send.options.arns.template = request.templateArn
        try context.addHeaders(
            to: &send.options, operation: "SendTemplatedEmail", input: request.document)
        let receipt = try await sending.send(send, by: context.sendContext(.apiV1))
        return SESv1.SendTemplatedEmailResponse(messageId: receipt.messageID)
    }

    private func sendBulk(
        _ request: SESv1.SendBulkTemplatedEmailRequest, _ context: SESContext
    ) async throws -> SESv1.SendBulkTemplatedEmailResponse {
        let entries = request.destinations.map { destination in
            var entry = BulkSend.Entry(destination: SendDestination(destination.destination))
            entry.tags = (destination.replacementTags ?? []).map(MessageTag.init)
            entry.data = destination.replacementTemplateData
            return entry
        }
        var send = BulkSend(
            source: request.source, template: .named(request.template), entries: entries)
        send.replyTo = request.replyToAddresses ?? []
        send.defaultData = request.defaultTemplateData
        send.options.configurationSet = request.configurationSetName
        send.options.tags = (request.defaultTags ?? []).map(MessageTag.init)
        send.options.feedbackAddress = request.returnPath
        send.options.arns.source = request.sourceArn
        send.options.arns.returnPath = request.returnPathArn
        send.options.arns.template = request.templateArn
        try context.addHeaders(
            to: &send.options, operation: "SendBulkTemplatedEmail", input: request.document)
        let receipt = try await sending.send(send, by: context.sendContext(.apiV1))
        return SESv1.SendBulkTemplatedEmailResponse(status: receipt.results.map(\.v1))
    }
}

extension BulkResult {
    fileprivate var v1: SESv1.BulkEmailDestinationStatus {
        switch self {
        case .accepted(let messageID):
            SESv1.BulkEmailDestinationStatus(status: .success, messageId: messageID)
        case .failed(let status, let text):
            SESv1.BulkEmailDestinationStatus(status: status.v1, error: text)
        }
    }
}

extension BulkResult.Status {
    fileprivate var v1: SESv1.BulkEmailStatus {
        switch self {
        case .messageRejected: .messageRejected
        case .mailFromDomainNotVerified: .mailFromDomainNotVerified
        case .accountSuspended: .accountSuspended
        case .configurationSetNotFound: .configurationSetDoesNotExist
        case .templateNotFound: .templateDoesNotExist
        case .accountThrottled: .accountThrottled
        case .accountDailyQuotaExceeded: .accountDailyQuotaExceeded
        case .accountSendingPaused: .accountSendingPaused
        case .configurationSetSendingPaused: .configurationSetSendingPaused
        case .invalidParameter: .invalidParameterValue
        case .transientFailure: .transientFailure
        case .failed: .failed
        }
    }
}

extension SESv1.Content {
    fileprivate var text: ComposedMessage.Text {
        ComposedMessage.Text(data, charset: charset.map { Charset(label: $0) } ?? .utf8)
    }
}

extension SendDestination {
    fileprivate init(_ destination: SESv1.Destination) {
        self.init(
            to: destination.toAddresses ?? [], cc: destination.ccAddresses ?? [],
            bcc: destination.bccAddresses ?? [])
    }
}

extension MessageTag {
    fileprivate init(_ tag: SESv1.MessageTag) { self.init(name: tag.name, value: tag.value) }
}
