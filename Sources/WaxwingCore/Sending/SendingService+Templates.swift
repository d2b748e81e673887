import JSONText
import MailMessage
import MailTypes

extension SendingService {
    /// Makes a message from a template and sends it.
    ///
    /// As with SES, values that the template lacks do not refuse the call: the message gets an
    /// identifier, and its failure is told of later. A configuration set can ask for the refusal.
    public func send(
        _ request: TemplatedSend, by context: SendContext
    ) async throws -> SendReceipt {
        try await once(request.options, context) {
            let addresses = try ComposedAddresses(
                source: request.source, destination: request.destination,
                returnPath: request.options.feedbackAddress, replyTo: request.replyTo)
            let template = try await template(request.template, in: context.scope)
            let data = try TemplateData.object(request.data)
            let isStrict = try await reportsRenderingErrors(
                request.options, from: addresses.source, in: context.scope)
            let frame = TemplatedFrame(
                template: template, operation: "SendTemplatedEmail", source: request.source,
                attachments: request.attachments, isStrict: isStrict)
            let draft = try draft(
                frame, addresses, data: data, headers: request.headers,
                tags: request.options.tags)
            return try await send(draft, request.options, context)
        }
    }

    // MARK: Templates

    /// A template that a request names or brings, ready to be rendered.
    func template(
        _ reference: TemplateReference, in scope: Scope
    ) async throws -> CompiledTemplate {
        switch reference {
        case .named(let name):
            return try await storedTemplate(name, in: scope)
        case .arn(let arn):
            let prefix = scope.arn("template", "")
            guard arn.hasPrefix(prefix) else {
                throw ServiceError.refused(
                    code: "TemplateDoesNotExist", "Template \(arn) does not exist.")
            }
            return try await storedTemplate(String(arn.dropFirst(prefix.count)), in: scope)
        case .content(let subject, let text, let html):
            return try CompiledTemplate(name: nil, subject: subject, text: text, html: html)
        }
    }

    private func storedTemplate(
        _ name: String, in scope: Scope
    ) async throws -> CompiledTemplate {
        guard let template = try await resources.recent(EmailTemplate.self, name, in: scope) else {
            throw ServiceError.refused(
                code: "TemplateDoesNotExist", "Template \(name) does not exist.")
        }
        return try templates.compiled(template, in: scope)
    }

    /// Whether the configuration set wants rendering errors to refuse the call. A set that does
    /// not exist is told of in its place among the checks.
    func reportsRenderingErrors(
        _ options: SendOptions, from source: Address, in scope: Scope
    ) async throws -> Bool {
        var name = options.configurationSet
        if name == nil {
            let identities = try await directory.identities(covering: source.mailbox, in: scope)
            name = SenderProfile(identities: identities)?.configurationSet
        }
        guard let name else { return false }
        return try await resources.recent(ConfigurationSet.self, name, in: scope)?
            .reportsRenderingErrorsAtOnce ?? false
    }

    // MARK: Drafts

    /// - Throws: ``ServiceError``; a template that lacks values gives a draft that fails later,
    ///   unless the frame is strict.
    func draft(
        _ frame: TemplatedFrame, _ addresses: ComposedAddresses, data: Document,
        headers: [(name: String, value: String)], tags: [MessageTag]
    ) throws -> Draft {
        let content: SendContent
        do throws(RenderingFailure) {
            content = try frame.template.rendered(with: data)
        } catch {
            guard !frame.isStrict else { throw error.serviceError }
            return Draft(
                operation: frame.operation,
                message: Message(headerSection: HeaderSection(), body: []), sizeInBytes: 0,
                sender: addresses.sender(source: frame.source),
                recipients: addresses.recipients, holdsTestVirus: false, tags: tags,
                templateName: frame.template.name, renderingError: error.text)
        }
        var whole = content
        whole.headers = headers
        whole.attachments = frame.attachments
        var draft = try draft(
            whole, addresses, operation: frame.operation, source: frame.source, tags: tags)
        draft.templateName = frame.template.name
        return draft
    }
}

/// What all messages made from a template have in common.
struct TemplatedFrame: Sendable {
    let template: CompiledTemplate
    let operation: String
    let source: String
    let attachments: [ComposedMessage.Attachment]
    let isStrict: Bool
}

/// The values of a template's places.
enum TemplateData {
    /// Reads a JSON object.
    static func object(_ text: String) throws(ServiceError) -> Document {
        let document: Document?
        do throws(SyntaxError) {
            document = try JSON.parse(Array(text.utf8))
        } catch {
            document = nil
        }
        guard let document, case .object = document else {
            throw .refused(
                code: "InvalidRenderingParameter",
                "The template data must be a JSON object.")
        }
        return document
    }

    /// Lays one object over another: objects within it member by member, all else whole.
    static func merged(_ base: Document, with changes: Document) -> Document {
        guard case .object(var fields) = base, case .object(let changes) = changes else {
            return changes
        }
        var places: [String: Int] = [:]
        for (index, field) in fields.enumerated() { places[field.name] = index }
        for change in changes {
            if let index = places[change.name] {
                fields[index].value = merged(fields[index].value, with: change.value)
            } else {
                places[change.name] = fields.count
                fields.append(change)
            }
        }
        return .object(fields)
    }
}
