import MailMessage
import MailTypes

/// Splits a message at its CRLFs into header fields and body.
///
/// Only CRLF ends a line: a verifier that took a bare LF for one could be shown other fields than
/// the signer saw. A line without a field name is no field and is passed over.
enum HeaderFieldScanner {
    /// The fields from top to bottom, and the offset of the body's first byte.
    ///
    /// A message without an empty line is header section only; its body starts at its end. Time
    /// is linear in the header section.
    static func scan(_ message: ArraySlice<UInt8>) -> (fields: [HeaderField], bodyStart: Int) {
        let base = message.startIndex
        return message.withUnsafeBytes { bytes in
            var fields: [HeaderField] = []
            fields.reserveCapacity(32)
            var start = 0
            while let (end, isEmpty) = lineGroup(in: bytes, from: start) {
                if isEmpty { return (fields, base + end) }
                if let (name, value) = parts(bytes, start, end) {
                    fields.append(
                        HeaderField(
                            bytes: message[base + start..<base + end], nameEnd: base + name,
                            value: base + value.lowerBound..<base + value.upperBound))
                }
                start = end
            }
            return (fields, base + start)
        }
    }

    /// The offset behind the field that begins at `start`, or behind an empty line there; nil at
    /// the end.
    private static func lineGroup(
        in bytes: UnsafeRawBufferPointer, from start: Int
    ) -> (end: Int, isEmpty: Bool)? {
        guard start < bytes.count else { return nil }
        var index = start
        while let carriageReturn = bytes.offset(of: 0x0D, in: index..<bytes.count) {
            index = carriageReturn + 1
            guard index < bytes.count, bytes[index] == 0x0A else { continue }
            index += 1
            if carriageReturn == start { return (index, true) }
            if index == bytes.count || !bytes[index].isSpaceOrTab { return (index, false) }
        }
        return (bytes.count, false)
    }

    /// Where the name of a field ends, and where its value is; nil where there is no name.
    private static func parts(
        _ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int
    ) -> (nameEnd: Int, value: Range<Int>)? {
        guard let colon = bytes.offset(of: UInt8(ascii: ":"), in: start..<end) else { return nil }
        var nameEnd = colon
        while nameEnd > start, bytes[nameEnd - 1].isSpaceOrTab { nameEnd -= 1 }
        guard nameEnd > start, bytes[start..<nameEnd].allSatisfy(\.isVisible) else { return nil }
        var valueEnd = end
        if end - colon > 2, bytes[end - 1] == 0x0A, bytes[end - 2] == 0x0D { valueEnd -= 2 }
        return (nameEnd, colon + 1..<valueEnd)
    }
}
