import MailTypes

/// The quoted-printable encoding (RFC 2045 §6.7).
public enum QuotedPrintable {
    /// Longest encoded line, without its CRLF.
    static let lineLengthLimit = 76

    /// The bytes that `text` stands for.
    ///
    /// Reads forgivingly: a `=` that no two hexadecimal digits follow stands for itself, white
    /// space at the end of a line is dropped, lines may end with a bare LF.
    public static func decode(_ text: ArraySlice<UInt8>) -> [UInt8] {
        text.withUnsafeBytes { input in
            // Nothing grows by decoding; whole words are stored, so the last may hang over.
            [UInt8](unsafeUninitializedCapacity: input.count + 8) { output, count in
                var decoder = QuotedPrintableDecoder(
                    input, into: UnsafeMutableRawBufferPointer(output))
                decoder.run()
                count = decoder.count
            }
        }
    }

    /// Encodes `bytes` in lines of at most 76 characters.
    /// - Parameter isText: Whether each CRLF is a line end of a text, and stays one; otherwise CR
    ///   and LF are encoded like other control characters.
    public static func encode(_ bytes: ArraySlice<UInt8>, isText: Bool) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 8)
        var column = 0
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]

            if isText, isLineEnd(bytes, index) {
                output += [0x0D, 0x0A]
                column = 0
                index += 2
                continue
            }
            let isLast = index + 1 == bytes.endIndex || (isText && isLineEnd(bytes, index + 1))
            let isLiteral =
                byte.isSpaceOrTab ? !isLast : byte.isVisible && byte != UInt8(ascii: "=")
            let width = isLiteral ? 1 : 3
            // The soft break itself takes a column, unless the line ends here anyway.
            if column + width > (isLast ? lineLengthLimit : lineLengthLimit - 1) {
                output += [UInt8(ascii: "="), 0x0D, 0x0A]
                column = 0
            }
            if isLiteral { output.append(byte) } else { appendEncoded(byte, to: &output) }
            column += width
            index += 1
        }
        return output
    }

    static func appendEncoded(_ byte: UInt8, to output: inout [UInt8]) {
        output += [UInt8(ascii: "="), upperHexDigit(byte >> 4), upperHexDigit(byte & 15)]
    }

    static func upperHexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? 0x30 + value : 0x41 + value - 10
    }

    private static func isLineEnd(_ bytes: ArraySlice<UInt8>, _ index: Int) -> Bool {
        bytes[index] == 0x0D && index + 1 < bytes.endIndex && bytes[index + 1] == 0x0A
    }
}
