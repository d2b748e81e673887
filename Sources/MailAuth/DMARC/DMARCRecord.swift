import MailTypes

/// The policy record of a domain: the TXT record at `_dmarc.example.com` (RFC 9989 §4.7, §4.8).
///
///     let record = DMARCRecord(parsing: Array("v=DMARC1; p=reject; rua=mailto:d@example.com".utf8))
///
/// Reading is lenient behind `v=DMARC1`, as §4.8 demands: what is broken counts as absent and is
/// named in ``findings``.
public struct DMARCRecord: Equatable, Sendable {
    /// Longest record that is read, in bytes.
    public static let lengthLimit = 16_384
    /// Most tags that are read; the standard defines eleven.
    public static let tagCountLimit = 100

    /// A tag as the record has it.
    public struct Tag: Equatable, Sendable {
        /// In lower case.
        public var name: String
        /// Without white space at its ends.
        public var value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Nil when there is none, or none that can be read.
    public var policy: DMARCPolicy?  // p=
    public var subdomainPolicy: DMARCPolicy?  // sp=
    public var nonexistentDomainPolicy: DMARCPolicy?  // np=
    public var publicSuffix: DMARCPublicSuffixFlag  // psd=
    /// The policy is being tried out and is to be applied one level softer.
    public var isTesting: Bool  // t=
    public var dkimAlignment: DMARCAlignmentMode  // adkim=
    public var spfAlignment: DMARCAlignmentMode  // aspf=
    public var aggregateReportURIs: [DMARCReportURI]  // rua=
    public var failureReportURIs: [DMARCReportURI]  // ruf=
    /// Without meaning where there are no ``failureReportURIs``.
    public var failureOptions: Set<DMARCFailureOption>  // fo=

    /// The record as it is published; empty for one that was made here.
    public private(set) var text = ""
    /// All tags but `v`, unknown and broken ones among them, in their order.
    public private(set) var tags: [Tag] = []
    /// What is wrong with the record, or no longer has a meaning, in the order of the tags.
    public private(set) var findings: [DMARCFinding] = []

    public init(
        policy: DMARCPolicy?, subdomainPolicy: DMARCPolicy? = nil,
        nonexistentDomainPolicy: DMARCPolicy? = nil,
        publicSuffix: DMARCPublicSuffixFlag = .unspecified, isTesting: Bool = false,
        dkimAlignment: DMARCAlignmentMode = .relaxed, spfAlignment: DMARCAlignmentMode = .relaxed,
        aggregateReportURIs: [DMARCReportURI] = [], failureReportURIs: [DMARCReportURI] = [],
        failureOptions: Set<DMARCFailureOption> = [.allFail]
    ) {
        self.policy = policy
        self.subdomainPolicy = subdomainPolicy
        self.nonexistentDomainPolicy = nonexistentDomainPolicy
        self.publicSuffix = publicSuffix
        self.isTesting = isTesting
        self.dkimAlignment = dkimAlignment
        self.spfAlignment = spfAlignment
        self.aggregateReportURIs = aggregateReportURIs
        self.failureReportURIs = failureReportURIs
        self.failureOptions = failureOptions
    }

    /// Reads the strings of a TXT record, joined with nothing between.
    ///
    ///     dmarc-record = "v" equals %s"DMARC1" *(dmarc-sep dmarc-tag) [dmarc-sep]    ; §4.8
    ///
    /// Tag names and keywords may be in any case; `DMARC1` may not (§4.7). A tag that comes twice
    /// counts as broken: it is unclear which one is meant, and the tag lists of RFC 6376 §3.2
    /// forbid it.
    /// - Returns: nil when this is no DMARC record: it does not begin with `v=DMARC1`, or is longer
    ///   than ``lengthLimit``.
    public init?(parsing text: [UInt8]) {
        guard text.count <= Self.lengthLimit, let rest = Self.restBehindVersion(text) else {
            return nil
        }
        self.init(policy: nil)
        self.text = String(decoding: text, as: UTF8.self)
        var reader = DMARCTagReader(rest)
        reader.read()
        tags = reader.tags
        findings = reader.findings
        let values = reader.values
        policy = keyword("p", values)
        subdomainPolicy = keyword("sp", values)
        nonexistentDomainPolicy = keyword("np", values)
        publicSuffix = keyword("psd", values) ?? .unspecified
        isTesting = flag("t", values)
        dkimAlignment = keyword("adkim", values) ?? .relaxed
        spfAlignment = keyword("aspf", values) ?? .relaxed
        aggregateReportURIs = uris("rua", values)
        failureReportURIs = uris("ruf", values)
        failureOptions = options("fo", values)
        if values["fo"] != nil, values["ruf"] == nil {
            findings.append(.failureOptionsWithoutAddress)
        }
        if values["p"] == nil, !reader.repeated.contains("p") { findings.append(.missingPolicy) }
        hasBrokenPolicy =
            ["sp", "np"].contains { reader.repeated.contains($0) }
            || values["sp"] != nil && subdomainPolicy == nil
            || values["np"] != nil && nonexistentDomainPolicy == nil
    }

    /// Whether `sp=` or `np=` is there and cannot be read.
    private var hasBrokenPolicy = false

    /// What a receiver makes of the record when it is the one that applies to a message.
    public enum Standing: Equatable, Sendable {
        /// The policies that it has.
        case asPublished
        /// `p=none` and nothing else, because a policy is missing or broken; the domain gets
        /// reports, so that its owner may learn of it.
        case asPolicyNone
        /// None: a policy is missing or broken, and nobody asks for reports.
        case notApplied
    }

    /// What becomes of the record by RFC 9989 §4.10.1.
    public var standing: Standing {
        if policy != nil, !hasBrokenPolicy { return .asPublished }
        // DECISION: §4.7 says “as if p=none” without a condition; §4.10.1 names the condition.
        return aggregateReportURIs.isEmpty ? .notApplied : .asPolicyNone
    }

    private static func restBehindVersion(_ text: [UInt8]) -> ArraySlice<UInt8>? {
        var cursor = ByteCursor(text[...])
        guard cursor.take(ignoringCase: "v") else { return nil }
        cursor.skipSpaces()
        guard cursor.take(UInt8(ascii: "=")) else { return nil }
        cursor.skipSpaces()
        guard cursor.take(6)?.elementsEqual("DMARC1".utf8) == true else { return nil }
        cursor.skipSpaces()
        guard cursor.isAtEnd || cursor.take(UInt8(ascii: ";")) else { return nil }
        return cursor.remaining
    }
}

extension DMARCRecord {
    /// A value out of a list of words, or nil when there is none; an unknown word is a finding.
    private mutating func keyword<Keyword: RawRepresentable<String>>(
        _ name: String, _ values: [String: String]
    ) -> Keyword? {
        guard let value = values[name] else { return nil }
        if let keyword = Keyword(rawValue: value.asciiLowercased) { return keyword }
        findings.append(.invalidValue(tag: name, value: value))
        return nil
    }

    private mutating func flag(_ name: String, _ values: [String: String]) -> Bool {
        switch values[name]?.asciiLowercased {
        case "y": return true
        case "n", nil: return false
        case let value?:
            findings.append(.invalidValue(tag: name, value: value))
            return false
        }
    }

    ///     dmarc-fo = ("0" / "1") *(":" dmarc-afrf) / …     ; each at most once, 0 or 1 but not both
    private mutating func options(
        _ name: String, _ values: [String: String]
    ) -> Set<DMARCFailureOption> {
        guard let value = values[name] else { return [.allFail] }
        var options: Set<DMARCFailureOption> = []
        for word in value.split(separator: ":", omittingEmptySubsequences: false) {
            let word = word.trimmingSpaces.asciiLowercased
            guard let option = DMARCFailureOption(rawValue: word), options.insert(option).inserted
            else {
                findings.append(.invalidValue(tag: name, value: value))
                return [.allFail]
            }
        }
        guard !options.isSuperset(of: [.allFail, .anyFails]) else {
            findings.append(.invalidValue(tag: name, value: value))
            return [.allFail]
        }
        return options
    }

    ///     dmarc-urilist = (dmarc-uri / obs-dmarc-uri) *(*WSP "," *WSP (dmarc-uri / obs-dmarc-uri))
    private mutating func uris(_ name: String, _ values: [String: String]) -> [DMARCReportURI] {
        guard let value = values[name] else { return [] }
        var uris: [DMARCReportURI] = []
        for part in value.split(separator: ",", omittingEmptySubsequences: false) {
            let text = part.trimmingSpaces
            guard let uri = DMARCReportURI(parsing: text) else {
                findings.append(.invalidReportURI(tag: name, text: text))
                continue
            }
            if uri.obsoleteSizeLimitInBytes != nil {
                findings.append(.obsoleteReportSize(tag: name, text: text))
            }
            if uri.mailbox == nil { findings.append(.unsupportedScheme(tag: name, text: text)) }
            uris.append(uri)
        }
        return uris
    }
}

extension StringProtocol {
    /// The same without SP and HTAB at either end.
    fileprivate var trimmingSpaces: String {
        String(decoding: Array(utf8)[...].trimmingFoldingWhitespace, as: UTF8.self)
    }
}
