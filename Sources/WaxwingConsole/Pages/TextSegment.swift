import MailTypes

/// A stretch of plain text: words, or an address to follow.
struct TextSegment: Equatable {
    /// So many addresses of one text become links; further ones stay words.
    static let linkLimit = 500

    let words: String
    let isLink: Bool

    /// Finds the web addresses of a text. The segments put together are the text.
    static func segments(of text: String) -> [TextSegment] {
        let bytes = Array(text.utf8)
        var segments: [TextSegment] = []
        var start = 0
        var index = 0
        func append(_ range: Range<Int>, isLink: Bool) {
            guard !range.isEmpty else { return }
            let words = String(decoding: bytes[range], as: UTF8.self)
            segments.append(TextSegment(words: words, isLink: isLink))
        }
        while index < bytes.count, segments.count + 2 <= linkLimit * 2 {
            let end = addressEnd(bytes, index)
            if end > index {
                append(start..<index, isLink: false)
                append(index..<end, isLink: true)
                start = end
            }
            index = max(end, index + 1)
        }
        append(start..<bytes.count, isLink: false)
        return segments
    }

    /// Where the address that begins at `index` ends; `index` where none does.
    private static func addressEnd(_ bytes: [UInt8], _ index: Int) -> Int {
        guard bytes[index] | 0x20 == UInt8(ascii: "h"),
            index == 0 || !bytes[index - 1].isAlphanumeric
        else { return index }
        let head = String(decoding: bytes[index...].prefix(8), as: UTF8.self).asciiLowercased
        let schemeLength = head == "https://" ? 8 : head.hasPrefix("http://") ? 7 : 0
        guard schemeLength > 0 else { return index }
        var end = index + schemeLength
        while end < bytes.count, isOfAddress(bytes[end]) { end += 1 }
        while end > index + schemeLength, isPunctuation(bytes[end - 1]) { end -= 1 }
        return end > index + schemeLength ? end : index
    }

    /// Anything visible that does not quote or bracket an address in prose; UTF-8 counts too.
    private static func isOfAddress(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte.isVisible && !#"<>"{}|\^`"#.utf8.contains(byte)
    }

    /// What ends a sentence rather than an address.
    private static func isPunctuation(_ byte: UInt8) -> Bool { ".,;:!?)]'*".utf8.contains(byte) }
}
