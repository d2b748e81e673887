import MailMessage
import MailTypes

/// The frame that reports share: a text for people, fields for programs, and the message that the
/// report is about (RFC 6522).
struct MultipartReport {
    /// How much of the original message goes back with a report.
    var originalMessage: [UInt8]
    var returning: ReturnedContent
    /// `delivery-status`, `feedback-report`.
    let reportType: String
    let explanation: String
    /// The groups of fields, an empty line between them.
    let groups: [[Field]]

    /// Appends content type and body behind the fields of the report's own header section.
    func formatted(
        _ fields: [Field], using generator: inout some RandomNumberGenerator
    ) throws(CompositionError) -> [UInt8] {
        let boundary = Boundary.random(using: &generator)
        var output = fields.flatMap(\.bytes)
        output += try Field("MIME-Version", value: "1.0").bytes
        output += try Field(
            "Content-Type",
            value: "multipart/report; report-type=\(reportType); boundary=\"\(boundary)\""
        ).bytes
        let original = returnedBytes
        let encoding = original.contains { $0 >= 0x80 } ? "8bit" : "7bit"
        output += "Content-Transfer-Encoding: \(encoding)\r\n".utf8
        let text = EncodedBody(text: Array(explanation.utf8))
        let charset = text.transferEncoding == .sevenBit ? "us-ascii" : "utf-8"
        output += "\r\n--\(boundary)\r\nContent-Type: text/plain; charset=\(charset)\r\n".utf8
        if text.transferEncoding != .sevenBit {
            output += "Content-Transfer-Encoding: \(text.transferEncoding.name)\r\n".utf8
        }
        output += [0x0D, 0x0A] + text.bytes
        output += "\r\n--\(boundary)\r\nContent-Type: message/\(reportType)\r\n\r\n".utf8
        for (index, group) in groups.enumerated() {
            if index > 0 { output += [0x0D, 0x0A] }
            for field in group { output += field.bytes }
        }
        let type = returning == .full ? "message/rfc822" : "text/rfc822-headers"
        output += "\r\n--\(boundary)\r\nContent-Type: \(type)\r\n".utf8
        output += "Content-Transfer-Encoding: \(encoding)\r\n\r\n".utf8
        output += original
        output += "\r\n--\(boundary)--\r\n".utf8
        return output
    }

    private var returnedBytes: [UInt8] {
        switch returning {
        case .full: return originalMessage
        case .headerSection:
            let message = try? Message(parsing: originalMessage)
            return message?.headerSection.fields.flatMap(\.bytes) ?? []
        }
    }
}

/// How much of a message goes back with a report about it (RFC 3461 §4.3, RFC 6522 §3).
public enum ReturnedContent: Equatable, Sendable {
    case headerSection
    case full

    /// Originals up to this size go back whole, in bytes.
    public static let wholeSizeLimit = 100 * 1024

    /// As much of a message of this size, in bytes, as is sensible: all of it, or of a long one the
    /// header section.
    public static func fitting(_ size: Int) -> ReturnedContent {
        size <= wholeSizeLimit ? .full : .headerSection
    }
}

extension Field {
    /// Longest value that a report field is given; what is behind is cut off.
    private static let reportValueLimit = 4000
    private static let reportWordLimit = 200

    /// A report field. Its value may come from a peer: what is not printable ASCII is replaced,
    /// and what is too long is broken or cut, so that no answer can forge a field.
    init(report name: String, _ value: String) throws(CompositionError) {
        var text: [UInt8] = []
        var wordLength = 0
        for byte in value.utf8.prefix(Self.reportValueLimit) {
            if wordLength == Self.reportWordLimit {
                text.append(0x20)
                wordLength = 0
            }
            let isSpace = byte <= 0x20 || byte == 0x7F
            text.append(isSpace ? 0x20 : byte < 0x80 ? byte : UInt8(ascii: "?"))
            wordLength = isSpace ? 0 : wordLength + 1
        }
        try self.init(name, value: String(decoding: text, as: UTF8.self))
    }
}
