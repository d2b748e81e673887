public import MailTypes

/// The head of a DMARC aggregate report: who reports, on which policy, for which time
/// (RFC 9990 §3.1.1, RFC 7489 appendix C). The records come one by one from
/// ``AggregateReportReader``.
///
/// What a report says is a claim of whoever wrote it: whether it came from there is for its reader
/// to decide, from the authentication of the mail that it came in.
public struct AggregateReport: Equatable, Sendable {
    /// Which standard's namespace the report is written in.
    public enum Namespace: Hashable, Sendable {
        /// None at all, as RFC 7489 asks for.
        case none
        /// `http://dmarc.org/dmarc-xml/0.1` of RFC 7489, which some reporters write out.
        case rfc7489
        /// `urn:ietf:params:xml:ns:dmarc-2.0` (RFC 9990 §6.1).
        case rfc9990
        case other(String)

        public init(_ name: String) {
            switch name {
            case "": self = .none
            case "http://dmarc.org/dmarc-xml/0.1": self = .rfc7489
            case Self.current: self = .rfc9990
            default: self = .other(name)
            }
        }

        static let current = "urn:ietf:params:xml:ns:dmarc-2.0"
    }

    /// Who reports, and when (`report_metadata`).
    public struct Metadata: Equatable, Sendable {
        /// The organization that reports.
        public var organization: String  // org_name
        public var email: String
        public var extraContactInfo: String?
        public var reportID: String
        /// The first second of the period.
        public var begin: UnixTime?
        /// The last second of the period.
        public var end: UnixTime?
        /// What went wrong while the policy was looked up; RFC 9990 has one at most.
        public var errors: [String]
        /// The program that wrote the report.
        public var generator: String?

        public init(
            organization: String, email: String, extraContactInfo: String? = nil, reportID: String,
            begin: UnixTime?, end: UnixTime?, errors: [String] = [], generator: String? = nil
        ) {
            self.organization = organization
            self.email = email
            self.extraContactInfo = extraContactInfo
            self.reportID = reportID
            self.begin = begin
            self.end = end
            self.errors = errors
            self.generator = generator
        }
    }

    /// The policy that was found (`policy_published`). What the report does not say is nil.
    public struct PublishedPolicy: Equatable, Sendable {
        /// Where the record was found, as the report spells it.
        public var domain: String
        public var policy: Policy  // p
        public var subdomainPolicy: Policy?  // sp
        public var nonexistentSubdomainPolicy: Policy?  // np
        public var dkimAlignment: Alignment?  // adkim
        public var spfAlignment: Alignment?  // aspf
        public var discoveryMethod: DiscoveryMethod?
        /// When failure reports are wanted: `1:d:s`.
        public var failureOptions: String?  // fo
        /// Whether the domain tests its policy: `t=y`.
        public var isTesting: Bool?  // testing
        /// RFC 7489 only.
        public var percentage: Int?  // pct

        public init(
            domain: String, policy: Policy, subdomainPolicy: Policy? = nil,
            nonexistentSubdomainPolicy: Policy? = nil, dkimAlignment: Alignment? = nil,
            spfAlignment: Alignment? = nil, discoveryMethod: DiscoveryMethod? = nil,
            failureOptions: String? = nil, isTesting: Bool? = nil, percentage: Int? = nil
        ) {
            self.domain = domain
            self.policy = policy
            self.subdomainPolicy = subdomainPolicy
            self.nonexistentSubdomainPolicy = nonexistentSubdomainPolicy
            self.dkimAlignment = dkimAlignment
            self.spfAlignment = spfAlignment
            self.discoveryMethod = discoveryMethod
            self.failureOptions = failureOptions
            self.isTesting = isTesting
            self.percentage = percentage
        }
    }

    public var namespace: Namespace
    /// `1.0`, as the report spells it; nil where it says none, as many do.
    public var version: String?
    public var metadata: Metadata
    public var policy: PublishedPolicy

    public init(
        namespace: Namespace = .rfc9990, version: String? = "1.0", metadata: Metadata,
        policy: PublishedPolicy
    ) {
        self.namespace = namespace
        self.version = version
        self.metadata = metadata
        self.policy = policy
    }
}
