public import WaxwingCore

/// Everything that the service keeps, on any engine.
///
/// It conforms to the stores of the Core, one file for each.
public final class ServiceStore: Sendable {
    let database: any SQLDatabase
    let keys: DataKeys

    /// Takes the database in use, and brings its tables to this version's state.
    /// - Parameter masterKey: encrypts the keys that secrets are encrypted with.
    /// - Throws: ``StoreError``
    public init(_ database: any SQLDatabase, masterKey: SealingKey) async throws {
        try await Schema.migrate(database)
        let keys = DataKeys(masterKey: masterKey)
        try await database.read { try keys.check(in: $0) }
        self.database = database
        self.keys = keys
    }

    /// The same with the master key of a file, by default `master.key` beside the database; it is
    /// made where there is none and nothing was encrypted yet.
    public convenience init(
        _ database: SQLiteDatabase, masterKeyFile file: MasterKeyFile? = nil
    ) async throws {
        let file = file ?? MasterKeyFile(path: database.folder.path(of: MasterKeyFile.standardName))
        try await Schema.migrate(database)
        try await Self.endRotation(database, file)
        let isInUse = try await database.read { try $0.row(DataKeyStatements.any) != nil }
        let key: SealingKey
        if let present = try file.read() {
            key = present
        } else if isInUse {
            throw StoreError.unavailable(
                "the master key \(file.path) is missing, and secrets were encrypted with it: put "
                    + "it back")
        } else {
            key = try file.make()
        }
        try await self.init(database, masterKey: key)
    }
}
