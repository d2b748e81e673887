import MailAuth
public import MailTypes

/// An assertion record: where a domain's logo is, and what vouches for it (BIMI draft, “Assertion
/// Record Definition”).
///
///     v=BIMI1; l=https://example.com/logo.svg; a=https://example.com/mark.pem
public struct BIMIRecord: Equatable, Sendable {
    /// Most prefixes that are read from `lps=`.
    public static let prefixCountLimit = 64
    /// Longest record that is read, in bytes.
    public static let lengthLimit = 8192

    public enum AvatarPreference: String, Equatable, Sendable {
        case brand, personal
    }

    /// The logo, an `https:` URI; nil when the record has none.
    public var location: String?  // l=
    /// A mark certificate, an `https:` URI.
    public var evidence: String?  // a=
    /// Which picture the domain would rather see where a person has one too.
    public var avatarPreference: AvatarPreference  // avp=
    /// Prefixes of local-parts that have logos of their own; nil when there are none, empty when all
    /// have.
    public var localPartPrefixes: [String]?  // lps=

    public init(
        location: String? = nil, evidence: String? = nil,
        avatarPreference: AvatarPreference = .brand, localPartPrefixes: [String]? = nil
    ) {
        self.location = location
        self.evidence = evidence
        self.avatarPreference = avatarPreference
        self.localPartPrefixes = localPartPrefixes
    }

    /// The domain says that it takes no part: `v=BIMI1; l=; a=;`.
    public var isDeclination: Bool { location == nil && evidence == nil }

    /// The record as it is published.
    public var formatted: String {
        var text = "v=BIMI1; l=\(Self.encoded(location)); a=\(Self.encoded(evidence));"
        if avatarPreference != .brand { text += " avp=\(avatarPreference.rawValue);" }
        if let localPartPrefixes { text += " lps=\(localPartPrefixes.joined(separator: ","));" }
        return text
    }

    /// Commas and semicolons end a URI here, and are percent-encoded.
    private static func encoded(_ uri: String?) -> String {
        URISyntax.percentEncoded(uri ?? "") { $0.isVisible && !",;".utf8.contains($0) }
    }

    /// Whether a TXT record is one of this version at all, so that others beside it do not count.
    static func isAssertion(_ text: [UInt8]) -> Bool {
        guard let first = text.split(separator: UInt8(ascii: ";")).first,
            let equals = first.firstIndex(of: UInt8(ascii: "="))
        else { return false }
        return first[..<equals].trimmingFoldingWhitespace.elementsEqual("v".utf8)
            && first[(equals + 1)...].trimmingFoldingWhitespace.elementsEqual("BIMI1".utf8)
    }
}

/// Why a record is none that can be used.
public enum BIMIRecordError: Error, Equatable, Sendable {
    case syntax(SyntaxError)
    /// `v=BIMI1` does not come first; letters and case count.
    case version
    /// There is no `l=`, not even an empty one.
    case locationMissing
    /// A value of `l=` or `a=` that is no `https:` URI.
    case uri(tag: String, value: String)
    /// A prefix in `lps=` that is not made of letters, digits and hyphens, or too many of them.
    case localPartPrefixes
}

extension BIMIRecordError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .syntax(let error): "\(error)"
        case .version: "it does not begin with v=BIMI1"
        case .locationMissing: "l= is missing"
        case .uri(let tag, let value): "\(tag)= is no https: URI: “\(value)”"
        case .localPartPrefixes: "lps= is no list of prefixes"
        }
    }
}
