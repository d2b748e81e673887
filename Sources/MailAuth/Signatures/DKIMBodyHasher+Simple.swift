extension DKIMBodyHasher {
    /// Hashes the piece as it is, but for the line ends at its end.
    ///
    /// The piece is cut into what certainly stays, a run of CRLFs, and perhaps a lone CR; the last
    /// two wait for what comes next. Nothing is copied.
    func updateSimple(_ piece: UnsafeRawBufferPointer) {
        var end = piece.count
        var lineEnds = 0
        let endsInCarriageReturn = piece[end - 1] == 0x0D
        if endsInCarriageReturn { end -= 1 }
        while end >= 2, piece[end - 1] == 0x0A, piece[end - 2] == 0x0D {
            end -= 2
            lineEnds += 1
        }
        if end == 1, piece[0] == 0x0A, pending.isCarriageReturn {
            // the other half of this line end came with the piece before
            end = 0
            lineEnds += 1
            pending.isCarriageReturn = false
        }
        if end > 0 || pending.isCarriageReturn {
            writeLineEnds(pending.lineEnds)
            pending.lineEnds = 0
            if pending.isCarriageReturn { settleCarriageReturn() }
            write(.init(rebasing: piece[..<end]))
        }
        pending.lineEnds += lineEnds
        pending.isCarriageReturn = endsInCarriageReturn
    }
}
