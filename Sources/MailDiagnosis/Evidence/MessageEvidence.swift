public import MailTypes

/// The facts about one message that the causes are told from, whoever established them: an
/// evaluation of the whole message, or a receiver whose Authentication-Results were copied.
public struct MessageEvidence: Equatable, Sendable {
    /// Who says so.
    public enum Source: Equatable, Sendable {
        /// The message was evaluated here.
        case evaluation
        /// The results are those of a receiver, under its authserv-id.
        case reported(String)
    }

    public var source: Source
    public var author: Author
    public var dmarc: DMARC
    public var spf: SPF?
    public var signatures: [Signature]
    public var arc: ARC?
    public var path: MailPath

    public init(
        source: Source, author: Author, dmarc: DMARC, spf: SPF?, signatures: [Signature],
        arc: ARC? = nil, path: MailPath
    ) {
        self.source = source
        self.author = author
        self.dmarc = dmarc
        self.spf = spf
        self.signatures = signatures
        self.arc = arc
        self.path = path
    }

    /// Whose mail it claims to be.
    public enum Author: Equatable, Sendable {
        case domain(DomainName)
        case several([DomainName])
        /// From is missing, or no address can be read from it.
        case unreadable(String)

        public var domain: DomainName? {
            if case .domain(let domain) = self { domain } else { nil }
        }
    }

    public struct ARC: Equatable, Sendable {
        /// `pass`, `fail`, `none`.
        public var result: String
        /// The domains that sealed, the first one first.
        public var sealers: [DomainName]
        /// What the first sealer says about DMARC; nil when it says nothing.
        public var firstDMARC: String?

        public init(result: String, sealers: [DomainName] = [], firstDMARC: String? = nil) {
            self.result = result
            self.sealers = sealers
            self.firstDMARC = firstDMARC
        }
    }

    public struct DMARC: Equatable, Sendable {
        /// `pass`, `fail`, `none`, `temperror`, `permerror`; nil when nobody said.
        public var result: String?
        /// `none`, `quarantine`, `reject`: what applies to this message.
        public var policy: String?
        /// Where the record was found; nil when it is not known.
        public var recordDomain: DomainName?
        /// The texts of the DMARC records at that name; more than one is none.
        public var records: [String]
        public var isTesting: Bool
        public var spfAlignmentIsStrict: Bool
        public var dkimAlignmentIsStrict: Bool

        public init(
            result: String?, policy: String? = nil, recordDomain: DomainName? = nil,
            records: [String] = [], isTesting: Bool = false, spfAlignmentIsStrict: Bool = false,
            dkimAlignmentIsStrict: Bool = false
        ) {
            self.result = result
            self.policy = policy
            self.recordDomain = recordDomain
            self.records = records
            self.isTesting = isTesting
            self.spfAlignmentIsStrict = spfAlignmentIsStrict
            self.dkimAlignmentIsStrict = dkimAlignmentIsStrict
        }
    }

    public struct SPF: Equatable, Sendable {
        public enum Problem: Equatable, Sendable {
            case tooManyLookups
            case severalRecords([String])
            case syntax(String)
            case other(String)
        }

        public var result: String
        /// The domain that was checked: of the return path, or of HELO for a null one.
        public var domain: DomainName?
        public var clientAddress: IPAddress?
        /// Nil when the domain has none, or nobody looked.
        public var record: String?
        public var problem: Problem?
        public var isAligned: Bool
        /// Aligned in the relaxed way, whatever the policy asks for.
        public var sharesOrganization: Bool

        public init(
            result: String, domain: DomainName?, clientAddress: IPAddress? = nil,
            record: String? = nil, problem: Problem? = nil, isAligned: Bool,
            sharesOrganization: Bool
        ) {
            self.result = result
            self.domain = domain
            self.clientAddress = clientAddress
            self.record = record
            self.problem = problem
            self.isAligned = isAligned
            self.sharesOrganization = sharesOrganization
        }

        public var passes: Bool { result == "pass" }
    }

    public struct Signature: Equatable, Sendable {
        /// What is known of why it does not pass.
        public enum Problem: Equatable, Sendable {
            /// With what was found to have changed: a sentence, or nil.
            case bodyChanged(String?)
            /// Text behind what was signed, with its first line.
            case footerAdded(String)
            /// The subject as it was signed, and as it arrived.
            case subjectTagged(original: String, tagged: String)
            case fieldChanged(name: String, String?)
            case headerChanged
            case keyMissing, keyRevoked, keyReplaced
            case keyUnusable(String)
            case keyTooShort(Int)
            case expired(UnixTime?)
            case lookupFailed(String)
            case other(String)
        }

        public var result: String
        public var domain: DomainName?
        public var selector: DomainName?
        public var problem: Problem?
        public var isAligned: Bool
        /// Aligned in the relaxed way, whatever the policy asks for.
        public var sharesOrganization: Bool

        public init(
            result: String, domain: DomainName?, selector: DomainName?, problem: Problem? = nil,
            isAligned: Bool, sharesOrganization: Bool
        ) {
            self.result = result
            self.domain = domain
            self.selector = selector
            self.problem = problem
            self.isAligned = isAligned
            self.sharesOrganization = sharesOrganization
        }

        public var passes: Bool { result == "pass" }

        /// `selector._domainkey.example.com`
        public var keyName: String? {
            guard let domain, let selector else { return nil }
            return "\(selector)._domainkey.\(domain)"
        }
    }
}
