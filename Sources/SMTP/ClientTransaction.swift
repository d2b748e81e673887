internal import MailTypes

/// One message on its way to a server: which commands were sent, which replies came.
struct ClientTransaction: Sendable {
    /// What the session does next.
    enum Step {
        case wait
        case send([UInt8])
        case sendContent
        case finished([SMTPRecipientOutcome], needsReset: Bool)
        case violation(String)
    }

    /// The command whose reply comes next.
    private enum Awaited: Equatable {
        case reset, mail, data, content
        case recipient(Int)
        /// The reply to an empty message, sent because all recipients were refused and the
        /// server asked for data all the same (RFC 2920 §3.1).
        case emptyContent
    }

    private let envelope: Envelope
    private let size: Int
    private let capabilities: SMTPCapabilities
    /// All commands up to DATA go out together.
    private let pipelines: Bool
    private let needsReset: Bool
    private var awaited = Awaited.mail
    /// What is settled already, by recipient.
    private var settled: [SMTPRecipientOutcome?]
    private var mailRefusal: SMTPRecipientOutcome?

    init(
        _ envelope: Envelope, size: Int, capabilities: SMTPCapabilities, pipelines: Bool,
        needsReset: Bool
    ) {
        self.envelope = envelope
        self.size = size
        self.capabilities = capabilities
        self.pipelines = pipelines
        self.needsReset = needsReset
        settled = Array(repeating: nil, count: envelope.forwardPaths.count)
    }

    var stage: SMTPClientStage {
        switch awaited {
        case .reset: .reset
        case .mail: .mail
        case .recipient: .recipient
        case .data: .data
        case .content, .emptyContent: .content
        }
    }

    // MARK: - What can be known without asking

    private var needsSMTPUTF8: Bool {
        envelope.requiresSMTPUTF8 || envelope.reversePath.mailbox?.isASCII == false
            || envelope.forwardPaths.contains { $0.mailbox?.isASCII == false }
    }

    /// Why the message cannot be sent to this server, if it cannot.
    var localRefusal: SMTPRecipientOutcome? {
        let addresses = [envelope.reversePath.address] + envelope.forwardPaths.map(\.address)
        if addresses.contains(where: { $0.utf8.contains { $0 < 0x20 || $0 == 0x7F } }) {
            // A line end in an address would be the end of a command.
            return .refused(
                SMTPReply(
                    553, EnhancedStatusCode(5, 1, 3), "An address holds a control character"),
                at: .local)
        }
        if needsSMTPUTF8, !capabilities.smtpUTF8 {
            return .refused(
                SMTPReply(
                    553, EnhancedStatusCode(5, 6, 7), "The server does not offer SMTPUTF8"),
                at: .local)
        }
        if let limit = capabilities.sizeLimit, size > limit {
            return .refused(
                SMTPReply(
                    552, EnhancedStatusCode(5, 3, 4),
                    "The message has \(size) bytes, the server takes \(limit)"),
                at: .local)
        }
        // Signed content is never converted (RFC 6152 §3 leaves conversion or refusal).
        if envelope.bodyType == .binaryMIME
            || (envelope.bodyType == .eightBitMIME && !capabilities.eightBitMIME)
        {
            return .refused(
                SMTPReply(
                    554, EnhancedStatusCode(5, 6, 3),
                    "The server does not offer \(envelope.bodyType.rawValue)"),
                at: .local)
        }
        return nil
    }

    func allOutcomes(_ outcome: SMTPRecipientOutcome) -> [SMTPRecipientOutcome] {
        Array(repeating: outcome, count: settled.count)
    }

    /// Every recipient's outcome, `outcome` for those that have none yet.
    func outcomes(undecided outcome: SMTPRecipientOutcome) -> [SMTPRecipientOutcome] {
        mailRefusal.map(allOutcomes) ?? settled.map { $0 ?? outcome }
    }

    private var hasAcceptedRecipient: Bool {
        mailRefusal == nil && settled.contains { $0 == nil }
    }

    // MARK: - Commands

    /// The first commands: all of them where the server takes them so.
    mutating func start() -> [UInt8] {
        var commands: [UInt8] = []
        if needsReset {
            commands += SMTPClientSession.line("RSET")
            awaited = .reset
            if !pipelines { return commands }
        }
        commands += mail
        guard pipelines else { return commands }
        for index in settled.indices { commands += recipient(index) }
        commands += SMTPClientSession.line("DATA")
        return commands
    }

    private var mail: [UInt8] {
        var command = "MAIL FROM:\(envelope.reversePath.formatted)"
        if capabilities.size { command += " SIZE=\(size)" }
        if envelope.bodyType == .eightBitMIME { command += " BODY=8BITMIME" }
        if needsSMTPUTF8 { command += " SMTPUTF8" }
        return SMTPClientSession.line(command)
    }

    private func recipient(_ index: Int) -> [UInt8] {
        SMTPClientSession.line("RCPT TO:\(envelope.forwardPaths[index].formatted)")
    }

    // MARK: - Replies

    mutating func handle(_ reply: SMTPReply) -> Step {
        switch awaited {
        case .reset:
            awaited = .mail
            return pipelines ? .wait : .send(mail)
        case .mail:
            if !reply.isPositive { mailRefusal = .failure(reply, at: .mail) }
            return settled.isEmpty ? afterRecipients() : advance(to: 0)
        case .recipient(let index):
            if !reply.isPositive { settled[index] = .failure(reply, at: .recipient) }
            return index + 1 < settled.count ? advance(to: index + 1) : afterRecipients()
        case .data:
            return handleData(reply)
        case .content:
            let outcome: SMTPRecipientOutcome =
                reply.code / 100 == 2 ? .accepted(reply) : .failure(reply, at: .content)
            return .finished(outcomes(undecided: outcome), needsReset: false)
        case .emptyContent:
            return .finished(outcomes(undecided: .failure(reply, at: .data)), needsReset: false)
        }
    }

    private mutating func advance(to index: Int) -> Step {
        if pipelines {
            awaited = .recipient(index)
            return .wait
        }
        if let mailRefusal {
            return .finished(allOutcomes(mailRefusal), needsReset: false)
        }
        awaited = .recipient(index)
        return .send(recipient(index))
    }

    private mutating func afterRecipients() -> Step {
        if pipelines {
            awaited = .data
            return .wait
        }
        guard hasAcceptedRecipient else {
            // Without an accepted recipient there is nothing to ask; the transaction stays open.
            return .finished(settled.compactMap { $0 }, needsReset: true)
        }
        awaited = .data
        return .send(SMTPClientSession.line("DATA"))
    }

    private mutating func handleData(_ reply: SMTPReply) -> Step {
        guard reply.code == 354 else {
            guard reply.code >= 400 else {
                return .violation("\(reply.code) in answer to DATA")
            }
            let outcome = SMTPRecipientOutcome.failure(reply, at: .data)
            return .finished(outcomes(undecided: outcome), needsReset: true)
        }
        guard hasAcceptedRecipient else {
            awaited = .emptyContent
            return .send(Array(".\r\n".utf8))
        }
        awaited = .content
        return .sendContent
    }
}
