public import MailTypes
public import SMTP
public import WaxwingCore

/// Submission with the credentials of SES: an access key id, and the password derived from its
/// secret for the region of this endpoint; or a user name and password of SMTP's own.
public struct KeySubmissionAccess: SubmissionAccess {
    private let accounts: Accounts
    private let regions: [Region]
    private let isAnyoneLetIn: Bool

    /// - Parameter regions: those that this endpoint serves; a derived password is good for one of
    ///   them and tells which. Whoever has a password for all regions is in the first.
    public init(_ accounts: Accounts, regions: [Region]) {
        self.init(accounts, regions: regions, isAnyoneLetIn: false)
    }

    private init(_ accounts: Accounts, regions: [Region], isAnyoneLetIn: Bool) {
        self.accounts = accounts
        self.regions = regions
        self.isAnyoneLetIn = isAnyoneLetIn
    }

    /// `waxwing dev`: credentials of accounts are theirs, and have to be right; any others, and
    /// none, belong to the development account.
    public static func acceptAnyone(
        knowing accounts: Accounts, region: Region = .standard
    ) -> KeySubmissionAccess {
        KeySubmissionAccess(accounts, regions: [region], isAnyoneLetIn: true)
    }

    public func access(
        for credentials: SMTPCredentials, from source: IPAddress
    ) async throws -> SubmissionOutcome {
        guard isAnyoneLetIn else { return try await check(credentials, source) }
        guard try await credential(named: credentials.username) != nil else {
            return .accepted(SubmissionIdentity(scope: developmentScope))
        }
        return try await check(credentials, source)
    }

    public var identityWithoutCredentials: SubmissionIdentity? {
        isAnyoneLetIn ? SubmissionIdentity(scope: developmentScope) : nil
    }

    private var developmentScope: Scope {
        Scope(account: .development, region: regions.first ?? .standard)
    }

    private func check(
        _ credentials: SMTPCredentials, _ source: IPAddress
    ) async throws -> SubmissionOutcome {
        let attempt = AttemptThrottle.Attempt(source: source, credential: credentials.username)
        guard try await accounts.throttle.waitForTurn(attempt) else { return .busy }
        let found = try await credential(named: credentials.username)
        // An unknown user costs as much time as a known one, so that nobody can tell them apart.
        let checked = found ?? Self.nobody
        let region = regions.first { region in
            checked.matches(smtpPassword: credentials.password, in: region)
                && checked.isGood(in: region)
        }
        guard let region, let found, isForItself(credentials) else {
            accounts.throttle.failed(attempt)
            return .refused
        }
        accounts.throttle.succeeded(attempt)
        // That a use is not recorded is no reason to refuse it.
        try? await accounts.directory.noteUse(of: found)
        return .accepted(SubmissionIdentity(found, in: region))
    }

    public func current(_ identity: SubmissionIdentity) async throws -> SubmissionIdentity? {
        guard let name = identity.credential else { return identity }
        guard let credential = try await credential(named: name),
            credential.isGood(in: identity.scope.region)
        else { return nil }
        return SubmissionIdentity(credential, in: identity.scope.region)
    }

    private func credential(named name: String) async throws -> ActiveCredential? {
        if let key = try await accounts.directory.credential(name, .accessKey) { return key }
        return try await accounts.directory.credential(name, .smtp)
    }

    /// Nobody acts for somebody else (RFC 4616 §2).
    private func isForItself(_ credentials: SMTPCredentials) -> Bool {
        ["", credentials.username].contains(credentials.authorizationIdentity)
    }

    private static let nobody = ActiveCredential(
        id: "", secret: SecretText(""), principal: Principal(account: .development))
}
