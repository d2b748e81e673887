import Dispatch
import Synchronization
import Testing
import WaxwingCore
import WaxwingTesting

@testable import WaxwingStore

@Suite struct SQLiteDatabaseTests {
    @Test(arguments: [
        ("synchronous", 2),  // FULL: a commit waits for the disk
        ("foreign_keys", 1), ("page_size", 4096), ("wal_autocheckpoint", 8192), ("mmap_size", 0),
        ("cache_size", -8192),
    ])
    func writesWithThisSetting(name: String, value: Int) async throws {
        let store = try await TemporaryStore.make()
        // SQLite without memory mapping gives no row for mmap_size.
        #expect(try store.database.pragma(name) ?? 0 == value)
    }

    @Test func valuesOfEveryTypeComeBack() async throws {
        let store = try await TemporaryStore.make()
        let values: [SQLValue] = [
            .null, .integer(Int64.min), .double(0.1), .text("Zoë"), .text(""),
            .blob([0, 255]), .blob([]),
        ]
        let row = try await store.database.read {
            try $0.row("SELECT $1, $2, $3, $4, $5, $6, $7", values)
        }
        #expect(row == SQLRow(values))
    }

    @Test func readsWhatWasCommitted() async throws {
        let store = try await TemporaryStore.make()
        for number in 1...100 {
            try await store.service.accept(.sample(Int64(number)), lease: nil)
            #expect(try await store.service.queueLength() == number)
        }
    }

    @Test func oneThatThrowsDoesNotSpoilTheOthers() async throws {
        let store = try await TemporaryStore.make()
        let batch = Batch(on: store.database, size: 10)
        let outcomes = await batch.outcomes { number, transaction in
            try transaction.accept(.sample(Int64(number), to: ["anna", "bert"]), lease: nil)
            if number == 4 { throw Refusal() }
        }
        #expect(outcomes.map(\.error) == (0..<10).map { $0 == 4 ? "refused" : nil })
        // They shared a transaction: those up to the one that threw ran again after it.
        #expect(outcomes.map(\.runs) == [2, 2, 2, 2, 2, 1, 1, 1, 1, 1])
        #expect(try await store.service.queueLength() == 18)
        #expect(try await store.service.sender(of: .init(number: 4)) == nil)
        let counts = try await store.service.statistics(in: .sample, since: .testStart)
        #expect(counts.map(\.deliveryAttempts) == [18])
    }

    @Test func batchWithoutErrorsRunsOnce() async throws {
        let store = try await TemporaryStore.make()
        let count = SQLiteWriter.batchLimit * 2 + 1
        let batch = Batch(on: store.database, size: count)
        let outcomes = await batch.outcomes { number, transaction in
            try transaction.accept(.sample(Int64(number)), lease: nil)
        }
        #expect(outcomes.allSatisfy { $0.runs == 1 && $0.error == nil })
        #expect(try await store.service.queueLength() == count)
    }

    @Test func closingFinishesWhatWasBegunAndRefusesTheRest() async throws {
        let store = try await TemporaryStore.make()
        try await store.service.accept(.sample(1), lease: nil)
        await store.database.close()
        await store.database.close()
        await #expect(throws: StoreError.unavailable("the database is closed")) {
            try await store.service.accept(.sample(2), lease: nil)
        }
        await #expect(throws: StoreError.self) { try await store.service.queueLength() }
        let again = try await ServiceStore(SQLiteDatabase(folder: store.folder))
        #expect(try await again.queueLength() == 1)
    }
}

struct Refusal: Error, CustomStringConvertible {
    var description: String { "refused" }
}

/// Writes that wait together, because the writer is held up until all of them do.
private final class Batch: Sendable {
    struct Outcome: Sendable {
        var runs = 0
        var error: String?
    }

    private let database: SQLiteDatabase
    private let recorded: Mutex<[Outcome]>

    init(on database: SQLiteDatabase, size: Int) {
        self.database = database
        recorded = Mutex(Array(repeating: Outcome(), count: size))
    }

    func outcomes(
        of body: @escaping @Sendable (Int, any SQLTransaction) throws -> Void
    ) async -> [Outcome] {
        let gate = DispatchSemaphore(value: 0)
        let (ended, end) = AsyncStream.makeStream(of: Void.self)
        database.writer.submit(
            QueuedWrite(
                run: { _ in
                    gate.wait()
                    gate.signal()  // it runs again when the batch does
                    return {}
                }, fail: { _ in }))
        let size = recorded.withLock(\.count)
        for number in 0..<size {
            let write = QueuedWrite(
                run: { transaction in
                    self.recorded.withLock { $0[number].runs += 1 }
                    try body(number, transaction)
                    return { end.yield() }
                },
                fail: { error in
                    self.recorded.withLock { $0[number].error = "\(error)" }
                    end.yield()
                })
            database.writer.submit(write)
        }
        gate.signal()
        var left = size
        for await _ in ended {
            left -= 1
            if left == 0 { break }
        }
        return recorded.withLock { $0 }
    }
}
