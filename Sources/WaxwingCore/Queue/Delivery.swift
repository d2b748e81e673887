public import MailTypes

/// One recipient of a queued message: the unit that is attempted, retried and settled.
public struct Delivery: Equatable, Sendable, Identifiable {
    public struct ID: Hashable, Sendable {
        public let message: QueuedMessage.ID
        /// Place among the message's recipients, from 0.
        public let index: Int

        public init(message: QueuedMessage.ID, index: Int) {
            self.message = message
            self.index = index
        }
    }

    public let id: ID
    public let recipient: Mailbox
    /// Attempts that ended so far.
    public var attempts: Int
    /// How the last attempt ended, for the report when the message expires.
    public var lastReply: String?

    public init(id: ID, recipient: Mailbox, attempts: Int = 0, lastReply: String? = nil) {
        self.id = id
        self.recipient = recipient
        self.attempts = attempts
        self.lastReply = lastReply
    }
}

/// How an attempt ended, in the words of the queue.
public enum DeliveryOutcome: Equatable, Sendable {
    /// The peer took responsibility for it.
    case delivered(reply: String)
    /// It failed for now and is due again at `until`.
    case deferred(until: UnixTime, reply: String)
    /// It failed for good.
    case bounced(reply: String)
    /// It was not attempted, and is due again at `until`.
    case postponed(until: UnixTime)
}

/// The end of an attempt, and what the same transaction puts in the queue because of it.
public struct Settlement: Sendable {
    public let delivery: Delivery.ID
    public let scope: Scope
    public let outcome: DeliveryOutcome
    /// A bounce report, to be queued when and only when the delivery ends.
    public let report: NewMessage?
    /// What a bounce says of the recipient's address; the same transaction draws the consequences.
    public let feedback: RecipientFeedback?

    public init(
        delivery: Delivery.ID, scope: Scope, outcome: DeliveryOutcome, report: NewMessage? = nil,
        feedback: RecipientFeedback? = nil
    ) {
        self.delivery = delivery
        self.scope = scope
        self.outcome = outcome
        self.report = report
        self.feedback = feedback
    }
}
