import MailTypes

/// Decodes quoted-printable in one pass (RFC 2045 §6.7): eight bytes are copied at a time, and
/// looked at for the two that mean anything, `=` and LF.
struct QuotedPrintableDecoder {
    private let input: UnsafeRawBufferPointer
    private let output: UnsafeMutableRawBufferPointer
    private var index = 0
    /// Bytes written so far.
    private(set) var count = 0
    /// Up to here the output is not white space that stands literally at the end of a line.
    private var keptCount = 0

    /// - Parameter output: Room for all of `input` and eight bytes more.
    init(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) {
        precondition(output.count >= input.count + 8, "whole words are stored")
        self.input = input
        self.output = output
    }

    mutating func run() {
        while index < input.count {
            copyPlain()
            guard index < input.count else { break }
            if input[index] == 0x0A {
                endLine()
            } else {
                // Characters of several bytes are escapes in a row.
                repeat { readEscape() } while index < input.count && input[index] == 0x3D
            }
        }
        dropSpaces()
    }

    /// Copies up to the next `=`, or an LF that takes more than a copy.
    @inline(__always)
    private mutating func copyPlain() {
        // Variables of its own stay in registers.
        var (source, target) = (index, count)
        defer { (index, count) = (source, target) }
        while source &+ 8 <= input.count {
            let word = input.loadUnaligned(fromByteOffset: source, as: UInt64.self)
            output.storeBytes(of: word, toByteOffset: target, as: UInt64.self)
            let marks = Self.marks(word)
            guard marks == 0 else {
                let length = marks.trailingZeroBitCount / 8
                source &+= length
                target &+= length
                guard isPlainLineEnd(source) else { return }
                source &+= 1  // the LF is stored already
                target &+= 1
                continue
            }
            source &+= 8
            target &+= 8
        }
        while source < input.count, input[source] != 0x0A, input[source] != UInt8(ascii: "=") {
            output[target] = input[source]
            source &+= 1
            target &+= 1
        }
    }

    /// Whether an LF is there that ends a line as most lines end: behind a CR, and no white space
    /// before that.
    @inline(__always)
    private func isPlainLineEnd(_ index: Int) -> Bool {
        input[index] == 0x0A && index >= 2 && input[index &- 1] == 0x0D && input[index &- 2] > 0x20
    }

    /// The highest bit of each byte that is `=` or LF. The lowest bit set is right; above it there
    /// may be false ones.
    @inline(__always)
    private static func marks(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let little = UInt64(littleEndian: word)
        let equals = little ^ (ones &* UInt64(UInt8(ascii: "=")))
        let lineFeeds = little ^ (ones &* 0x0A)
        return (((equals &- ones) & ~equals) | ((lineFeeds &- ones) & ~lineFeeds)) & (ones << 7)
    }

    private mutating func append(_ byte: UInt8) {
        output[count] = byte
        count += 1
    }

    /// `=C3`, a soft break, or a `=` that stands for itself.
    @inline(__always)
    private mutating func readEscape() {
        if index &+ 2 < input.count {
            let high = Self.digit(input[index &+ 1])
            let low = Self.digit(input[index &+ 2])
            if high | low < 16 {
                output[count] = high << 4 | low
                count &+= 1
                index &+= 3
                keptCount = count
                return
            }
            // Soft breaks end most lines, nearly always without white space before the line end.
            if input[index &+ 1] == 0x0D, input[index &+ 2] == 0x0A {
                index &+= 3
                keptCount = count
                return
            }
        }
        if let next = softBreakEnd() {
            index = next
        } else {
            append(UInt8(ascii: "="))
            index += 1
        }
        keptCount = count
    }

    /// 0 to 15, or 255 for what is no hexadecimal digit.
    @inline(__always)
    private static func digit(_ byte: UInt8) -> UInt8 {
        let number = byte &- 0x30
        if number < 10 { return number }
        let letter = (byte | 0x20) &- 0x61
        return letter < 6 ? letter &+ 10 : 255
    }

    /// Where the next line begins, if nothing but white space follows the `=` on its line.
    private func softBreakEnd() -> Int? {
        var end = index + 1
        while end < input.count, input[end].isSpaceOrTab { end += 1 }
        if end < input.count, input[end] == 0x0D { end += 1 }
        if end == input.count { return input[end - 1] == 0x0D ? nil : end }
        return input[end] == 0x0A ? end + 1 : nil
    }

    private mutating func endLine() {
        let hasCarriageReturn = count > keptCount && output[count - 1] == 0x0D
        if hasCarriageReturn { count -= 1 }
        dropSpaces()
        if hasCarriageReturn { append(0x0D) }
        append(0x0A)
        index += 1
        keptCount = count
    }

    /// White space at the end of a line was added on the way (rule 3 there).
    private mutating func dropSpaces() {
        while count > keptCount, output[count - 1].isSpaceOrTab { count -= 1 }
    }
}
