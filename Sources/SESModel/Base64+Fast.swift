import MailTypes

extension Base64 {
    /// The strict decoding, for megabytes on one line: four letters at a time.
    ///
    /// White space and line breaks, which some programs leave in, are passed over by the slower
    /// reader when the quick one stops at them.
    static func decodeFast(_ text: String) -> [UInt8]? {
        var text = text
        return text.withUTF8 { letters in
            decodeGroups(letters.span) ?? decode(Array(letters), .ignoringWhitespace)
        }
    }

    private static func decodeGroups(_ text: Span<UInt8>) -> [UInt8]? {
        guard text.count.isMultiple(of: 4), !text.isEmpty else { return nil }
        let whole = text.count / 4 - 1  // the last group may be padded
        let table = values.span
        var isValid = true
        var bytes = [UInt8](unsafeUninitializedCapacity: whole * 3 + 3) { output, written in
            var invalid: UInt8 = 0
            for group in 0..<whole {
                let at = group &* 4
                let first = table[Int(text[at])]
                let second = table[Int(text[at &+ 1])]
                let third = table[Int(text[at &+ 2])]
                let fourth = table[Int(text[at &+ 3])]
                invalid |= first | second | third | fourth
                output[group &* 3] = first << 2 | second >> 4
                output[group &* 3 &+ 1] = second << 4 | third >> 2
                output[group &* 3 &+ 2] = third << 6 | fourth
            }
            isValid = invalid & 0x80 == 0
            written = whole * 3
        }
        guard isValid, let end = decode((0..<4).map { text[whole * 4 + $0] }) else { return nil }
        bytes += end
        return bytes
    }

    /// 0 to 63 for the letters of the alphabet, the highest bit set for all other bytes.
    private static let values: [UInt8] = {
        var table = [UInt8](repeating: 0x80, count: 256)
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        for (value, letter) in alphabet.utf8.enumerated() { table[Int(letter)] = UInt8(value) }
        return table
    }()
}
