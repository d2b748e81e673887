public import MailTypes

/// A complaint about a message, in the abuse reporting format (RFC 5965).
public struct FeedbackReport: Equatable, Sendable {
    /// What the message is said to be (RFC 5965 §3.1 and the IANA registry).
    public enum FeedbackType: Hashable, Sendable {
        case abuse
        case fraud
        case virus
        case notSpam
        /// The message failed authentication (RFC 6591 §3.1); see ``FeedbackReport/failure``.
        case authenticationFailure
        case other(String)

        public init(_ text: String) {
            switch text.asciiLowercased {
            case "abuse": self = .abuse
            case "fraud": self = .fraud
            case "virus": self = .virus
            case "not-spam": self = .notSpam
            case "auth-failure": self = .authenticationFailure
            case let other: self = .other(other)
            }
        }

        public var name: String {
            switch self {
            case .abuse: "abuse"
            case .fraud: "fraud"
            case .virus: "virus"
            case .notSpam: "not-spam"
            case .authenticationFailure: "auth-failure"
            case .other(let name): name
            }
        }
    }

    public var type: FeedbackType
    /// The program that wrote the report: `Waxwing/1.0`.
    public var userAgent: String
    /// `1`; older systems write `0.1`, some nothing.
    public var version: String
    /// `ENVID` of the message.
    public var originalEnvelopeID: String?
    /// The reverse path of the message, in angle brackets on the wire; nil leaves it out.
    public var originalMailFrom: ReversePath?
    public var originalRecipients: [String]
    public var arrivalDate: UnixTime?
    /// The host that received the message, without its type.
    public var reportingMTA: String?
    public var sourceIP: IPAddress?
    public var sourcePort: Int?  // RFC 6692
    /// Number of messages that the report stands for.
    public var incidents: Int?
    public var authenticationResults: [String]
    public var reportedDomains: [String]
    public var reportedURIs: [String]
    /// What failed, in a report of that.
    public var failure: AuthenticationFailure?
    /// Fields that no standard lists, in their order.
    public var otherFields: [ReportField]

    public init(
        type: FeedbackType, userAgent: String, version: String = "1",
        originalEnvelopeID: String? = nil, originalMailFrom: ReversePath? = nil,
        originalRecipients: [String] = [], arrivalDate: UnixTime? = nil,
        reportingMTA: String? = nil, sourceIP: IPAddress? = nil, sourcePort: Int? = nil,
        incidents: Int? = nil, authenticationResults: [String] = [],
        reportedDomains: [String] = [], reportedURIs: [String] = [],
        failure: AuthenticationFailure? = nil, otherFields: [ReportField] = []
    ) {
        self.type = type
        self.userAgent = userAgent
        self.version = version
        self.originalEnvelopeID = originalEnvelopeID
        self.originalMailFrom = originalMailFrom
        self.originalRecipients = originalRecipients
        self.arrivalDate = arrivalDate
        self.reportingMTA = reportingMTA
        self.sourceIP = sourceIP
        self.sourcePort = sourcePort
        self.incidents = incidents
        self.authenticationResults = authenticationResults
        self.reportedDomains = reportedDomains
        self.reportedURIs = reportedURIs
        self.failure = failure
        self.otherFields = otherFields
    }
}
