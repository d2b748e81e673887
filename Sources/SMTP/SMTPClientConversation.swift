public import MailTypes

/// A client's session on bytes: replies are read from input, commands become output.
///
/// The caller feeds what comes in with ``receive(_:)``, asks ``next()`` until it is nil, and sends
/// ``takeOutput()`` after each. Everything that begins something (``send(_:size:)``, ``quit()``)
/// shows its result through `next()` as well.
public struct SMTPClientConversation: Sendable {
    /// What happens outside the conversation.
    public enum Step: Equatable, Sendable {
        /// Send the message, with dots stuffed and the final dot (``DataEncoder``).
        case sendContent
        /// Send the output, begin TLS, and report ``tlsStarted()``.
        case startTLS
        case ready
        case finished([SMTPRecipientOutcome])
        case failed(SMTPConnectionFailure, [SMTPRecipientOutcome])
        /// QUIT was answered: close the connection.
        case close
    }

    private var session: SMTPClientSession
    private var parser = SMTPReplyParser()
    private var output: [UInt8] = []
    private var steps: [Step] = []

    public init(configuration: SMTPClientConfiguration, isEncrypted: Bool = false) {
        session = SMTPClientSession(configuration: configuration, isEncrypted: isEncrypted)
    }

    public var stage: SMTPClientStage { session.stage }
    /// Whole replies read so far: a server that sends them is at work, one that sends bytes may
    /// not be.
    public private(set) var replyCount = 0
    public var isReady: Bool { session.isReady }
    public var isEncrypted: Bool { session.isEncrypted }
    public var capabilities: SMTPCapabilities { session.capabilities }
    public var banner: SMTPReply? { session.banner }

    public mutating func takeOutput() -> [UInt8] {
        let taken = output
        output = []
        return taken
    }

    public mutating func receive(_ bytes: RawSpan) { parser.receive(bytes) }

    /// What is to be done next; nil when more input is needed.
    public mutating func next() -> Step? {
        while steps.isEmpty {
            do {
                guard let reply = try parser.next() else { return nil }
                replyCount += 1
                perform(session.handle(reply))
            } catch {
                perform(session.end(.protocolViolation("\(error) reply", at: stage)))
                if steps.isEmpty { return nil }
            }
        }
        return steps.removeFirst()
    }

    /// Begins a message; the session must be ready. `size` is its length in bytes.
    public mutating func send(_ envelope: Envelope, size: Int) {
        // Replies that stand there unasked belong to no command of this message.
        if parser.hasPendingBytes {
            let failure = SMTPConnectionFailure.protocolViolation(
                "a reply without a command", at: .idle)
            _ = session.end(failure)
            let outcome = SMTPRecipientOutcome.undecided(failure)
            steps.append(
                .failed(failure, envelope.forwardPaths.map { _ in outcome }))
            return
        }
        perform(session.send(envelope, size: size))
    }

    public mutating func quit() { perform(session.quit()) }

    /// TLS has begun.
    public mutating func tlsStarted() { perform(session.tlsStarted()) }

    /// The connection was lost, or a deadline has passed.
    public mutating func end(_ failure: SMTPConnectionFailure) { perform(session.end(failure)) }

    private mutating func perform(_ action: SMTPClientSession.Action) {
        switch action {
        case .none: break
        case .send(let commands): output += commands
        case .sendContent: steps.append(.sendContent)
        case .startTLS where parser.hasPendingBytes:
            // Clear text that would be taken for encrypted (RFC 3207 §4.2).
            let failure = SMTPConnectionFailure.protocolViolation(
                "clear text behind the reply to STARTTLS", at: .startTLS)
            perform(session.end(failure))
        case .startTLS: steps.append(.startTLS)
        case .ready: steps.append(.ready)
        case .finished(let outcomes): steps.append(.finished(outcomes))
        case .failed(let failure, let outcomes): steps.append(.failed(failure, outcomes))
        case .close: steps.append(.close)
        }
    }
}
