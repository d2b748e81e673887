public import MailTypes

/// The client's side of an SMTP session (RFC 5321 §3): greeting, EHLO, STARTTLS, AUTH, then one
/// transaction after the other.
///
/// It knows no socket, no clock and no content: replies go in, actions come out, and
/// ``SMTPClientConversation`` performs them on bytes.
public struct SMTPClientSession: Sendable {
    public enum Action: Equatable, Sendable {
        /// Wait for the next reply.
        case none
        /// Send these commands, each with its CRLF.
        case send([UInt8])
        /// Send the message, with dots stuffed and the final dot.
        case sendContent
        case startTLS
        /// The session has been opened: messages can be sent.
        case ready
        /// A message has been sent, or has not; an outcome for each recipient, in order.
        case finished([SMTPRecipientOutcome])
        /// The session is over. Outcomes as above if a message was under way.
        case failed(SMTPConnectionFailure, [SMTPRecipientOutcome])
        /// QUIT was answered.
        case close
    }

    enum State: Sendable {
        case greeting, ehlo, helo, startTLS, handshake, ready, quitting, closed
        case authentication(AuthenticationExchange)
        case transaction(ClientTransaction)
    }

    enum AuthenticationExchange: Equatable, Sendable { case plain, username, password, verdict }

    public let configuration: SMTPClientConfiguration
    public private(set) var capabilities = SMTPCapabilities()
    public private(set) var isEncrypted: Bool
    /// The server's banner, `220 mx.example ESMTP`.
    public private(set) var banner: SMTPReply?
    private var state = State.greeting
    /// The last transaction was begun and not ended: RSET goes before the next.
    private var needsReset = false

    /// - Parameter isEncrypted: TLS began before SMTP (RFC 8314 §3).
    public init(configuration: SMTPClientConfiguration, isEncrypted: Bool = false) {
        self.configuration = configuration
        self.isEncrypted = isEncrypted
    }

    /// What is being waited for, which says how long to wait (RFC 5321 §4.5.3.2).
    public var stage: SMTPClientStage {
        switch state {
        case .greeting: .greeting
        case .ehlo, .helo: .hello
        case .startTLS, .handshake: .startTLS
        case .authentication: .authentication
        case .ready, .closed: .idle
        case .transaction(let transaction): transaction.stage
        case .quitting: .quit
        }
    }

    public var isReady: Bool { if case .ready = state { true } else { false } }

    /// Begins a transaction. The session must be ready.
    public mutating func send(_ envelope: Envelope, size: Int) -> Action {
        guard case .ready = state else {
            preconditionFailure("one message at a time, on a session that is ready")
        }
        var transaction = ClientTransaction(
            envelope, size: size, capabilities: capabilities,
            pipelines: capabilities.pipelining && configuration.usesPipelining,
            needsReset: needsReset)
        if let refusal = transaction.localRefusal {
            return .finished(transaction.allOutcomes(refusal))
        }
        let commands = transaction.start()
        needsReset = false
        state = .transaction(transaction)
        return .send(commands)
    }

    /// Says goodbye; the session must be ready.
    public mutating func quit() -> Action {
        guard case .ready = state else { return end(.cancelled) }
        state = .quitting
        return .send(Self.line("QUIT"))
    }

    /// Ends the session: the connection was lost, or nothing came for too long.
    public mutating func end(_ failure: SMTPConnectionFailure) -> Action {
        switch state {
        case .closed:
            return .none
        case .quitting:
            state = .closed
            return .close
        case .transaction(let transaction):
            state = .closed
            return .failed(failure, transaction.outcomes(undecided: .undecided(failure)))
        case .greeting, .ehlo, .helo, .startTLS, .handshake, .ready, .authentication:
            state = .closed
            return .failed(failure, [])
        }
    }

    /// TLS has begun; everything learned before is forgotten (RFC 3207 §4.2).
    public mutating func tlsStarted() -> Action {
        guard case .handshake = state else { return .none }
        isEncrypted = true
        capabilities = SMTPCapabilities()
        return sayHello()
    }

    public mutating func handle(_ reply: SMTPReply) -> Action {
        switch state {
        case .closed:
            return .none
        case .greeting:
            guard reply.code == 220 else { return end(.refused(reply, at: .greeting)) }
            banner = reply
            return sayHello()
        case .ehlo:
            return handleHello(reply)
        case .helo:
            guard reply.code == 250 else { return end(.refused(reply, at: .hello)) }
            guard configuration.tls != .required || isEncrypted else {
                return end(.tlsNotOffered)
            }
            return authenticateIfAsked()
        case .startTLS:
            return handleStartTLS(reply)
        case .authentication(let exchange):
            return handleAuthentication(exchange, reply)
        case .transaction(let transaction):
            return handle(reply, in: transaction)
        case .quitting:
            state = .closed
            return .close
        case .ready:
            // A server may say that it closes; it has nothing else to say unasked.
            return end(
                reply.code == 421
                    ? .refused(reply, at: .idle)
                    : .protocolViolation("a reply without a command: \(reply)", at: .idle))
        case .handshake:
            return end(.protocolViolation("clear text behind STARTTLS", at: .startTLS))
        }
    }

    private mutating func handle(
        _ reply: SMTPReply, in current: ClientTransaction
    ) -> Action {
        // The state lets go first, so that the transaction is changed in place.
        state = .ready
        var transaction = current
        if reply.code == 421 {
            state = .closed
            let outcome = SMTPRecipientOutcome.deferred(reply, at: transaction.stage)
            return .failed(
                .refused(reply, at: transaction.stage), transaction.outcomes(undecided: outcome))
        }
        switch transaction.handle(reply) {
        case .wait:
            state = .transaction(transaction)
            return .none
        case .send(let commands):
            state = .transaction(transaction)
            return .send(commands)
        case .sendContent:
            state = .transaction(transaction)
            return .sendContent
        case .finished(let outcomes, let needsReset):
            self.needsReset = needsReset
            return .finished(outcomes)
        case .violation(let text):
            state = .transaction(transaction)
            return end(.protocolViolation(text, at: transaction.stage))
        }
    }

    static func line(_ command: String) -> [UInt8] { Array(command.utf8) + Byte.lineEnd }
}

// MARK: - Opening the session

extension SMTPClientSession {
    private mutating func sayHello() -> Action {
        state = .ehlo
        return .send(Self.line("EHLO \(configuration.helloName)"))
    }

    private mutating func handleHello(_ reply: SMTPReply) -> Action {
        guard reply.code == 250 else {
            // Servers that know no EHLO refuse it as they would any unknown word
            // (RFC 5321 §3.2).
            guard reply.isPermanentFailure else { return end(.refused(reply, at: .hello)) }
            state = .helo
            return .send(Self.line("HELO \(configuration.helloName)"))
        }
        capabilities = SMTPCapabilities(reply)
        if isEncrypted || configuration.tls == .never { return authenticateIfAsked() }
        guard capabilities.startTLS else {
            return configuration.tls == .required ? end(.tlsNotOffered) : authenticateIfAsked()
        }
        state = .startTLS
        return .send(Self.line("STARTTLS"))
    }

    private mutating func handleStartTLS(_ reply: SMTPReply) -> Action {
        if reply.code == 220 {
            state = .handshake
            return .startTLS
        }
        guard configuration.tls == .opportunistic, reply.code != 421 else {
            return end(.refused(reply, at: .startTLS))
        }
        return authenticateIfAsked()
    }

    private mutating func authenticateIfAsked() -> Action {
        guard let credentials = configuration.credentials else {
            state = .ready
            return .ready
        }
        guard isEncrypted || configuration.allowsCleartextAuthentication else {
            return end(.authenticationNotOffered)
        }
        if capabilities.authentication.contains("PLAIN") {
            let identity = credentials.authorizationIdentity
            let message = "\(identity)\0\(credentials.username)\0\(credentials.password)"
            state = .authentication(.plain)
            return .send(Self.line("AUTH PLAIN \(Base64.encode(message.utf8))"))
        }
        guard capabilities.authentication.contains("LOGIN") else {
            return end(.authenticationNotOffered)
        }
        state = .authentication(.username)
        return .send(Self.line("AUTH LOGIN"))
    }

    private mutating func handleAuthentication(
        _ exchange: AuthenticationExchange, _ reply: SMTPReply
    ) -> Action {
        switch (exchange, reply.code) {
        case (.plain, 235), (.verdict, 235):
            state = .ready
            return .ready
        case (.username, 334):
            state = .authentication(.password)
            return .send(Self.line(Base64.encode((configuration.credentials?.username ?? "").utf8)))
        case (.password, 334):
            state = .authentication(.verdict)
            return .send(Self.line(Base64.encode((configuration.credentials?.password ?? "").utf8)))
        case (.plain, _), (.username, _), (.password, _), (.verdict, _):
            return end(.authenticationRefused(reply))
        }
    }
}
