/// Base64 with the standard alphabet and padding (RFC 4648 §4).
public enum Base64 {
    /// Text for `bytes`, on one line.
    public static func encode(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: encodedBytes(bytes), as: UTF8.self)
    }

    /// The same as ASCII bytes; four for every three of the input, rounded up.
    public static func encodedBytes(_ bytes: some Collection<UInt8>) -> [UInt8] {
        if let encoded = bytes.withContiguousStorageIfAvailable({ encoded($0.span) }) {
            return encoded
        }
        return encoded(Array(bytes).span)
    }

    private static func encoded(_ bytes: Span<UInt8>) -> [UInt8] {
        let count = (bytes.count + 2) / 3 * 4
        return [UInt8](unsafeUninitializedCapacity: count) { output, written in
            var index = 0
            var target = 0
            while index < bytes.count {
                let first = UInt32(bytes[index])
                let second = index + 1 < bytes.count ? UInt32(bytes[index + 1]) : 0
                let third = index + 2 < bytes.count ? UInt32(bytes[index + 2]) : 0
                let group = first << 16 | second << 8 | third
                output[target] = letter(group >> 18)
                output[target + 1] = letter(group >> 12)
                output[target + 2] =
                    index + 1 < bytes.count ? letter(group >> 6) : UInt8(ascii: "=")
                output[target + 3] = index + 2 < bytes.count ? letter(group) : UInt8(ascii: "=")
                index += 3
                target += 4
            }
            written = count
        }
    }

    private static func letter(_ group: UInt32) -> UInt8 {
        switch UInt8(truncatingIfNeeded: group & 63) {
        case let value where value < 26: 0x41 + value
        case let value where value < 52: 0x61 + value - 26
        case let value where value < 62: 0x30 + value - 52
        case 62: UInt8(ascii: "+")
        default: UInt8(ascii: "/")
        }
    }

    /// What to do with bytes that are not of the alphabet.
    public enum Strictness: Sendable {
        /// Any other byte, missing padding or left-over bits make the whole text invalid.
        case strict
        /// White space is passed over; everything else is as in `strict`, except that padding
        /// may be missing (RFC 6376 §3.2: FWS may stand anywhere in `b=`).
        case ignoringWhitespace
        /// Everything outside the alphabet is passed over (RFC 2045 §6.8), padding ends the text.
        case lenient
    }

    /// The bytes that `text` stands for, or nil where it breaks the rules of `strictness`.
    public static func decode(
        _ text: some Collection<UInt8>, _ strictness: Strictness = .strict
    ) -> [UInt8]? {
        // One loop over plain memory: a generic one costs a call for each byte in other modules.
        if let result = text.withContiguousStorageIfAvailable({ decoded($0.span, strictness) }) {
            return result
        }
        return decoded(Array(text).span, strictness)
    }

    private static func decoded(_ text: Span<UInt8>, _ strictness: Strictness) -> [UInt8]? {
        let values = values
        var output: [UInt8] = []
        output.reserveCapacity(text.count / 4 * 3 + 3)
        var group: UInt32 = 0
        var letters = 0
        var padding = 0
        scan: for index in text.indices {
            let byte = text[index]
            let value = values[Int(byte)]
            if value < 64 {
                if padding > 0 {
                    if strictness == .lenient { break scan }
                    return nil
                }
                group = group << 6 | UInt32(value)
                letters += 1
                if letters == 4 {
                    output.append(UInt8(truncatingIfNeeded: group >> 16))
                    output.append(UInt8(truncatingIfNeeded: group >> 8))
                    output.append(UInt8(truncatingIfNeeded: group))
                    group = 0
                    letters = 0
                }
            } else if byte == UInt8(ascii: "=") {
                padding += 1
            } else if strictness == .strict
                || (strictness == .ignoringWhitespace && !byte.isFoldingWhitespace)
            {
                return nil
            }
        }
        switch letters {
        case 0:
            if padding > 0, strictness != .lenient { return nil }
        case 1:
            if strictness != .lenient { return nil }
        case 2:
            if strictness == .strict, padding != 2 || group & 0x0F != 0 { return nil }
            if strictness == .ignoringWhitespace, padding != 2, padding != 0 { return nil }
            output.append(UInt8(truncatingIfNeeded: group >> 4))
        default:
            if strictness == .strict, padding != 1 || group & 0x03 != 0 { return nil }
            if strictness == .ignoringWhitespace, padding > 1 { return nil }
            output.append(UInt8(truncatingIfNeeded: group >> 10))
            output.append(UInt8(truncatingIfNeeded: group >> 2))
        }
        return output
    }

    public static func decode(_ text: String, _ strictness: Strictness = .strict) -> [UInt8]? {
        decode(text.utf8, strictness)
    }

    /// 0 to 63 for the letters of the alphabet, 255 for all other bytes.
    private static let values: [UInt8] = {
        var table = [UInt8](repeating: 255, count: 256)
        for value in 0..<64 { table[Int(letter(UInt32(value)))] = UInt8(value) }
        return table
    }()
}

/// Lower-case hexadecimal digits, two for each byte.
public func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    for byte in bytes {
        for digit in [byte >> 4, byte & 15] {
            text.append(digit < 10 ? 0x30 + digit : 0x61 + digit - 10)
        }
    }
    return String(decoding: text, as: UTF8.self)
}
