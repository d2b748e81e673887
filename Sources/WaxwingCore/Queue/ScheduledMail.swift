import MailTypes

/// What waits for its time, as those see it who scheduled it and those who run the service.
public struct ScheduledMail: Sendable {
    /// Messages of one page at the most.
    public static let pageLimit = 1000

    private let store: any QueueStore
    private let clock: any WallClock

    public init(store: any QueueStore, clock: any WallClock) {
        self.store = store
        self.clock = clock
    }

    /// Those that wait, the next to be sent first.
    public func messages(
        after position: ScheduledMessage.Position? = nil, limit: Int, in scope: Scope
    ) async throws -> [ScheduledMessage] {
        try await store.scheduledMessages(
            in: scope, after: position, limit: min(max(1, limit), Self.pageLimit), now: clock.now())
    }

    /// - Throws: ``ServiceError/notFound(_:)``
    public func message(_ messageID: String, in scope: Scope) async throws -> ScheduledMessage {
        let found = try await store.scheduledMessage(messageID, in: scope, now: clock.now())
        guard let found else { throw Self.unknown(messageID) }
        return found
    }

    /// Takes a message back. One that was taken back before stays so, and is no error.
    /// - Throws: ``ServiceError/conflict(_:)`` when its time has come,
    ///   ``ServiceError/notFound(_:)`` when none of that id was scheduled.
    public func cancel(_ messageID: String, in scope: Scope) async throws {
        switch try await store.cancelScheduled(messageID, in: scope, now: clock.now()) {
        case .cancelled: return
        case .tooLate:
            throw ServiceError.conflict(
                "Message <\(messageID)> cannot be cancelled: its time has come, and it is being "
                    + "sent or was.")
        case .unknown: throw Self.unknown(messageID)
        }
    }

    private static func unknown(_ messageID: String) -> ServiceError {
        .notFound("There is no scheduled message <\(messageID.prefix(100))>.")
    }
}

extension SendingService {
    public var scheduled: ScheduledMail { ScheduledMail(store: queue.store, clock: clock) }
}
