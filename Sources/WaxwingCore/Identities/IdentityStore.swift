public import MailTypes

/// Where identities are kept. Each method is one transaction, on disk when it returns.
public protocol IdentityStore: Sendable {
    /// - Returns: false, and nothing is changed, when `scope` has an identity of that name.
    /// - Throws: ``ServiceError/limitExceeded(_:)`` when it has `limit` others already.
    func insert(_ identity: Identity, in scope: Scope, limit: Int) async throws -> Bool

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

    /// The account's identities of that name, in whatever region.
    func identities(
        named name: IdentityName, of account: AccountID
    ) async throws -> [(scope: Scope, identity: Identity)]

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

extension IdentityStore {
    /// Keeps an identity, up to as many as an account may have in a region.
    public func insert(_ identity: Identity, in scope: Scope) async throws -> Bool {
        try await insert(identity, in: scope, limit: IdentityService.identityLimit)
    }

    /// The identity with the keys of its primary, when it is a replica.
    public func resolvedIdentity(
        named name: IdentityName, in scope: Scope
    ) async throws -> Identity? {
        guard let identity = try await identity(named: name, in: scope) else { return nil }
        return try await resolved(identity, in: scope)
    }

    public func resolved(_ identity: Identity, in scope: Scope) async throws -> Identity {
        guard case .replica(var replica)? = identity.dkim?.origin else { return identity }
        let primary = Scope(account: scope.account, region: replica.primary)
        replica.follow(
            try await self.identity(named: identity.name, in: primary), from: scope.region)
        var identity = identity
        identity.dkim?.origin = .replica(replica)
        return identity
    }
}
