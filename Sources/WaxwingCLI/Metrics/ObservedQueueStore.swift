import MailTypes
import WaxwingCore

/// A queue that is counted: what goes into it and what comes out.
struct ObservedQueueStore: QueueStore {
    let base: any QueueStore
    let metrics: ServiceMetrics
    private let delivered: MetricCounter
    private let deferred: MetricCounter
    private let bounced: MetricCounter
    private let postponed: MetricCounter

    init(_ base: any QueueStore, _ metrics: ServiceMetrics) {
        self.base = base
        self.metrics = metrics
        delivered = metrics.deliveries.at(["delivered"])
        deferred = metrics.deliveries.at(["deferred"])
        bounced = metrics.deliveries.at(["bounced"])
        postponed = metrics.deliveries.at(["postponed"])
    }

    func accept(
        _ messages: [AcceptedMessage], answering answer: IdempotentAnswer?
    ) async throws {
        let start = ContinuousClock.now
        try await base.accept(messages, answering: answer)
        metrics.acceptDuration.record(start.duration(to: .now))
        for accepted in messages { count(accepted.message) }
    }

    func noteAccepted(_ messages: [NewMessage]) {
        for message in messages { count(message) }
    }

    private func count(_ message: NewMessage) {
        metrics.acceptedMessages.add()
        metrics.acceptedDeliveries.add(message.recipients.count)
        metrics.acceptedBytes.add(message.message.content.count)
        metrics.queuedDeliveries.add(message.recipients.count)
    }

    func settle(
        _ settlements: [Settlement], by worker: WorkerID, now: UnixTime
    ) async throws -> Set<Delivery.ID> {
        let changed = try await base.settle(settlements, by: worker, now: now)
        for settlement in settlements where changed.contains(settlement.delivery) {
            switch settlement.outcome {
            case .delivered:
                delivered.add()
                metrics.queuedDeliveries.add(-1)
            case .bounced:
                bounced.add()
                metrics.queuedDeliveries.add(-1)
            case .deferred: deferred.add()
            case .postponed: postponed.add()
            }
            if let report = settlement.report { count(report) }
        }
        return changed
    }

    func removeAllMessages() async throws {
        try await base.removeAllMessages()
        metrics.queuedDeliveries.set(0)
    }

    // MARK: Handed on

    func lease(_ limit: Int, under lease: Lease, now: UnixTime) async throws -> [Delivery] {
        try await base.lease(limit, under: lease, now: now)
    }

    func message(_ id: QueuedMessage.ID) async throws -> QueuedMessage? {
        try await base.message(id)
    }

    func answer(
        under key: IdempotencyKey, in scope: Scope, at now: UnixTime
    ) async throws -> IdempotentAnswer? {
        try await base.answer(under: key, in: scope, at: now)
    }

    func record(of id: QueuedMessage.ID) async throws -> MessageRecord? {
        try await base.record(of: id)
    }

    func endLeases(exceptOf worker: WorkerID) async throws {
        try await base.endLeases(exceptOf: worker)
    }

    func nextDue() async throws -> UnixTime? { try await base.nextDue() }

    func sender(of id: QueuedMessage.ID) async throws -> MessageSender? {
        try await base.sender(of: id)
    }

    func note(
        _ feedback: RecipientFeedback, of message: QueuedMessage.ID, at now: UnixTime
    ) async throws {
        try await base.note(feedback, of: message, at: now)
    }

    func queueLength() async throws -> Int { try await base.queueLength() }

    func forgetMessages(acceptedBefore time: UnixTime, limit: Int) async throws -> Int {
        try await base.forgetMessages(acceptedBefore: time, limit: limit)
    }
}
