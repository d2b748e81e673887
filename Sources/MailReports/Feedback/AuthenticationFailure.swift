import MailMessage
import MailTypes

/// What failed in a message that a report is about: the fields of failure reports (RFC 6591 §3.2,
/// and RFC 9991 §4 for DMARC).
public struct AuthenticationFailure: Equatable, Sendable {
    /// What is reported (`Auth-Failure`, RFC 6591 §3.3).
    public enum Kind: Hashable, Sendable {
        case adsp
        case bodyHash
        case revokedKey
        case signature
        case spf
        case dmarc
        case other(String)

        public init(_ text: String) {
            switch text.asciiLowercased {
            case "adsp": self = .adsp
            case "bodyhash": self = .bodyHash
            case "revoked": self = .revokedKey
            case "signature": self = .signature
            case "spf": self = .spf
            case "dmarc": self = .dmarc
            case let other: self = .other(other)
            }
        }

        public var name: String {
            switch self {
            case .adsp: "adsp"
            case .bodyHash: "bodyhash"
            case .revokedKey: "revoked"
            case .signature: "signature"
            case .spf: "spf"
            case .dmarc: "dmarc"
            case .other(let name): name
            }
        }
    }

    /// What became of the message (`Delivery-Result`, RFC 6591 §3.2.2).
    public enum DeliveryResult: Hashable, Sendable {
        case delivered
        case spam
        case policy
        case reject
        case other(String)

        public init(_ text: String) {
            switch text.asciiLowercased {
            case "delivered": self = .delivered
            case "spam": self = .spam
            case "policy": self = .policy
            case "reject": self = .reject
            case let other: self = .other(other)
            }
        }

        public var name: String {
            switch self {
            case .delivered: "delivered"
            case .spam: "spam"
            case .policy: "policy"
            case .reject: "reject"
            case .other(let name): name
            }
        }
    }

    public var kind: Kind
    /// The methods whose domain was aligned; empty for `none`, nil where the report does not say.
    public var identityAlignment: [String]?
    public var deliveryResult: DeliveryResult?
    public var dkimDomain: String?
    public var dkimIdentity: String?
    public var dkimSelector: String?
    /// What was hashed, as the verifier saw it.
    public var dkimCanonicalizedHeader: [UInt8]?
    public var dkimCanonicalizedBody: [UInt8]?
    /// The key record, of some reporters.
    public var dkimSelectorDNS: String?
    public var adspDNS: String?  // DKIM-ADSP-DNS
    /// Each record that SPF used: `txt : example.com : "v=spf1 -all"`.
    public var spfDNS: [String]

    public init(
        _ kind: Kind, identityAlignment: [String]? = nil, deliveryResult: DeliveryResult? = nil,
        dkimDomain: String? = nil, dkimIdentity: String? = nil, dkimSelector: String? = nil,
        dkimCanonicalizedHeader: [UInt8]? = nil, dkimCanonicalizedBody: [UInt8]? = nil,
        dkimSelectorDNS: String? = nil, adspDNS: String? = nil, spfDNS: [String] = []
    ) {
        self.kind = kind
        self.identityAlignment = identityAlignment
        self.deliveryResult = deliveryResult
        self.dkimDomain = dkimDomain
        self.dkimIdentity = dkimIdentity
        self.dkimSelector = dkimSelector
        self.dkimCanonicalizedHeader = dkimCanonicalizedHeader
        self.dkimCanonicalizedBody = dkimCanonicalizedBody
        self.dkimSelectorDNS = dkimSelectorDNS
        self.adspDNS = adspDNS
        self.spfDNS = spfDNS
    }
}

extension AuthenticationFailure {
    static let names: Set<String> = [
        "auth-failure", "identity-alignment", "delivery-result", "dkim-domain", "dkim-identity",
        "dkim-selector", "dkim-canonicalized-header", "dkim-canonicalized-body",
        "dkim-selector-dns", "dkim-adsp-dns", "spf-dns",
    ]

    /// Nil where no kind of failure is named.
    init?(_ fields: HeaderSection) {
        guard let kind = fields.reportValue("Auth-Failure") else { return nil }
        func bytes(_ name: String) -> [UInt8]? {
            fields.reportValue(name).flatMap { Base64.decode($0, .lenient) }
        }
        self.init(
            Kind(kind.withoutComment),
            identityAlignment: fields.reportValue("Identity-Alignment").map(Self.methods),
            deliveryResult: fields.reportValue("Delivery-Result").map {
                DeliveryResult($0.withoutComment)
            },
            dkimDomain: fields.reportValue("DKIM-Domain"),
            dkimIdentity: fields.reportValue("DKIM-Identity"),
            dkimSelector: fields.reportValue("DKIM-Selector"),
            dkimCanonicalizedHeader: bytes("DKIM-Canonicalized-Header"),
            dkimCanonicalizedBody: bytes("DKIM-Canonicalized-Body"),
            dkimSelectorDNS: fields.reportValue("DKIM-Selector-DNS"),
            adspDNS: fields.reportValue("DKIM-ADSP-DNS"),
            spfDNS: fields.allReportValues("SPF-DNS"))
    }

    private static func methods(_ text: String) -> [String] {
        text.split { $0 == "," || $0 == " " }.map(\.asciiLowercased).filter { $0 != "none" }
    }

    func fields() throws(CompositionError) -> [Field] {
        var fields = [try Field(report: "Auth-Failure", kind.name)]
        func add(_ name: String, _ value: String?) throws(CompositionError) {
            if let value { fields.append(try Field(report: name, value)) }
        }
        let methods = identityAlignment?.joined(separator: ", ")
        try add("Identity-Alignment", methods.map { $0.isEmpty ? "none" : $0 })
        try add("Delivery-Result", deliveryResult?.name)
        try add("DKIM-Domain", dkimDomain)
        try add("DKIM-Identity", dkimIdentity)
        try add("DKIM-Selector", dkimSelector)
        try add("DKIM-Canonicalized-Header", dkimCanonicalizedHeader.flatMap(Self.encoded))
        try add("DKIM-Canonicalized-Body", dkimCanonicalizedBody.flatMap(Self.encoded))
        try add("DKIM-Selector-DNS", dkimSelectorDNS)
        try add("DKIM-ADSP-DNS", adspDNS)
        for record in spfDNS { try add("SPF-DNS", record) }
        return fields
    }

    /// What does not fit into a field is left out: half of it would be of no use (RFC 6591 §3.2.4).
    private static func encoded(_ bytes: [UInt8]) -> String? {
        bytes.count <= 2900 ? Base64.encode(bytes) : nil
    }
}

extension String {
    /// `adsp` for `adsp (not signed)`.
    fileprivate var withoutComment: String {
        String(prefix { $0 != " " && $0 != "(" && $0 != ";" })
    }
}
