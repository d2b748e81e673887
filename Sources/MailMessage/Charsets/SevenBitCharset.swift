/// Charsets that write characters of two bytes in seven bits, between escapes.
enum SevenBitCharset {
    /// ISO-2022-JP (RFC 1468) in the form of EUC-JP, with the half-width letters and the JIS X 0212
    /// characters that programs put in under the same name.
    ///
    /// Escapes of other charsets, and bytes that cannot stand where they do, are kept as they are.
    static func eucJapanese(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        enum State { case single, katakana, double, supplementary }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 2)
        var state = State.single
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == 0x1B {
                let rest = bytes[(index + 1)...].prefix(3)
                let escapes: [(StaticString, State)] = [
                    ("(B", .single), ("(J", .single), ("(H", .single), ("(I", .katakana),
                    ("$@", .double), ("$B", .double), ("$(D", .supplementary),
                ]
                if let found = escapes.first(where: { escape, _ in
                    escape.withUTF8Buffer { rest.starts(with: $0) }
                }) {
                    state = found.1
                    index += 1 + found.0.utf8CodeUnitCount
                    continue
                }
            }
            // A line begins in ASCII (RFC 1468), whatever state the one before ended in.
            if byte == 0x0A || byte == 0x0D { state = .single }
            let isHigh = byte > 0x20 && byte < 0x7F
            switch state {
            case .katakana where isHigh:
                output += [0x8E, byte | 0x80]
                index += 1
            case .double where isHigh, .supplementary where isHigh:
                if state == .supplementary { output.append(0x8F) }
                output.append(byte | 0x80)
                index += 1
                if index < bytes.endIndex, bytes[index] > 0x20, bytes[index] < 0x7F {
                    output.append(bytes[index] | 0x80)
                    index += 1
                }
            default:
                output.append(byte)
                index += 1
            }
        }
        return output
    }

    /// HZ (RFC 1843) in the form of GB 2312: `~{` and `~}` around characters of two bytes.
    static func eucChinese(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var isDouble = false
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == UInt8(ascii: "~"), index + 1 < bytes.endIndex {
                switch bytes[index + 1] {
                case UInt8(ascii: "{"):
                    isDouble = true
                    index += 2
                    continue
                case UInt8(ascii: "}"):
                    isDouble = false
                    index += 2
                    continue
                case UInt8(ascii: "~") where !isDouble:
                    output.append(byte)
                    index += 2
                    continue
                case 0x0A where !isDouble:
                    index += 2
                    continue
                default: break
                }
            }
            if byte == 0x0A { isDouble = false }
            output.append(isDouble && byte > 0x20 && byte < 0x7F ? byte | 0x80 : byte)
            index += 1
        }
        return output
    }
}
