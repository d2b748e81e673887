/// Reads the content of a message: behind a 354 reply it finds the end of the data and takes out
/// stuffed dots (RFC 5321 §4.5.2); behind BDAT there is neither (RFC 3030 §2).
///
/// Input comes in pieces, cut anywhere. Only `CRLF . CRLF` ends the data; see
/// ``BareLineEndings`` for everything that looks like it. Too much or forbidden content is read to
/// its end, counted but not kept, because the peer takes no reply before that.
public struct DataDecoder: Sendable {
    /// How the peer marks the end.
    public enum Framing: Equatable, Sendable {
        case dotStuffed
        /// By octet counts, which the caller keeps: the decoder itself never ends.
        case counted
    }

    /// What was read last. A CR is held back until the byte behind it is known, and the first dot
    /// of a line until it is known to be stuffed.
    private enum Position {
        case lineStart, dot, dotCarriageReturn, line, lineCarriageReturn, end
    }

    private var position = Position.lineStart
    private var content: [UInt8] = []
    /// Why nothing is kept any more, as soon as that is known.
    private(set) var refusal: ContentRefusal?
    private let rules: ContentRules
    private let framing: Framing

    /// - Parameter sizeHint: how long the content will be, as far as the peer has said.
    public init(_ rules: ContentRules, framing: Framing = .dotStuffed, sizeHint: Int = 0) {
        self.rules = rules
        self.framing = framing
        // No more is set aside on a peer's word than an ordinary message takes.
        content.reserveCapacity(min(max(sizeHint, 4096), 65_536))
    }

    /// How much content is held, in bytes.
    public var count: Int { content.count }

    /// Whether the end of the data has been read.
    public var isComplete: Bool { position == .end }

    /// Reads on, and returns how many of `bytes` belong to the data: all of them until the end.
    public mutating func decode(_ bytes: RawSpan) -> Int {
        bytes.withUnsafeBytes { decode($0) }
    }

    /// The content, once it is complete. The decoder keeps nothing.
    public mutating func finish() -> ReceivedContent {
        if position == .lineCarriageReturn { keepBareLineEnd() }
        if let refusal { return .refused(refusal) }
        let received = content
        content = []
        return rules.check(received)
    }

    mutating func decode(_ bytes: UnsafeRawBufferPointer) -> Int {
        var index = 0
        // What has been read and not yet kept begins here: whole runs of lines are copied at once.
        var runStart = 0
        // The next LF, looked for once however many bare CRs stand before it.
        var nextFeed = -1
        while index < bytes.count, position != .end {
            switch position {
            case .lineStart:
                position = .line
                if bytes[index] == Byte.dot, framing == .dotStuffed {
                    keep(bytes[runStart..<index])
                    index += 1
                    runStart = index
                    position = .dot
                }
            case .dot:
                position = .line
                if bytes[index] == Byte.carriageReturn {
                    index += 1
                    runStart = index
                    position = .dotCarriageReturn
                }
            case .dotCarriageReturn:
                position = .line
                if bytes[index] == Byte.lineFeed {
                    index += 1
                    runStart = index
                    position = .end
                } else {
                    keepBareLineEnd()
                }
            case .line:
                if nextFeed < index {
                    nextFeed = bytes.firstIndex(of: Byte.lineFeed, from: index) ?? bytes.count
                }
                let carriage = bytes.firstIndex(of: Byte.carriageReturn, in: index..<nextFeed)
                let lineEnd = carriage ?? nextFeed
                if lineEnd == bytes.count {
                    index = lineEnd
                } else if carriage == bytes.count - 1 {
                    keep(bytes[runStart..<lineEnd])
                    index = bytes.count
                    runStart = index
                    position = .lineCarriageReturn
                } else if carriage != nil, lineEnd + 1 == nextFeed {
                    index = nextFeed + 1
                    position = .lineStart
                } else {
                    keep(bytes[runStart..<lineEnd])
                    keepBareLineEnd()
                    index = lineEnd + 1
                    runStart = index
                }
            case .lineCarriageReturn:
                if bytes[index] == Byte.lineFeed {
                    Byte.lineEnd.withUnsafeBytes { keep($0[...]) }
                    index += 1
                    runStart = index
                    position = .lineStart
                } else {
                    keepBareLineEnd()
                    position = .line
                }
            case .end:
                break
            }
        }
        keep(bytes[runStart..<index])
        return index
    }

    private mutating func keep(_ bytes: Slice<UnsafeRawBufferPointer>) {
        guard refusal == nil, !bytes.isEmpty else { return }
        guard bytes.count <= rules.sizeLimit - content.count else {
            return refuse(.tooLarge)
        }
        content.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes))
    }

    /// The line goes on behind a bare CR or LF: a dot there is neither stuffed nor the end.
    private mutating func keepBareLineEnd() {
        switch rules.bareLineEndings {
        case .refuse: refuse(.bareLineEnding)
        case .normalise: Byte.lineEnd.withUnsafeBytes { keep($0[...]) }
        }
    }

    private mutating func refuse(_ reason: ContentRefusal) {
        if refusal == nil { refusal = reason }
        content = []
    }
}
