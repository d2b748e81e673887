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

    /// Takes responsibility for a message.
    /// - Throws: ``ServiceError/unavailable(_:)`` when it could not be written; nothing is queued.
    public func accept(_ message: NewMessage) async throws {
        let recipients = message.recipients.count
        let bytes = message.message.content.count
        let lease = dispatcher.reserve(recipients: recipients, bytes: bytes)
        do {
            try await store.accept(message, lease: lease)
        } catch {
            if lease != nil { dispatcher.cancelReservation(recipients: recipients, bytes: bytes) }
            throw error
        }
        if lease == nil { dispatcher.wake() } else { dispatcher.dispatch(message) }
    }
}
