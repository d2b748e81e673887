public import WaxwingCore

extension ServiceStore: ResourceStore {
    public func change<Value: Sendable>(
        in scope: Scope, _ body: @escaping @Sendable (any ResourceTransaction) throws -> Value
    ) async throws -> Value {
        try await database.write { try body(ScopedResources(transaction: $0, scope: scope)) }
    }

    public func look<Value: Sendable>(
        in scope: Scope, _ body: @escaping @Sendable (any ResourceTransaction) throws -> Value
    ) async throws -> Value {
        try await database.read { try body(ScopedResources(transaction: $0, scope: scope)) }
    }

    public func removeAllResources() async throws {
        _ = try await database.write { try $0.execute(ResourceStatements.removeAllOfAll) }
    }
}

/// A transaction as one account and region sees it: every statement names both.
struct ScopedResources: ResourceTransaction {
    let transaction: any SQLTransaction
    let scope: Scope

    private func key<Kind: Resource>(_ kind: Kind.Type, under parent: String) -> [SQLValue] {
        scope.columns + [.text(kind.kind), .text(parent)]
    }

    func find<Kind: Resource>(
        _ kind: Kind.Type, _ name: String, under parent: String
    ) throws -> Kind? {
        try transaction.row(ResourceStatements.named, key(kind, under: parent) + [.text(name)])
            .map { try JSONText.decode(kind, from: $0.text(0)) }
    }

    func insert(_ resource: some Resource) throws -> Bool {
        let key = key(type(of: resource), under: resource.parent)
        let values: [SQLValue] = [.text(resource.name), .text(try JSONText.encode(resource))]
        return try transaction.execute(ResourceStatements.insert, key + values) > 0
    }

    func replace(_ resource: some Resource) throws -> Bool {
        let key = key(type(of: resource), under: resource.parent) + [.text(resource.name)]
        let document = SQLValue.text(try JSONText.encode(resource))
        return try transaction.execute(ResourceStatements.replace, [document] + key) > 0
    }

    func remove<Kind: Resource>(
        _ kind: Kind.Type, _ name: String, under parent: String
    ) throws -> Bool {
        let key = key(kind, under: parent) + [.text(name)]
        return try transaction.execute(ResourceStatements.remove, key) > 0
    }

    func removeAll<Kind: Resource>(_ kind: Kind.Type, under parent: String) throws -> Int {
        try transaction.execute(ResourceStatements.removeAll, key(kind, under: parent))
    }

    func page<Kind: Resource>(
        of kind: Kind.Type, under parent: String, order: ResourceOrder,
        after position: ResourcePosition?, limit: Int
    ) throws -> ResourcePage<Kind> {
        let statement: SQLStatement
        let start: SQLValue
        switch order {
        case .byName:
            statement = ResourceStatements.pageByName
            start = .text(position?.text ?? "")
        case .newestFirst:
            statement = ResourceStatements.pageNewestFirst
            start = .integer(position.flatMap { Int64($0.text) } ?? .max)
        }
        // One more than asked for tells whether there is a next page.
        let most = Int64(clamping: limit).addingReportingOverflow(1)
        let rows = try transaction.rows(
            statement,
            key(kind, under: parent) + [start, .integer(most.overflow ? .max : most.partialValue)])
        let found = try rows.prefix(limit).map { try JSONText.decode(kind, from: $0.text(2)) }
        guard rows.count > limit, limit > 0 else {
            return ResourcePage(resources: found, next: nil)
        }
        let last = rows[limit - 1]
        let end = order == .byName ? try last.text(0) : "\(try last.integer(1))"
        return ResourcePage(resources: found, next: ResourcePosition(end))
    }

    func count<Kind: Resource>(_ kind: Kind.Type, under parent: String) throws -> Int {
        let row = try transaction.row(ResourceStatements.count, key(kind, under: parent))
        return Int(try row?.integer(0) ?? 0)
    }
}

/// The SQL of the resources.
enum ResourceStatements {
    /// Numbers are given in the order of making, within one list.
    static let insert: SQLStatement = """
        INSERT INTO resources (account, region, kind, parent, name, document, number)
        VALUES ($1, $2, $3, $4, $5, $6, (SELECT COALESCE(MAX(number), 0) + 1 FROM resources
            WHERE account = $1 AND region = $2 AND kind = $3 AND parent = $4))
        ON CONFLICT (account, region, kind, parent, name) DO NOTHING
        """
    static let replace: SQLStatement = """
        UPDATE resources SET document = $1
        WHERE account = $2 AND region = $3 AND kind = $4 AND parent = $5 AND name = $6
        """
    static let remove: SQLStatement = """
        DELETE FROM resources
        WHERE account = $1 AND region = $2 AND kind = $3 AND parent = $4 AND name = $5
        """
    static let removeAll: SQLStatement = """
        DELETE FROM resources WHERE account = $1 AND region = $2 AND kind = $3 AND parent = $4
        """
    static let removeAllOfAll: SQLStatement = "DELETE FROM resources"
    static let named: SQLStatement = """
        SELECT document FROM resources
        WHERE account = $1 AND region = $2 AND kind = $3 AND parent = $4 AND name = $5
        """
    static let pageByName: SQLStatement = """
        SELECT name, number, document FROM resources
        WHERE account = $1 AND region = $2 AND kind = $3 AND parent = $4 AND name > $5
        ORDER BY name LIMIT $6
        """
    static let pageNewestFirst: SQLStatement = """
        SELECT name, number, document FROM resources
        WHERE account = $1 AND region = $2 AND kind = $3 AND parent = $4 AND number < $5
        ORDER BY number DESC LIMIT $6
        """
    static let count: SQLStatement = """
        SELECT COUNT(*) FROM resources
        WHERE account = $1 AND region = $2 AND kind = $3 AND parent = $4
        """
}
