public import MailTypes

/// The TXT record at `_smtp._tls`: where reports on TLS with a domain go (RFC 8460 §3).
///
///     v=TLSRPTv1; rua=mailto:reports@example.com,https://example.com/tls
public struct TLSRPTRecord: Equatable, Sendable {
    /// The labels in front of the policy domain.
    public static let label = "_smtp._tls"
    /// Most addresses that are read.
    public static let destinationCountLimit = 32

    /// Where reports go, in the order of the record.
    public enum Destination: Hashable, Sendable {
        /// A `mailto:` URI; the mailbox in it, its query passed over.
        case mail(Mailbox)
        /// An `https:` URI, to which reports are posted.
        case web(String)
        /// A URI to which no report can be sent: another scheme, or no mailbox.
        case other(String)
    }

    public var destinations: [Destination]  // rua=

    public init(destinations: [Destination]) { self.destinations = destinations }

    /// Reads the strings of a TXT record, joined with nothing between. Unknown fields are passed
    /// over. Destinations of several `rua=` are taken together: the grammar lets the field repeat.
    public init(parsing text: [UInt8]) throws(SyntaxError) {
        let record = try FieldRecord(parsing: text[...], version: "v=TLSRPTv1", list: "rua")
        let lists = record.values("rua")
        guard !lists.isEmpty else { throw SyntaxError(expected: "“rua=”", offset: text.count) }
        destinations = []
        for list in lists {
            for part in list.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
                let uri = part.trimmingFoldingWhitespace
                guard destinations.count < Self.destinationCountLimit else {
                    throw SyntaxError(expected: .end, offset: part.startIndex)
                }
                guard let destination = Destination(uri: uri) else {
                    throw SyntaxError(expected: "a URI", offset: uri.startIndex)
                }
                destinations.append(destination)
            }
        }
    }

    public var formatted: String {
        "v=TLSRPTv1; rua=" + destinations.map(\.uri).joined(separator: ",")
    }

    /// Chooses among the TXT records at the name, each with its strings joined; nil when the domain
    /// takes no part: no record of the version, several, or one that breaks the grammar.
    public static func selecting(from records: [[UInt8]]) -> TLSRPTRecord? {
        let candidates = records.filter { FieldRecord.isVersion("v=TLSRPTv1", $0) }
        return candidates.count == 1 ? try? TLSRPTRecord(parsing: candidates[0]) : nil
    }
}

extension TLSRPTRecord.Destination {
    init?(uri bytes: ArraySlice<UInt8>) {
        guard let scheme = URISyntax.scheme(of: bytes) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        switch scheme {
        case "mailto":
            let address = bytes.dropFirst(7).prefix { $0 != UInt8(ascii: "?") }
            let mailbox = URISyntax.percentDecoded(address).flatMap { try? Mailbox(parsing: $0) }
            self = mailbox.map { .mail($0) } ?? .other(text)
        case "https" where URISyntax.httpsHost(of: bytes) != nil: self = .web(text)
        default: self = .other(text)
        }
    }

    /// The URI as a record has it: commas, exclamation marks and semicolons percent-encoded.
    public var uri: String {
        switch self {
        case .mail(let mailbox):
            "mailto:"
                + URISyntax.percentEncoded(mailbox.formatted) {
                    $0.isAlphanumeric || "@.-_+=~*'$".utf8.contains($0)
                }
        case .web(let uri), .other(let uri):
            URISyntax.percentEncoded(uri) { $0.isVisible && !",!;".utf8.contains($0) }
        }
    }
}
