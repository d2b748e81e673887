import MailTypes
public import WaxwingCore

/// What every queue promises; the statistics are part of it, because accepting and settling count.
public enum QueueStoreChecks {
    public typealias Store = any QueueStore & StatisticsStore
    typealias Check = StoreCheck<Store>

    public static let all: [StoreCheck<Store>] =
        accepting + leasing + settling + ending + counting + sending + scheduling

    static let worker = WorkerID("worker-1")
    static let other = WorkerID("worker-2")
    static let start = UnixTime.testStart

    static func lease(of worker: WorkerID = worker, for seconds: Int = 60) -> Lease {
        Lease(worker: worker, until: start + .seconds(seconds))
    }

    static func id(_ message: Int64, _ index: Int = 0) -> Delivery.ID {
        Delivery.ID(message: QueuedMessage.ID(number: message), index: index)
    }

    static func settlement(
        _ delivery: Delivery.ID, _ outcome: DeliveryOutcome, report: NewMessage? = nil
    ) -> Settlement {
        Settlement(delivery: delivery, scope: .sample, outcome: outcome, report: report)
    }

    static let delivered = DeliveryOutcome.delivered(reply: "250 2.0.0 Ok")
    static let bounced = DeliveryOutcome.bounced(reply: "550 5.1.1 No such user")

    // MARK: Accepting

    static let accepting = [
        Check("an accepted message is read back byte for byte, and its deliveries are due") {
            let content = (0...255).map { UInt8($0) } + Array("\r\n".utf8)
            let new = NewMessage.sample(1, to: ["anna", "a \"b\"", "zoë"], content: content)
            try await $0.accept(new, lease: nil)
            try expectEqual(try await $0.message(new.message.id), new.message)
            try expectEqual(try await $0.queueLength(), 3)
            try expectEqual(try await $0.nextDue(), start)
            let leased = try await $0.lease(10, under: lease(), now: start)
            try expectEqual(leased, new.deliveries)
        },
        Check("paths are kept, null ones too") {
            let plain = NewMessage.sample(1)
            let report = NewMessage.sample(2, reversePath: .null)
            try await $0.accept(plain, lease: nil)
            try await $0.accept(report, lease: nil)
            try expectEqual(try await $0.message(plain.message.id), plain.message)
            try expectEqual(try await $0.message(report.message.id), report.message)
        },
        Check("an empty message is one") {
            let new = NewMessage.sample(1, content: [])
            try await $0.accept(new, lease: nil)
            try expectEqual(try await $0.message(new.message.id)?.content, [])
        },
        Check("a message without recipients is not kept") {
            let new = NewMessage.sample(1, to: [])
            try await $0.accept(new, lease: nil)
            try expectEqual(try await $0.message(new.message.id), nil)
        },
        Check("a row number is taken once, and the second message leaves nothing behind") {
            let first = NewMessage.sample(1)
            try await $0.accept(first, lease: nil)
            let second = NewMessage.sample(1, to: ["bert", "carl"], content: [1])
            var isRefused = false
            do { try await $0.accept(second, lease: nil) } catch { isRefused = true }
            try expect(isRefused, "the second message was taken")
            try expectEqual(try await $0.message(first.message.id), first.message)
            try expectEqual(try await $0.queueLength(), 1)
            try expectEqual(
                try await $0.statistics(in: .sample, since: start).map(\.deliveryAttempts), [1])
        },
        Check("many callers at once all get in") { store in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...200 {
                    group.addTask { try await store.accept(.sample(Int64(number)), lease: nil) }
                }
                try await group.waitForAll()
            }
            try expectEqual(try await store.queueLength(), 200)
        },
    ]

    // MARK: Leasing

    static let leasing = [
        Check("a delivery has one holder") {
            try await $0.accept(.sample(1, to: ["anna", "bert"]), lease: nil)
            try expectEqual(try await $0.lease(1, under: lease(), now: start).map(\.id), [id(1)])
            let second = try await $0.lease(9, under: lease(of: other), now: start)
            try expectEqual(second.map(\.id), [id(1, 1)])
            try expectEqual(try await $0.lease(9, under: lease(), now: start).count, 0)
        },
        Check("workers at once share the deliveries between them") { store in
            for number in 1...40 { try await store.accept(.sample(Int64(number)), lease: nil) }
            let taken = try await withThrowingTaskGroup(of: [Delivery.ID].self) { group in
                for number in 0..<8 {
                    let lease = lease(of: WorkerID("worker-\(number)"))
                    group.addTask { try await store.lease(7, under: lease, now: start).map(\.id) }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            try expectEqual(taken.count, 40, "number of leases")
            try expectEqual(Set(taken).count, 40, "number of deliveries leased")
        },
        Check("the longest due come first, and what is not due does not come") {
            try await $0.accept(.sample(1, at: start + .seconds(20)), lease: nil)
            try await $0.accept(.sample(2, at: start + .seconds(10)), lease: nil)
            try await $0.accept(.sample(3, at: start), lease: nil)
            let now = start + .seconds(10)
            try expectEqual(try await $0.nextDue(), start)
            let leased = try await $0.lease(9, under: lease(), now: now)
            try expectEqual(leased.map(\.id), [id(3), id(2)])
            try expectEqual(try await $0.nextDue(), start + .seconds(20))
        },
        Check("a limit of nothing leases nothing") {
            try await $0.accept(.sample(1), lease: nil)
            try expectEqual(try await $0.lease(0, under: lease(), now: start), [])
        },
        Check("a lease that is over makes the delivery due again, attempts unchanged") {
            try await $0.accept(.sample(1), lease: nil)
            _ = try await $0.lease(1, under: lease(), now: start)
            try expectEqual(try await $0.nextDue(), start + .seconds(60))
            let before = start + .milliseconds(59_999)
            try expectEqual(try await $0.lease(1, under: lease(of: other), now: before), [])
            let again = try await $0.lease(
                1, under: lease(of: other, for: 120), now: start + .seconds(60))
            try expectEqual(again, NewMessage.sample(1).deliveries)
        },
        Check("deliveries accepted with a lease are held from birth") {
            try await $0.accept(.sample(1, to: ["anna", "bert"]), lease: lease())
            try expectEqual(try await $0.lease(9, under: lease(of: other), now: start), [])
            try expectEqual(try await $0.nextDue(), start + .seconds(60))
            let settled = try await $0.settle(
                [settlement(id(1), delivered), settlement(id(1, 1), delivered)], by: worker,
                now: start)
            try expectEqual(settled, [id(1), id(1, 1)])
            try expectEqual(try await $0.queueLength(), 0)
        },
        Check("ending leases leaves those of the worker itself") {
            try await $0.accept(.sample(1), lease: lease(of: other))
            try await $0.accept(.sample(2), lease: lease())
            try await $0.accept(.sample(3, at: start + .seconds(30)), lease: nil)
            try await $0.endLeases(exceptOf: worker)
            let leased = try await $0.lease(9, under: lease(), now: start)
            try expectEqual(leased.map(\.id), [id(1)])
            let later = try await $0.lease(9, under: lease(), now: start + .seconds(30))
            try expectEqual(later.map(\.id), [id(3)])
        },
    ]
}
