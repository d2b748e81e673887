import MailTypes
import Synchronization

/// The resources, with a memory for those that every message asks for.
///
/// What it remembers may be ``lifetime`` old: so long may this node go by what another has changed.
/// Changes made through it are seen at once.
public final class ResourceDirectory: ResourceStore {
    private struct Key: Hashable {
        let scope: Scope
        let kind: String
        let name: String
    }

    private struct Entry {
        /// The resource, or nil for a name that none has.
        let value: (any Sendable)?
        let readAt: UnixTime
    }

    private struct Memory {
        var entries: [Key: Entry] = [:]
        /// Grows with each change: what was read before one is not remembered behind it.
        var generation = 0
    }

    /// Entries kept at the most; past that the whole memory is dropped.
    private static let entryLimit = 20_000
    static let lifetime = Duration.seconds(2)

    private let store: any ResourceStore
    private let clock: any WallClock
    private let memory = Mutex(Memory())

    public init(store: any ResourceStore, clock: any WallClock) {
        self.store = store
        self.clock = clock
    }

    // MARK: Remembering

    /// A resource that stands alone, or nil when there is none of that name.
    public func recent<Kind: Resource>(
        _ kind: Kind.Type, _ name: String, in scope: Scope
    ) async throws -> Kind? {
        try await recent("r:\(kind.kind)", kind.kind, name, in: scope) { transaction in
            try transaction.find(kind, name)
        }
    }

    /// Every resource of a kind in `parent`, by name. For kinds of which there are few.
    public func recentAll<Kind: Resource>(
        _ kind: Kind.Type, under parent: String, in scope: Scope
    ) async throws -> [Kind] {
        try await recent("a:\(kind.kind)", kind.kind, parent, in: scope) { transaction in
            try transaction.all(kind, under: parent)
        } ?? []
    }

    /// Whether there is any resource of a kind in `parent`.
    public func hasRecent<Kind: Resource>(
        _ kind: Kind.Type, under parent: String = "", in scope: Scope
    ) async throws -> Bool {
        let found: Bool? = try await recent("n:\(kind.kind)", kind.kind, parent, in: scope) {
            let page: ResourcePage<Kind> = try $0.page(
                of: kind, under: parent, order: .byName, after: nil, limit: 1)
            return !page.resources.isEmpty
        }
        return found ?? false
    }

    private func recent<Value: Sendable>(
        _ question: String, _ kind: String, _ name: String, in scope: Scope,
        _ read: @escaping @Sendable (any ResourceTransaction) throws -> Value?
    ) async throws -> Value? {
        let key = Key(scope: scope, kind: question, name: name)
        let now = clock.now()
        let (entry, generation) = memory.withLock { ($0.entries[key], $0.generation) }
        if let entry, now - entry.readAt < Self.lifetime, now >= entry.readAt {
            return entry.value as? Value
        }
        let value = try await store.look(in: scope, read)
        memory.withLock { memory in
            guard memory.generation == generation else { return }
            if memory.entries.count >= Self.entryLimit { memory.entries.removeAll() }
            memory.entries[key] = Entry(value: value, readAt: now)
        }
        return value
    }

    private func forget(_ kinds: Set<String>, in scope: Scope) {
        guard !kinds.isEmpty else { return }
        memory.withLock { memory in
            memory.generation += 1
            for key in memory.entries.keys
            where key.scope == scope && kinds.contains(String(key.kind.dropFirst(2))) {
                memory.entries[key] = nil
            }
        }
    }

    // MARK: ResourceStore

    public func change<Value: Sendable>(
        in scope: Scope, _ body: @escaping @Sendable (any ResourceTransaction) throws -> Value
    ) async throws -> Value {
        let changed = ChangedKinds()
        let value = try await store.change(in: scope) { transaction in
            try body(NotingTransaction(transaction: transaction, changed: changed))
        }
        forget(changed.kinds.withLock { $0 }, in: scope)
        return value
    }

    public func look<Value: Sendable>(
        in scope: Scope, _ body: @escaping @Sendable (any ResourceTransaction) throws -> Value
    ) async throws -> Value {
        try await store.look(in: scope, body)
    }

    public func removeAllResources() async throws {
        try await store.removeAllResources()
        memory.withLock { memory in
            memory.generation += 1
            memory.entries.removeAll()
        }
    }
}

/// The kinds that a transaction changed; more than once, when it ran more than once.
private final class ChangedKinds: Sendable {
    let kinds = Mutex<Set<String>>([])

    func note(_ kind: String) { kinds.withLock { _ = $0.insert(kind) } }
}

/// A transaction that notes what kinds are changed in it.
private struct NotingTransaction: ResourceTransaction {
    let transaction: any ResourceTransaction
    let changed: ChangedKinds

    func find<Kind: Resource>(
        _ kind: Kind.Type, _ name: String, under parent: String
    ) throws -> Kind? {
        try transaction.find(kind, name, under: parent)
    }

    func insert(_ resource: some Resource) throws -> Bool {
        changed.note(type(of: resource).kind)
        return try transaction.insert(resource)
    }

    func replace(_ resource: some Resource) throws -> Bool {
        changed.note(type(of: resource).kind)
        return try transaction.replace(resource)
    }

    func remove<Kind: Resource>(
        _ kind: Kind.Type, _ name: String, under parent: String
    ) throws -> Bool {
        changed.note(kind.kind)
        return try transaction.remove(kind, name, under: parent)
    }

    func removeAll<Kind: Resource>(_ kind: Kind.Type, under parent: String) throws -> Int {
        changed.note(kind.kind)
        return try transaction.removeAll(kind, under: parent)
    }

    func page<Kind: Resource>(
        of kind: Kind.Type, under parent: String, order: ResourceOrder,
        after position: ResourcePosition?, limit: Int
    ) throws -> ResourcePage<Kind> {
        try transaction.page(of: kind, under: parent, order: order, after: position, limit: limit)
    }

    func count<Kind: Resource>(_ kind: Kind.Type, under parent: String) throws -> Int {
        try transaction.count(kind, under: parent)
    }
}
