public import MailTypes

/// Why what a server sent is no reply.
public enum SMTPReplyError: Error, Equatable, Sendable {
    /// A line does not begin with three digits and a space, hyphen or line end.
    case malformed
    /// The lines of one reply have different codes.
    case codesDiffer
    case lineTooLong
    case tooManyLines
}

/// Reads a server's replies from bytes that come in pieces (RFC 5321 §4.2).
///
///     Reply-line = *( Reply-code "-" [ textstring ] CRLF ) Reply-code [ SP textstring ] CRLF
///
/// A bare LF ends a line here: nothing can be smuggled into a reply, and old servers write it.
public struct SMTPReplyParser: Sendable {
    /// Longest line; RFC 5321 §4.5.3.1.5 has 512, which servers with long texts pass over.
    public static let lineLengthLimit = 4096
    public static let lineCountLimit = 100

    private var pending: [UInt8] = []
    private var head = 0
    private var searched = 0
    private var code: Int?
    private var lines: [ArraySlice<UInt8>] = []

    public init() {}

    /// Whether bytes have come behind the last whole reply.
    public var hasPendingBytes: Bool { head < pending.count || code != nil }

    public mutating func receive(_ bytes: RawSpan) {
        if head == pending.count {
            pending.removeAll(keepingCapacity: true)
            head = 0
            searched = 0
        }
        bytes.withUnsafeBytes { pending.append(contentsOf: $0) }
    }

    /// The next whole reply, or nil while there is none.
    public mutating func next() throws(SMTPReplyError) -> SMTPReply? {
        while let line = try nextLine() {
            if let reply = try add(line) { return reply }
        }
        return nil
    }

    private mutating func nextLine() throws(SMTPReplyError) -> ArraySlice<UInt8>? {
        let start = searched
        let found = pending.withUnsafeBytes { $0.firstIndex(of: Byte.lineFeed, from: start) }
        guard let feed = found else {
            searched = pending.count
            guard pending.count - head <= Self.lineLengthLimit else { throw .lineTooLong }
            return nil
        }
        var line = pending[head..<feed]
        head = feed + 1
        searched = head
        if line.last == Byte.carriageReturn { line.removeLast() }
        guard line.count <= Self.lineLengthLimit else { throw .lineTooLong }
        return line
    }

    private mutating func add(
        _ line: ArraySlice<UInt8>
    ) throws(SMTPReplyError) -> SMTPReply? {
        var cursor = ByteCursor(line)
        guard let digits = cursor.take(3), digits.allSatisfy(\.isDigit),
            let first = digits.first, (0x32...0x35).contains(first)
        else { throw .malformed }
        let number = digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
        guard code == nil || code == number else { throw .codesDiffer }
        let isLast = !cursor.take(UInt8(ascii: "-"))
        guard !isLast || cursor.isAtEnd || cursor.take(Byte.space) else { throw .malformed }
        lines.append(cursor.remaining)
        guard isLast else {
            guard lines.count < Self.lineCountLimit else { throw .tooManyLines }
            code = number
            return nil
        }
        defer {
            code = nil
            lines = []
        }
        return Self.reply(number, lines.map { String(decoding: $0, as: UTF8.self) })
    }

    /// Takes the enhanced code off the lines if its class is that of the reply (RFC 2034 §4).
    private static func reply(_ code: Int, _ lines: [String]) -> SMTPReply {
        guard let first = lines.first, let enhanced = EnhancedStatusCode(prefixOf: first),
            enhanced.category == code / 100
        else { return SMTPReply(code, lines: lines) }
        let prefix = enhanced.description
        let texts = lines.map { line -> String in
            guard line.hasPrefix(prefix) else { return line }
            let rest = line.utf8.dropFirst(prefix.utf8.count)
            guard let next = rest.first else { return "" }
            return next == Byte.space ? String(rest.dropFirst()) ?? line : line
        }
        return SMTPReply(code, enhanced, lines: texts)
    }
}
