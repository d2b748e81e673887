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

    /// Whom mail without credentials belongs to; nil takes none.
    var identityWithoutCredentials: SubmissionIdentity? { get }
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
    public let principal: Principal
    /// Its identity-based policies; nil for the account itself, who may do everything.
    public let policies: [String]?

    /// - Parameter principal: nil for the account itself.
    public init(scope: Scope, principal: Principal? = nil, policies: [String]? = nil) {
        self.scope = scope
        self.principal = principal ?? Principal(account: scope.account)
        self.policies = policies
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
