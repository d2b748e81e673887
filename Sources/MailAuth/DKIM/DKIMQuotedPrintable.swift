import MailTypes

/// The quoting of tags that may hold any bytes (`dkim-quoted-printable`, RFC 6376 §2.11).
enum DKIMQuotedPrintable {
    /// Bytes for each `=` with two hexadecimal digits, white space left out; nil where digits are
    /// missing.
    static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        var cursor = ByteCursor(text)
        var bytes: [UInt8] = []
        while let byte = cursor.next() {
            if byte.isFoldingWhitespace { continue }
            guard byte == UInt8(ascii: "=") else {
                bytes.append(byte)
                continue
            }
            guard let high = cursor.next()?.hexValue, let low = cursor.next()?.hexValue else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        return bytes
    }
}
