extension DKIMBodyHasher {
    func updateRelaxed(_ piece: UnsafeRawBufferPointer) {
        var start = 0
        while start < piece.count {
            let end = min(start + Self.blockSize, piece.count)
            relax(UnsafeRawBufferPointer(rebasing: piece[start..<end]))
            start = end
        }
    }

    /// Writes one block in relaxed form into `output` and hashes it.
    ///
    /// White space and line ends are held back until content follows them, so that they vanish at
    /// the end of a line and of the body. Bodies are mostly words with single spaces between; the
    /// inner loop copies those eight bytes at a time, and stops where anything is to be decided.
    ///
    /// The bounds: ``writeLineEnds(into:at:)`` leaves at most `blockSize` + 2 bytes in the output
    /// whatever was pending; each byte of input behind that adds at most one, of which there are
    /// `blockSize`; pending space and CR add two, and the last store of a word up to eight more.
    private func relax(_ block: UnsafeRawBufferPointer) {
        guard let input = block.baseAddress, block.count <= Self.blockSize else { return }
        let count = block.count
        let output = output
        var index = 0
        var written = 0
        var isSpacePending = isSpacePending
        var isCarriageReturnPending = isCarriageReturnPending
        while index < count {
            if !isSpacePending, !isCarriageReturnPending, pendingLineEnds == 0 {
                while index &+ 8 <= count {
                    let word = (input + index).loadUnaligned(as: UInt64.self)
                    (output + written).storeBytes(of: word, as: UInt64.self)
                    let settled = Self.settledByteCount(UInt64(littleEndian: word))
                    index &+= settled
                    written &+= settled
                    if settled < 7 { break }
                }
                if index == count { break }
            }
            let byte = input.load(fromByteOffset: index, as: UInt8.self)
            index &+= 1
            if isCarriageReturnPending {
                isCarriageReturnPending = false
                if byte == 0x0A {
                    pendingLineEnds &+= 1
                    isSpacePending = false
                    continue
                }
                if pendingLineEnds > 0 { written = writeLineEnds(into: output, at: written) }
                written = Self.put(0x0D, behindSpace: &isSpacePending, output, at: written)
            }
            switch byte {
            case 0x20, 0x09:
                isSpacePending = true
            case 0x0D:
                isCarriageReturnPending = true
            default:
                if pendingLineEnds > 0 { written = writeLineEnds(into: output, at: written) }
                written = Self.put(byte, behindSpace: &isSpacePending, output, at: written)
            }
        }
        self.isSpacePending = isSpacePending
        self.isCarriageReturnPending = isCarriageReturnPending
        write(UnsafeRawBufferPointer(start: output, count: written))
    }

    @inline(__always)
    private static func put(
        _ byte: UInt8, behindSpace isSpacePending: inout Bool, _ output: UnsafeMutableRawPointer,
        at written: Int
    ) -> Int {
        var written = written
        if isSpacePending {
            isSpacePending = false
            output.storeBytes(of: 0x20, toByteOffset: written, as: UInt8.self)
            written &+= 1
        }
        output.storeBytes(of: byte, toByteOffset: written, as: UInt8.self)
        return written &+ 1
    }

    /// Writes the pending line ends; hashes what is there first where they would not fit.
    private func writeLineEnds(into output: UnsafeMutableRawPointer, at start: Int) -> Int {
        var written = start
        while pendingLineEnds > 0 {
            if written >= Self.blockSize {
                write(UnsafeRawBufferPointer(start: output, count: written))
                written = 0
            }
            output.storeBytes(of: 0x0D, toByteOffset: written, as: UInt8.self)
            output.storeBytes(of: 0x0A, toByteOffset: written &+ 1, as: UInt8.self)
            written &+= 2
            pendingLineEnds &-= 1
        }
        return written
    }

    /// How many of the eight bytes, lowest first, are in relaxed form whatever comes next.
    ///
    /// The count ends at a control character (CR and HTAB among them), at a space that more white
    /// space follows, and at a space that is the last of the eight. Each sum below stays within
    /// its byte, so the marks are exact.
    @inline(__always)
    static func settledByteCount(_ word: UInt64) -> Int {
        let highBits: UInt64 = 0x8080_8080_8080_8080
        let low = word & ~highBits
        let white = ~((low &+ 0x5F5F_5F5F_5F5F_5F5F) | word) & highBits  // 0x20 and below
        let control = ~((low &+ 0x6060_6060_6060_6060) | word) & highBits  // below 0x20
        let unsettled = control | (white & (white >> 8)) | (white & (1 << 63))
        return unsettled.trailingZeroBitCount >> 3
    }
}
