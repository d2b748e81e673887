extension String {
    /// Text of a message for a reader: one line, no control characters, at most 120 bytes.
    init(excerpting bytes: some Collection<UInt8>) {
        let limit = 120
        var text: [UInt8] = []
        for byte in bytes.prefix(4 * limit) {
            let isWhite = byte <= 0x20 || byte == 0x7F
            if isWhite, text.last ?? 0x20 == 0x20 { continue }
            text.append(isWhite ? 0x20 : byte)
            if text.count == limit { break }
        }
        if text.last == 0x20 { text.removeLast() }
        self.init(decoding: text, as: UTF8.self)
    }
}
