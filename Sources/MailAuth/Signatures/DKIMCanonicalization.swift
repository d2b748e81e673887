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
        append(field.bytes, name: field.name, value: field.value, to: &output)
    }

    /// - Parameter bytes: the whole field; `name` and `value` are parts of it.
    func append(
        _ bytes: ArraySlice<UInt8>, name: ArraySlice<UInt8>, value: ArraySlice<UInt8>,
        to output: inout [UInt8]
    ) {
        switch self {
        case .simple:
            output += bytes
            if !bytes.suffix(2).elementsEqual(Self.lineEnd) { output += Self.lineEnd }
        case .relaxed:
            for byte in name { output.append(byte.asciiLowercased) }
            output.append(UInt8(ascii: ":"))
            appendRelaxed(value, to: &output)
            output += Self.lineEnd
        }
    }

    /// Unfolds, makes every run of white space one SP, and takes it off both ends (§3.4.2).
    private func appendRelaxed(_ value: ArraySlice<UInt8>, to output: inout [UInt8]) {
        let start = output.count
        var isSpacePending = false
        var index = value.startIndex
        while index < value.endIndex {
            let byte = value[index]
            index += 1
            if byte.isSpaceOrTab {
                isSpacePending = true
                continue
            }
            if byte == 0x0D, index < value.endIndex, value[index] == 0x0A {
                index += 1  // within a field, a CRLF is always a fold
                continue
            }
            if isSpacePending, output.count > start { output.append(0x20) }
            isSpacePending = false
            output.append(byte)
        }
    }

    static let lineEnd: [UInt8] = [0x0D, 0x0A]
}
