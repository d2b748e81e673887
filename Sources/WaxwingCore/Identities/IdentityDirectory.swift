public import MailTypes
import Synchronization

/// Finds the identities that a sender's address falls under, without asking the store each time.
///
/// What it knows may be `lifetime` old: so long may another node go on sending from an identity
/// that this one has removed. Changes made here are seen at once.
public final class IdentityDirectory: Sendable {
    private struct Key: Hashable {
        let scope: Scope
        let name: IdentityName
    }

    private struct Entry {
        let identity: Identity?
        let readAt: UnixTime
    }

    /// Entries kept at the most; past that the whole memory is dropped.
    private static let entryLimit = 20_000
    private static let lifetime = Duration.seconds(2)

    private let store: any IdentityStore
    private let clock: any WallClock
    private let entries = Mutex<[Key: Entry]>([:])

    public init(store: any IdentityStore, clock: any WallClock) {
        self.store = store
        self.clock = clock
    }

    public func identity(named name: IdentityName, in scope: Scope) async throws -> Identity? {
        let key = Key(scope: scope, name: name)
        let now = clock.now()
        if let entry = entries.withLock({ $0[key] }), now - entry.readAt < Self.lifetime,
            now >= entry.readAt
        {
            return entry.identity
        }
        let identity = try await store.resolvedIdentity(named: name, in: scope)
        entries.withLock { entries in
            if entries.count >= Self.entryLimit { entries.removeAll() }
            entries[key] = Entry(identity: identity, readAt: now)
        }
        return identity
    }

    /// To be called after every change of that identity. Replicas of it in other regions follow
    /// within the lifetime of an entry.
    public func forget(_ name: IdentityName, in scope: Scope) {
        entries.withLock { _ = $0.removeValue(forKey: Key(scope: scope, name: name)) }
    }

    public func forgetAll() {
        entries.withLock { $0.removeAll() }
    }

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
