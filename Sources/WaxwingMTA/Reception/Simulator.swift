public import Logging
import MailMessage
import MailReports
import MailTransport
import MailTypes
public import WaxwingCore

/// The mailbox simulator: mail for its addresses is taken or refused as SES does it, and answered
/// with the report or reply that the address stands for.
public struct Simulator: Sendable {
    private let provider: Provider
    private let queue: MessageQueue
    private let clock: any WallClock
    private let logger: Logger

    public init(
        provider: Provider, queue: MessageQueue, clock: any WallClock, logger: Logger
    ) {
        self.provider = provider
        self.queue = queue
        self.clock = clock
        self.logger = logger
    }

    /// What `RCPT` is answered with; nil takes the mail.
    func recipientReply(_ mailbox: Mailbox) -> SMTPReply? {
        guard mailbox.domain == provider.simulatorDomain else { return nil }
        guard let simulated = simulated(mailbox) else {
            return SMTPReply(550, EnhancedStatusCode(5, 1, 1), "no such simulator address")
        }
        return simulated.recipientReply(to: mailbox)
    }

    /// Sends what an out-of-office mailbox, or a complaining reader, would send back.
    func answer(_ message: Message, _ received: ReceivedTransaction, for recipients: [ForwardPath])
        async
    {
        guard let sender = received.envelope.reversePath.mailbox else { return }
        for mailbox in recipients.compactMap(\.mailbox) {
            do {
                switch simulated(mailbox) {
                case .outOfOffice: try await reply(to: sender, from: mailbox, message)
                case .complaint: try await complain(to: sender, from: mailbox, received)
                case .success, .bounce, .suppressionList, nil: break
                }
            } catch {
                logger.error("simulator could not answer", metadata: ["error": "\(error)"])
            }
        }
    }

    private func simulated(_ mailbox: Mailbox) -> SimulatedMailbox? {
        SimulatedMailbox(mailbox, simulatorDomain: provider.simulatorDomain)
    }

    private func reply(to sender: Mailbox, from mailbox: Mailbox, _ message: Message) async throws {
        guard AutomaticReply.mayAnswer(message, reversePath: .mailbox(sender)) else { return }
        var random = SystemRandomNumberGenerator()
        let now = clock.now()
        let id = MessageIdentifiers.messageID(at: now, in: .standard, using: &random)
        let content = try AutomaticReply(text: "I am out of the office.\n").formatted(
            from: Address(mailbox: mailbox), to: sender, answering: message, date: now,
            messageID: "\(id)@\(provider.simulatorDomain)", using: &random)
        try await send(content, messageID: id, to: sender, at: now)
    }

    private func complain(
        to sender: Mailbox, from mailbox: Mailbox, _ received: ReceivedTransaction
    ) async throws {
        var random = SystemRandomNumberGenerator()
        let now = clock.now()
        let id = MessageIdentifiers.messageID(at: now, in: .standard, using: &random)
        let report = FeedbackReport(
            type: .init("abuse"), userAgent: "Waxwing mailbox simulator",
            originalMailFrom: received.envelope.reversePath,
            originalRecipients: [mailbox.formatted], arrivalDate: now,
            reportingMTA: provider.simulatorDomain.text)
        let content = try report.formatted(
            from: Address(mailbox: mailbox), to: sender, subject: "Abuse report", date: now,
            messageID: "\(id)@\(provider.simulatorDomain)", original: received.content,
            returning: .full, using: &random)
        try await send(content, messageID: id, to: sender, at: now)
    }

    private func send(
        _ content: [UInt8], messageID: String, to sender: Mailbox, at now: UnixTime
    ) async throws {
        let scope = Scope(account: .development, region: .standard)
        try await queue.accept(
            NewMessage(
                message: QueuedMessage(
                    id: queue.nextRow(), scope: scope, messageID: messageID, reversePath: .null,
                    feedbackPath: .null, content: content,
                    isEightBit: content.contains { $0 >= 0x80 }, acceptedAt: now,
                    expiresAt: now + queue.lifetime),
                recipients: [sender]))
    }
}
