import WaxwingCore

@testable import WaxwingStore

/// A store on a database of its own, which goes when nobody holds it any more.
final class TemporaryStore: Sendable {
    let folder: DataFolder
    let database: SQLiteDatabase
    let service: ServiceStore

    private init(folder: DataFolder, database: SQLiteDatabase, service: ServiceStore) {
        self.folder = folder
        self.database = database
        self.service = service
    }

    deinit { try? folder.remove() }

    static func make() async throws -> TemporaryStore {
        let folder = try DataFolder.temporary()
        let database = try SQLiteDatabase(folder: folder)
        return TemporaryStore(
            folder: folder, database: database, service: try await ServiceStore(database))
    }
}
