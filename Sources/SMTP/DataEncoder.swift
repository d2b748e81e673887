/// Why content cannot be sent by SMTP.
public enum DataEncodingError: Error, Equatable, Sendable {
    /// A CR or LF at `offset` is not part of a CRLF: the next server might end a line there, and
    /// with the line the message.
    case bareLineEnding(offset: Int)
    /// A NUL stands at `offset` (RFC 2045 §2.7, §2.8).
    case null(offset: Int)
}

/// Writes content as it follows a 354 reply: dots stuffed, `CRLF . CRLF` at the end
/// (RFC 5321 §4.5.2).
public enum DataEncoder {
    /// Passes on the encoded content piece by piece, pointing into `content` where it can.
    ///
    /// Content whose last line has no CRLF is given one.
    /// - Throws: ``DataEncodingError`` for content that must not be sent. What was passed on
    ///   until then is to be thrown away.
    public static func encode(
        _ content: RawSpan, emit: (UnsafeRawBufferPointer) -> Void
    ) throws(DataEncodingError) {
        let failure = content.withUnsafeBytes { encode($0, emit: emit) }
        if let failure { throw failure }
    }

    /// The encoded content in one piece.
    public static func encoded(_ content: [UInt8]) throws(DataEncodingError) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(content.count + content.count / 64 + 8)
        try encode(content.span.bytes) { output.append(contentsOf: $0) }
        return output
    }

    private static func encode(
        _ bytes: UnsafeRawBufferPointer, emit: (UnsafeRawBufferPointer) -> Void
    ) -> DataEncodingError? {
        if let null = bytes.firstIndex(of: Byte.null, from: 0) { return .null(offset: null) }
        var runStart = 0
        var index = 0
        var endsWithinLine = false
        while index < bytes.count {
            if bytes[index] == Byte.dot {
                emit(UnsafeRawBufferPointer(rebasing: bytes[runStart...index]))
                runStart = index
            }
            let feed = bytes.firstIndex(of: Byte.lineFeed, from: index)
            let lineEnd = feed ?? bytes.count
            let carriage = bytes.firstIndex(of: Byte.carriageReturn, in: index..<lineEnd)
            switch (carriage, feed) {
            case (let carriage?, let feed?) where carriage + 1 == feed: break
            case (let carriage?, _): return .bareLineEnding(offset: carriage)
            case (nil, let feed?): return .bareLineEnding(offset: feed)
            case (nil, nil): endsWithinLine = true
            }
            index = lineEnd + 1
        }
        if runStart < bytes.count {
            emit(UnsafeRawBufferPointer(rebasing: bytes[runStart...]))
        }
        (endsWithinLine ? lineEndAndDot : dot).withUnsafeBytes { emit($0) }
        return nil
    }

    private static let dot: [UInt8] = Array(".\r\n".utf8)
    private static let lineEndAndDot: [UInt8] = Array("\r\n.\r\n".utf8)
}
