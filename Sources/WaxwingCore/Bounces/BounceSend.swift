public import MailReports
public import MailTypes

/// A received message that is to be sent back (`SendBounce`).
public struct BounceSend: Equatable, Sendable {
    /// The id that the message was received under.
    public var originalMessageID: String
    /// In the From field: `MAILER-DAEMON@example.com`.
    public var sender: String
    /// Of another account that lets its identity be used.
    public var senderARN: String?
    /// The text for people; nil for one made of what is said of the recipients.
    public var explanation: String?
    public var report = MessageReport()
    public var recipients: [Recipient]

    public init(originalMessageID: String, sender: String, recipients: [Recipient]) {
        self.originalMessageID = originalMessageID
        self.sender = sender
        self.recipients = recipients
    }

    /// What is said of the message as a whole (`MessageDsn`); what is nil is chosen by the service.
    public struct MessageReport: Equatable, Sendable {
        /// `dns; mx.example.com`
        public var reportingMTA: String?
        public var arrivalDate: UnixTime?
        public var otherFields: [ReportField] = []

        public init() {}
    }

    /// What is said of one recipient.
    public struct Recipient: Equatable, Sendable {
        /// To whom the message came.
        public var address: String
        public var reason: BounceReason?
        /// Said in place of what follows from the reason.
        public var report: RecipientReport?

        public init(
            address: String, reason: BounceReason?, report: RecipientReport? = nil
        ) {
            self.address = address
            self.reason = reason
            self.report = report
        }
    }

    /// `RecipientDsnFields`
    public struct RecipientReport: Equatable, Sendable {
        public var finalRecipient: String?
        public var action: DeliveryStatusNotification.Action
        /// `5.1.1`
        public var status: String
        /// `dns; mx.example.com`
        public var remoteMTA: String?
        /// `smtp; 550 5.1.1 No such user`
        public var diagnosticCode: String?
        public var lastAttemptDate: UnixTime?
        public var otherFields: [ReportField] = []

        public init(action: DeliveryStatusNotification.Action, status: String) {
            self.action = action
            self.status = status
        }
    }
}
