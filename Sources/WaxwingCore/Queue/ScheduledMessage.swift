public import MailTypes

/// A message that waits for its time to be sent, or did.
public struct ScheduledMessage: Equatable, Sendable {
    public enum State: Equatable, Sendable {
        /// Its time has not come: it can be cancelled.
        case waiting
        case cancelled(at: UnixTime)
        /// Its time has come, and it goes the way of all mail.
        case released
    }

    public let id: QueuedMessage.ID
    /// What the sender was told: `0100018f…-000000`.
    public let messageID: String
    public let acceptedAt: UnixTime
    public let sendAt: UnixTime
    public let record: MessageRecord
    public let state: State

    /// - Parameter now: what its state depends on.
    public init(
        id: QueuedMessage.ID, messageID: String, acceptedAt: UnixTime, sendAt: UnixTime,
        record: MessageRecord, now: UnixTime
    ) {
        self.id = id
        self.messageID = messageID
        self.acceptedAt = acceptedAt
        self.sendAt = sendAt
        self.record = record
        state =
            switch record.fate {
            case .cancelled(let time): .cancelled(at: time)
            default: sendAt > now ? .waiting : .released
            }
    }

    /// The Subject field as it was submitted.
    public var subject: String? {
        record.headers.first { $0.name.equalsIgnoringCase("Subject") }?.value
    }

    public var position: Position { Position(sendAt: sendAt, id: id) }

    /// A place in the list, which goes by time.
    public struct Position: Equatable, Sendable {
        public let sendAt: UnixTime
        public let id: QueuedMessage.ID

        public init(sendAt: UnixTime, id: QueuedMessage.ID) {
            self.sendAt = sendAt
            self.id = id
        }

        /// Nil for a text that is none.
        public init?(_ text: some StringProtocol) {
            let numbers = text.split(separator: " ").map { Int64($0) }
            guard numbers.count == 2, let time = numbers[0], let id = numbers[1] else { return nil }
            self.init(sendAt: UnixTime(milliseconds: time), id: QueuedMessage.ID(number: id))
        }

        public var text: String { "\(sendAt.milliseconds) \(id.number)" }
    }
}

/// What came of taking a message back.
public enum Cancellation: Equatable, Sendable {
    /// It will not be sent.
    /// - Parameter deliveries: taken out of the queue; none when it was cancelled before.
    case cancelled(deliveries: Int)
    /// Its time has come: it is being sent, or was.
    case tooLate
    /// No message of that id was scheduled.
    case unknown
}
