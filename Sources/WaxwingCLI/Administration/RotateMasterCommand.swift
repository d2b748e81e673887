import ArgumentParser
import JSONText
import WaxwingCore
import WaxwingStore

extension KeyCommand {
    struct RotateMaster: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rotate-master",
            abstract: "Put a new master key in place of the one that secrets are kept under.",
            discussion: """
                The service must not run. Secrets in backups of the database still need the old \
                key, so keep that one with them.
                """)

        @Option(
            help: ArgumentHelp(
                "The file of the master key, where it is not master.key in the data folder.",
                valueName: "file"), completion: .file())
        var masterKey: String?

        @OptionGroup var data: DataOptions

        func run() async throws {
            do {
                let folder = try data.existingFolder()
                let database = try SQLiteDatabase(folder: DataFolder(path: folder))
                let count = try await ServiceStore.rotateMasterKey(
                    of: database, in: masterKey.map { MasterKeyFile(path: $0) })
                await database.close()
                try data.write(
                    .members(["dataKeys": .number(count)]),
                    [
                        .line(
                            StyledText(
                                "The data keys of \(count) accounts are under a new master key."))
                    ])
            } catch StoreError.inUse(let reason) {
                throw InputError("\(reason): stop the service first")
            } catch let error as StoreError {
                throw InputError("\(error)")
            }
        }
    }
}
