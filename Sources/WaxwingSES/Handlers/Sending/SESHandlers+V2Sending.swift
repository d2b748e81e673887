import JSONText
import MailMessage
import MailTypes
import SESModel
import WaxwingCore

extension SESHandlers {
    func registerV2Sending(on router: inout SESRouter) {
        router.serve(SESv2.SendEmail.self) { try await send($0, $1) }
        router.serve(SESv2.SendBulkEmail.self) { try await sendBulk($0, $1) }
    }

    private func send(
        _ request: SESv2.SendEmailRequest, _ context: SESContext
    ) async throws -> SESv2.SendEmailResponse {
        let content = request.content
        let options = try options(of: request, context)
        let sendContext = try await sendContext(context, .apiV2, endpointID: request.endpointId)
        let receipt: SendReceipt
        switch (content.simple, content.raw, content.template) {
        case (let simple?, nil, nil):
            receipt = try await sending.send(composed(request, simple, options), by: sendContext)
        case (nil, let raw?, nil):
            receipt = try await sending.send(self.raw(request, raw, options), by: sendContext)
        case (nil, nil, let template?):
            receipt = try await sending.send(
                templated(request, template, options), by: sendContext)
        default:
            throw ServiceError.invalidParameter(
                "Content must have exactly one of Simple, Raw and Template.")
        }
        return SESv2.SendEmailResponse(messageId: receipt.messageID)
    }

    private func options(
        of request: SESv2.SendEmailRequest, _ context: SESContext
    ) throws -> SendOptions {
        var options = SendOptions()
        options.configurationSet = request.configurationSetName
        options.tags = (request.emailTags ?? []).map(MessageTag.init)
        options.feedbackAddress = request.feedbackForwardingEmailAddress
        options.arns.source = request.fromEmailAddressIdentityArn
        options.arns.returnPath = request.feedbackForwardingEmailAddressIdentityArn
        options.tenant = request.tenantName
        options.tracking = TrackingOverrides(request.configurationOverrides)
        options.listManagement = request.listManagementOptions.map {
            SendOptions.ListManagement(contactList: $0.contactListName, topic: $0.topicName)
        }
        try context.addHeaders(to: &options, operation: "SendEmail", input: request.document)
        return options
    }

    private func composed(
        _ request: SESv2.SendEmailRequest, _ message: SESv2.Message, _ options: SendOptions
    ) throws -> ComposedSend {
        // SES answers a missing sender with an error that has no text.
        guard let source = request.fromEmailAddress else {
            throw SESError(.invalidParameterValue, nil)
        }
        var content = SendContent(subject: message.subject.data)
        content.text = message.body.text?.text
        content.html = message.body.html?.text
        content.headers = (message.headers ?? []).map { ($0.name, $0.value) }
        content.attachments = (message.attachments ?? []).map(\.composed)
        var send = ComposedSend(
            source: source, destination: SendDestination(request.destination), content: content)
        send.replyTo = request.replyToAddresses ?? []
        send.options = options
        return send
    }

    private func raw(
        _ request: SESv2.SendEmailRequest, _ message: SESv2.RawMessage, _ options: SendOptions
    ) -> RawSend {
        var send = RawSend(content: message.data.bytes)
        send.source = request.fromEmailAddress
        let recipients = SendDestination(request.destination).all
        send.destinations = recipients.isEmpty ? nil : recipients
        send.options = options
        return send
    }

    private func templated(
        _ request: SESv2.SendEmailRequest, _ template: SESv2.Template, _ options: SendOptions
    ) throws -> TemplatedSend {
        guard let source = request.fromEmailAddress else {
            throw ServiceError.invalidParameter("Source cannot be empty")
        }
        var send = TemplatedSend(
            source: source, destination: SendDestination(request.destination),
            template: try TemplateReference(template), data: template.templateData ?? "{}")
        send.replyTo = request.replyToAddresses ?? []
        send.headers = (template.headers ?? []).map { ($0.name, $0.value) }
        send.attachments = (template.attachments ?? []).map(\.composed)
        send.options = options
        send.options.arns.template = template.templateArn
        return send
    }

    // MARK: Bulk

    private func sendBulk(
        _ request: SESv2.SendBulkEmailRequest, _ context: SESContext
    ) async throws -> SESv2.SendBulkEmailResponse {
        guard let source = request.fromEmailAddress else {
            throw ServiceError.invalidParameter("Source cannot be empty")
        }
        guard let template = request.defaultContent.template else {
            throw ServiceError.invalidParameter("DefaultContent must have a Template.")
        }
        let entries = request.bulkEmailEntries.map { given in
            var entry = BulkSend.Entry(destination: SendDestination(given.destination))
            entry.tags = (given.replacementTags ?? []).map(MessageTag.init)
            entry.data =
                given.replacementEmailContent?.replacementTemplate?.replacementTemplateData
            entry.headers = (given.replacementHeaders ?? []).map { ($0.name, $0.value) }
            return entry
        }
        var send = BulkSend(
            source: source, template: try TemplateReference(template), entries: entries)
        send.replyTo = request.replyToAddresses ?? []
        send.defaultData = template.templateData
        send.headers = (template.headers ?? []).map { ($0.name, $0.value) }
        send.attachments = (template.attachments ?? []).map(\.composed)
        send.options.configurationSet = request.configurationSetName
        send.options.tags = (request.defaultEmailTags ?? []).map(MessageTag.init)
        send.options.feedbackAddress = request.feedbackForwardingEmailAddress
        send.options.arns.source = request.fromEmailAddressIdentityArn
        send.options.arns.returnPath = request.feedbackForwardingEmailAddressIdentityArn
        send.options.arns.template = template.templateArn
        send.options.tenant = request.tenantName
        send.options.tracking = TrackingOverrides(request.configurationOverrides)
        try context.addHeaders(
            to: &send.options, operation: "SendBulkEmail", input: request.document)
        let sendContext = try await sendContext(context, .apiV2, endpointID: request.endpointId)
        let receipt = try await sending.send(send, by: sendContext)
        return SESv2.SendBulkEmailResponse(bulkEmailEntryResults: receipt.results.map(\.v2))
    }
}
