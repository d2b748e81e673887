import MailTypes

/// Content made ready for the wire: the encoding chosen, and the bytes in it.
package struct EncodedBody {
    package let transferEncoding: TransferEncoding
    package let bytes: [UInt8]

    /// Encodes a text: 7bit if the text is ASCII in short lines, quoted-printable if most of it
    /// stays readable, else base64. Line ends become CRLF first.
    package init(text: [UInt8]) {
        let text = LineEndings.normalized(text)
        if Self.isSevenBit(text) {
            self.init(transferEncoding: .sevenBit, bytes: text)
            return
        }
        let quoted = QuotedPrintable.encode(text[...], isText: true)
        if quoted.count <= text.count * 2 {
            self.init(transferEncoding: .quotedPrintable, bytes: quoted)
        } else {
            self.init(transferEncoding: .base64, bytes: Self.base64Lines(text))
        }
    }

    /// Encodes any bytes as wished, or in base64 where they would not survive that.
    init(bytes: [UInt8], wished: TransferEncoding) {
        switch wished {
        case .sevenBit where Self.isSevenBit(bytes):
            self.init(transferEncoding: .sevenBit, bytes: bytes)
        case .quotedPrintable:
            self.init(
                transferEncoding: .quotedPrintable,
                bytes: QuotedPrintable.encode(
                    bytes[...], isText: LineEndings.firstBareLineEnd(in: bytes.span) == nil))
        default:
            self.init(transferEncoding: .base64, bytes: Self.base64Lines(bytes))
        }
    }

    init(transferEncoding: TransferEncoding, bytes: [UInt8]) {
        self.transferEncoding = transferEncoding
        self.bytes = bytes
    }

    /// ASCII without NUL, in lines of at most 998 characters that end with CRLF (RFC 2045 §2.7).
    static func isSevenBit(_ bytes: [UInt8]) -> Bool {
        guard LineEndings.firstBareLineEnd(in: bytes.span) == nil else { return false }
        var length = 0
        let span = bytes.span
        for index in span.indices {
            let byte = span[index]
            if byte >= 0x80 || byte == 0 { return false }
            length = byte == 0x0A ? 0 : length + 1
            // The CR is counted too.
            if length > FieldWriter.lineLengthLimit, byte != 0x0D { return false }
        }
        return true
    }

    /// Base64 in lines of 76 characters (RFC 2045 §6.8).
    static func base64Lines(_ bytes: [UInt8]) -> [UInt8] {
        let encoded = Base64.encodedBytes(bytes)
        var output: [UInt8] = []
        output.reserveCapacity(encoded.count + encoded.count / 38 + 2)
        var start = 0
        while start < encoded.count {
            let end = min(start + 76, encoded.count)
            output += encoded[start..<end]
            output += [0x0D, 0x0A]
            start = end
        }
        return output
    }
}
