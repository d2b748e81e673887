public import MailTypes

/// A report that a message was, or was not, delivered (RFC 3464).
///
/// It is sent with the null reverse path to the reverse path of the message that it is about, and
/// never to the null path (RFC 5321 §4.5.5).
public struct DeliveryStatusNotification: Equatable, Sendable {
    /// What happened to a recipient (RFC 3464 §2.3.3).
    public enum Action: String, Equatable, Sendable {
        case failed
        case delayed
        case delivered
        case relayed
        case expanded
    }

    /// What a report says about one recipient.
    public struct Recipient: Equatable, Sendable {
        /// The address as the sender gave it (`ORCPT`), without its type.
        public var originalRecipient: String?
        /// The address that delivery was tried to, without its type.
        public var finalRecipient: String
        public var action: Action
        public var status: EnhancedStatusCode
        /// The host that gave the answer, without its type.
        public var remoteMTA: String?
        /// What the host answered, `550 5.1.1 No such user`, without its type.
        public var diagnosticCode: String?
        public var lastAttemptDate: UnixTime?
        public var finalLogID: String?
        /// Until when delivery is tried, in a report of a delay.
        public var willRetryUntil: UnixTime?

        public init(
            originalRecipient: String? = nil, finalRecipient: String, action: Action,
            status: EnhancedStatusCode, remoteMTA: String? = nil, diagnosticCode: String? = nil,
            lastAttemptDate: UnixTime? = nil, finalLogID: String? = nil,
            willRetryUntil: UnixTime? = nil
        ) {
            self.originalRecipient = originalRecipient
            self.finalRecipient = finalRecipient
            self.action = action
            self.status = status
            self.remoteMTA = remoteMTA
            self.diagnosticCode = diagnosticCode
            self.lastAttemptDate = lastAttemptDate
            self.finalLogID = finalLogID
            self.willRetryUntil = willRetryUntil
        }
    }

    /// The host that writes the report, without its type.
    public var reportingMTA: String
    /// `ENVID` of the message, as decoded (RFC 3461 §4.4).
    public var originalEnvelopeID: String?
    /// The host that the message came from, without its type.
    public var receivedFromMTA: String?
    public var arrivalDate: UnixTime?
    /// In their order; at least one in a report worth sending.
    public var recipients: [Recipient]

    public init(
        reportingMTA: String, originalEnvelopeID: String? = nil, receivedFromMTA: String? = nil,
        arrivalDate: UnixTime? = nil, recipients: [Recipient]
    ) {
        self.reportingMTA = reportingMTA
        self.originalEnvelopeID = originalEnvelopeID
        self.receivedFromMTA = receivedFromMTA
        self.arrivalDate = arrivalDate
        self.recipients = recipients
    }
}
