/// A database engine, as far as the stores need one.
public protocol SQLDatabase: Sendable {
    /// Runs `body` in a transaction. What it did is on disk when this returns, or nothing is.
    ///
    /// Many callers may share one commit. `body` may therefore run more than once, with nothing
    /// left of the run before: it keeps to its arguments and to the transaction.
    /// - Throws: what `body` throws, else ``StoreError``.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLTransaction) throws -> Value
    ) async throws -> Value

    /// Runs `body` on one state of the database, with every commit that was reported before.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLTransaction) throws -> Value
    ) async throws -> Value
}

/// A running transaction; of no use outside the closure that it is handed to.
public protocol SQLTransaction {
    /// - Returns: how many rows were inserted, changed or deleted.
    @discardableResult
    func execute(_ statement: SQLStatement, _ values: [SQLValue]) throws -> Int

    /// Runs a statement for each list of values.
    func execute(_ statement: SQLStatement, each lists: [[SQLValue]]) throws

    func rows(_ statement: SQLStatement, _ values: [SQLValue]) throws -> [SQLRow]
}

extension SQLTransaction {
    func execute(_ statement: SQLStatement, each lists: [[SQLValue]]) throws {
        for values in lists { try execute(statement, values) }
    }

    @discardableResult
    func execute(_ statement: SQLStatement) throws -> Int { try execute(statement, []) }

    func rows(_ statement: SQLStatement) throws -> [SQLRow] { try rows(statement, []) }

    func row(_ statement: SQLStatement, _ values: [SQLValue] = []) throws -> SQLRow? {
        try rows(statement, values).first
    }
}
