public import MailTypes

/// Where identities are kept. Each method is one transaction, on disk when it returns.
public protocol IdentityStore: Sendable {
    /// - Returns: false, and nothing is changed, when `scope` has an identity of that name.
    func insert(_ identity: Identity, in scope: Scope) async throws -> Bool

    func identity(named name: IdentityName, in scope: Scope) async throws -> Identity?

    /// Up to `limit` identities by name, those behind `name` only; `kind` nil takes all.
    func identities(
        in scope: Scope, after name: String?, limit: Int, kind: IdentityKind?
    ) async throws -> [Identity]

    /// Changes one identity; no other change comes between reading and writing.
    ///
    /// `change` may run more than once. When it throws, nothing is changed.
    /// - Returns: the identity as it is then, or nil when there is none of that name.
    func update(
        _ name: IdentityName, in scope: Scope,
        _ change: @escaping @Sendable (inout Identity) throws -> Void
    ) async throws -> Identity?

    /// - Returns: whether there was one.
    func remove(_ name: IdentityName, in scope: Scope) async throws -> Bool

    /// Identities of every scope whose next check is due, the longest due first.
    func identitiesToCheck(
        at now: UnixTime, limit: Int
    ) async throws -> [(scope: Scope, identity: Identity)]

    /// The address identity, of any scope, that a mailed link is for.
    func identity(
        withVerificationToken token: String
    ) async throws -> (scope: Scope, identity: Identity)?

    /// Every identity of every scope, in no order; for filling DNS zones at start.
    func allIdentities() async throws -> [(scope: Scope, identity: Identity)]

    func removeAllIdentities() async throws
}

public enum IdentityKind: String, Sendable {
    case domain
    case address
}
