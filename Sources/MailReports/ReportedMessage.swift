public import MailMessage

/// The message that a report is about, as far as the report returns it (RFC 6522 §3).
///
/// Anybody could have written it: it shows what its sender is said to have sent, and proves nothing.
public struct ReportedMessage: Equatable, Sendable {
    public var bytes: [UInt8]
    /// Whether the body is in it, too.
    public var isWhole: Bool

    /// Finds it in a report; nil where the report returns nothing.
    public init?(in report: Message) {
        let whole = ["message/rfc822", "message/global"]
        let section = [
            "text/rfc822-headers", "text/rfc822-header", "message/rfc822-headers",
            "message/global-headers",
        ]
        // The report itself is a message too, but not the root of one.
        for part in report.parts.root.allParts.dropFirst() {
            let type = part.contentType.mediaType
            guard whole.contains(type) || section.contains(type) else { continue }
            bytes = part.decodedBytes
            isWhole = whole.contains(type)
            return
        }
        return nil
    }
}
