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

    /// Changes one identity, and queues the mail that tells of it; no other change comes between
    /// reading and writing.
    ///
    /// `change` may run more than once. When it throws, nothing is changed and nothing queued.
    /// - Returns: the identity as it is then, or nil when there is none of that name.
    func updateAndQueue(
        _ name: IdentityName, in scope: Scope,
        _ change: @escaping @Sendable (inout Identity) throws -> [NewMessage]
    ) async throws -> IdentityUpdate?

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

/// An identity that was changed.
public struct IdentityUpdate: Sendable {
    public let identity: Identity
    /// The mail that went into the queue with the change.
    public let queued: [NewMessage]

    public init(identity: Identity, queued: [NewMessage]) {
        self.identity = identity
        self.queued = queued
    }
}

extension IdentityStore {
    /// Changes one identity, as ``updateAndQueue(_:in:_:)`` does, without mail.
    public func update(
        _ name: IdentityName, in scope: Scope,
        _ change: @escaping @Sendable (inout Identity) throws -> Void
    ) async throws -> Identity? {
        try await updateAndQueue(name, in: scope) { identity in
            try change(&identity)
            return []
        }?.identity
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
