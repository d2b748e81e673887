import GRDB
import WaxwingCore

/// A transaction of SQLite. Prepared statements stay with their connection.
struct SQLiteTransaction: SQLTransaction {
    let connection: Database

    func execute(_ statement: SQLStatement, _ values: [SQLValue]) throws -> Int {
        do {
            try connection.cachedStatement(sql: statement.sqlite)
                .execute(arguments: StatementArguments(values.map(\.databaseValue)))
            return connection.changesCount
        } catch {
            throw StoreError.translating(error)
        }
    }

    func rows(_ statement: SQLStatement, _ values: [SQLValue]) throws -> [SQLRow] {
        do {
            let prepared = try connection.cachedStatement(sql: statement.sqlite)
            let cursor = try Row.fetchCursor(
                prepared, arguments: StatementArguments(values.map(\.databaseValue)))
            var rows: [SQLRow] = []
            while let row = try cursor.next() {
                rows.append(SQLRow(row.databaseValues.map(SQLValue.init)))
            }
            return rows
        } catch {
            throw StoreError.translating(error)
        }
    }
}

extension StoreError {
    /// What SQLite reports, in the words of the store; other errors pass as they are.
    static func translating(_ error: any Error) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        if error.resultCode == .SQLITE_FULL { return StoreError.full }
        // No SQL and no values: they may hold addresses and keys, and this ends in logs.
        let text = error.message ?? "no message"
        return StoreError.unavailable(
            "the database failed: \(text) (SQLite \(error.extendedResultCode.rawValue))")
    }
}
