#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The bytes that the line discipline of SMTP turns on.
enum Byte {
    static let null: UInt8 = 0x00
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let dot: UInt8 = 0x2E
    static let lineEnd: [UInt8] = [carriageReturn, lineFeed]
}

/// Searches by the C library, which looks at 16 to 64 bytes at a time: message content passes
/// through here on its way in and out, and a loop over bytes would cost more than everything else.
extension UnsafeRawBufferPointer {
    /// The first `byte` at or behind `start`, or nil.
    func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        firstIndex(of: byte, in: start..<count)
    }

    /// The first `byte` within `range`, or nil. The range lies within the buffer.
    func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
        guard let baseAddress, !range.isEmpty else { return nil }
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        let start = baseAddress + range.lowerBound
        guard let found = memchr(start, Int32(byte), range.count) else { return nil }
        return range.lowerBound + (UnsafeRawPointer(found) - start)
    }

    /// The first place within `range` where `bytes` stand in a row, or nil.
    func firstIndex(of bytes: [UInt8], in range: Range<Int>) -> Int? {
        guard let first = bytes.first else { return range.lowerBound }
        var start = range.lowerBound
        while let index = firstIndex(of: first, in: start..<range.upperBound) {
            guard index + bytes.count <= range.upperBound else { return nil }
            if zip(self[index..<index + bytes.count], bytes).allSatisfy({ $0 == $1 }) {
                return index
            }
            start = index + 1
        }
        return nil
    }
}
