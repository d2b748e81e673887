import MailTypes
import WaxwingCore

extension ServiceStore {
    /// Puts another master key in place of the one of a file, and encrypts all data keys with it,
    /// while no service runs. What they encrypt stays as it is.
    ///
    /// The new key is on disk before the first data key needs it, and the old one until none does:
    /// when this is cut short, the next start ends it.
    /// - Returns: how many data keys there are.
    public static func rotateMasterKey(
        of database: SQLiteDatabase, in file: MasterKeyFile? = nil
    ) async throws -> Int {
        let file = file ?? MasterKeyFile(path: database.folder.path(of: MasterKeyFile.standardName))
        let store = try await ServiceStore(database, masterKeyFile: file)
        let new = DataKeys(masterKey: try file.next.make())
        let count = try await database.write { [old = store.keys] transaction in
            let rows = try transaction.rows(DataKeyStatements.all)
            for row in rows {
                let account = try row.text(0)
                let sealed = try new.seal(old.open(row.bytes(1), of: account), of: account)
                try transaction.execute(
                    DataKeyStatements.replace, [.blob(sealed), .text(account)])
            }
            return rows.count
        }
        try file.next.takePlace(of: file)
        return count
    }

    /// Ends a rotation that was cut short: the next key counts if the data keys need it.
    static func endRotation(_ database: SQLiteDatabase, _ file: MasterKeyFile) async throws {
        guard let next = try file.next.read() else { return }
        let isNeeded = try await database.read { transaction in
            guard let row = try transaction.row(DataKeyStatements.any) else { return false }
            let opened = try? DataKeys(masterKey: next).open(row.bytes(1), of: row.text(0))
            return opened != nil
        }
        if isNeeded { try file.next.takePlace(of: file) } else { file.next.remove() }
    }
}
