public import MailTypes

/// Finds the identities that a sender's address falls under, without asking the store each time.
///
/// What it knows may be `lifetime` old: so long may another node go on sending from an identity
/// that this one has removed. Changes made here are seen at once.
public final class IdentityDirectory: Sendable {
    private struct Key: Hashable {
        let scope: Scope
        let name: IdentityName
    }

    /// Identities kept at the most.
    private static let entryLimit = 20_000
    private static let lifetime = Duration.seconds(2)

    private let store: any IdentityStore
    private let recent: RecentValues<Key, Identity>

    public init(store: any IdentityStore, clock: any WallClock) {
        self.store = store
        recent = RecentValues(lifetime: Self.lifetime, limit: Self.entryLimit, clock: clock)
    }

    public func identity(named name: IdentityName, in scope: Scope) async throws -> Identity? {
        let store = store
        return try await recent.value(for: Key(scope: scope, name: name)) {
            try await store.resolvedIdentity(named: name, in: scope)
        }
    }

    /// To be called after every change of that identity. Replicas of it in other regions follow
    /// within the lifetime of an entry.
    public func forget(_ name: IdentityName, in scope: Scope) {
        recent.forget(Key(scope: scope, name: name))
    }

    public func forgetAll() { recent.forgetAll() }

    /// The identities that cover `address`, the most specific one first: the address itself (and
    /// the same without its `+label`), its domain, then each parent domain.
    public func identities(covering address: Mailbox, in scope: Scope) async throws -> [Identity] {
        var found: [Identity] = []
        for name in Self.names(covering: address) {
            if let identity = try await identity(named: name, in: scope) { found.append(identity) }
        }
        return found
    }

    /// The identities that let an address send: its own, and those of the domains it is below.
    public static func names(covering address: Mailbox) -> [IdentityName] {
        guard let domain = address.domain else { return [] }
        var names: [IdentityName] = [.address(address)]
        if let plus = address.localPart.firstIndex(of: "+") {
            let base = String(address.localPart[..<plus])
            names.append(.address(Mailbox(localPart: base, domain: domain)))
        }
        var ancestor: DomainName? = domain
        while let next = ancestor {
            names.append(.domain(next))
            ancestor = next.parent
        }
        return names
    }
}
