import MailTypes

/// The HTML of a message, made ready for a frame that may neither run nor fetch anything.
///
/// Safety is not here but in the response: its Content-Security-Policy forbids scripts, forms and
/// every address but those of this message's parts. What is rewritten makes the mail look as its
/// author meant it: images that travel with it are shown, and links open beside the inbox.
struct HTMLBody {
    /// The longest Content-ID that is looked up, in bytes.
    static let contentIDLimit = 998

    let html: String
    /// Content-ID to address.
    let addresses: [String: String]

    var rewritten: String {
        String(decoding: insertingBase(into: replacingContentIDs()), as: UTF8.self)
    }

    /// Replaces each `cid:` address whose part is known (RFC 2392 §2).
    private func replacingContentIDs() -> [UInt8] {
        let bytes = Array(html.utf8)
        guard !addresses.isEmpty else { return bytes }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if isSchemeStart(bytes, index) {
                let start = index + 4
                let limit = min(bytes.count, start + Self.contentIDLimit)
                let end = bytes[start..<limit].firstIndex(where: Self.endsAddress) ?? limit
                let address = addresses[Self.contentID(bytes[start..<end])]
                output += address.map { Array($0.utf8)[...] } ?? bytes[index..<end]
                index = end
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
        return output
    }

    /// Whether an address `cid:` begins at `index`: behind a quote, a parenthesis, `=` or a space.
    private func isSchemeStart(_ bytes: [UInt8], _ index: Int) -> Bool {
        guard bytes[index] | 0x20 == UInt8(ascii: "c"), index > 0, index + 4 < bytes.count,
            bytes[index + 1] | 0x20 == UInt8(ascii: "i"),
            bytes[index + 2] | 0x20 == UInt8(ascii: "d"),
            bytes[index + 3] == UInt8(ascii: ":")
        else { return false }
        return switch bytes[index - 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: "="),
            0x09, 0x0A, 0x0D, 0x20:
            true
        default: false
        }
    }

    private static func endsAddress(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: ">"),
            UInt8(ascii: "<"), 0...0x20:
            true
        default: false
        }
    }

    /// Undoes percent encoding (RFC 2392 §2) and the one character reference that such an address
    /// may need in HTML.
    private static func contentID(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        let plain = text.split(separator: "&amp;", omittingEmptySubsequences: false)
            .joined(separator: "&")
        return PercentEncoding.decode(plain)
    }

    /// Lets links open in a new tab: the frame itself may not go anywhere.
    ///
    /// The element goes behind a leading DOCTYPE, because in front of it the page would be laid
    /// out in quirks mode.
    private func insertingBase(into bytes: [UInt8]) -> [UInt8] {
        let base = Array(#"<base target="_blank">"#.utf8)
        let start = bytes.firstIndex { $0 > 0x20 } ?? 0
        let doctype = Array("<!doctype".utf8)
        let head = bytes[start...].prefix(doctype.count).map(\.asciiLowercased)
        guard head == doctype, let end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
        else { return base + bytes }
        return bytes[...end] + base + bytes[(end + 1)...]
    }
}
