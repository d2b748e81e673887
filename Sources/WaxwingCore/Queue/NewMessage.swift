public import MailTypes

/// A message on its way into the queue, with those it goes to.
public struct NewMessage: Equatable, Sendable {
    public let message: QueuedMessage
    /// Those it is delivered to; a message of an account may have none left.
    public let recipients: [Mailbox]
    /// Nil for the service's own mail, which is no sending of an account.
    public let submission: Submission?
    /// When the first attempt is due; nil for at once.
    public let notBefore: UnixTime?

    public init(
        message: QueuedMessage, recipients: [Mailbox], submission: Submission? = nil,
        notBefore: UnixTime? = nil
    ) {
        self.message = message
        self.recipients = recipients
        self.submission = submission
        self.notBefore = notBefore
    }

    public var deliveries: [Delivery] {
        recipients.enumerated().map { index, recipient in
            Delivery(id: Delivery.ID(message: message.id, index: index), recipient: recipient)
        }
    }

    /// What an account sent, besides the bytes that go out.
    public struct Submission: Equatable, Sendable {
        public let record: MessageRecord
        /// Recipients that count towards the account's 24 hours.
        public let quotaCount: Int

        public init(record: MessageRecord, quotaCount: Int) {
            self.record = record
            self.quotaCount = quotaCount
        }
    }

    /// Whether it waits for a time of its sender's choice.
    public var isScheduled: Bool {
        notBefore != nil && submission != nil && !recipients.isEmpty
    }

    /// Recipients that count as attempts of the account. What has no reverse-path is a report.
    public var attempts: Int { message.reversePath == .null ? 0 : recipients.count }
    /// Recipients that are not delivered to because of what the message holds.
    public var rejects: Int {
        guard let record = submission?.record, case .rejected = record.fate else { return 0 }
        return record.destinations.count
    }
    /// Recipients left out because of the suppression list.
    public var suppressions: Int { submission?.record.suppressed.count ?? 0 }
}
