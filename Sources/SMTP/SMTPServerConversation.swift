public import MailTypes

/// One SMTP session on bytes: lines become commands, data becomes content, replies become output.
///
/// It knows no socket and no clock. The caller feeds what comes in with ``receive(_:)``, asks
/// ``next()`` until it is nil, and sends ``takeOutput()`` once: replies to pipelined commands leave
/// together (RFC 2920 §3.2). While a request of `next()` is unanswered, input waits in the buffer;
/// ``isWaiting`` tells the caller to read no more than it must.
public struct SMTPServerConversation: Sendable {
    /// What the conversation needs from outside before it goes on.
    public enum Request: Sendable {
        /// Answer with ``answer(recipient:)``.
        case checkRecipient(ForwardPath)
        /// Answer with ``answer(authentication:)``.
        case authenticate(SMTPCredentials)
        /// Answer with ``answer(stored:)``, not before the message is safe.
        case store(SMTPTransaction, content: [UInt8])
        /// Send the output, begin TLS, and report ``tlsStarted(_:)``.
        case startTLS
        /// Send the output and close the connection. `lingers` when the client may still be
        /// sending: closing at once could destroy the reply on its way.
        case close(lingers: Bool)
    }

    enum Mode {
        case commands, response, data, waiting, closed
        case chunk(remaining: Int, isLast: Bool)
        case skip(remaining: Int, then: SMTPReply)
    }

    var session: SMTPServerSession
    var mode = Mode.commands
    private var output: [UInt8] = []
    private var request: Request?

    /// Input not used yet begins at `head`; no LF stands before `searched`.
    var pending: [UInt8] = []
    var head = 0
    var searched = 0
    /// Bytes passed over of a line that is too long.
    var skipped = 0

    /// Outside the mode, so that its buffer grows in place.
    private var decoder: DataDecoder
    private var isShuttingDown = false

    public init(configuration: SMTPServerConfiguration, info: SMTPSessionInfo) {
        session = SMTPServerSession(configuration: configuration, info: info)
        decoder = DataDecoder(configuration.contentRules)
        session.greeting.write(to: &output)
    }

    public var info: SMTPSessionInfo { session.info }
    /// The accepted part of the envelope while a recipient is checked.
    public var transaction: SMTPTransaction? { session.transaction }
    /// Bytes that came and were not used yet.
    public var pendingCount: Int { pending.count - head }
    /// How much of a message has been read and is held, in bytes.
    public var contentCount: Int { isReceivingContent ? decoder.count : 0 }
    /// Whether a request of ``next()`` waits for its answer.
    public var isWaiting: Bool { if case .waiting = mode { true } else { false } }
    /// Whether the client is sending a message just now.
    public var isReceivingContent: Bool {
        switch mode {
        case .data, .chunk, .skip: true
        case .commands, .response, .waiting, .closed: false
        }
    }

    /// The replies that have not been sent yet; the caller sends them now.
    public mutating func takeOutput() -> [UInt8] {
        let taken = output
        output = []
        return taken
    }

    /// Takes what the client sent.
    public mutating func receive(_ bytes: RawSpan) {
        bytes.withUnsafeBytes { bytes in
            var rest = bytes[...]
            if pendingCount == 0, request == nil {
                // Content goes straight to the decoder, not through the buffer.
                rest = rest.dropFirst(readContent(bytes))
            }
            guard !rest.isEmpty else { return }
            if case .closed = mode { return }
            pending.append(contentsOf: UnsafeRawBufferPointer(rebasing: rest))
        }
    }

    /// What is needed next; nil when all input is used up or a request waits for its answer.
    public mutating func next() -> Request? {
        while true {
            if let next = request {
                request = nil
                return next
            }
            switch mode {
            case .closed, .waiting:
                return nil
            case .data, .chunk, .skip:
                guard pendingCount > 0 || isChunkComplete else { return nil }
                drain()
            case .commands, .response:
                guard readLine() else { return nil }
            }
        }
    }

    public mutating func answer(recipient reply: SMTPReply?) {
        mode = .commands
        perform(session.handle(.recipientChecked(reply)))
    }

    public mutating func answer(authentication outcome: SMTPAuthenticationOutcome) {
        mode = .commands
        perform(session.handle(.authenticated(outcome)))
    }

    public mutating func answer(stored reply: SMTPReply) {
        mode = .commands
        perform(session.handle(.stored(reply)))
    }

    /// TLS has begun. Whatever was buffered came in clear text and is dropped (RFC 3207 §4.2).
    public mutating func tlsStarted(_ tls: SMTPTLSInfo) {
        dropPending()
        mode = .commands
        perform(session.handle(.tlsStarted(tls)))
    }

    /// Ends the session as for silence; nothing happens while the caller owes an answer.
    public mutating func timeOut() {
        guard !isWaiting else { return }
        perform(session.handle(.timedOut))
    }

    /// Ends the session for want of memory; nothing happens while the caller owes an answer.
    public mutating func refuseForLackOfStorage() {
        guard !isWaiting, request == nil else { return }
        decoder = DataDecoder(session.configuration.contentRules)
        perform(session.handle(.overloaded))
    }

    /// Ends the session: at once between transactions, else when the transaction is over.
    public mutating func shutDown() {
        isShuttingDown = true
        endIfShuttingDown()
    }

    private mutating func endIfShuttingDown() {
        guard isShuttingDown, session.isIdle, !isWaiting, request == nil else { return }
        perform(session.handle(.shutDown))
    }
}

// MARK: - Content

extension SMTPServerConversation {
    private var isChunkComplete: Bool {
        switch mode {
        case .chunk(let remaining, _), .skip(let remaining, _): remaining == 0
        case .commands, .response, .data, .waiting, .closed: false
        }
    }

    /// Lets content that stands in the buffer go to the decoder.
    private mutating func drain() {
        var buffered: [UInt8] = []
        swap(&buffered, &pending)
        let start = head
        let count = buffered.withUnsafeBytes {
            readContent(UnsafeRawBufferPointer(rebasing: $0[start...]))
        }
        swap(&buffered, &pending)
        head = start + count
        searched = head
        releaseConsumed()
    }

    /// Reads as much as belongs to content, and returns how much that was.
    private mutating func readContent(_ bytes: UnsafeRawBufferPointer) -> Int {
        switch mode {
        case .commands, .response, .waiting, .closed:
            return 0
        case .data:
            let count = decoder.decode(bytes)
            if decoder.isComplete {
                mode = .commands
                perform(session.handle(.contentReceived(decoder.finish())))
            }
            return count
        case .chunk(let remaining, let isLast):
            let count = min(remaining, bytes.count)
            _ = decoder.decode(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
            mode = .chunk(remaining: remaining - count, isLast: isLast)
            if remaining == count { finishChunk(isLast: isLast) }
            return count
        case .skip(let remaining, let reply):
            let count = min(remaining, bytes.count)
            mode = .skip(remaining: remaining - count, then: reply)
            if remaining == count {
                mode = .commands
                perform(session.fail(reply))
            }
            return count
        }
    }

    private mutating func finishChunk(isLast: Bool) {
        mode = .commands
        if isLast {
            perform(session.handle(.contentReceived(decoder.finish())))
        } else {
            perform(session.handle(.chunkReceived(decoder.refusal)))
        }
    }
}

// MARK: - Actions

extension SMTPServerConversation {
    mutating func perform(_ action: SMTPServerSession.Action) {
        switch action {
        case .none:
            break
        case .reply(let reply):
            reply.write(to: &output)
            endIfShuttingDown()
        case .checkRecipient(let path):
            wait(for: .checkRecipient(path))
        case .readData(let reply):
            reply.write(to: &output)
            let size = session.transaction?.mailParameters.size ?? 0
            decoder = DataDecoder(session.configuration.contentRules, sizeHint: size)
            mode = .data
        case .readChunk(let size, let isFirst, let isLast):
            if isFirst {
                decoder = DataDecoder(session.configuration.contentRules, framing: .counted)
            }
            mode = .chunk(remaining: size, isLast: isLast)
        case .skipChunk(let size, let reply):
            mode = .skip(remaining: size, then: reply)
        case .readResponse(let reply):
            reply.write(to: &output)
            mode = .response
        case .authenticate(let credentials):
            wait(for: .authenticate(credentials))
        case .startTLS(let reply):
            reply.write(to: &output)
            wait(for: .startTLS)
        case .store(let transaction, let content):
            wait(for: .store(transaction, content: content))
        case .close(let reply):
            reply.write(to: &output)
            dropPending()
            mode = .closed
            request = .close(lingers: reply.code != 221)
        }
    }

    private mutating func wait(for request: Request) {
        mode = .waiting
        self.request = request
    }
}
