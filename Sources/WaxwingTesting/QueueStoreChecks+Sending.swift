import MailTypes
import WaxwingCore

// What sending asks of the queue.
extension QueueStoreChecks {
    static func submission(
        _ record: MessageRecord = .sample, quotaCount: Int = 2
    ) -> NewMessage.Submission {
        NewMessage.Submission(record: record, quotaCount: quotaCount)
    }

    static func answer(
        _ key: String = "key", digest: UInt8 = 1, in scope: Scope = .sample,
        at time: UnixTime = start, text: String = "answer"
    ) throws -> IdempotentAnswer {
        guard let key = IdempotencyKey(key) else { throw BrokenPromise(description: "no key") }
        return IdempotentAnswer(
            request: IdempotentRequest(key: key, digest: [digest]), scope: scope,
            answeredAt: time, text: text)
    }

    static let sending = [
        Check("what is known of a message is kept with it, and outlives its bytes") {
            let new = NewMessage.sample(
                1, handling: .init(requiresTLS: true, poolName: "pool"), submission: submission())
            try await $0.accept(new, lease: lease())
            try expectEqual(try await $0.message(new.message.id), new.message)
            try await $0.settle([settlement(id(1), delivered)], by: worker, now: start)
            try expectEqual(try await $0.message(new.message.id), nil)
            try expectEqual(try await $0.record(of: new.message.id), .sample)
        },
        Check("each fate of a message is kept") {
            var rejected = MessageRecord.sample
            rejected.fate = .rejected(reason: "Bad content")
            var failed = MessageRecord.sample
            failed.fate = .renderingFailed(template: "t", error: "Attribute 'x' is not present")
            for (number, record) in [(Int64(1), rejected), (2, failed)] {
                let new = NewMessage.sample(number, to: [], submission: submission(record))
                try await $0.accept(new, lease: nil)
                try expectEqual(try await $0.record(of: new.message.id), record)
                try expectEqual(try await $0.message(new.message.id), nil)
            }
            try expectEqual(try await $0.queueLength(), 0)
            let counted = try await $0.statistics(in: .sample, since: start)
            try expectEqual(counted.map(\.rejects), [2])
            try expectEqual(counted.map(\.deliveryAttempts), [0])
            try expectEqual(counted.map(\.accepted), [4])
            // A suppressed recipient of each: they stand in the sample.
            try expectEqual(counted.map(\.suppressed), [2])
        },
        Check("a message that is to wait is due when it says, and its lease begins then") {
            let later = start + .seconds(86_400)
            try await $0.accept(
                .sample(1, submission: submission(), notBefore: later), lease: nil)
            try expectEqual(try await $0.nextDue(), later)
            try expectEqual(try await $0.lease(9, under: lease(), now: start), [])
            try expectEqual(try await $0.lease(9, under: lease(), now: later).map(\.id), [id(1)])
        },
        Check("a message sent late is known as long as others after it was sent") {
            let later = start + .seconds(20 * 86_400)
            try await $0.accept(.sample(1, notBefore: later), lease: nil)
            _ = try await $0.lease(9, under: lease(), now: later)
            try await $0.settle([settlement(id(1), delivered)], by: worker, now: later)
            let forgotten = try await $0.forgetMessages(acceptedBefore: later, limit: 9)
            try expectEqual(forgotten, 0)
            let after = later + .seconds(86_400)
            try expectEqual(try await $0.forgetMessages(acceptedBefore: after, limit: 9), 1)
        },
        Check("messages are accepted together, or none of them") { store in
            let batch = [1, 2, 3].map { AcceptedMessage(.sample($0), lease: nil) }
            try await store.accept(batch, answering: nil)
            try expectEqual(try await store.queueLength(), 3)
            let second = [4, 3].map { AcceptedMessage(.sample($0), lease: nil) }
            var isRefused = false
            do {
                try await store.accept(second, answering: try answer())
            } catch {
                isRefused = true
            }
            try expect(isRefused, "a number was taken twice")
            try expectEqual(try await store.queueLength(), 3)
            let key = try answer().request.key
            try expectEqual(try await store.answer(under: key, in: .sample, at: start), nil)
        },
        Check("an answer is kept under its key, in its account and region, for a day") {
            let kept = try answer()
            let key = kept.request.key
            try await $0.accept([AcceptedMessage(.sample(1), lease: nil)], answering: kept)
            try expectEqual(try await $0.answer(under: key, in: .sample, at: start), kept)
            try expectEqual(try await $0.answer(under: key, in: .otherAccount, at: start), nil)
            try expectEqual(try await $0.answer(under: key, in: .otherRegion, at: start), nil)
            let nextDay = start + .seconds(86_400)
            try expectEqual(try await $0.answer(under: key, in: .sample, at: nextDay), nil)
        },
        Check("a key that is taken takes nothing in, and tells the answer") { store in
            let kept = try answer()
            try await store.accept([AcceptedMessage(.sample(1), lease: nil)], answering: kept)
            var known: IdempotentAnswer?
            do {
                try await store.accept(
                    [AcceptedMessage(.sample(2), lease: nil)],
                    answering: try answer(digest: 2, text: "another"))
            } catch let error as AlreadyAnswered {
                known = error.answer
            }
            try expectEqual(known, kept)
            try expectEqual(try await store.queueLength(), 1)
            let nextDay = start + .seconds(86_400)
            let later = try answer(digest: 2, at: nextDay, text: "another")
            try await store.accept([AcceptedMessage(.sample(3), lease: nil)], answering: later)
            let found = try await store.answer(under: kept.request.key, in: .sample, at: nextDay)
            try expectEqual(found, later)
        },
        Check("of many with one key at the same time one is taken") { store in
            let taken = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 1...20 {
                    let answer = try answer(text: "\(number)")
                    group.addTask {
                        do {
                            try await store.accept(
                                [AcceptedMessage(.sample(Int64(number)), lease: nil)],
                                answering: answer)
                            return true
                        } catch is AlreadyAnswered {
                            return false
                        }
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            try expectEqual(taken, 1)
            try expectEqual(try await store.queueLength(), 1)
        },
    ]
}
