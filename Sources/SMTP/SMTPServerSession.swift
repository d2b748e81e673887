public import MailTypes

/// The order of commands in one SMTP session (RFC 5321 §4.1.4) and what each is answered.
///
/// It knows no socket, no clock and no account: events go in, actions come out, and
/// ``SMTPServerConversation`` performs them on bytes.
public struct SMTPServerSession: Sendable {
    public enum Event: Sendable {
        case command(Result<SMTPCommand, SMTPCommandError>)
        /// A line that answers a 334.
        case response(ArraySlice<UInt8>)
        /// A line longer than its limit was passed over.
        case lineTooLong
        /// What the caller makes of credentials.
        case authenticated(SMTPAuthenticationOutcome)
        /// What the caller makes of a recipient; nil accepts.
        case recipientChecked(SMTPReply?)
        /// All octets of a chunk have come; the reason if they cannot be kept.
        case chunkReceived(ContentRefusal?)
        /// The end of the data, or of the last chunk.
        case contentReceived(ReceivedContent)
        /// The message is safe, or is not: the caller's reply to the client.
        case stored(SMTPReply)
        case tlsStarted(SMTPTLSInfo)
        case timedOut
        case overloaded
        case shutDown
    }

    public enum Action: Sendable {
        case reply(SMTPReply)
        /// Ask whether mail for it is taken, and report `recipientChecked`.
        case checkRecipient(ForwardPath)
        /// Reply, then read data to its end.
        case readData(SMTPReply)
        /// Read a chunk; the first begins a new message.
        case readChunk(size: Int, isFirst: Bool, isLast: Bool)
        /// Pass over a chunk that nobody can use, then reply: the client sends it in any case.
        case skipChunk(size: Int, SMTPReply)
        /// Reply, then read one line of an authentication exchange.
        case readResponse(SMTPReply)
        /// Check them, and report `authenticated`. Read no further until then.
        case authenticate(SMTPCredentials)
        /// Reply, then let TLS begin, and report `tlsStarted`.
        case startTLS(SMTPReply)
        /// Read no further until the message is stored, then report the outcome as `stored`: a 250
        /// takes responsibility for it (RFC 5321 §6.1).
        case store(SMTPTransaction, content: [UInt8])
        case close(SMTPReply)
        /// The session is over; there is nothing to do.
        case none
    }

    /// `connected → ready → addressing → receiving → storing → ready`; QUIT and 421 close.
    enum State: Sendable {
        case connected, ready, storing, startingTLS, closed
        case awaitingResponse(AuthenticationStep)
        case authenticating
        case addressing(SMTPTransaction)
        case checking(SMTPTransaction, ForwardPath, RecipientParameters)
        case receiving(SMTPTransaction)
        /// From the first BDAT to the end of the last (RFC 3030 §2).
        case chunking(SMTPTransaction)
    }

    public let configuration: SMTPServerConfiguration
    public internal(set) var info: SMTPSessionInfo
    var state = State.connected
    private var errorCount = 0
    var messageCount = 0

    public init(configuration: SMTPServerConfiguration, info: SMTPSessionInfo) {
        self.configuration = configuration
        self.info = info
    }

    var replies: SMTPServerReplies { configuration.replies }

    /// `220 …`, which opens the session.
    public var greeting: SMTPReply {
        switch configuration.dialect {
        case .standard:
            return SMTPReply(220, nil, "\(configuration.hostname) ESMTP Waxwing")
        case .ses:
            let id = info.id
            return SMTPReply(
                220, nil,
                "\(configuration.hostname) ESMTP SimpleEmailService-d-\(id.prefix(9)) "
                    + id.dropFirst(9).prefix(20))
        }
    }

    /// The envelope as far as it has been accepted; nil between transactions.
    public var transaction: SMTPTransaction? {
        switch state {
        case .addressing(let transaction), .checking(let transaction, _, _),
            .receiving(let transaction), .chunking(let transaction):
            transaction
        case .connected, .ready, .storing, .startingTLS, .closed, .awaitingResponse,
            .authenticating:
            nil
        }
    }

    /// Whether DATA would be answered with 354.
    var acceptsData: Bool {
        if case .addressing(let transaction) = state {
            return !transaction.envelope.forwardPaths.isEmpty
        }
        return false
    }

    /// Whether the session can end without cutting anything off.
    public var isIdle: Bool {
        switch state {
        case .connected, .ready, .awaitingResponse, .closed: true
        case .storing, .startingTLS, .authenticating, .addressing, .checking, .receiving,
            .chunking:
            false
        }
    }

    public mutating func handle(_ event: Event) -> Action {
        switch (state, event) {
        case (.closed, _):
            return .none
        case (.checking(let transaction, let path, let parameters), .recipientChecked(let reply)):
            return finishRecipient(transaction, path, parameters, reply)
        case (.authenticating, .authenticated(let outcome)):
            return finishAuthentication(outcome)
        case (.storing, .stored(let reply)):
            state = .ready
            return .reply(reply)
        case (.startingTLS, .tlsStarted(let tls)):
            startOver(tls)
            return .none
        case (.receiving(let transaction), .contentReceived(let content)),
            (.chunking(let transaction), .contentReceived(let content)):
            return finishContent(transaction, content)
        case (.chunking, .chunkReceived(let refusal)):
            guard let refusal else { return .reply(replies.chunkAccepted) }
            state = .ready
            return .reply(reply(to: refusal))
        case (.awaitingResponse(let step), .response(let line)):
            return continueAuthentication(step, line)
        case (.awaitingResponse, .lineTooLong):
            state = .ready
            return fail(replies.responseTooLong)
        case (_, .lineTooLong):
            return fail(replies.lineTooLong)
        case (_, .timedOut):
            return close(replies.timeout)
        case (_, .overloaded):
            return close(replies.overloaded)
        case (_, .shutDown):
            return close(replies.shuttingDown)
        case (.connected, .command(let command)), (.ready, .command(let command)),
            (.addressing, .command(let command)), (.chunking, .command(let command)):
            return handle(command)
        case (.storing, _), (.startingTLS, _), (.authenticating, _), (.checking, _),
            (.receiving, _), (.awaitingResponse, _), (.connected, _), (.ready, _),
            (.addressing, _), (.chunking, _):
            preconditionFailure("the caller holds back input while an answer of its own is due")
        }
    }

    private mutating func handle(_ command: Result<SMTPCommand, SMTPCommandError>) -> Action {
        switch command {
        case .failure(.httpRequest): return close(replies.unknownCommand)
        case .failure(let error): return fail(reply(to: error))
        case .success(.mail(let path, let parameters)): return startMail(path, parameters)
        case .success(.recipient(let path, let parameters)): return addRecipient(path, parameters)
        case .success(.data): return startData()
        case .success(.chunk(let size, let isLast)): return startChunk(size, isLast: isLast)
        case .success(.helo(let host)): return greet(host, isExtended: false)
        case .success(.ehlo(let host)): return greet(host, isExtended: true)
        case .success(.reset):
            dropTransaction()
            return .reply(replies.ok)
        case .success(.noop): return .reply(replies.ok)
        case .success(.help): return .reply(replies.help)
        case .success(.verify): return .reply(replies.cannotVerify)
        case .success(.expand): return fail(replies.notImplemented)
        case .success(.quit): return close(replies.goodbye)
        case .success(.startTLS): return startTLS()
        case .success(.authenticate(let mechanism, let initialResponse)):
            return startAuthentication(mechanism, initialResponse)
        }
    }

    /// Answers a command that was wrong; too many of them end the session.
    mutating func fail(_ reply: SMTPReply) -> Action {
        errorCount += 1
        return errorCount > configuration.errorLimit ? close(replies.tooManyErrors) : .reply(reply)
    }

    mutating func close(_ reply: SMTPReply) -> Action {
        state = .closed
        return .close(reply)
    }

    private func reply(to error: SMTPCommandError) -> SMTPReply {
        switch error {
        case .unknownCommand, .httpRequest: replies.unknownCommand
        case .badArgument, .badParameter: replies.badArgument
        case .unknownParameter: replies.unknownParameter
        case .badReversePath(let path): replies.badReversePath.reply(quoting: path)
        case .badForwardPath(let path): replies.badForwardPath.reply(quoting: path)
        }
    }

    func reply(to refusal: ContentRefusal) -> SMTPReply {
        switch refusal {
        case .tooLarge: replies.messageTooLarge
        case .headerTooLarge: replies.headerTooLarge
        case .bareLineEnding: replies.bareLineEnding
        case .null: replies.nullByte
        }
    }

    /// RSET, and what EHLO does beside its own work (RFC 5321 §4.1.4).
    private mutating func dropTransaction() {
        switch state {
        case .addressing, .chunking: state = .ready
        case .connected, .ready, .storing, .startingTLS, .closed, .awaitingResponse,
            .authenticating, .checking, .receiving:
            break
        }
    }
}

// MARK: - Greeting

extension SMTPServerSession {
    private mutating func greet(_ host: String, isExtended: Bool) -> Action {
        state = .ready
        info.helo = host
        info.isExtended = isExtended
        guard isExtended else { return .reply(SMTPReply(250, nil, configuration.hostname)) }
        let lines = [configuration.hostname] + extensions
        switch configuration.dialect {
        case .standard: return .reply(SMTPReply(250, lines: lines))
        case .ses: return .reply(SMTPReply(250, lines: lines + ["Ok"]))
        }
    }

    /// What EHLO announces. PIPELINING and CHUNKING are not known of SES: a deviation, for speed,
    /// that no client can be hurt by. ENHANCEDSTATUSCODES would promise what the texts of SES do
    /// not keep (RFC 2034 §4).
    private var extensions: [String] {
        let limit = configuration.messageSizeLimit
        var lines = ["8BITMIME", "SIZE \(limit)"]
        if configuration.offersStartTLS, info.tls == nil { lines.append("STARTTLS") }
        if offersAuthentication { lines.append("AUTH PLAIN LOGIN") }
        lines += ["PIPELINING", "CHUNKING"]
        if configuration.dialect == .standard { lines.append("ENHANCEDSTATUSCODES") }
        if configuration.offersSMTPUTF8 { lines.append("SMTPUTF8") }
        if configuration.offersDSN { lines.append("DSN") }
        return lines
    }

    private mutating func startTLS() -> Action {
        guard configuration.offersStartTLS else { return fail(replies.notImplemented) }
        guard info.tls == nil else { return fail(replies.alreadyTLS) }
        guard info.isExtended else { return fail(replies.badSequence) }
        state = .startingTLS
        return .startTLS(replies.startTLS)
    }

    /// Nothing that was said in clear text counts any more (RFC 3207 §4.2).
    private mutating func startOver(_ tls: SMTPTLSInfo) {
        state = .connected
        info.helo = ""
        info.isExtended = false
        info.identity = nil
        info.tls = tls
    }
}
