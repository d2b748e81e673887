public import MailTypes

/// The name of the file that an aggregate or TLS report comes in.
///
///     filename = receiver "!" policy-domain "!" begin "!" end [ "!" unique-id ] "." extension
///                                                ; RFC 9990 §3.5.2, RFC 8460 §5.1
public struct ReportFileName: Equatable, Sendable {
    /// Who reports: `receiver`, `sender` in TLS reports.
    public var reporter: String
    public var policyDomain: String
    public var begin: UnixTime
    public var end: UnixTime
    public var uniqueID: String?
    /// `xml.gz`
    public var fileExtension: String

    public init(
        reporter: String, policyDomain: String, begin: UnixTime, end: UnixTime,
        uniqueID: String? = nil, fileExtension: String
    ) {
        self.reporter = reporter
        self.policyDomain = policyDomain
        self.begin = begin
        self.end = end
        self.uniqueID = uniqueID
        self.fileExtension = fileExtension
    }

    /// Reads a name; nil for one of another form, as many reporters have it.
    public init?(parsing name: some StringProtocol) {
        guard name.utf8.count <= 1000 else { return nil }
        var parts = name.split(separator: "!", omittingEmptySubsequences: false)
        guard parts.count == 4 || parts.count == 5, let last = parts.popLast() else { return nil }
        // An identifier may have dots of its own: the extension is one of a few.
        let known = ["xml.gz", "xml.zip", "json.gz", "xml", "json", "zip", "gz"]
        guard let found = known.first(where: { last.asciiLowercased.hasSuffix(".\($0)") })
        else { return nil }
        parts.append(last.dropLast(found.utf8.count + 1))
        guard !parts[0].isEmpty, !parts[1].isEmpty,
            let begin = Int(reportText: Array(parts[2].utf8)[...]),
            let end = Int(reportText: Array(parts[3].utf8)[...])
        else { return nil }
        self.init(
            reporter: String(parts[0]), policyDomain: String(parts[1]),
            begin: UnixTime(seconds: Int64(begin)), end: UnixTime(seconds: Int64(end)),
            uniqueID: parts.count == 5 ? String(parts[4]) : nil, fileExtension: found)
    }

    /// An identifier of letters and digits, which is all that the grammar allows, from that of a
    /// report; nil where it has none.
    static func uniqueID(from reportID: String) -> String? {
        let bytes = reportID.utf8.filter(\.isAlphanumeric).prefix(64)
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// The name. What could leave the folder, or is `!` itself, is written as a hyphen.
    public var formatted: String {
        var parts = [reporter, policyDomain, String(begin.seconds), String(end.seconds)]
        if let uniqueID { parts.append(uniqueID) }
        let safe = parts.map { part in
            String(
                decoding: part.utf8.map { byte in
                    byte.isAlphanumeric || "._-@".utf8.contains(byte) ? byte : UInt8(ascii: "-")
                }, as: UTF8.self)
        }
        return "\(safe.joined(separator: "!")).\(fileExtension)"
    }
}
