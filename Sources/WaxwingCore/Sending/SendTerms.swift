import MailMessage
import MailTypes

/// What the account, the configuration set and the sender's identities say of a send: the same for
/// every message of a request.
struct SendTerms: Sendable {
    let settings: AccountSettings
    let configurationSet: ConfigurationSet?
    let profile: SenderProfile
    let identityARN: String
    /// Behind the `@` of the return path.
    let bounceDomain: DomainName
    let suppression: SuppressionList
    /// The pool that the configuration set names, as long as there is one of that name.
    let poolName: String?
    /// What the sender hears of by other means than mail.
    let withheldFeedback: FeedbackKinds
}

extension SendingService {
    /// The configuration set that a caller names.
    func configurationSet(
        named name: String?, in scope: Scope
    ) async throws -> ConfigurationSet? {
        guard let name else { return nil }
        guard let set = try await resources.recent(ConfigurationSet.self, name, in: scope) else {
            throw ServiceError.configurationSetDoesNotExist(Self.missingText(name))
        }
        return set
    }

    /// Finds out whether the sender may send at all, and how.
    func terms(
        for sender: Draft.Sender, to recipients: [Address], operation: String,
        _ named: ConfigurationSet?, _ options: SendOptions, _ context: SendContext,
        templateName: String? = nil, checksSandbox: Bool = true
    ) async throws -> SendTerms {
        let settings =
            try await resources.recent(
                AccountSettings.self, AccountSettings().name, in: context.scope)
            ?? AccountSettings()
        guard settings.enforcement != .suspended else {
            throw ServiceError.accountSuspended("Sending suspended for this account.")
        }
        guard settings.sendingEnabled else {
            throw ServiceError.refused(
                code: "AccountSendingPausedException", "Sending paused for this account.")
        }
        let owner = try options.arns.owner(for: context.scope)
        let profile = try await profile(
            of: sender, to: checksSandbox && settings.isInSandbox ? recipients : [], owner: owner,
            options.arns, context.scope)
        // A delegate sends with configuration sets of its own, never with the owner's.
        let standard = owner == context.scope ? profile.configurationSet : nil
        let set = try await usedSet(named, else: standard, context.scope)
        if let set, !set.sendingEnabled {
            throw ServiceError.refused(
                code: "ConfigurationSetSendingPausedException",
                "Sending paused for configuration set <\(set.name)>.")
        }
        let authorization = SendAuthorization(
            context: context, operation: operation, owner: owner, identity: profile.identity.name,
            senders: sender.named, feedback: sender.feedback, returnPaths: sender.returnPaths,
            recipients: recipients.map(\.mailbox), arns: options.arns,
            configurationSet: set?.name, templateName: templateName)
        try await authorizer.authorize(authorization)
        let scope = context.scope
        let used = [
            set.map { scope.arn("configuration-set", $0.name) },
            templateName.map { scope.arn("template", $0) },
        ]
        let tenant = try await tenant(
            named: options.tenant,
            sendingWith: [authorization.identityARN] + used.compactMap(\.self), in: scope)
        return SendTerms(
            settings: settings, configurationSet: set, profile: profile,
            identityARN: authorization.identityARN,
            bounceDomain: try bounceDomain(for: profile, in: context.scope.region),
            suppression: SuppressionList(settings, set, tenant),
            poolName: try await resources.sendingPool(of: set, in: scope),
            withheldFeedback: try await withheldFeedback(profile, set, scope))
    }

    /// An identity's default set that was deleted fails every send: it is not passed over.
    private func usedSet(
        _ named: ConfigurationSet?, else standard: String?, _ scope: Scope
    ) async throws -> ConfigurationSet? {
        if let named { return named }
        guard let name = standard else { return nil }
        guard let set = try await resources.recent(ConfigurationSet.self, name, in: scope) else {
            throw ServiceError.invalidParameter(Self.missingText(name))
        }
        return set
    }

    private static func missingText(_ name: String) -> String {
        "Configuration set <\(name)> does not exist."
    }

    /// Every address that a recipient takes for the sender has to be verified; the author's
    /// identity signs.
    private func profile(
        of sender: Draft.Sender, to recipients: [Address], owner: Scope, _ arns: SendingARNs,
        _ scope: Scope
    ) async throws -> SenderProfile {
        var failed: [String] = []
        var found: SenderProfile?
        for address in sender.addresses {
            let profile = try await profile(of: address.mailbox, in: owner)
            if profile == nil, !failed.contains(address.text) { failed.append(address.text) }
            if address.mailbox == sender.author?.mailbox { found = found ?? profile }
        }
        let returnPathOwner = try arns.returnPathOwner(for: owner, in: scope.region)
        for returnPath in sender.returnPaths
        where try await profile(of: returnPath, in: returnPathOwner) == nil {
            let text = returnPath.formatted
            if !failed.contains(text) { failed.append(text) }
        }
        for recipient in try await unverified(recipients, in: scope)
        where !failed.contains(recipient) { failed.append(recipient) }
        guard failed.isEmpty, let found else {
            throw ServiceError.messageRejected(Self.notVerifiedText(failed, in: scope.region))
        }
        return found
    }

    /// In the sandbox recipients have to be verified too, but for the simulator's.
    func checkSandbox(
        _ recipients: [Address], _ settings: AccountSettings, _ scope: Scope
    ) async throws {
        guard settings.isInSandbox else { return }
        let failed = try await unverified(recipients, in: scope)
        guard failed.isEmpty else {
            throw ServiceError.messageRejected(Self.notVerifiedText(failed, in: scope.region))
        }
    }

    private func unverified(_ recipients: [Address], in scope: Scope) async throws -> [String] {
        var failed: [String] = []
        for recipient in recipients where !isSimulator(recipient) {
            if try await profile(of: recipient.mailbox, in: scope) == nil {
                failed.append(recipient.text)
            }
        }
        return failed
    }

    private func profile(of mailbox: Mailbox, in scope: Scope) async throws -> SenderProfile? {
        SenderProfile(identities: try await directory.identities(covering: mailbox, in: scope))
    }

    /// Longest list of identities in a refusal.
    private static let listLimit = 1000

    public static func notVerifiedText(_ identities: [String], in region: Region) -> String {
        var list = identities.joined(separator: ", ")
        if list.count > listLimit { list = list.prefix(listLimit) + "..." }
        return "Email address is not verified. The following identities failed the check in region "
            + "\(region.description.uppercased()): \(list)"
    }

    private func bounceDomain(
        for profile: SenderProfile, in region: Region
    ) throws(ServiceError) -> DomainName {
        let standard = provider.bounceDomain(in: region)
        guard let mailFrom = profile.mailFrom, let domain = mailFrom.domain else { return standard }
        if mailFrom.status == .success { return domain }
        guard mailFrom.onMXFailure == .useDefaultValue else {
            throw .mailFromDomainNotVerified(
                "MAIL FROM domain not verified: DNS setup for MAIL FROM domain is invalid.")
        }
        return standard
    }

    /// The tenant that the message is sent for, and that may send with all of this.
    private func tenant(
        named name: String?, sendingWith arns: [String], in scope: Scope
    ) async throws -> Tenant? {
        guard let name else { return nil }
        return try await resources.look(in: scope) {
            try $0.tenant(named: name, sendingWith: arns, in: scope)
        }
    }
}
