import Foundation
import MailTypes
import Synchronization
import Testing
import WaxwingCore
import WaxwingTesting

@testable import WaxwingStore

/// What is left when the process or the disk fails.
@Suite struct FaultTests {
    private static let log = DataFolder.databaseName + "-wal"

    /// The log is cut where a crash may cut it: between any two of its pages, and inside of one.
    @Test func crashAtAnyMomentKeepsWhatWasAcknowledged() async throws {
        let store = try await TemporaryStore.make()
        let size = { try Self.size(of: store.folder.path(of: Self.log)) }
        let begin = try size()
        var acknowledgedAt: [Int] = []
        for number in Int64(0)..<3 {
            let new = NewMessage.sample(
                number, to: ["anna", "bert"], content: [UInt8](repeating: 65, count: 10_000))
            try await store.service.accept(new, lease: nil)
            acknowledgedAt.append(try size())
        }
        let end = try size()
        #expect(end > begin)
        for cut in stride(from: begin, through: end, by: 2060) {  // half a page and its header
            let copy = try Self.copy(store.folder, logLength: cut)
            defer { try? copy.remove() }
            let reopened = try await ServiceStore(SQLiteDatabase(folder: copy))
            let acknowledged = acknowledgedAt.filter { $0 <= cut }.count
            try await Self.expectWhole(reopened, messages: acknowledged, cut: cut)
        }
    }

    private static func expectWhole(
        _ store: ServiceStore, messages: Int, cut: Int
    ) async throws {
        #expect(try await store.queueLength() == messages * 2, "log cut at \(cut)")
        let attempts = try await store.statistics(in: .sample, since: .testStart)
        #expect(attempts.map(\.deliveryAttempts).reduce(0, +) == messages * 2)
        for number in Int64(0)..<3 {
            let message = try await store.message(.init(number: number))
            #expect((message?.content.count == 10_000) == (number < messages))
            let sender = try await store.sender(of: .init(number: number))
            #expect((sender != nil) == (number < messages))
        }
    }

    /// Mail that tells of a change is there with it, and without it is not.
    @Test func crashAtAnyMomentLeavesAChangeWithItsMail() async throws {
        let store = try await TemporaryStore.make()
        let size = { try Self.size(of: store.folder.path(of: Self.log)) }
        let identity = Identity(
            name: .domain("sender.example"), createdAt: .testStart, verificationToken: "token")
        _ = try await store.service.insert(identity, in: .sample)
        let begin = try size()
        let updated = try await store.service.updateAndQueue(identity.name, in: .sample) {
            $0.verification = .failed
            return [.sample(1, content: [UInt8](repeating: 65, count: 10_000))]
        }
        #expect(updated?.queued.map(\.message.id.number) == [1])
        let end = try size()
        #expect(end > begin)
        for cut in Array(stride(from: begin, to: end, by: 2060)) + [end] {
            let copy = try Self.copy(store.folder, logLength: cut)
            defer { try? copy.remove() }
            let reopened = try await ServiceStore(SQLiteDatabase(folder: copy))
            let found = try await reopened.identity(named: identity.name, in: .sample)
            let isChanged = found?.verification == .failed
            #expect(isChanged == (cut == end), "log cut at \(cut)")
            #expect(try await reopened.queueLength() == (isChanged ? 1 : 0), "log cut at \(cut)")
        }
    }

    @Test func crashUnderLoadKeepsWhatWasAcknowledged() async throws {
        let store = try await TemporaryStore.make()
        let acknowledged = Acknowledged()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for caller in Int64(0)..<20 {
                group.addTask {
                    for number in caller * 100..<caller * 100 + 20 {
                        try await store.service.accept(.sample(number), lease: nil)
                        acknowledged.insert(number)
                    }
                }
            }
            for _ in 0..<4 {
                group.addTask {
                    // What is known before the copy is made has to be in it.
                    let known = acknowledged.numbers
                    let copy = try Self.copy(store.folder)
                    defer { try? copy.remove() }
                    try await Self.expectAll(known, in: copy)
                }
            }
            try await group.waitForAll()
        }
        let copy = try Self.copy(store.folder)
        defer { try? copy.remove() }
        #expect(acknowledged.numbers.count == 400)
        try await Self.expectAll(acknowledged.numbers, in: copy)
    }

    private static func expectAll(_ known: Set<Int64>, in folder: DataFolder) async throws {
        let reopened = try await ServiceStore(SQLiteDatabase(folder: folder))
        #expect(try await reopened.queueLength() >= known.count)
        for number in known {
            #expect(try await reopened.message(.init(number: number)) != nil, "\(number)")
        }
    }

    @Test func fullDiskRefusesNewMailAndKeepsWhatItHas() async throws {
        let store = try await TemporaryStore.make()
        let pages = try #require(try store.database.pragma("page_count"))
        try store.database.limitPages(to: pages + 40)
        // Many share a commit, and those that there is room for do not fail with the others.
        let outcomes = await accept(60, into: store.service)
        let accepted = outcomes.filter { $0.error == nil }.map(\.number)
        #expect(!accepted.isEmpty && accepted.count < 60)
        #expect(outcomes.compactMap(\.error).allSatisfy { $0 == .full })
        try await expectExactly(accepted, in: store.service)

        // What it has can be delivered, and makes room.
        let lease = Lease(worker: WorkerID("worker"), until: .testStart + .seconds(60))
        let held = try await store.service.lease(100, under: lease, now: .testStart)
        #expect(held.count == accepted.count)
        let settled = try await store.service.settle(
            held.map { delivery in
                Settlement(
                    delivery: delivery.id, scope: .sample, outcome: .delivered(reply: "250 Ok"))
            }, by: lease.worker, now: .testStart)
        #expect(settled.count == accepted.count)
        try await store.service.accept(large(100), lease: nil)

        try store.database.limitPages(to: nil)
        for outcome in await accept(60, into: store.service, from: 200) {
            #expect(outcome.error == nil)
        }
        #expect(try await store.service.queueLength() == 61)
    }

    @Test func aMessageTooLargeForTheDiskFailsAlone() async throws {
        let store = try await TemporaryStore.make()
        let pages = try #require(try store.database.pragma("page_count"))
        try store.database.limitPages(to: pages + 60)
        let huge = NewMessage.sample(0, content: [UInt8](repeating: 65, count: 400_000))
        let refused = Task { try await store.service.accept(huge, lease: nil) }
        let outcomes = await accept(5, into: store.service, from: 1)
        await #expect(throws: StoreError.full) { try await refused.value }
        #expect(outcomes.compactMap(\.error).isEmpty)
        try await expectExactly(outcomes.map(\.number), in: store.service)
    }

    private func expectExactly(_ numbers: [Int64], in store: ServiceStore) async throws {
        #expect(try await store.queueLength() == numbers.count)
        for number in numbers {
            let id = QueuedMessage.ID(number: number)
            #expect(try await store.message(id) == large(number).message)
        }
        let counts = try await store.statistics(in: .sample, since: .testStart)
        #expect(counts.map(\.deliveryAttempts) == [numbers.count])
    }

    private func large(_ number: Int64) -> NewMessage {
        .sample(number, content: [UInt8](repeating: 65, count: 10_000))
    }

    private func accept(
        _ count: Int, into store: ServiceStore, from first: Int64 = 0
    ) async -> [(number: Int64, error: StoreError?)] {
        await withTaskGroup(of: (Int64, StoreError?).self) { group in
            for number in first..<first + Int64(count) {
                group.addTask {
                    do {
                        try await store.accept(large(number), lease: nil)
                        return (number, nil)
                    } catch {
                        return (number, error as? StoreError ?? .unavailable("\(error)"))
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
    }

    // MARK: Copies, as a crash leaves them

    /// The database file stands still while the log is short, and the log only grows: a copy of
    /// first the one, then the other is what a crash at that moment leaves.
    private static func copy(_ folder: DataFolder, logLength: Int? = nil) throws -> DataFolder {
        let copy = try DataFolder.temporary()
        try FileManager.default.copyItem(
            atPath: folder.path(of: DataFolder.databaseName),
            toPath: copy.path(of: DataFolder.databaseName))
        let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path(of: log)))
        try bytes.prefix(logLength ?? bytes.count)
            .write(to: URL(fileURLWithPath: copy.path(of: log)))
        return copy
    }

    private static func size(of path: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    }
}

/// The messages whose callers were told that they are safe.
private final class Acknowledged: Sendable {
    private let inserted = Mutex<Set<Int64>>([])

    var numbers: Set<Int64> { inserted.withLock { $0 } }

    func insert(_ number: Int64) { inserted.withLock { _ = $0.insert(number) } }
}
