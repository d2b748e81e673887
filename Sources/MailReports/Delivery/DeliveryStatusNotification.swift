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
        /// The type of the answer in lower case: `smtp`, `x-unix`; empty where none is given.
        public var diagnosticType: String
        public var lastAttemptDate: UnixTime?
        public var finalLogID: String?
        /// Until when delivery is tried, in a report of a delay.
        public var willRetryUntil: UnixTime?
        /// Fields that RFC 3464 does not have, in their order.
        public var otherFields: [ReportField]

        public init(
            originalRecipient: String? = nil, finalRecipient: String, action: Action,
            status: EnhancedStatusCode, remoteMTA: String? = nil, diagnosticCode: String? = nil,
            diagnosticType: String = "smtp", lastAttemptDate: UnixTime? = nil,
            finalLogID: String? = nil, willRetryUntil: UnixTime? = nil,
            otherFields: [ReportField] = []
        ) {
            self.originalRecipient = originalRecipient
            self.finalRecipient = finalRecipient
            self.action = action
            self.status = status
            self.remoteMTA = remoteMTA
            self.diagnosticCode = diagnosticCode
            self.diagnosticType = diagnosticType
            self.lastAttemptDate = lastAttemptDate
            self.finalLogID = finalLogID
            self.willRetryUntil = willRetryUntil
            self.otherFields = otherFields
        }
    }

    /// The host that writes the report, without its type.
    public var reportingMTA: String
    /// `ENVID` of the message, as decoded (RFC 3461 §4.4).
    public var originalEnvelopeID: String?
    /// The host that made the report out of one of another mail system, without its type.
    public var gateway: String?  // DSN-Gateway
    /// The host that the message came from, without its type.
    public var receivedFromMTA: String?
    public var arrivalDate: UnixTime?
    /// Fields about the message that RFC 3464 does not have, in their order.
    public var otherFields: [ReportField]
    /// In their order; at least one in a report worth sending.
    public var recipients: [Recipient]

    public init(
        reportingMTA: String, originalEnvelopeID: String? = nil, gateway: String? = nil,
        receivedFromMTA: String? = nil, arrivalDate: UnixTime? = nil,
        otherFields: [ReportField] = [], recipients: [Recipient]
    ) {
        self.reportingMTA = reportingMTA
        self.originalEnvelopeID = originalEnvelopeID
        self.gateway = gateway
        self.receivedFromMTA = receivedFromMTA
        self.arrivalDate = arrivalDate
        self.otherFields = otherFields
        self.recipients = recipients
    }
}
