/// Where resources are kept.
public protocol ResourceStore: Sendable {
    /// Runs `body` in one transaction on the resources of `scope`: on disk when this returns, or
    /// nothing is changed.
    ///
    /// `body` may run more than once, with nothing left of the run before. When it throws, nothing
    /// is changed.
    func change<Value: Sendable>(
        in scope: Scope, _ body: @escaping @Sendable (any ResourceTransaction) throws -> Value
    ) async throws -> Value

    /// Runs `body` on one state of the resources of `scope`.
    func look<Value: Sendable>(
        in scope: Scope, _ body: @escaping @Sendable (any ResourceTransaction) throws -> Value
    ) async throws -> Value

    func removeAllResources() async throws
}

/// The resources of one account and region, inside a transaction.
public protocol ResourceTransaction {
    func find<Kind: Resource>(
        _ kind: Kind.Type, _ name: String, under parent: String
    ) throws -> Kind?

    /// - Returns: false, and nothing is changed, when there is one of that name.
    func insert(_ resource: some Resource) throws -> Bool

    /// Puts a resource in the place of the one with its name, which keeps its place in the order of
    /// making.
    /// - Returns: false, and nothing is changed, when there is none of that name.
    func replace(_ resource: some Resource) throws -> Bool

    /// - Returns: whether there was one.
    func remove<Kind: Resource>(
        _ kind: Kind.Type, _ name: String, under parent: String
    ) throws -> Bool

    /// Removes everything of a kind that lies in `parent`.
    /// - Returns: how many there were.
    func removeAll<Kind: Resource>(_ kind: Kind.Type, under parent: String) throws -> Int

    /// Up to `limit` resources behind `position`.
    func page<Kind: Resource>(
        of kind: Kind.Type, under parent: String, order: ResourceOrder,
        after position: ResourcePosition?, limit: Int
    ) throws -> ResourcePage<Kind>

    func count<Kind: Resource>(_ kind: Kind.Type, under parent: String) throws -> Int
}

extension ResourceTransaction {
    public func find<Kind: Resource>(_ kind: Kind.Type, _ name: String) throws -> Kind? {
        try find(kind, name, under: "")
    }

    public func remove<Kind: Resource>(_ kind: Kind.Type, _ name: String) throws -> Bool {
        try remove(kind, name, under: "")
    }

    public func count<Kind: Resource>(_ kind: Kind.Type) throws -> Int {
        try count(kind, under: "")
    }

    /// Inserts the resource, or puts it in the place of the one with its name.
    public func put(_ resource: some Resource) throws {
        if try !replace(resource) { _ = try insert(resource) }
    }

    /// Every resource of a kind in `parent`, by name. For kinds of which there are few.
    public func all<Kind: Resource>(
        _ kind: Kind.Type, under parent: String = ""
    ) throws -> [Kind] {
        try page(of: kind, under: parent, order: .byName, after: nil, limit: .max).resources
    }
}

// One call, one transaction.
extension ResourceStore {
    public func find<Kind: Resource>(
        _ kind: Kind.Type, _ name: String, under parent: String = "", in scope: Scope
    ) async throws -> Kind? {
        try await look(in: scope) { try $0.find(kind, name, under: parent) }
    }

    /// - Returns: false when there is one of that name.
    public func insert(_ resource: some Resource, in scope: Scope) async throws -> Bool {
        try await change(in: scope) { try $0.insert(resource) }
    }

    /// Changes one resource; no other change comes between reading and writing.
    /// - Returns: the resource as it is then; nil when there is none of that name.
    @discardableResult
    public func update<Kind: Resource>(
        _ kind: Kind.Type, _ name: String, under parent: String = "", in scope: Scope,
        _ change: @escaping @Sendable (inout Kind) throws -> Void
    ) async throws -> Kind? {
        try await self.change(in: scope) { transaction in
            guard var resource = try transaction.find(kind, name, under: parent) else { return nil }
            try change(&resource)
            _ = try transaction.replace(resource)
            return resource
        }
    }

    /// - Returns: whether there was one.
    public func remove<Kind: Resource>(
        _ kind: Kind.Type, _ name: String, under parent: String = "", in scope: Scope
    ) async throws -> Bool {
        try await change(in: scope) { try $0.remove(kind, name, under: parent) }
    }

    public func page<Kind: Resource>(
        of kind: Kind.Type, under parent: String = "", order: ResourceOrder = .byName,
        after position: ResourcePosition? = nil, limit: Int, in scope: Scope
    ) async throws -> ResourcePage<Kind> {
        try await look(in: scope) {
            try $0.page(of: kind, under: parent, order: order, after: position, limit: limit)
        }
    }

    public func all<Kind: Resource>(
        _ kind: Kind.Type, under parent: String = "", in scope: Scope
    ) async throws -> [Kind] {
        try await look(in: scope) { try $0.all(kind, under: parent) }
    }
}
