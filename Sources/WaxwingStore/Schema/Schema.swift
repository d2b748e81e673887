import WaxwingCore

/// The tables, and how they came to be.
enum Schema {
    static let migrations = [firstMail, resources, accounts, sending, receiving]

    /// Runs the steps that the database has not seen, all in one transaction.
    /// - Throws: ``StoreError/unavailable(_:)`` when a later version has written to it.
    static func migrate(
        _ database: any SQLDatabase, to migrations: [Migration] = migrations
    ) async throws {
        try await database.write { transaction in
            try transaction.execute(MigrationStatements.makeTable)
            let latest = migrations.last?.number ?? 0
            let present = try transaction.row(MigrationStatements.latest)?.integer(0) ?? 0
            guard present <= latest else {
                throw StoreError.unavailable(
                    "the data was written by a later version of Waxwing (its tables have state "
                        + "\(present), this version knows up to \(latest)): start that version")
            }
            for migration in migrations where migration.number > present {
                for statement in migration.statements { try transaction.execute(statement) }
                try transaction.execute(
                    MigrationStatements.record, [.integer(migration.number)])
            }
        }
    }
}

enum MigrationStatements {
    static let makeTable: SQLStatement = """
        CREATE TABLE IF NOT EXISTS schema_migrations (number BIGINT NOT NULL PRIMARY KEY)
        """
    static let latest: SQLStatement = """
        SELECT COALESCE(MAX(number), 0) FROM schema_migrations
        """
    static let record: SQLStatement = "INSERT INTO schema_migrations (number) VALUES ($1)"
}
