extension ArraySlice<UInt8> {
    /// Index of the first `byte` at or behind `start`, or `endIndex`.
    ///
    /// Looks at eight bytes at a time: header sections and bodies are mostly passed over, line by
    /// line, and this is the loop that does it.
    func index(of byte: UInt8, from start: Int) -> Int {
        guard start < endIndex else { return endIndex }
        let bytes = self.span.bytes
        let base = startIndex
        var index = start - base
        let end = bytes.byteCount
        let ones: UInt64 = 0x0101_0101_0101_0101
        let pattern = ones &* UInt64(byte)
        while index &+ 8 <= end {
            let word = unsafe UInt64(
                littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
            let difference = word ^ pattern
            // The lowest set bit marks the first byte that became zero; higher ones may be false.
            let zeros = (difference &- ones) & ~difference & (ones << 7)
            if zeros != 0 { return base + index + zeros.trailingZeroBitCount / 8 }
            index &+= 8
        }
        while index < end {
            if self[base + index] == byte { return base + index }
            index &+= 1
        }
        return endIndex
    }

    /// Where the line that begins at `start` ends: behind its LF, or at the end of the bytes.
    func lineEnd(from start: Int) -> Int {
        let lineFeed = index(of: 0x0A, from: start)
        return lineFeed < endIndex ? lineFeed + 1 : endIndex
    }

    /// The bytes from `start` to `end` without the CRLF or LF that ends them.
    func line(_ start: Int, _ end: Int) -> ArraySlice<UInt8> {
        var last = end
        if last > start, self[last - 1] == 0x0A {
            last -= 1
            if last > start, self[last - 1] == 0x0D { last -= 1 }
        }
        return self[start..<last]
    }

    /// The lines, without what ends them.
    package var lines: [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = startIndex
        while start < endIndex {
            let end = lineEnd(from: start)
            lines.append(line(start, end))
            start = end
        }
        return lines
    }

    var isASCII: Bool { allSatisfy { $0 < 0x80 } }
}
