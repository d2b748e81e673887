import MailTypes
import WaxwingCore

extension QueueStoreChecks {
    static let settling = [
        Check("a deferred delivery is due when its time has come, with its attempt and reply") {
            try await $0.accept(.sample(1), lease: lease())
            let again = start + .seconds(300)
            let outcome = DeliveryOutcome.deferred(until: again, reply: "451 4.3.0 Later")
            try expectEqual(
                try await $0.settle([settlement(id(1), outcome)], by: worker, now: start), [id(1)])
            try expectEqual(try await $0.nextDue(), again)
            let early = again - .milliseconds(1)
            try expectEqual(try await $0.lease(1, under: lease(), now: early), [])
            let leased = try await $0.lease(1, under: lease(for: 600), now: again)
            try expectEqual(leased.map(\.attempts), [1])
            try expectEqual(leased.map(\.lastReply), ["451 4.3.0 Later"])
        },
        Check("a postponed delivery is due when it says, and nothing was attempted") {
            try await $0.accept(.sample(1), lease: lease())
            let now = start + .seconds(1)
            try await $0.settle([settlement(id(1), .postponed(until: now))], by: worker, now: now)
            try expectEqual(
                try await $0.lease(1, under: lease(of: other), now: now),
                NewMessage.sample(1).deliveries)
        },
        Check("what another worker settles changes nothing") { store in
            try await store.accept(.sample(1), lease: lease())
            let outcomes = [
                delivered, bounced, .postponed(until: start),
                .deferred(until: start, reply: "451 Later"),
            ]
            for outcome in outcomes {
                let report = NewMessage.sample(2, reversePath: .null)
                let settled = try await store.settle(
                    [settlement(id(1), outcome, report: report)], by: other, now: start)
                try expectEqual(settled, [])
            }
            try expectEqual(try await store.queueLength(), 1)
            try expectEqual(try await store.nextDue(), start + .seconds(60))
            try expectEqual(try await store.message(id(2).message), nil)
            try expectEqual(
                try await store.statistics(in: .sample, since: start).map(\.bounces), [0])
        },
        Check("a lease that went to another worker is settled by that one alone") {
            try await $0.accept(.sample(1), lease: lease())
            let late = start + .seconds(61)
            _ = try await $0.lease(1, under: lease(of: other, for: 120), now: late)
            try expectEqual(
                try await $0.settle([settlement(id(1), delivered)], by: worker, now: late), [])
            try expectEqual(
                try await $0.settle([settlement(id(1), delivered)], by: other, now: late), [id(1)])
        },
        Check("what is due, and nobody's, cannot be settled") {
            try await $0.accept(.sample(1), lease: nil)
            try expectEqual(
                try await $0.settle([settlement(id(1), delivered)], by: worker, now: start), [])
            try expectEqual(try await $0.queueLength(), 1)
        },
        Check("a settlement counts once, and one that does not count leaves the others") {
            try await $0.accept(.sample(1), lease: lease())
            try await $0.accept(.sample(2), lease: lease())
            let both = [
                settlement(id(1), delivered), settlement(id(7), delivered),
                settlement(id(1), bounced), settlement(id(2), bounced),
            ]
            try expectEqual(try await $0.settle(both, by: worker, now: start), [id(1), id(2)])
            try expectEqual(try await $0.settle(both, by: worker, now: start), [])
            try expectEqual(
                try await $0.statistics(in: .sample, since: start).map(\.bounces), [1])
        },
        Check("a report goes into the queue with the bounce that it reports") {
            try await $0.accept(.sample(1), lease: lease())
            let report = NewMessage.sample(
                2, to: ["sender"], reversePath: .null, at: start + .seconds(5))
            try await $0.settle(
                [settlement(id(1), bounced, report: report)], by: worker, now: start + .seconds(5))
            try expectEqual(try await $0.message(report.message.id), report.message)
            let leased = try await $0.lease(9, under: lease(), now: start + .seconds(5))
            try expectEqual(leased, report.deliveries)
        },
        Check("a report that cannot be queued keeps the bounce from being settled") {
            try await $0.accept(.sample(1), lease: lease())
            try await $0.accept(.sample(2), lease: lease())
            var isRefused = false
            do {
                try await $0.settle(
                    [settlement(id(1), bounced, report: .sample(2))], by: worker, now: start)
            } catch {
                isRefused = true
            }
            try expect(isRefused, "a report with the number of another message was taken")
            try expectEqual(try await $0.queueLength(), 2)
        },
        Check("a delivery that goes on has no report") {
            try await $0.accept(.sample(1), lease: lease())
            let outcome = DeliveryOutcome.deferred(until: start, reply: "451 Later")
            try await $0.settle(
                [settlement(id(1), outcome, report: .sample(2))], by: worker, now: start)
            try expectEqual(try await $0.message(id(2).message), nil)
        },
    ]

    // MARK: When all is done

    static let ending = [
        Check("the bytes go with the last delivery, the sender stays known") {
            let new = NewMessage.sample(1, to: ["anna", "bert"])
            try await $0.accept(new, lease: lease())
            try await $0.settle([settlement(id(1), delivered)], by: worker, now: start)
            try expectEqual(try await $0.message(new.message.id), new.message)
            try await $0.settle([settlement(id(1, 1), bounced)], by: worker, now: start)
            try expectEqual(try await $0.message(new.message.id), nil)
            try expectEqual(
                try await $0.sender(of: new.message.id),
                MessageSender(
                    scope: .sample, messageID: new.message.messageID,
                    reversePath: new.message.reversePath, feedbackPath: new.message.feedbackPath))
        },
        Check("nobody sent a message that is not known") {
            try expectEqual(try await $0.sender(of: id(1).message), nil)
            try expectEqual(try await $0.message(id(1).message), nil)
            try expectEqual(try await $0.nextDue(), nil)
            try expectEqual(try await $0.queueLength(), 0)
        },
        Check("only old messages are forgotten, and none that is still in the queue") { store in
            for number in 1...6 {
                try await store.accept(
                    .sample(Int64(number), at: start + .seconds(number)), lease: lease())
            }
            let ended = [1, 3, 4, 5, 6].map { settlement(id($0), delivered) }
            try await store.settle(ended, by: worker, now: start)
            let bound = start + .seconds(5)
            try expectEqual(try await store.forgetMessages(acceptedBefore: bound, limit: 2), 2)
            try expectEqual(try await store.forgetMessages(acceptedBefore: bound, limit: 9), 1)
            try expectEqual(try await store.forgetMessages(acceptedBefore: bound, limit: 9), 0)
            var known: [Int64] = []
            for number in Int64(1)...6 where try await store.sender(of: id(number).message) != nil {
                known.append(number)
            }
            try expectEqual(known, [2, 5, 6])
            try expect(try await store.message(id(2).message) != nil, "a queued message is gone")
        },
        Check("removing everything leaves an empty queue that works") {
            try await $0.accept(.sample(1), lease: nil)
            try await $0.accept(.sample(2), lease: lease())
            try await $0.removeAllMessages()
            try expectEqual(try await $0.queueLength(), 0)
            try expectEqual(try await $0.sender(of: id(1).message), nil)
            try await $0.accept(.sample(1), lease: nil)
            try expectEqual(try await $0.lease(9, under: lease(), now: start).map(\.id), [id(1)])
        },
    ]

    // MARK: Counting

    static let counting = [
        Check("recipients are counted as attempts in the quarter they were accepted in") {
            try await $0.accept(.sample(1, to: ["anna", "bert"], at: start), lease: nil)
            try await $0.accept(.sample(2, at: start + .seconds(899)), lease: nil)
            try await $0.accept(.sample(3, at: start + .seconds(900)), lease: nil)
            let quarters = try await $0.statistics(in: .sample, since: start)
            try expectEqual(
                quarters,
                [
                    SendStatistics(timestamp: start, deliveryAttempts: 3),
                    SendStatistics(timestamp: start + .seconds(900), deliveryAttempts: 1),
                ])
            let later = try await $0.statistics(in: .sample, since: start + .seconds(900))
            try expectEqual(later.map(\.deliveryAttempts), [1])
        },
        Check("bounces are counted in the quarter they came in, retries not at all") {
            try await $0.accept(.sample(1, to: ["anna", "bert"]), lease: lease())
            let later = start + .seconds(1800)
            let outcomes = [
                settlement(id(1), bounced),
                settlement(id(1, 1), .deferred(until: later, reply: "451 Later")),
            ]
            try await $0.settle(outcomes, by: worker, now: later)
            try expectEqual(
                try await $0.statistics(in: .sample, since: start),
                [
                    SendStatistics(timestamp: start, deliveryAttempts: 2),
                    SendStatistics(timestamp: later, bounces: 1),
                ])
        },
        Check("messages of the service's own, with the null reverse-path, are not counted") {
            try await $0.accept(.sample(1, reversePath: .null), lease: lease())
            try await $0.settle([settlement(id(1), bounced)], by: worker, now: start)
            try expectEqual(try await $0.statistics(in: .sample, since: start), [])
        },
        Check("each account and region has counts of its own") {
            try await $0.accept(.sample(1), lease: nil)
            try await $0.accept(.sample(2, in: .otherAccount, to: ["anna", "bert"]), lease: nil)
            try await $0.accept(.sample(3, in: .otherRegion, to: ["a", "b", "c"]), lease: nil)
            for (scope, count) in [(Scope.sample, 1), (.otherAccount, 2), (.otherRegion, 3)] {
                try expectEqual(
                    try await $0.statistics(in: scope, since: start).map(\.deliveryAttempts),
                    [count])
            }
            try await $0.removeAllStatistics()
            try expectEqual(try await $0.statistics(in: .otherRegion, since: start), [])
        },
    ]
}
