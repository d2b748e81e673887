import MailMessage
import MailTypes
import SESModel
import WaxwingCore

extension SESHandlers {
    func registerSending(on router: inout SESRouter) {
        router.serve(SESv1.SendEmail.self) { try await send($0, $1) }
        router.serve(SESv1.SendRawEmail.self) { try await sendRaw($0, $1) }
        router.serve(SESv2.SendEmail.self) { try await send($0, $1) }
    }

    // MARK: v1

    private func send(
        _ request: SESv1.SendEmailRequest, _ context: SESContext
    ) async throws -> SESv1.SendEmailResponse {
        var send = ComposedSend(
            source: request.source,
            destination: .init(
                to: request.destination.toAddresses ?? [],
                cc: request.destination.ccAddresses ?? [],
                bcc: request.destination.bccAddresses ?? []),
            subject: request.message.subject.data)
        send.replyTo = request.replyToAddresses ?? []
        send.feedbackAddress = request.returnPath
        send.text = request.message.body.text?.data
        send.html = request.message.body.html?.data
        send.configurationSet = request.configurationSetName
        let receipt = try await sending.send(send, by: context.sendContext(.apiV1))
        return SESv1.SendEmailResponse(messageId: receipt.messageID)
    }

    private func sendRaw(
        _ request: SESv1.SendRawEmailRequest, _ context: SESContext
    ) async throws -> SESv1.SendRawEmailResponse {
        var send = RawSend(content: request.rawMessage.data.bytes)
        send.source = request.source
        send.destinations = request.destinations.flatMap { $0.isEmpty ? nil : $0 }
        send.configurationSet = request.configurationSetName
        let receipt = try await sending.send(send, by: context.sendContext(.apiV1))
        return SESv1.SendRawEmailResponse(messageId: receipt.messageID)
    }

    // MARK: v2

    private func send(
        _ request: SESv2.SendEmailRequest, _ context: SESContext
    ) async throws -> SESv2.SendEmailResponse {
        let content = request.content
        let receipt: SendReceipt
        switch (content.simple, content.raw, content.template) {
        case (let simple?, nil, nil):
            receipt = try await sending.send(
                composed(request, simple), by: context.sendContext(.apiV2))
        case (nil, let raw?, nil):
            receipt = try await sending.send(
                self.raw(request, raw), by: context.sendContext(.apiV2))
        case (nil, nil, _?):
            throw ServiceError.invalidParameter(
                "Waxwing does not implement templates yet: send Simple or Raw content.")
        default:
            throw ServiceError.invalidParameter(
                "Content must have exactly one of Simple, Raw and Template.")
        }
        return SESv2.SendEmailResponse(messageId: receipt.messageID)
    }

    private func composed(
        _ request: SESv2.SendEmailRequest, _ message: SESv2.Message
    ) throws -> ComposedSend {
        // SES answers a missing sender with an error that has no text.
        guard let source = request.fromEmailAddress else {
            throw SESError(.invalidParameterValue, nil)
        }
        var send = ComposedSend(
            source: source, destination: request.destination.composed,
            subject: message.subject.data)
        send.replyTo = request.replyToAddresses ?? []
        send.feedbackAddress = request.feedbackForwardingEmailAddress
        send.text = message.body.text?.data
        send.html = message.body.html?.data
        send.headers = (message.headers ?? []).map { ($0.name, $0.value) }
        send.attachments = (message.attachments ?? []).map(\.composed)
        send.configurationSet = request.configurationSetName
        return send
    }

    private func raw(_ request: SESv2.SendEmailRequest, _ message: SESv2.RawMessage) -> RawSend {
        var send = RawSend(content: message.data.bytes)
        send.source = request.fromEmailAddress
        let destination = request.destination.composed
        let recipients = destination.to + destination.cc + destination.bcc
        send.destinations = recipients.isEmpty ? nil : recipients
        send.feedbackAddress = request.feedbackForwardingEmailAddress
        send.configurationSet = request.configurationSetName
        return send
    }
}

extension SESContext {
    func sendContext(_ door: SendContext.Door) throws(SESError) -> SendContext {
        SendContext(scope: try scope, door: door)
    }
}

extension SESv2.Destination? {
    fileprivate var composed: ComposedSend.Destination {
        ComposedSend.Destination(
            to: self?.toAddresses ?? [], cc: self?.ccAddresses ?? [],
            bcc: self?.bccAddresses ?? [])
    }
}

extension SESv2.Attachment {
    fileprivate var composed: ComposedMessage.Attachment {
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
