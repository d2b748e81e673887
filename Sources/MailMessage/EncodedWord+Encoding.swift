import MailTypes

extension EncodedWord {
    /// Where an encoded word stands, which decides what may stand in it unencoded.
    public enum Place: Sendable {
        /// Unstructured text: any printable ASCII but `=`, `?` and `_` (RFC 2047 §5 rule 1).
        case text
        /// A display name: letters, digits and `!*+-/` (RFC 2047 §5 rule 3).
        case phrase
    }

    /// Encodes `text` as encoded words in UTF-8, in the shorter of the two encodings.
    ///
    /// Each word has at most `lengthLimit` characters (the first one `firstLengthLimit`, to fill
    /// up a line) and holds whole characters.
    public static func encode(
        _ text: String, in place: Place, firstLengthLimit: Int = lengthLimit
    ) -> [[UInt8]] {
        let quotedLength = text.utf8.reduce(0) { $0 + quotedWidth($1, place) }
        let usesBase64 = (text.utf8.count + 2) / 3 * 4 < quotedLength
        var words: [[UInt8]] = []
        var content: [UInt8] = []
        var width = 0
        var limit = max(minimumLengthLimit, min(lengthLimit, firstLengthLimit)) - frameLength
        for scalar in text.unicodeScalars {
            let bytes = UTF8.encode(scalar).map(Array.init) ?? []
            let added =
                usesBase64 ? bytes.count : bytes.reduce(0) { $0 + quotedWidth($1, place) }
            let fits = usesBase64 ? (width + added + 2) / 3 * 4 <= limit : width + added <= limit
            if !fits {
                words.append(word(content, place, usesBase64: usesBase64))
                content = []
                width = 0
                limit = lengthLimit - frameLength
            }
            content += bytes
            width += added
        }
        if !content.isEmpty { words.append(word(content, place, usesBase64: usesBase64)) }
        return words
    }

    /// `=?UTF-8?Q?` and `?=`.
    private static let frameLength = 12
    /// Room for one character of four bytes in the `Q` encoding.
    static let minimumLengthLimit = frameLength + 12

    private static func word(
        _ content: [UInt8], _ place: Place, usesBase64: Bool
    ) -> [UInt8] {
        var word = Array((usesBase64 ? "=?UTF-8?B?" : "=?UTF-8?Q?").utf8)
        if usesBase64 {
            word += Base64.encodedBytes(content)
        } else {
            for byte in content {
                if byte == 0x20 {
                    word.append(UInt8(ascii: "_"))
                } else if quotedWidth(byte, place) == 1 {
                    word.append(byte)
                } else {
                    QuotedPrintable.appendEncoded(byte, to: &word)
                }
            }
        }
        return word + Array("?=".utf8)
    }

    private static func quotedWidth(_ byte: UInt8, _ place: Place) -> Int {
        if byte == 0x20 || byte.isAlphanumeric { return 1 }
        switch (place, byte) {
        case (_, UInt8(ascii: "!")), (_, UInt8(ascii: "*")), (_, UInt8(ascii: "+")),
            (_, UInt8(ascii: "-")), (_, UInt8(ascii: "/")):
            return 1
        case (_, UInt8(ascii: "=")), (_, UInt8(ascii: "?")), (_, UInt8(ascii: "_")),
            (.phrase, _):
            return 3
        case (.text, _):
            return byte.isVisible ? 1 : 3
        }
    }
}
