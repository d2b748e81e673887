/// Line ends as mail has them on the wire: CRLF and nothing else (RFC 5321 §2.3.8).
public enum LineEndings {
    /// The same text with each bare CR and bare LF made a CRLF.
    ///
    /// Bytes that need no change come back as they are, without a copy.
    public static func normalized(_ bytes: [UInt8]) -> [UInt8] {
        guard let first = firstBareLineEnd(in: bytes.span) else { return bytes }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 32 + 16)
        output += bytes[..<first]
        var previous: UInt8 = 0
        for index in first..<bytes.count {
            let byte = bytes[index]
            switch byte {
            case 0x0A where previous == 0x0D: output.append(0x0A)
            case 0x0A: output += [0x0D, 0x0A]
            case 0x0D where index + 1 < bytes.count && bytes[index + 1] == 0x0A:
                output.append(0x0D)
            case 0x0D: output += [0x0D, 0x0A]
            default: output.append(byte)
            }
            previous = byte
        }
        return output
    }

    /// Index of the first CR without LF behind it or LF without CR before it, or nil.
    public static func firstBareLineEnd(in bytes: Span<UInt8>) -> Int? {
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case 0x0A:
                return index
            case 0x0D:
                guard index + 1 < bytes.count, bytes[index + 1] == 0x0A else { return index }
                index += 2
            default:
                index += 1
            }
        }
        return nil
    }
}
