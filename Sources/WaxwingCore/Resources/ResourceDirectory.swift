import MailTypes
import Synchronization

/// The resources, with a memory for those that every message asks for.
///
/// What it remembers may be ``lifetime`` old: so long may this node go by what another has changed.
/// Changes made through it are seen at once.
public final class ResourceDirectory: ResourceStore {
    private struct Key: Hashable {
        let scope: Scope
        let question: Question
        let kind: String
        /// Of the resource, or of the parent.
        let name: String
    }

    private enum Question { case one, all, whetherAny }

    /// Answers kept at the most.
    private static let entryLimit = 20_000
    static let lifetime = Duration.seconds(2)

    private let store: any ResourceStore
    private let recent: RecentValues<Key, any Sendable>

    public init(store: any ResourceStore, clock: any WallClock) {
        self.store = store
        recent = RecentValues(lifetime: Self.lifetime, limit: Self.entryLimit, clock: clock)
    }

    // MARK: Remembering

    /// A resource that stands alone, or nil when there is none of that name.
    public func recent<Kind: Resource>(
        _ kind: Kind.Type, _ name: String, in scope: Scope
    ) async throws -> Kind? {
        try await answer(.one, kind, name, scope) { try $0.find(kind, name) }
    }

    /// Every resource of a kind in `parent`, by name. For kinds of which there are few.
    public func recentAll<Kind: Resource>(
        _ kind: Kind.Type, under parent: String, in scope: Scope
    ) async throws -> [Kind] {
        try await answer(.all, kind, parent, scope) { try $0.all(kind, under: parent) } ?? []
    }

    /// Whether there is any resource of a kind in `parent`.
    public func hasRecent<Kind: Resource>(
        _ kind: Kind.Type, under parent: String = "", in scope: Scope
    ) async throws -> Bool {
        try await answer(.whetherAny, kind, parent, scope) {
            let page: ResourcePage<Kind> = try $0.page(
                of: kind, under: parent, order: .byName, after: nil, limit: 1)
            return !page.resources.isEmpty
        } ?? false
    }

    private func answer<Value: Sendable>(
        _ question: Question, _ kind: (some Resource).Type, _ name: String, _ scope: Scope,
        _ read: @escaping @Sendable (any ResourceTransaction) throws -> Value?
    ) async throws -> Value? {
        let key = Key(scope: scope, question: question, kind: kind.kind, name: name)
        let store = store
        return try await recent.value(for: key) { try await store.look(in: scope, read) } as? Value
    }

    private func forget(_ kinds: Set<String>, in scope: Scope) {
        guard !kinds.isEmpty else { return }
        recent.forget { $0.scope == scope && kinds.contains($0.kind) }
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
        recent.forgetAll()
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
