public import MailTypes

/// A report on the TLS of mail sessions with a domain's hosts, of one period, as a rule a day
/// (RFC 8460 §4.4).
///
/// What a report says is a claim of whoever wrote it: whether it came from there is for its reader
/// to decide, from the signature of the mail that it came in.
public struct TLSReport: Equatable, Sendable {
    public var organization: String?  // organization-name
    /// The first moment of the period.
    public var begin: UnixTime?  // date-range/start-datetime
    /// The last moment of the period.
    public var end: UnixTime?  // date-range/end-datetime
    public var contactInfo: String?
    public var reportID: String
    public var policies: [PolicyResult]

    public init(
        organization: String?, begin: UnixTime?, end: UnixTime?, contactInfo: String?,
        reportID: String, policies: [PolicyResult]
    ) {
        self.organization = organization
        self.begin = begin
        self.end = end
        self.contactInfo = contactInfo
        self.reportID = reportID
        self.policies = policies
    }

    /// What came of one policy.
    public struct PolicyResult: Equatable, Sendable {
        public var policy: Policy
        public var successfulSessionCount: Int  // summary/total-successful-session-count
        public var failedSessionCount: Int  // summary/total-failure-session-count
        public var failures: [Failure]  // failure-details

        public init(
            policy: Policy, successfulSessionCount: Int, failedSessionCount: Int,
            failures: [Failure] = []
        ) {
            self.policy = policy
            self.successfulSessionCount = successfulSessionCount
            self.failedSessionCount = failedSessionCount
            self.failures = failures
        }
    }

    /// The policy that was applied.
    public struct Policy: Equatable, Sendable {
        public enum Kind: ReportValue {
            case tlsa
            case sts
            case noPolicyFound
            case other(String)

            public static let listed: [(name: StaticString, value: Self)] = [
                ("tlsa", .tlsa), ("sts", .sts), ("no-policy-found", .noPolicyFound),
            ]

            public var otherName: String? {
                if case .other(let text) = self { text } else { nil }
            }
        }

        public var kind: Kind  // policy-type
        /// The lines of the MTA-STS policy, or the TLSA records, as text.
        public var strings: [String]  // policy-string
        public var domain: String  // policy-domain
        /// The patterns of the MTA-STS policy.
        public var mxHosts: [String]  // mx-host

        public init(kind: Kind, strings: [String] = [], domain: String, mxHosts: [String] = []) {
            self.kind = kind
            self.strings = strings
            self.domain = domain
            self.mxHosts = mxHosts
        }
    }

    /// How sessions failed in the same way.
    public struct Failure: Equatable, Sendable {
        public var result: Result  // result-type
        public var sendingMTA: IPAddress?  // sending-mta-ip
        public var receivingMXHostname: String?
        public var receivingMXHelo: String?
        public var receivingIP: IPAddress?
        public var failedSessionCount: Int
        /// An address of more to read.
        public var additionalInformation: String?
        public var reasonCode: String?  // failure-reason-code

        public init(
            result: Result, sendingMTA: IPAddress? = nil, receivingMXHostname: String? = nil,
            receivingMXHelo: String? = nil, receivingIP: IPAddress? = nil, failedSessionCount: Int,
            additionalInformation: String? = nil, reasonCode: String? = nil
        ) {
            self.result = result
            self.sendingMTA = sendingMTA
            self.receivingMXHostname = receivingMXHostname
            self.receivingMXHelo = receivingMXHelo
            self.receivingIP = receivingIP
            self.failedSessionCount = failedSessionCount
            self.additionalInformation = additionalInformation
            self.reasonCode = reasonCode
        }
    }

    /// The kind of failure (RFC 8460 §4.3).
    public enum Result: ReportValue {
        case startTLSNotSupported
        case certificateHostMismatch
        case certificateExpired
        case certificateNotTrusted
        case validationFailure
        case tlsaInvalid
        case dnssecInvalid
        case daneRequired
        case stsPolicyFetchError
        case stsPolicyInvalid
        case stsWebPKIInvalid
        case other(String)

        public static let listed: [(name: StaticString, value: Self)] = [
            ("starttls-not-supported", .startTLSNotSupported),
            ("certificate-host-mismatch", .certificateHostMismatch),
            ("certificate-expired", .certificateExpired),
            ("certificate-not-trusted", .certificateNotTrusted),
            ("validation-failure", .validationFailure), ("tlsa-invalid", .tlsaInvalid),
            ("dnssec-invalid", .dnssecInvalid), ("dane-required", .daneRequired),
            ("sts-policy-fetch-error", .stsPolicyFetchError),
            ("sts-policy-invalid", .stsPolicyInvalid), ("sts-webpki-invalid", .stsWebPKIInvalid),
        ]

        public var otherName: String? {
            if case .other(let text) = self { text } else { nil }
        }
    }

    /// Sessions of all policies together.
    public var successfulSessionCount: Int {
        policies.reduce(0) { $0.adding($1.successfulSessionCount) }
    }

    public var failedSessionCount: Int { policies.reduce(0) { $0.adding($1.failedSessionCount) } }
}
