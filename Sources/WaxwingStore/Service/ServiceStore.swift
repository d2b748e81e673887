import WaxwingCore

/// Everything that the service keeps, on any engine.
///
/// It conforms to the stores of the Core, one file for each.
public final class ServiceStore: Sendable {
    let database: any SQLDatabase

    /// Takes the database in use, and brings its tables to this version's state.
    /// - Throws: ``StoreError``
    public init(_ database: any SQLDatabase) async throws {
        self.database = database
        try await Schema.migrate(database)
    }
}
