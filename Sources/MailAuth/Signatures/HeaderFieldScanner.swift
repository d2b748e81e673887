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
        var fields: [HeaderField] = []
        var lineStart = message.startIndex
        while lineStart < message.endIndex {
            let fieldEnd = message.withUnsafeBufferPointer {
                endOfField(in: $0, from: lineStart - message.startIndex)
            }
            guard let fieldEnd else { return (fields, lineStart + 2) }
            let end = message.startIndex + fieldEnd
            if let field = field(message[lineStart..<end]) { fields.append(field) }
            lineStart = end
        }
        return (fields, message.endIndex)
    }

    /// The offset behind the field that starts at `start`; nil when an empty line is there.
    private static func endOfField(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var index = start
        while index < bytes.count {
            guard bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A else {
                index += 1
                continue
            }
            if index == start { return nil }
            index += 2
            guard index < bytes.count, bytes[index].isSpaceOrTab else { return index }
        }
        return bytes.count
    }

    private static func field(_ bytes: ArraySlice<UInt8>) -> HeaderField? {
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        var name = bytes[..<colon]
        while let last = name.last, last.isSpaceOrTab { name.removeLast() }
        guard !name.isEmpty, name.allSatisfy(\.isVisible) else { return nil }
        var value = bytes[(colon + 1)...]
        if value.suffix(2).elementsEqual([0x0D, 0x0A]) { value.removeLast(2) }
        return HeaderField(bytes: bytes, name: name, value: value)
    }
}
