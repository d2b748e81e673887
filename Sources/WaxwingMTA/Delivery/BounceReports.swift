import MailMessage
import MailReports
public import MailTypes
public import WaxwingCore

/// Writes the reports about deliveries that failed for good (RFC 3464).
public struct BounceReports: Sendable {
    /// What a report says of one recipient.
    public struct Failure: Sendable {
        public let recipient: Mailbox
        public let reply: SMTPReply
        public let peer: String
        /// The last attempt failed for now, and there is no time for another.
        public var isExpired: Bool

        public init(
            recipient: Mailbox, reply: SMTPReply, peer: String, isExpired: Bool = false
        ) {
            self.recipient = recipient
            self.reply = reply
            self.peer = peer
            self.isExpired = isExpired
        }

        var status: EnhancedStatusCode {
            if isExpired { return EnhancedStatusCode(4, 4, 7) }
            return reply.enhancedCode ?? EnhancedStatusCode(5, 0, 0)
        }
    }

    private let hostname: DomainName
    private let identifiers: MessageIdentifiers
    private let lifetime: Duration

    /// - Parameters:
    ///   - hostname: what the reports call this server.
    ///   - lifetime: how long delivery of a report is tried.
    public init(
        hostname: DomainName, identifiers: MessageIdentifiers,
        lifetime: Duration = .seconds(50_400)
    ) {
        self.hostname = hostname
        self.identifiers = identifiers
        self.lifetime = lifetime
    }

    /// The report to queue, or nil: there is nothing to say, or nobody to say it to
    /// (RFC 5321 §4.5.5: a bounce never causes a bounce).
    public func report(
        _ failures: [Failure], of message: QueuedMessage, at now: UnixTime
    ) -> NewMessage? {
        guard !failures.isEmpty, let sender = message.feedbackPath.mailbox else { return nil }
        var random = SystemRandomNumberGenerator()
        let messageID = MessageIdentifiers.messageID(
            at: now, in: message.scope.region, using: &random)
        let notification = DeliveryStatusNotification(
            reportingMTA: hostname.text, arrivalDate: message.acceptedAt,
            recipients: failures.map { failure in
                DeliveryStatusNotification.Recipient(
                    finalRecipient: failure.recipient.formatted, action: .failed,
                    status: failure.status, remoteMTA: failure.peer,
                    diagnosticCode: "\(failure.reply)", lastAttemptDate: now)
            })
        let from = Address(mailbox: Mailbox(localPart: "MAILER-DAEMON", domain: hostname))
        // Addresses come from parsed mailboxes, so there is nothing that cannot be written.
        guard
            let content = try? notification.formatted(
                from: from, to: sender, date: now, messageID: "\(messageID)@\(hostname)",
                original: message.content, returning: .fitting(message.content.count),
                using: &random)
        else { return nil }
        return NewMessage(
            message: QueuedMessage(
                id: identifiers.nextRow(at: now), scope: message.scope, messageID: messageID,
                reversePath: .null, feedbackPath: .null, content: content,
                isEightBit: message.isEightBit, acceptedAt: now, expiresAt: now + lifetime),
            recipients: [sender])
    }
}
