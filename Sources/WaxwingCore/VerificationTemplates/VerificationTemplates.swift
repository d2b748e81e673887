import MailMessage
public import MailTypes

/// An account's own verification mail: the templates, and sending them.
public struct VerificationTemplates: Sendable {
    private let resources: any ResourceStore
    private let identities: IdentityService
    private let sending: SendingService

    public init(
        resources: any ResourceStore, identities: IdentityService, sending: SendingService
    ) {
        self.resources = resources
        self.identities = identities
        self.sending = sending
    }

    public func template(
        named name: String, in scope: Scope
    ) async throws -> VerificationTemplate {
        guard let template = try await resources.find(VerificationTemplate.self, name, in: scope)
        else { throw VerificationTemplate.unknown(name) }
        return template
    }

    public func create(_ template: VerificationTemplate, in scope: Scope) async throws {
        try await check(template, in: scope)
        try await resources.change(in: scope) { transaction in
            guard try transaction.find(VerificationTemplate.self, template.name) == nil else {
                throw ServiceError.refused(
                    code: "CustomVerificationEmailTemplateAlreadyExists",
                    "Custom verification email template <\(template.name)> already exists")
            }
            guard
                try transaction.count(VerificationTemplate.self) < VerificationTemplate.countLimit
            else {
                throw ServiceError.limitExceeded(
                    "The number of custom verification email templates is limited to "
                        + "\(VerificationTemplate.countLimit).")
            }
            _ = try transaction.insert(template)
        }
    }

    /// Changes a template; its name, its tags and the time of making stay.
    public func update(
        _ name: String, in scope: Scope,
        _ change: @escaping @Sendable (inout VerificationTemplate) -> Void
    ) async throws {
        var changed = try await template(named: name, in: scope)
        change(&changed)
        try await check(changed, in: scope)
        let updated = try await resources.update(VerificationTemplate.self, name, in: scope) {
            change(&$0)
            try $0.check()
        }
        guard updated != nil else { throw VerificationTemplate.unknown(name) }
    }

    private func check(_ template: VerificationTemplate, in scope: Scope) async throws {
        guard try await isVerified(template.sender, in: scope) else {
            throw ServiceError.refused(
                code: "FromEmailAddressNotVerified",
                "The from email address <\(template.sender)> is not verified")
        }
        try template.check()
    }

    private func isVerified(_ sender: String, in scope: Scope) async throws -> Bool {
        guard let address = try? Address(strict: sender) else { return false }
        return try await identities.isVerified(address.mailbox, in: scope)
    }

    /// Makes `mailbox` an identity that waits to be verified, and mails it the template with the
    /// link.
    public func send(
        _ name: String, to mailbox: Mailbox, configurationSet: String?, by context: SendContext
    ) async throws -> SendReceipt {
        let scope = context.scope
        guard let template = try await resources.find(VerificationTemplate.self, name, in: scope)
        else {
            throw ServiceError.refused(
                code: "CustomVerificationEmailTemplateDoesNotExist",
                "Template <\(name)> does not exist")
        }
        guard try await !resources.settings(in: scope).isInSandbox else {
            throw ServiceError.refused(
                code: "ProductionAccessNotGranted",
                "Custom verification email needs production access: the account is in the sandbox.")
        }
        guard try await isVerified(template.sender, in: scope) else {
            throw ServiceError.refused(
                code: "FromEmailAddressNotVerified",
                SendingService.notVerifiedText([template.sender], in: scope.region))
        }
        var message = ComposedSend(
            source: template.sender, destination: .init(to: [mailbox.formatted]),
            content: SendContent(subject: template.subject))
        message.options.configurationSet = configurationSet
        // Before there is an identity that waits for mail which is not sent.
        try await sending.check(message, by: context)
        let link = try await identities.startVerification(
            of: mailbox, redirects: template.redirects, in: scope)
        message.content.html = .init(template.body(with: link))
        return try await sending.send(message, by: context)
    }
}
