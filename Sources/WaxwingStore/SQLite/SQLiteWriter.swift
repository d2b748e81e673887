import Dispatch
import Foundation
import GRDB
import Synchronization
import WaxwingCore

/// The one thread that writes: it puts whatever is waiting into one transaction (group commit).
///
/// Reaching the disk costs the same for one row as for a hundred. While one commit runs, callers
/// gather for the next; nobody waits for company. Every entry of the queue is a caller who waits
/// for it, so the queue is as long as there are callers, and a transaction has a bound.
final class SQLiteWriter: Sendable {
    /// Writes in one transaction at the most.
    static let batchLimit = 512

    private struct State {
        var waiting: [QueuedWrite] = []
        var closing: [CheckedContinuation<Void, Never>] = []
        var isClosed = false
        var hasEnded = false
    }

    private let pool: DatabasePool
    private let onCommit: @Sendable (Int, Duration) -> Void
    private let state = Mutex(State())
    /// Raised when the first write joins an empty queue, and at the end.
    private let wakeUp = DispatchSemaphore(value: 0)

    init(pool: DatabasePool, onCommit: @escaping @Sendable (Int, Duration) -> Void = { _, _ in }) {
        self.pool = pool
        self.onCommit = onCommit
        // A thread of its own: waiting for the disk would hold up a thread of the tasks.
        let thread = Thread { self.run() }
        thread.name = "sqlite-writer"
        thread.stackSize = 1 << 20
        thread.start()
    }

    func submit(_ write: QueuedWrite) {
        let (isFirst, isClosed) = state.withLock { state in
            if state.isClosed { return (false, true) }
            state.waiting.append(write)
            return (state.waiting.count == 1, false)
        }
        if isClosed { return write.fail(StoreError.unavailable("the database is closed")) }
        if isFirst { wakeUp.signal() }
    }

    /// Lets the thread finish what is waiting, close the database and end.
    func stop() {
        let wasOpen = state.withLock { state in
            defer { state.isClosed = true }
            return !state.isClosed
        }
        if wasOpen { wakeUp.signal() }
    }

    func stopAndWait() async {
        stop()
        await withCheckedContinuation { continuation in
            let hasEnded = state.withLock { state in
                if !state.hasEnded { state.closing.append(continuation) }
                return state.hasEnded
            }
            if hasEnded { continuation.resume() }
        }
    }

    private func run() {
        var isClosed = false
        while !isClosed {
            wakeUp.wait()
            var writes: [QueuedWrite]
            repeat {
                (writes, isClosed) = state.withLock { state in
                    defer { state.waiting.removeAll() }
                    return (state.waiting, state.isClosed)
                }
                var rest = writes[...]
                while !rest.isEmpty {
                    commit(Array(rest.prefix(Self.batchLimit)))
                    rest = rest.dropFirst(Self.batchLimit)
                }
            } while !writes.isEmpty
        }
        end()
    }

    private func end() {
        // A close that fails leaves the log beside the database; the next opening reads it.
        try? pool.close()
        let closing = state.withLock { state in
            state.hasEnded = true
            defer { state.closing = [] }
            return state.closing
        }
        for continuation in closing { continuation.resume() }
    }

    // MARK: One transaction

    private func commit(_ batch: [QueuedWrite]) {
        let start = ContinuousClock.now
        do {
            let successes = try pool.write { connection in
                let transaction = SQLiteTransaction(connection: connection)
                return try batch.map { try $0.run(transaction) }
            }
            onCommit(batch.count, start.duration(to: .now))
            for success in successes { success() }
        } catch  where batch.count > 1 {
            commitApart(batch)
        } catch {
            batch.first?.fail(StoreError.translating(error))
        }
    }

    /// Runs a batch again in which one write failed, so that the others do not fail with it.
    private func commitApart(_ batch: [QueuedWrite]) {
        do {
            let outcomes = try pool.write { connection in
                try batch.map { try outcome(of: $0, on: connection) }
            }
            for (write, outcome) in zip(batch, outcomes) {
                switch outcome {
                case .success(let success): success()
                case .failure(let error): write.fail(error)
                }
            }
        } catch {
            // A full disk takes all of a transaction with it, and yet has room for some.
            for write in batch { commit([write]) }
        }
    }

    /// - Throws: when the failure took the whole transaction with it, as a full disk may.
    private func outcome(
        of write: QueuedWrite, on connection: Database
    ) throws -> Result<QueuedWrite.Success, any Error> {
        var outcome: Result<QueuedWrite.Success, any Error>?
        do {
            try connection.inSavepoint {
                outcome = .success(try write.run(SQLiteTransaction(connection: connection)))
                return .commit
            }
        } catch {
            guard connection.isInsideTransaction else { throw error }
            outcome = .failure(StoreError.translating(error))
        }
        return outcome ?? .failure(StoreError.unavailable("a savepoint was not entered"))
    }
}

/// A write that waits for the writer, and how its caller learns of the end.
struct QueuedWrite: Sendable {
    typealias Success = @Sendable () -> Void

    /// Runs it; what it returns is called after the commit.
    let run: @Sendable (SQLiteTransaction) throws -> Success
    let fail: @Sendable (any Error) -> Void

    init<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLTransaction) throws -> Value,
        _ continuation: CheckedContinuation<Value, any Error>
    ) {
        run = { transaction in
            let value = try body(transaction)
            return { continuation.resume(returning: value) }
        }
        fail = { continuation.resume(throwing: $0) }
    }

    init(
        run: @escaping @Sendable (SQLiteTransaction) throws -> Success,
        fail: @escaping @Sendable (any Error) -> Void
    ) {
        self.run = run
        self.fail = fail
    }
}
