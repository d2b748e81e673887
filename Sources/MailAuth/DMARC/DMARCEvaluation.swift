public import MailTypes

/// What DMARC makes of a message (RFC 9989 §5.3), with everything that it rests on.
public struct DMARCEvaluation: Equatable, Sendable {
    /// The words of RFC 7489 §11.2, which the registry of RFC 8601 keeps.
    public enum Result: String, Sendable {
        case none, pass, fail, temperror, permerror
    }

    /// Why the result is what it is, where neither pass nor fail.
    public enum Reason: Equatable, Sendable {
        /// No domain to look at; ``authors`` says why.
        case noAuthorDomain
        /// The author domain cannot be in the DNS.
        case invalidAuthorDomain(DomainName)
        case noRecord
        /// A name of RFC 7489 discovery has several records, which ends it there (§6.6.3).
        case severalRecords(DomainName)
        /// The record has no usable policy and asks for no reports (RFC 9989 §4.10.1).
        case unusableRecord
        case lookupFailed(name: String, reason: String)
        /// The message might have passed, had a mechanism or a look-up not failed for now.
        case mechanismUndecided
    }

    /// How the Organizational Domain is found, in the words of RFC 9990's `discovery_method`.
    public enum DiscoveryMethod: String, Sendable {
        case treeWalk = "treewalk"
        case publicSuffixList = "psl"
    }

    /// A policy and where it was taken from.
    public struct AppliedPolicy: Equatable, Sendable {
        public enum Source: String, Sendable {
            case p, sp, np
            /// `p=none` in the place of policies that cannot be read (RFC 9989 §4.10.1).
            case assumed
        }

        public var source: Source
        /// What the record says.
        public var published: DMARCPolicy
        /// The same, softened where the record has `t=y`.
        public var applied: DMARCPolicy
        /// Whether the author domain is in the DNS; nil when nobody asked or knows.
        public var authorDomainExists: Bool?
    }

    /// What to do with the message (RFC 9990 §3.1.1, `disposition`).
    public enum Disposition: String, Sendable {
        case none
        /// It passed where a policy stands against mail that fails.
        case pass
        case quarantine, reject
    }

    /// Why the disposition is another than the policy says (RFC 9990 §3.1.1, `reason`).
    public struct Override: Equatable, Sendable {
        public enum Kind: String, Sendable {
            case localPolicy = "local_policy"
            case mailingList = "mailing_list"
            case policyTestMode = "policy_test_mode"
            case trustedForwarder = "trusted_forwarder"
            case other
        }

        public var kind: Kind
        public var comment: String

        public init(_ kind: Kind, comment: String = "") {
            self.kind = kind
            self.comment = comment
        }
    }

    public var result: Result
    public var reason: Reason?
    /// The author domain that decided, as A-labels.
    public var authorDomain: DomainName?
    public var authors: DMARCAuthors
    public var method: DiscoveryMethod
    /// All look-ups of records, in the order in which they were made.
    public var queries: [DMARCQuery] = []
    /// The DMARC Policy Domain: where the record was found.
    public var recordDomain: DomainName?
    public var record: DMARCRecord?
    /// Of the author domain; nil where nothing depended on it.
    public var organizationalDomain: DomainName?
    /// Nil where no policy applies.
    public var policy: AppliedPolicy?
    /// SPF first, then each signature in the order given.
    public var identifiers: [DMARCIdentifier] = []
    public var disposition = Disposition.none
    public var overrides: [Override] = []
    /// What came of the other author domains, when there are several.
    public var others: [DMARCEvaluation] = []

    init(
        _ result: Result, _ reason: Reason? = nil, authors: DMARCAuthors, method: DiscoveryMethod
    ) {
        self.result = result
        self.reason = reason
        self.authors = authors
        self.method = method
    }

    /// The identifiers that make the message pass.
    public var alignedPasses: [DMARCIdentifier] { identifiers.filter(\.isAlignedPass) }

    /// Whether SPF, or any signature, gives an aligned pass: `policy_evaluated` of RFC 9990.
    public func passes(_ mechanism: DMARCIdentifier.Mechanism) -> Bool {
        identifiers.contains { $0.mechanism == mechanism && $0.isAlignedPass }
    }
}
