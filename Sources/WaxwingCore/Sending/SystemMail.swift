import MailMessage
public import MailTypes

/// Mail that the service itself writes: unsigned, from an address of its own, never answered.
public struct SystemMail: VerificationMailer {
    private let queue: MessageQueue
    private let provider: Provider
    private let clock: any WallClock
    /// Where the console answers, `http://127.0.0.1:8025`; the mailed link leads there.
    private let consoleURL: String

    public init(
        queue: MessageQueue, provider: Provider, clock: any WallClock, consoleURL: String
    ) {
        self.queue = queue
        self.provider = provider
        self.clock = clock
        self.consoleURL = consoleURL
    }

    public func sendVerification(
        to mailbox: Mailbox, token: String, in scope: Scope
    ) async throws {
        let message = try message(
            to: [mailbox],
            subject: "Email Address Verification Request in region \(scope.region)",
            text: """
                Somebody asked to verify this address for sending mail in region \(scope.region).

                If it was you, open this link to confirm it. The link is good for 24 hours:

                \(verificationLink(for: token))

                If you did not request to verify this email address, please disregard this message.

                """, in: scope)
        try await queue.accept(message)
    }

    public func verificationLink(for token: String) -> String {
        let query = token.replacing("+", with: "%2B").replacing("/", with: "%2F")
            .replacing("=", with: "%3D")
        return "\(consoleURL)/_waxwing/verify?token=\(query)"
    }

    /// A message of the service's, ready for the queue; nothing is sent by this.
    func message(
        to mailboxes: [Mailbox], subject: String, text: String, in scope: Scope
    ) throws -> NewMessage {
        var random = SystemRandomNumberGenerator()
        let now = clock.now()
        let messageID = MessageIdentifiers.messageID(at: now, in: scope.region, using: &random)
        let message = ComposedMessage(
            from: Address(
                displayName: "Waxwing",
                mailbox: Mailbox(localPart: "no-reply", domain: provider.baseDomain)),
            to: mailboxes.map { Address(mailbox: $0) }, subject: subject, date: now,
            messageID: "\(messageID)@\(provider.messageIDDomain(in: scope.region))",
            additionalFields: [("Auto-Submitted", "auto-generated")],
            text: ComposedMessage.Text(text))
        let content = try message.formatted(using: &random)
        return NewMessage(
            message: QueuedMessage(
                id: queue.nextRow(), scope: scope, messageID: messageID, reversePath: .null,
                feedbackPath: .null, content: content, isEightBit: false, acceptedAt: now,
                expiresAt: now + queue.lifetime),
            recipients: mailboxes)
    }

    /// Has messages delivered that a transaction of another store's put into the queue.
    func carry(_ messages: [NewMessage]) { queue.carry(messages) }
}
