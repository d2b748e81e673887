import MailTypes
import WaxwingCore

// Messages that wait for a time of their sender's choice.
extension QueueStoreChecks {
    private static let hour = Duration.seconds(3600)

    private static func scheduled(
        _ number: Int64, at time: UnixTime, to recipients: [String] = ["anna"],
        in scope: Scope = .sample
    ) -> NewMessage {
        .sample(number, in: scope, to: recipients, submission: submission(), notBefore: time)
    }

    static let scheduling = [
        Check("those that wait are listed by their time, page by page, and no others") { store in
            let times = [3, 1, 2, 2].map { start + .seconds(3600 * $0) }
            for (index, time) in times.enumerated() {
                try await store.accept(scheduled(Int64(index + 1), at: time), lease: nil)
            }
            try await store.accept(.sample(9, submission: submission()), lease: nil)
            try await store.accept(scheduled(10, at: start + hour, in: .otherRegion), lease: nil)
            try await store.accept(scheduled(11, at: start + hour, in: .otherAccount), lease: nil)
            var pages: [[Int64]] = []
            var position: ScheduledMessage.Position?
            repeat {
                let page = try await store.scheduledMessages(
                    in: .sample, after: position, limit: 3, now: start)
                pages.append(page.map(\.id.number))
                position = page.count == 3 ? page.last?.position : nil
            } while position != nil
            try expectEqual(pages, [[2, 3, 4], [1]])
            let later = try await store.scheduledMessages(
                in: .sample, after: nil, limit: 9, now: start + hour)
            try expectEqual(later.map(\.id.number), [3, 4, 1])
        },
        Check("one is shown with what is known of it, to its own account and region") { store in
            let new = scheduled(1, at: start + hour)
            let messageID = new.message.messageID
            try await store.accept(new, lease: nil)
            let found = try await store.scheduledMessage(messageID, in: .sample, now: start)
            try expectEqual(
                found,
                ScheduledMessage(
                    id: new.message.id, messageID: messageID, acceptedAt: start,
                    sendAt: start + hour, record: .sample, now: start))
            for scope in [Scope.otherAccount, .otherRegion] {
                try expectEqual(
                    try await store.scheduledMessage(messageID, in: scope, now: start), nil)
                try expectEqual(
                    try await store.cancelScheduled(messageID, in: scope, now: start), .unknown)
            }
            try expectEqual(
                try await store.scheduledMessage(
                    messageID, in: .sample, now: start + hour)?.state, .released)
        },
        Check("what is cancelled leaves the queue, and its record tells of it") { store in
            let new = scheduled(1, at: start + hour, to: ["anna", "bert"])
            let messageID = new.message.messageID
            try await store.accept(new, lease: nil)
            try await store.accept(scheduled(2, at: start + hour), lease: nil)
            let now = start + .seconds(60)
            try expectEqual(
                try await store.cancelScheduled(messageID, in: .sample, now: now),
                .cancelled(deliveries: 2))
            try expectEqual(try await store.queueLength(), 1)
            try expectEqual(try await store.message(new.message.id), nil)
            var record = MessageRecord.sample
            record.fate = .cancelled(at: now)
            try expectEqual(try await store.record(of: new.message.id), record)
            let shown = try await store.scheduledMessage(messageID, in: .sample, now: start)
            try expectEqual(shown?.state, .cancelled(at: now))
            let list = try await store.scheduledMessages(
                in: .sample, after: nil, limit: 9, now: now)
            try expectEqual(list.map(\.id.number), [2])
            // Attempts that never came are not counted; what it took of the quota is.
            let counted = try await store.statistics(in: .sample, since: start)
            try expectEqual(counted.map(\.deliveryAttempts), [1])
            try expectEqual(counted.map(\.accepted), [4])
            // The second time, and when its time has come, it stays so.
            for time in [now, start + hour] {
                try expectEqual(
                    try await store.cancelScheduled(messageID, in: .sample, now: time),
                    .cancelled(deliveries: 0))
            }
            try expectEqual(try await store.lease(9, under: lease(), now: start + hour).count, 1)
        },
        Check("what is due, or leased by anybody, is not cancelled") { store in
            let messageID = scheduled(1, at: start + hour).message.messageID
            try await store.accept(
                scheduled(1, at: start + hour, to: ["anna", "bert"]), lease: nil)
            try expectEqual(
                try await store.cancelScheduled(messageID, in: .sample, now: start + hour),
                .tooLate)
            // A worker whose clock is an hour ahead has one of two.
            _ = try await store.lease(1, under: lease(for: 9000), now: start + hour)
            try expectEqual(
                try await store.cancelScheduled(messageID, in: .sample, now: start), .tooLate)
            try expectEqual(try await store.queueLength(), 2)
            let deferred = DeliveryOutcome.deferred(until: start + hour + hour, reply: "451")
            try await store.settle([settlement(id(1), deferred)], by: worker, now: start + hour)
            try expectEqual(
                try await store.cancelScheduled(messageID, in: .sample, now: start), .tooLate)
            try expectEqual(try await store.queueLength(), 2)
        },
        Check("of many who cancel at once one takes the message out") { store in
            let messageID = scheduled(1, at: start + hour).message.messageID
            try await store.accept(scheduled(1, at: start + hour), lease: nil)
            let taken = try await withThrowingTaskGroup(of: Cancellation.self) { group in
                for _ in 1...20 {
                    group.addTask {
                        try await store.cancelScheduled(messageID, in: .sample, now: start)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            try expectEqual(taken.filter { $0 == .cancelled(deliveries: 1) }.count, 1)
            try expectEqual(taken.filter { $0 == .cancelled(deliveries: 0) }.count, 19)
        },
        Check("a message to nobody, and one of the service's own, are not scheduled") { store in
            try await store.accept(scheduled(1, at: start + hour, to: []), lease: nil)
            try await store.accept(.sample(2, notBefore: start + hour), lease: nil)
            let list = try await store.scheduledMessages(
                in: .sample, after: nil, limit: 9, now: start)
            try expectEqual(list, [])
            try expectEqual(
                try await store.cancelScheduled(
                    NewMessage.sample(2).message.messageID, in: .sample, now: start), .unknown)
        },
        Check("reports that are withheld are known with the message and after it") { store in
            let new = NewMessage.sample(
                1, handling: .init(withheldFeedback: .complaints), submission: submission())
            try await store.accept(new, lease: lease())
            try expectEqual(try await store.message(new.message.id), new.message)
            try await store.settle([settlement(id(1), delivered)], by: worker, now: start)
            try expectEqual(
                try await store.sender(of: new.message.id)?.withheldFeedback, .complaints)
        },
    ]
}
