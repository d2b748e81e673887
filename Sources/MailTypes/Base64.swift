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
        var isValid = true
        let output = [UInt8](unsafeUninitializedCapacity: text.count / 4 * 3 + 3) { memory, count in
            text.withUnsafeBufferPointer { text in
                var decoder = Decoder(strictness)
                isValid = decoder.decode(text, into: memory)
                count = decoder.count
            }
        }
        return isValid ? output : nil
    }

    private struct Decoder {
        private let strictness: Strictness
        private(set) var count = 0
        private var group: UInt32 = 0
        private var letters = 0
        private var padding = 0

        init(_ strictness: Strictness) { self.strictness = strictness }

        /// Fills `output`, which has room for three bytes for each four of `text`, and three more.
        mutating func decode(
            _ text: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
        ) -> Bool {
            pairs.withUnsafeBufferPointer { pairs in
                var index = 0
                while index < text.count {
                    if letters == 0, padding == 0 {
                        index = decodeGroups(text, from: index, pairs, into: output)
                        guard index < text.count else { break }
                    }
                    switch take(text[index], pairs, into: output) {
                    case .goOn: index += 1
                    case .invalid: return false
                    case .end: return finish(into: output)
                    }
                }
                return finish(into: output)
            }
        }

        /// Decodes groups of four letters as long as nothing else comes but line ends between them;
        /// this is where the time goes.
        private mutating func decodeGroups(
            _ text: UnsafeBufferPointer<UInt8>, from start: Int,
            _ pairs: UnsafeBufferPointer<Int16>, into output: UnsafeMutableBufferPointer<UInt8>
        ) -> Int {
            var index = start
            var target = count
            let input = UnsafeRawBufferPointer(text)
            let memory = UnsafeMutableRawBufferPointer(output)
            // A store of four bytes hangs over by one, for which there is room.
            while index &+ 8 <= input.count {
                let word = UInt64(
                    littleEndian: input.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                let first = Self.group(UInt32(truncatingIfNeeded: word), pairs)
                let second = Self.group(UInt32(truncatingIfNeeded: word >> 32), pairs)
                guard first | second >= 0 else {
                    // Lines of 76 letters end in the middle of such a word.
                    guard strictness != .strict, first >= 0,
                        UInt16(truncatingIfNeeded: word >> 32) == Self.lineEnd
                    else { break }
                    memory.storeBytes(
                        of: (first << 8).bigEndian, toByteOffset: target, as: Int32.self)
                    index &+= 6
                    target &+= 3
                    continue
                }
                memory.storeBytes(of: (first << 8).bigEndian, toByteOffset: target, as: Int32.self)
                memory.storeBytes(
                    of: (second << 8).bigEndian, toByteOffset: target &+ 3, as: Int32.self)
                index &+= 8
                target &+= 6
            }
            while index &+ 4 <= input.count {
                let word = UInt32(
                    littleEndian: input.loadUnaligned(fromByteOffset: index, as: UInt32.self))
                let group = Self.group(word, pairs)
                guard group >= 0 else { break }
                memory.storeBytes(of: (group << 8).bigEndian, toByteOffset: target, as: Int32.self)
                index &+= 4
                target &+= 3
            }
            count = target
            return index
        }

        /// CRLF, as a little-endian word has it.
        private static let lineEnd: UInt16 = 0x0A0D

        /// The 24 bits of four letters, the first of which is in the lowest byte; a negative number
        /// for what holds another byte.
        @inline(__always)
        private static func group(
            _ letters: UInt32, _ pairs: UnsafeBufferPointer<Int16>
        ) -> Int32 {
            Int32(pairs[Int(letters & 0xFFFF)]) << 12 | Int32(pairs[Int(letters >> 16)])
        }

        private enum Step { case goOn, invalid, end }

        private mutating func take(
            _ byte: UInt8, _ pairs: UnsafeBufferPointer<Int16>,
            into output: UnsafeMutableBufferPointer<UInt8>
        ) -> Step {
            // Before an A, which is zero.
            let value = pairs[Int(byte) | 0x41 << 8] >> 6
            if value >= 0 {
                if padding > 0 { return strictness == .lenient ? .end : .invalid }
                group = group << 6 | UInt32(value)
                letters += 1
                if letters == 4 {
                    append(group >> 16, group >> 8, group, into: output)
                    group = 0
                    letters = 0
                }
            } else if byte == UInt8(ascii: "=") {
                padding += 1
            } else if strictness == .strict
                || (strictness == .ignoringWhitespace && !byte.isFoldingWhitespace)
            {
                return .invalid
            }
            return .goOn
        }

        private mutating func append(
            _ bytes: UInt32..., into output: UnsafeMutableBufferPointer<UInt8>
        ) {
            for byte in bytes {
                output[count] = UInt8(truncatingIfNeeded: byte)
                count += 1
            }
        }

        /// What is left of a group at the end.
        private mutating func finish(into output: UnsafeMutableBufferPointer<UInt8>) -> Bool {
            switch letters {
            case 0:
                if padding > 0, strictness != .lenient { return false }
            case 1:
                if strictness != .lenient { return false }
            case 2:
                if strictness == .strict, padding != 2 || group & 0x0F != 0 { return false }
                if strictness == .ignoringWhitespace, padding != 2, padding != 0 { return false }
                append(group >> 4, into: output)
            default:
                if strictness == .strict, padding != 1 || group & 0x03 != 0 { return false }
                if strictness == .ignoringWhitespace, padding > 1 { return false }
                append(group >> 10, group >> 2, into: output)
            }
            return true
        }
    }

    public static func decode(_ text: String, _ strictness: Strictness = .strict) -> [UInt8]? {
        decode(text.utf8, strictness)
    }

    /// For two letters, the first of which is in the lower byte, their twelve bits; -1 for everything
    /// else. Of its 128 KB those that letters lead to stay in the processor's first cache.
    private static let pairs: [Int16] = {
        var pairs = [Int16](repeating: -1, count: 1 << 16)
        for first in UInt32(0)..<64 {
            for second in UInt32(0)..<64 {
                let place = Int(letter(first)) | Int(letter(second)) << 8
                pairs[place] = Int16(first << 6 | second)
            }
        }
        return pairs
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
