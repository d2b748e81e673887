import MailTypes

/// Writes one header field in relaxed form into memory that has room for it (RFC 6376 §3.4.2).
struct RelaxedFieldWriter {
    /// Bytes beyond the last one that a store of eight may touch.
    static let overhang = 8

    private let memory: UnsafeMutableRawBufferPointer
    private var count = 0

    /// - Parameter memory: room for all that will be appended, and ``overhang`` bytes more.
    init(_ memory: UnsafeMutableRawBufferPointer) { self.memory = memory }

    var written: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory[..<count]) }

    mutating func append(_ byte: UInt8) {
        memory[count] = byte
        count += 1
    }

    /// Unfolds, makes every run of white space one SP, and takes it off both ends.
    ///
    /// A space is written only where one was read and a byte follows it, so that no more is written
    /// than was read.
    mutating func append(relaxing value: UnsafeRawBufferPointer) {
        let start = count
        var isSpacePending = false
        var index = 0
        while index < value.count {
            if !isSpacePending, count > start {
                index = appendSettled(value, from: index)
                if index == value.count { break }
            }
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
            if isSpacePending, count > start { append(0x20) }
            isSpacePending = false
            append(byte)
        }
    }

    /// Copies eight bytes at a time as far as they are in relaxed form whatever follows.
    private mutating func appendSettled(_ value: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        while index + 8 <= value.count {
            let word = value.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            memory.storeBytes(of: word, toByteOffset: count, as: UInt64.self)
            let unsettled = DKIMBodyHasher.unsettledBytes(UInt64(littleEndian: word))
            let settled = unsettled == 0 ? 8 : unsettled.trailingZeroBitCount >> 3
            index += settled
            count += settled
            if settled < 7 { break }
        }
        return index
    }
}
