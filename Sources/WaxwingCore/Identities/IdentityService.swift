public import MailTypes

/// Everything an account can do with its identities; API v1 and v2 are two views of these calls.
public struct IdentityService: Sendable {
    /// Identities of one account and region at the most.
    public static let identityLimit = 10_000

    let store: any IdentityStore
    let directory: IdentityDirectory
    let publisher: any IdentityPublisher
    let keys: any DKIMKeySource
    let checker: IdentityChecker
    let mailer: any VerificationMailer
    let notices: OwnerNotices?
    let clock: any WallClock
    public let rotation: DKIMRotationSchedule
    let verifiesAtOnce: Bool
    /// Nil where mail leads nowhere.
    let mailLimit: SystemMailLimit?

    /// - Parameters:
    ///   - notices: tell the owner when records are found, lost or given up; nil tells nobody.
    ///   - verifiesAtOnce: looks for a new domain's records before its maker is answered; for
    ///     `dev`, where they are published in that moment and the next call already sends.
    public init(
        store: any IdentityStore, directory: IdentityDirectory,
        publisher: any IdentityPublisher, keys: any DKIMKeySource, checker: IdentityChecker,
        mailer: any VerificationMailer, notices: OwnerNotices? = nil, clock: any WallClock,
        rotation: DKIMRotationSchedule = DKIMRotationSchedule(), verifiesAtOnce: Bool = false,
        mailLimit: SystemMailLimit? = nil
    ) {
        self.store = store
        self.directory = directory
        self.publisher = publisher
        self.keys = keys
        self.checker = checker
        self.mailer = mailer
        self.notices = notices
        self.clock = clock
        self.rotation = rotation
        self.verifiesAtOnce = verifiesAtOnce
        self.mailLimit = mailLimit
    }

    // MARK: Making and finding

    /// What DKIM settings a new domain begins with.
    public enum DKIMChoice: Sendable {
        /// Three keys of the service's own.
        case easy(EasyDKIM.KeyLength)
        case external(selector: String, privateKey: String)
        /// The keys of the same domain in another region.
        case replica(of: Region)
        /// None yet: `VerifyDomainIdentity` proves ownership by the TXT record alone.
        case none
    }

    /// Makes an identity; an address is mailed a link, a domain is looked up in DNS from now on.
    /// - Returns: the identity, or nil when there is one of that name already.
    public func create(
        _ name: IdentityName, in scope: Scope, dkim choice: DKIMChoice, tags: [ResourceTag] = [],
        configurationSet: String? = nil
    ) async throws -> Identity? {
        if try await store.identity(named: name, in: scope) != nil { return nil }
        try Self.refuseReturnPath(name)
        let now = clock.now()
        if case .address(let mailbox) = name { try mailLimit?.take(mailbox, now: now) }
        var identity = Identity(
            name: name, createdAt: now, verificationToken: keys.verificationToken())
        identity.tags = tags
        identity.configurationSet = configurationSet
        if name.isDomain {
            identity.dkim = try await settings(for: choice, now: now)
        } else {
            identity.nextCheckAt = now + IdentityChecker.addressLifetime
        }
        guard try await store.insert(identity, in: scope) else { return nil }
        identity = try await store.resolved(identity, in: scope)
        await changed(identity, in: scope)
        if verifiesAtOnce { try await check(identity, in: scope) }
        if case .address(let mailbox) = name {
            try await mailer.sendVerification(
                to: mailbox, token: identity.verificationToken, in: scope)
        }
        return identity
    }

    /// A return path belongs to the service, though what is sent to it, a link too, comes back to
    /// the sender of the message.
    static func refuseReturnPath(_ name: IdentityName) throws(ServiceError) {
        guard case .address(let mailbox) = name,
            MessageIdentifiers.row(inReturnPath: mailbox.localPart) != nil
        else { return }
        throw .invalidParameter("A return path cannot be verified: <\(mailbox)>.")
    }

    private func settings(for choice: DKIMChoice, now: UnixTime) async throws -> DKIMSettings? {
        switch choice {
        case .none:
            return nil
        case .easy(let length):
            return DKIMSettings(origin: .easy(try await easyDKIM(length, now: now)))
        case .external(let selector, let privateKey):
            let key = try keys.keyPair(selector: selector, privateKey: privateKey)
            return DKIMSettings(origin: .external(ExternalDKIM(key: key)))
        case .replica(let region):
            return DKIMSettings(origin: .replica(ReplicaDKIM(primary: region)))
        }
    }

    private func easyDKIM(_ length: EasyDKIM.KeyLength, now: UnixTime) async throws -> EasyDKIM {
        EasyDKIM(
            keys: try await keys.easyDKIMKeys(length), keyLength: length, keysMadeAt: now)
    }

    public func identity(named name: IdentityName, in scope: Scope) async throws -> Identity? {
        try await store.resolvedIdentity(named: name, in: scope)
    }

    public func identities(
        in scope: Scope, after name: String?, limit: Int, kind: IdentityKind? = nil
    ) async throws -> [Identity] {
        try await store.identities(in: scope, after: name, limit: limit, kind: kind)
    }

    /// - Returns: whether there was one.
    /// - Throws: ``ServiceError/conflict(_:)`` while replicas in other regions sign with its keys.
    public func delete(_ name: IdentityName, in scope: Scope) async throws -> Bool {
        let replicas = try await replicas(of: name, in: scope)
        guard replicas.isEmpty else {
            let regions = replicas.map { "\($0.region)" }.sorted().joined(separator: ", ")
            throw ServiceError.conflict(
                "Identity <\(name)> is the primary of replicas in \(regions): delete those first.")
        }
        let removed = try await store.remove(name, in: scope)
        directory.forget(name, in: scope)
        if removed { await publisher.identityChanged(name, in: scope, to: nil) }
        return removed
    }

    public func removeAll() async throws {
        try await store.removeAllIdentities()
        directory.forgetAll()
        await publisher.allIdentitiesRemoved()
    }

    // MARK: Verification

    /// `VerifyDomainIdentity`: makes the domain, or starts the search for its TXT record again.
    /// - Returns: the value that the record has to hold.
    public func verifyDomain(_ domain: DomainName, in scope: Scope) async throws -> String {
        let name = IdentityName.domain(domain)
        if let made = try await create(name, in: scope, dkim: .none) {
            return made.verificationToken
        }
        let identity = try await update(name, in: scope) { [now = clock.now()] identity in
            identity.restartVerification(at: now)
        }
        return identity?.verificationToken ?? ""
    }

    /// `VerifyDomainDkim`: sets the domain up for Easy DKIM; tokens stay the same when repeated.
    public func verifyDomainDKIM(_ domain: DomainName, in scope: Scope) async throws -> [String] {
        let name = IdentityName.domain(domain)
        if let made = try await create(name, in: scope, dkim: .easy(.rsa2048)) {
            return made.dkim?.tokens ?? []
        }
        let now = clock.now()
        if let known = try await store.identity(named: name, in: scope)?.dkim,
            case .easy = known.origin
        {
            let identity = try await update(name, in: scope) { $0.restartVerification(at: now) }
            return identity?.dkim?.tokens ?? known.tokens
        }
        let easy = try await easyDKIM(.rsa2048, now: now)
        let identity = try await update(name, in: scope) { identity in
            identity.setDKIMOrigin(.easy(easy), at: now)
        }
        return identity?.dkim?.tokens ?? []
    }

    /// `VerifyEmailIdentity`: mails the link, also when one was mailed before.
    public func verifyAddress(_ mailbox: Mailbox, in scope: Scope) async throws {
        let name = IdentityName.address(mailbox)
        if try await create(name, in: scope, dkim: .none) != nil { return }
        if try await self.identity(named: name, in: scope)?.isVerified == true { return }
        let token = keys.verificationToken()
        let now = clock.now()
        try mailLimit?.take(mailbox, now: now)
        let identity = try await update(name, in: scope) { identity in
            guard !identity.isVerified else { return }
            identity.verificationToken = token
            identity.verification = .pending
            identity.verificationStartedAt = now
            identity.nextCheckAt = now + IdentityChecker.addressLifetime
            identity.redirects = nil
        }
        guard let identity, !identity.isVerified else { return }
        try await mailer.sendVerification(to: mailbox, token: token, in: scope)
    }

    /// Looks up what `identity` needs, records what was found, and takes the step of its key
    /// rotation that is due; nothing happens to one that is gone meanwhile.
    public func check(_ identity: Identity, in scope: Scope) async throws {
        let identity = try await store.resolved(identity, in: scope)
        let findings = await checker.findings(for: identity, in: scope.region)
        let now = clock.now()
        let contacts = try await notices?.contacts(in: scope) ?? []
        let updated = try await store.updateAndQueue(identity.name, in: scope) {
            [rotation, notices] identity in
            let before = identity
            identity.apply(findings, at: now)
            identity.planRotation(rotation)
            guard let notices, !contacts.isEmpty else { return [] }
            return notices.messages(
                on: IdentityNotice.changes(from: before, to: identity), of: identity,
                findings.records, to: contacts, in: scope)
        }
        guard let updated else { return }
        notices?.queued(updated.queued)
        try await rotateKeys(of: published(updated.identity, in: scope), in: scope)
    }

    // MARK: Settings

    public func setDKIMSigning(
        _ enabled: Bool, of name: IdentityName, in scope: Scope
    ) async throws -> Identity? {
        try await update(name, in: scope) { $0.dkim?.signingEnabled = enabled }
    }

    /// Changes where the key of a domain comes from. Messages stay unsigned until the new records
    /// are found. Easy DKIM asked for again keeps its tokens: their records are published.
    public func setDKIMSigningAttributes(
        _ choice: DKIMChoice, of name: IdentityName, in scope: Scope
    ) async throws -> Identity? {
        let now = clock.now()
        if case .easy = choice,
            case .easy? = try await store.identity(named: name, in: scope)?.dkim?.origin
        {
            return try await update(name, in: scope) { $0.restartVerification(at: now) }
        }
        guard let settings = try await settings(for: choice, now: now) else { return nil }
        return try await update(name, in: scope) { identity in
            identity.setDKIMOrigin(settings.origin, at: now)
        }
    }

    /// Sets, changes or (with nil) drops the MAIL FROM domain.
    public func setMailFrom(
        _ domain: DomainName?, onMXFailure: MailFromSettings.OnMXFailure,
        of name: IdentityName, in scope: Scope
    ) async throws -> Identity? {
        if let domain, !domain.isBelow(name.domain) {
            throw ServiceError.invalidParameter(
                "Provided MAIL-FROM domain <\(domain)> is not subdomain of the domain of the "
                    + "identity <\(name.domain)>.")
        }
        let now = clock.now()
        return try await update(name, in: scope) { identity in
            let isUnchanged = identity.mailFrom?.domain == domain && identity.mailFrom != nil
            if isUnchanged, identity.mailFrom?.status != .failed {
                identity.mailFrom?.onMXFailure = onMXFailure
            } else {
                identity.mailFrom = MailFromSettings(
                    domain: domain, onMXFailure: onMXFailure,
                    status: domain == nil ? .notStarted : .pending, startedAt: now)
            }
            if domain != nil { identity.nextCheckAt = now }
        }
    }

    func update(
        _ name: IdentityName, in scope: Scope,
        _ change: @escaping @Sendable (inout Identity) throws -> Void
    ) async throws -> Identity? {
        guard let stored = try await store.update(name, in: scope, change) else { return nil }
        return try await published(stored, in: scope)
    }

    /// The identity with the keys that it follows, when everybody has been told of it.
    private func published(_ stored: Identity, in scope: Scope) async throws -> Identity {
        let identity = try await store.resolved(stored, in: scope)
        await changed(identity, in: scope)
        return identity
    }

    private func changed(_ identity: Identity, in scope: Scope) async {
        directory.forget(identity.name, in: scope)
        await publisher.identityChanged(identity.name, in: scope, to: identity)
    }
}

extension DomainName {
    func isBelow(_ other: DomainName) -> Bool { self != other && isEqualToOrBelow(other) }
}

extension Identity {
    mutating func restartVerification(at now: UnixTime) {
        // The search for either begins anew, with all of its time.
        if verification == .failed || dkim?.status == .failed { verificationStartedAt = now }
        if verification == .failed { verification = .pending }
        if dkim?.status == .failed { dkim?.status = .pending }
        nextCheckAt = now
    }

    mutating func setDKIMOrigin(_ origin: DKIMSettings.Origin, at now: UnixTime) {
        dkim = DKIMSettings(
            signingEnabled: dkim?.signingEnabled ?? true, status: .pending, origin: origin)
        verificationStartedAt = now
        nextCheckAt = now
    }
}
