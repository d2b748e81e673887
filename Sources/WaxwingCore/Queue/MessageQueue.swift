import MailTypes

/// The way into the queue: a message is on disk, or with PostgreSQL committed, when it returns.
public struct MessageQueue: Sendable {
    let store: any QueueStore
    let dispatcher: any DeliveryDispatcher
    let identifiers: MessageIdentifiers
    let clock: any WallClock
    /// How long deliveries are tried when nothing else is said: 14 hours, as SES.
    public let lifetime: Duration

    public init(
        store: any QueueStore, dispatcher: any DeliveryDispatcher,
        identifiers: MessageIdentifiers, clock: any WallClock,
        lifetime: Duration = .seconds(50_400)
    ) {
        self.store = store
        self.dispatcher = dispatcher
        self.identifiers = identifiers
        self.clock = clock
        self.lifetime = lifetime
    }

    /// A row number for a message that is about to be accepted.
    public func nextRow() -> QueuedMessage.ID { identifiers.nextRow(at: clock.now()) }

    /// How a request under that key was answered, if there was one lately.
    func answer(under key: IdempotencyKey, in scope: Scope) async throws -> IdempotentAnswer? {
        try await store.answer(under: key, in: scope, at: clock.now())
    }

    /// Takes responsibility for a message.
    /// - Throws: ``ServiceError/unavailable(_:)`` when it could not be written; nothing is queued.
    public func accept(_ message: NewMessage) async throws {
        try await accept([message], answering: nil)
    }

    /// Takes responsibility for messages, all or none.
    /// - Throws: ``AlreadyAnswered``, or ``StoreError`` when they could not be written.
    public func accept(
        _ messages: [NewMessage], answering answer: IdempotentAnswer?
    ) async throws {
        let accepted = messages.map { AcceptedMessage($0, lease: lease(for: $0)) }
        do {
            try await store.accept(accepted, answering: answer)
        } catch {
            for held in accepted where held.lease != nil {
                dispatcher.cancelReservation(
                    recipients: held.message.recipients.count,
                    bytes: held.message.message.content.count)
            }
            throw error
        }
        var someWait = false
        for held in accepted {
            if held.lease == nil {
                someWait = someWait || !held.message.recipients.isEmpty
            } else {
                dispatcher.dispatch(held.message)
            }
        }
        if someWait { dispatcher.wake() }
    }

    /// Has messages delivered that are in the queue already, put there in a transaction of another
    /// store's.
    func carry(_ messages: [NewMessage]) {
        guard !messages.isEmpty else { return }
        store.noteAccepted(messages)
        dispatcher.wake()
    }

    private func lease(for message: NewMessage) -> Lease? {
        guard message.notBefore == nil, !message.recipients.isEmpty else { return nil }
        return dispatcher.reserve(
            recipients: message.recipients.count, bytes: message.message.content.count)
    }
}
