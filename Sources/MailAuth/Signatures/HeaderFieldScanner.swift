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
        let ends = message.withUnsafeBytes(fieldEnds)
        let base = message.startIndex
        var start = base
        var fields: [HeaderField] = []
        fields.reserveCapacity(ends.offsets.count)
        for offset in ends.offsets {
            if let field = field(message[start..<(base + offset)]) { fields.append(field) }
            start = base + offset
        }
        return (fields, ends.hasEmptyLine ? start + 2 : start)
    }

    /// The offsets behind each field, and whether an empty line is what follows the last.
    private static func fieldEnds(
        in bytes: UnsafeRawBufferPointer
    ) -> (offsets: [Int], hasEmptyLine: Bool) {
        var offsets: [Int] = []
        offsets.reserveCapacity(32)
        var start = 0
        var index = 0
        while let carriageReturn = bytes.offset(of: 0x0D, in: index..<bytes.count) {
            index = carriageReturn + 1
            guard index < bytes.count, bytes[index] == 0x0A else { continue }
            if carriageReturn == start { return (offsets, true) }
            index += 1
            if index < bytes.count, bytes[index].isSpaceOrTab { continue }
            offsets.append(index)
            start = index
        }
        if start < bytes.count { offsets.append(bytes.count) }
        return (offsets, false)
    }

    private static func field(_ bytes: ArraySlice<UInt8>) -> HeaderField? {
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        var name = bytes[..<colon]
        while let last = name.last, last.isSpaceOrTab { name.removeLast() }
        guard !name.isEmpty, name.allSatisfy(\.isVisible) else { return nil }
        var value = bytes[(colon + 1)...]
        if value.count >= 2, value.last == 0x0A, value[value.endIndex - 2] == 0x0D {
            value.removeLast(2)
        }
        return HeaderField(bytes: bytes, name: name, value: value)
    }
}
