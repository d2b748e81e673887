import Logging
import MailTypes
import Synchronization
import WaxwingCore

/// Writes down how attempts ended, many in one transaction: whatever has gathered while the last
/// write was under way.
final class SettlementWriter: Sendable {
    private let store: any QueueStore
    private let worker: WorkerID
    private let clock: any WallClock
    private let logger: Logger
    private let pending = Mutex<[Settlement]>([])
    private let signal: AsyncStream<Void>
    private let signalled: AsyncStream<Void>.Continuation

    /// Settlements of one transaction at the most.
    private static let batchLimit = 1000
    /// Time between two writes that are not full: nobody waits for a settlement, and each write
    /// would hold up those whose sender does wait.
    private static let pause = Duration.milliseconds(20)
    /// Wait before a write that failed is tried again.
    private static let retryDelay = Duration.seconds(1)

    init(store: any QueueStore, worker: WorkerID, clock: any WallClock, logger: Logger) {
        self.store = store
        self.worker = worker
        self.clock = clock
        self.logger = logger
        (signal, signalled) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    func add(_ settlements: [Settlement]) {
        pending.withLock { $0 += settlements }
        signalled.yield()
    }

    /// No more will be added: ``run(_:)`` writes what is left and returns.
    func finish() { signalled.finish() }

    /// Writes until ``finish()``; tells `settled` of each batch that has reached the disk.
    ///
    /// A write that fails (the disk is full) is tried again until it succeeds: what was delivered
    /// must not be forgotten as long as the process lives.
    func run(_ settled: @Sendable ([Settlement]) -> Void) async {
        for await _ in signal {
            await writeAll(settled)
            try? await Task.sleep(for: Self.pause)
        }
        await writeAll(settled)
    }

    private func writeAll(_ settled: @Sendable ([Settlement]) -> Void) async {
        while true {
            let batch = pending.withLock { pending in
                let batch = Array(pending.prefix(Self.batchLimit))
                pending.removeFirst(batch.count)
                return batch
            }
            if batch.isEmpty { return }
            guard await write(batch) else { return }
            settled(batch)
        }
    }

    private func write(_ batch: [Settlement]) async -> Bool {
        while true {
            do {
                try await store.settle(batch, by: worker, now: clock.now())
                return true
            } catch {
                logger.error(
                    "deliveries could not be settled",
                    metadata: ["error": "\(error)", "count": "\(batch.count)"])
            }
            do {
                try await Task.sleep(for: Self.retryDelay)
            } catch {
                return false
            }
        }
    }
}
