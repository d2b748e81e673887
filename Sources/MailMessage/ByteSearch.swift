#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Searches by the C library, which looks at 16 to 64 bytes at a time: header sections and bodies
/// are mostly passed over, line by line, and these are the loops that do it.
extension UnsafeRawBufferPointer {
    /// Offset of the first `byte` within `range`, or nil. The range lies within the buffer.
    package func offset(of byte: UInt8, in range: Range<Int>) -> Int? {
        guard let baseAddress, !range.isEmpty else { return nil }
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        let start = baseAddress + range.lowerBound
        guard let found = memchr(start, Int32(byte), range.count) else { return nil }
        return range.lowerBound + (UnsafeRawPointer(found) - start)
    }
}

extension ArraySlice<UInt8> {
    /// Index of the first `byte` at or behind `start`, or `endIndex`.
    func index(of byte: UInt8, from start: Int) -> Int {
        guard start < endIndex else { return endIndex }
        let base = startIndex
        return withUnsafeBytes { bytes in
            bytes.offset(of: byte, in: start - base..<bytes.count).map { base + $0 } ?? endIndex
        }
    }

    /// Index of the first line at or behind `start` that begins with two hyphens, or `endIndex`;
    /// `start` begins a line. Every delimiter of a multipart is such a line.
    func firstHyphenLine(from start: Int) -> Int {
        guard start < endIndex else { return endIndex }
        let base = startIndex
        let hyphen = UInt8(ascii: "-")
        return withUnsafeBytes { bytes in
            let first = start - base
            var position = first
            while let found = bytes.offset(of: hyphen, in: position..<bytes.count) {
                if found + 1 < bytes.count, bytes[found + 1] == hyphen,
                    found == first || bytes[found - 1] == 0x0A
                {
                    return base + found
                }
                position = found + 1
            }
            return endIndex
        }
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

    /// Whether no byte has its highest bit set; eight of them are looked at in one go.
    var isASCII: Bool {
        withUnsafeBytes { bytes in
            var index = 0
            while index + 8 <= bytes.count {
                let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                if word & 0x8080_8080_8080_8080 != 0 { return false }
                index += 8
            }
            return bytes[index...].allSatisfy { $0 < 0x80 }
        }
    }
}
