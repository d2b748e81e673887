public import MailTypes
public import SMTP
public import WaxwingCore

/// Who may submit, and for which account.
public protocol SubmissionAccess: Sendable {
    /// Whom credentials belong to.
    /// - Throws: when nobody knows now; the client is told to come again.
    func access(
        for credentials: SMTPCredentials, from source: IPAddress
    ) async throws -> SubmissionOutcome

    /// Whoever signed in earlier in a session, as it is now: with the policies of today. Nil when
    /// its credentials sign in no more.
    func current(_ identity: SubmissionIdentity) async throws -> SubmissionIdentity?

    /// Whom mail without credentials belongs to; nil takes none.
    var identityWithoutCredentials: SubmissionIdentity? { get }
}

extension SubmissionAccess {
    public func current(_ identity: SubmissionIdentity) async throws -> SubmissionIdentity? {
        identity
    }
}

/// What became of credentials.
public enum SubmissionOutcome: Equatable, Sendable {
    case accepted(SubmissionIdentity)
    case refused
    /// Too many have tried from there.
    case busy
}

/// Whoever has signed in to submit mail.
public struct SubmissionIdentity: Equatable, Sendable {
    public let scope: Scope
    /// The id of the credential; nil for who needs none.
    public let credential: String?
    public let principal: Principal
    /// Its identity-based policies; nil for the account itself, who may do everything.
    public let policies: [String]?

    /// Somebody without credentials, as the account itself.
    public init(scope: Scope) {
        self.scope = scope
        credential = nil
        principal = Principal(account: scope.account)
        policies = nil
    }

    public init(_ credential: ActiveCredential, in region: Region) {
        scope = Scope(account: credential.principal.account, region: region)
        self.credential = credential.id
        principal = credential.principal
        policies = credential.policies
    }
}

/// Any credentials, or none, belong to the development account.
public struct OpenSubmissionAccess: SubmissionAccess {
    private let identity: SubmissionIdentity

    public init(region: Region = .standard) {
        identity = SubmissionIdentity(scope: Scope(account: .development, region: region))
    }

    public func access(
        for credentials: SMTPCredentials, from source: IPAddress
    ) -> SubmissionOutcome { .accepted(identity) }

    public var identityWithoutCredentials: SubmissionIdentity? { identity }
}
