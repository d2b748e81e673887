import MailMessage
import MailTransport
import MailTypes
public import WaxwingCore

/// Sends on what comes back to the return paths of messages: to whom the sender named for it, unless
/// the sender hears of it by other means and wants no mail.
public struct FeedbackForwarding: Sendable {
    private let store: any QueueStore
    private let queue: MessageQueue
    private let provider: Provider
    private let clock: any WallClock

    public init(
        store: any QueueStore, queue: MessageQueue, provider: Provider, clock: any WallClock
    ) {
        self.provider = provider
        self.store = store
        self.queue = queue
        self.clock = clock
    }

    /// Queues the message for the senders behind those recipients that are return paths.
    /// - Returns: the other recipients.
    /// - Throws: when it could not be queued; then the whole message has to be refused for now.
    func forward(_ received: ReceivedTransaction) async throws -> [ForwardPath] {
        var others: [ForwardPath] = []
        for path in received.envelope.forwardPaths {
            guard let mailbox = path.mailbox, let sender = try await sender(behind: mailbox) else {
                others.append(path)
                continue
            }
            try await note(received.content, of: mailbox, from: sender)
            try await send(received.content, to: sender)
        }
        return others
    }

    /// Whether mail with this reverse-path is of a message that went out from here.
    func isOwn(_ reversePath: ReversePath) async throws -> Bool {
        guard let mailbox = reversePath.mailbox else { return false }
        return try await sender(behind: mailbox) != nil
    }

    private func sender(behind mailbox: Mailbox) async throws -> MessageSender? {
        guard let row = MessageIdentifiers.row(inReturnPath: mailbox.localPart),
            let sender = try await store.sender(of: row),
            equalInConstantTime(
                sender.reversePath.address.asciiLowercased.utf8,
                mailbox.formatted.asciiLowercased.utf8)
        else { return nil }
        return sender
    }

    /// Draws the consequences of what came back, for the suppression list and the figures.
    private func note(
        _ content: [UInt8], of returnPath: Mailbox, from sender: MessageSender
    ) async throws {
        guard let row = MessageIdentifiers.row(inReturnPath: returnPath.localPart),
            let message = try? Message(parsing: content),
            let record = try await store.record(of: row)
        else { return }
        var random = SystemRandomNumberGenerator()
        let now = clock.now()
        let feedback = RecipientFeedback(
            message, addressees: record.addressees,
            feedbackID: MessageIdentifiers.messageID(
                at: now, in: sender.scope.region, using: &random))
        if let feedback { try await store.note(feedback, of: row, at: now) }
    }

    private func send(_ content: [UInt8], to sender: MessageSender) async throws {
        guard let recipient = sender.feedbackPath.mailbox else { return }
        let report = ForwardedReport(content, provider: provider)
        guard sender.withheldFeedback.isDisjoint(with: report.kind) else { return }
        let content = report.content
        let now = clock.now()
        try await queue.accept(
            NewMessage(
                message: QueuedMessage(
                    id: queue.nextRow(), scope: sender.scope, messageID: sender.messageID,
                    reversePath: .null, feedbackPath: .null, content: content,
                    isEightBit: content.contains { $0 >= 0x80 }, acceptedAt: now,
                    expiresAt: now + queue.lifetime),
                recipients: [recipient]))
    }
}
