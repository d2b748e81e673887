import MailTypes

/// How header fields or a body are written before they are hashed (`c=`, RFC 6376 §3.4).
public enum DKIMCanonicalization: String, Hashable, Sendable, CaseIterable {
    /// Bytes as they are; only empty lines at the end of the body are taken off.
    case simple
    /// Letter case of names, folding and runs of white space make no difference.
    case relaxed
}

extension DKIMCanonicalization {
    /// Writes `field` in this form, ending in CRLF, behind `output`.
    func append(_ field: HeaderField, to output: inout [UInt8]) {
        append(field, without: field.bytes.endIndex..<field.bytes.endIndex, to: &output)
    }

    /// The same without some bytes of it: all of a tag's value, or the empty end of the field.
    func append(_ field: HeaderField, without removed: Range<Int>, to output: inout [UInt8]) {
        switch self {
        case .simple:
            output += field.bytes[..<removed.lowerBound]
            output += field.bytes[removed.upperBound...]
            if !output.suffix(2).elementsEqual(Self.lineEnd) { output += Self.lineEnd }
        case .relaxed:
            appendRelaxed(field, without: removed, to: &output)
        }
    }

    /// What is taken out has its white space with it: a semicolon follows, or nothing.
    private func appendRelaxed(
        _ field: HeaderField, without removed: Range<Int>, to output: inout [UInt8]
    ) {
        let value = field.value
        let end = min(max(removed.lowerBound, value.startIndex), value.endIndex)
        let rest = value[min(max(removed.upperBound, end), value.endIndex)...]
        // What is written is never longer than what is read, but for the colon and the line end.
        let capacity = field.name.count + value.count + 3 + RelaxedFieldWriter.overhang
        withUnsafeTemporaryAllocation(byteCount: capacity, alignment: 8) { memory in
            var writer = RelaxedFieldWriter(memory)
            for byte in field.name { writer.append(byte.asciiLowercased) }
            writer.append(UInt8(ascii: ":"))
            value[..<end].withUnsafeBytes { writer.append(relaxing: $0) }
            rest.withUnsafeBytes { writer.append(relaxing: $0) }
            writer.append(0x0D)
            writer.append(0x0A)
            output.append(contentsOf: writer.written)
        }
    }

    static let lineEnd: [UInt8] = [0x0D, 0x0A]
}
