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
    /// inner loop copies those sixteen bytes at a time, and stops where anything is to be decided.
    ///
    /// The bounds: `writeLineEnds(_:into:at:)` leaves at most `blockSize` + 2 bytes in the output
    /// whatever was pending; each byte of input behind that adds at most one, of which there are
    /// `blockSize`; pending space and CR add two, and the last store of a vector up to sixteen more.
    private func relax(_ block: UnsafeRawBufferPointer) {
        guard let input = block.baseAddress, block.count <= Self.blockSize else { return }
        let count = block.count
        let output = output
        var index = 0
        var written = 0
        var pending = pending
        while index < count {
            if pending.isEmpty {
                (index, written) = Self.copySettled(input, index, count, to: output, written)
                if index == count { break }
            }
            let byte = input.load(fromByteOffset: index, as: UInt8.self)
            index &+= 1
            if pending.isCarriageReturn {
                pending.isCarriageReturn = false
                if byte == 0x0A {
                    pending.lineEnds &+= 1
                    pending.isSpace = false
                    continue
                }
                written = put(0x0D, behind: &pending, output, written)
            }
            switch byte {
            case 0x20, 0x09: pending.isSpace = true
            case 0x0D: pending.isCarriageReturn = true
            default: written = put(byte, behind: &pending, output, written)
            }
        }
        self.pending = pending
        write(UnsafeRawBufferPointer(start: output, count: written))
    }

    /// Copies as far as nothing has to be held back: words, single spaces, ends of lines that
    /// are followed by a word.
    @inline(__always)
    private static func copySettled(
        _ input: UnsafeRawPointer, _ start: Int, _ count: Int,
        to output: UnsafeMutableRawPointer, _ startWritten: Int
    ) -> (index: Int, written: Int) {
        var index = start
        var written = startWritten
        while index &+ 16 < count {
            let bytes = (input + index).loadUnaligned(as: SIMD16<UInt8>.self)
            let next = (input + (index &+ 1)).loadUnaligned(as: SIMD16<UInt8>.self)
            (output + written).storeBytes(of: bytes, as: SIMD16<UInt8>.self)
            let unsettled = unsettledBytes(bytes, before: next)
            // A branch rather than sixteen out of the count: the processor then guesses it, and
            // reads the next vector before it has counted in this one.
            if unsettled.low | unsettled.high == 0 {
                index &+= 16
                written &+= 16
                continue
            }
            let settled =
                unsettled.low == 0
                ? 8 &+ unsettled.high.trailingZeroBitCount >> 3
                : unsettled.low.trailingZeroBitCount >> 3
            index &+= settled
            written &+= settled
            guard index &+ 2 < count,
                (input + index).loadUnaligned(as: UInt16.self) == lineEnd,
                input.load(fromByteOffset: index &+ 2, as: UInt8.self) > 0x20
            else { break }
            (output + written).storeBytes(of: lineEnd, as: UInt16.self)
            index &+= 2
            written &+= 2
        }
        return (index, written)
    }

    private static let lineEnd = UInt16(littleEndian: 0x0A0D)

    /// Writes what was held back, then a byte of content.
    @inline(__always)
    private func put(
        _ byte: UInt8, behind pending: inout Pending, _ output: UnsafeMutableRawPointer,
        _ start: Int
    ) -> Int {
        var written = start
        if pending.lineEnds > 0 {
            written = writeLineEnds(pending.lineEnds, into: output, at: written)
            pending.lineEnds = 0
        }
        if pending.isSpace {
            pending.isSpace = false
            output.storeBytes(of: 0x20, toByteOffset: written, as: UInt8.self)
            written &+= 1
        }
        output.storeBytes(of: byte, toByteOffset: written, as: UInt8.self)
        return written &+ 1
    }

    /// Hashes what is there first where the line ends would not fit.
    private func writeLineEnds(
        _ count: Int, into output: UnsafeMutableRawPointer, at start: Int
    ) -> Int {
        var written = start
        for _ in 0..<count {
            if written >= Self.blockSize {
                write(UnsafeRawBufferPointer(start: output, count: written))
                written = 0
            }
            (output + written).storeBytes(of: Self.lineEnd, as: UInt16.self)
            written &+= 2
        }
        return written
    }

    /// Marks those of the sixteen bytes, lowest first, that are not in relaxed form: control
    /// characters, and a space that more white space follows.
    ///
    /// - Parameter next: the same bytes from the second on, and one more.
    @inline(__always)
    private static func unsettledBytes(
        _ bytes: SIMD16<UInt8>, before next: SIMD16<UInt8>
    ) -> (low: UInt64, high: UInt64) {
        let space = SIMD16<UInt8>(repeating: 0x20)
        let marks = (bytes .< space) .| ((bytes .== space) .& (next .<= space))
        let halves = unsafeBitCast(marks, to: SIMD2<UInt64>.self)
        return (UInt64(littleEndian: halves[0]), UInt64(littleEndian: halves[1]))
    }

    /// Marks those of the eight bytes, lowest first, that are not in relaxed form whatever comes
    /// next; what is above the lowest mark is not to be relied on.
    ///
    /// Marked are control characters (CR and HTAB among them), a space that more white space
    /// follows, and a space that is the last of the eight. Each sum below stays within its byte.
    @inline(__always)
    static func unsettledBytes(_ word: UInt64) -> UInt64 {
        let highBits: UInt64 = 0x8080_8080_8080_8080
        let low = word & ~highBits
        let white = ~((low &+ 0x5F5F_5F5F_5F5F_5F5F) | word) & highBits  // 0x20 and below
        let control = ~((low &+ 0x6060_6060_6060_6060) | word) & highBits  // below 0x20
        return control | (white & (white >> 8)) | (white & (1 << 63))
    }
}
