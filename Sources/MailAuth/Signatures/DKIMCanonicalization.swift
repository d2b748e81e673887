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
            for byte in field.name { output.append(byte.asciiLowercased) }
            output.append(UInt8(ascii: ":"))
            let value = field.value
            if removed.lowerBound >= value.endIndex {
                appendRelaxed(value, to: &output)
            } else {
                // What is taken out has its white space with it: a semicolon follows, or nothing.
                appendRelaxed(value[..<removed.lowerBound], to: &output)
                appendRelaxed(value[removed.upperBound...], to: &output)
            }
            output += Self.lineEnd
        }
    }

    /// Unfolds, makes every run of white space one SP, and takes it off both ends (§3.4.2).
    ///
    /// What is written is never longer than what is read, so that it has room beside it.
    private func appendRelaxed(_ value: ArraySlice<UInt8>, to output: inout [UInt8]) {
        value.withUnsafeBufferPointer { value in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: value.count) { relaxed in
                let count = Self.relax(value, into: relaxed)
                output.append(contentsOf: UnsafeBufferPointer(rebasing: relaxed[..<count]))
            }
        }
    }

    /// Returns how many bytes were written: a space is written only where one was read and a byte
    /// follows it, so never more than were read.
    private static func relax(
        _ value: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        var written = 0
        var isSpacePending = false
        var index = 0
        while index < value.count {
            let byte = value[index]
            index += 1
            if byte.isSpaceOrTab {
                isSpacePending = true
                continue
            }
            if byte == 0x0D, index < value.count, value[index] == 0x0A {
                index += 1  // within a field, a CRLF is always a fold
                continue
            }
            if isSpacePending, written > 0 {
                output.initializeElement(at: written, to: 0x20)
                written += 1
            }
            isSpacePending = false
            output.initializeElement(at: written, to: byte)
            written += 1
        }
        return written
    }

    static let lineEnd: [UInt8] = [0x0D, 0x0A]
}
