import GRDB
import WaxwingCore

/// The embedded engine: one file, one writer, readers that never wait for it (WAL).
///
/// A commit is on disk when it returns (`synchronous = FULL`): what a 250 promised survives a
/// loss of power.
public final class SQLiteDatabase: SQLDatabase {
    public struct Configuration: Equatable, Sendable {
        /// Connections that read at the same time.
        public var readerLimit = 3
        /// Memory for pages, in bytes: of the connection that writes, and of each that reads.
        public var writerCacheSize = 8 * 1024 * 1024
        public var readerCacheSize = 1024 * 1024
        /// Bytes in the log after which its pages move into the database file.
        public var checkpointSize = 32 * 1024 * 1024

        public init() {}
    }

    /// Fixed when the file is made. A 10 KB message takes three pages, a short row little of one.
    static let pageSize = 4096

    private let pool: DatabasePool
    let writer: SQLiteWriter
    /// Keeps the folder locked for as long as the database may be open.
    let folder: DataFolder

    /// Opens the database of a folder, and makes it where there is none.
    /// - Parameter onCommit: is told of each transaction: how many writes shared it, and how long it
    ///   took to reach the disk. It is called on the thread that writes.
    /// - Throws: ``StoreError``
    public init(
        folder: DataFolder, configuration: Configuration = Configuration(),
        onCommit: @escaping @Sendable (Int, Duration) -> Void = { _, _ in }
    ) throws {
        do {
            try folder.makePrivateFile(named: DataFolder.databaseName)
            pool = try DatabasePool(
                path: folder.path(of: DataFolder.databaseName), configuration: .init(configuration))
            try pool.writeWithoutTransaction { try Self.setUpWriter($0, configuration) }
        } catch {
            throw StoreError.translating(error)
        }
        self.folder = folder
        writer = SQLiteWriter(pool: pool, onCommit: onCommit)
    }

    deinit { writer.stop() }

    /// Finishes the writes that were begun, and closes the files. Later calls throw.
    public func close() async { await writer.stopAndWait() }

    public func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLTransaction) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            writer.submit(QueuedWrite(body, continuation))
        }
    }

    public func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLTransaction) throws -> Value
    ) async throws -> Value {
        do {
            return try await pool.read { try body(SQLiteTransaction(connection: $0)) }
        } catch {
            throw StoreError.translating(error)
        }
    }

    /// `DatabasePool` sets `synchronous` to NORMAL when it opens, after all that its configuration
    /// can say, so this comes later, and does not take it on trust.
    private static func setUpWriter(
        _ connection: Database, _ configuration: Configuration
    ) throws {
        let pages = configuration.checkpointSize / pageSize
        try connection.execute(sql: "PRAGMA synchronous = FULL")
        try connection.execute(sql: "PRAGMA wal_autocheckpoint = \(pages)")
        try connection.execute(sql: "PRAGMA journal_size_limit = \(configuration.checkpointSize)")
        try connection.execute(
            sql: "PRAGMA cache_size = -\(configuration.writerCacheSize / 1024)")
        guard try Int.fetchOne(connection, sql: "PRAGMA synchronous") == 2 else {
            throw StoreError.unavailable("the database refuses to wait for the disk")
        }
    }

    // MARK: For tests

    /// Refuses growth beyond `count` pages, as a full disk does; nil for none.
    func limitPages(to count: Int?) throws {
        _ = try pool.writeWithoutTransaction { connection in
            try Int.fetchOne(
                connection, sql: "PRAGMA max_page_count = \(count ?? 1_073_741_823)")
        }
    }

    func pragma(_ name: String) throws -> Int? {
        try pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA \(name)") }
    }
}

extension Configuration {
    fileprivate init(_ configuration: SQLiteDatabase.Configuration) {
        self.init()
        label = "waxwing"
        maximumReaderCount = configuration.readerLimit
        busyMode = .timeout(5)
        foreignKeysEnabled = true
        prepareDatabase { connection in
            try connection.execute(sql: "PRAGMA page_size = \(SQLiteDatabase.pageSize)")
            try connection.execute(
                sql: "PRAGMA cache_size = -\(configuration.readerCacheSize / 1024)")
            try connection.execute(sql: "PRAGMA mmap_size = 0")
            try connection.execute(sql: "PRAGMA temp_store = MEMORY")
            // Debian's SQLite overwrites deleted pages with zeros and writes those to the log;
            // FAST does so only where it costs no further write.
            try connection.execute(sql: "PRAGMA secure_delete = FAST")
        }
    }
}
