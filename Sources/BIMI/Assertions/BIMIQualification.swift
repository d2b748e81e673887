/// What a message must show before its author's domain is asked for a logo (BIMI draft, “BIMI
/// Eligibility”): that DMARC holds, and that the domain means it.
public struct BIMIQualification: Equatable, Sendable {
    public enum Policy: String, Equatable, Sendable {
        case none, quarantine, reject
    }

    /// What one DMARC record demands.
    public struct DomainPolicy: Equatable, Sendable {
        public var policy: Policy  // p=
        public var subdomainPolicy: Policy?  // sp=
        /// Only where the record has one: RFC 9989 does away with it.
        public var percentage: Int?  // pct=
        public var isTesting: Bool  // t=y

        public init(
            policy: Policy, subdomainPolicy: Policy? = nil, percentage: Int? = nil,
            isTesting: Bool = false
        ) {
            self.policy = policy
            self.subdomainPolicy = subdomainPolicy
            self.percentage = percentage
            self.isTesting = isTesting
        }
    }

    /// Why a message is not looked at.
    public enum Refusal: String, Equatable, Sendable {
        case severalAuthors, dmarcNotPassed, policyMissing, policyNone, subdomainPolicyNone
        case partialQuarantine, testing
    }

    /// The message has one From field, with one mailbox.
    public var hasSoleAuthor: Bool
    public var passesDMARC: Bool
    /// The record of the author domain itself; nil when it has none of its own.
    public var authorPolicy: DomainPolicy?
    /// The record of its organizational domain, which may be the same.
    public var organizationalPolicy: DomainPolicy?

    public init(
        hasSoleAuthor: Bool = true, passesDMARC: Bool, authorPolicy: DomainPolicy?,
        organizationalPolicy: DomainPolicy?
    ) {
        self.hasSoleAuthor = hasSoleAuthor
        self.passesDMARC = passesDMARC
        self.authorPolicy = authorPolicy
        self.organizationalPolicy = organizationalPolicy
    }

    /// Nil when the message qualifies.
    ///
    /// Both records count: a subdomain's `reject` does not help a domain that lets everything else
    /// pass. A record under test (`t=y`) enforces nothing, and so does not qualify; the draft is older
    /// than that tag.
    public var refusal: Refusal? {
        guard hasSoleAuthor else { return .severalAuthors }
        guard passesDMARC else { return .dmarcNotPassed }
        let policies = [authorPolicy, organizationalPolicy].compactMap(\.self)
        guard !policies.isEmpty else { return .policyMissing }
        for policy in policies {
            if policy.policy == .none { return .policyNone }
            if policy.subdomainPolicy == Policy.none { return .subdomainPolicyNone }
            if policy.policy == .quarantine, policy.percentage ?? 100 < 100 {
                return .partialQuarantine
            }
            if policy.isTesting { return .testing }
        }
        return nil
    }
}

extension BIMIQualification.Refusal: CustomStringConvertible {
    public var description: String {
        switch self {
        case .severalAuthors: "the message has not exactly one author"
        case .dmarcNotPassed: "DMARC does not pass"
        case .policyMissing: "the domain has no DMARC policy"
        case .policyNone: "the DMARC policy is p=none"
        case .subdomainPolicyNone: "the DMARC policy for subdomains is sp=none"
        case .partialQuarantine: "the DMARC policy quarantines a part only (pct below 100)"
        case .testing: "the DMARC policy is under test (t=y)"
        }
    }
}
