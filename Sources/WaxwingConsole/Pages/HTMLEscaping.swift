import Mustache

/// How templates write text from mail into HTML: byte by byte.
///
/// Mustache's own escaping looks at whole `Character`s, so a `"` or `<` that a combining or
/// prepended mark has grown together with (U+0022 U+0301, U+0600 U+003C) passes it unescaped, while
/// browsers look at code points and see the quote. What is escaped here is escaped in any company.
struct HTMLEscaping: MustacheContentType {
    /// The name in the pragma that each template begins with.
    static let name = "WAXWING"

    func escapeText(_ text: String) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"): output += "&lt;".utf8
            case UInt8(ascii: ">"): output += "&gt;".utf8
            case UInt8(ascii: "&"): output += "&amp;".utf8
            case UInt8(ascii: "\""): output += "&quot;".utf8
            case UInt8(ascii: "'"): output += "&#39;".utf8
            // A NUL and other control characters are no characters of HTML.
            case 0x09, 0x0A, 0x0D: output.append(byte)
            case ..<0x20, 0x7F: output += "\u{FFFD}".utf8
            default: output.append(byte)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
