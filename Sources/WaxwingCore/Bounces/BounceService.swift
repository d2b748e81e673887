import MailMessage
import MailReports
import MailTypes

/// Sends received messages back (`SendBounce`).
///
/// A bounce goes to the reverse-path of the message, with the null reverse-path, so that it causes
/// no other (RFC 5321 §4.5.5); it is signed like other mail of its sender, and counts as such
/// towards the account's quotas.
public struct BounceService: Sendable {
    /// How long after its receipt a message can be sent back.
    public static let lifetime = Duration.seconds(86_400)

    private let inbox: any InboxStore
    private let sending: SendingService

    public init(inbox: any InboxStore, sending: SendingService) {
        self.inbox = inbox
        self.sending = sending
    }

    /// - Throws: ``ServiceError``; nothing is queued then. When it returns, the bounce is on disk.
    public func send(_ request: BounceSend, by context: SendContext) async throws -> SendReceipt {
        let sender = try Address(strict: request.sender)
        let original = try await original(of: request, in: context.scope)
        let recipient = original?.reversePath.mailbox
        // Whoever may not send from there is told that, and not which messages there are.
        let terms = try await terms(
            for: sender, to: recipient.map { [Address(mailbox: $0)] } ?? [], request, context)
        let hostname = "inbound-smtp.\(context.scope.region).amazonaws.com"
        var notification = try request.notification(hostname: hostname)
        guard let original, let content = try await inbox.content(of: original.id) else {
            throw ServiceError.messageRejected(
                "Message <\(request.originalMessageID)> was not received in the last 24 hours.")
        }
        notification = try request.notification(of: original, hostname: hostname)
        guard let recipient else {
            throw ServiceError.messageRejected(
                "Message <\(request.originalMessageID)> has no return path: it must not be "
                    + "answered by a bounce.")
        }
        let daily = sending.isSimulator(Address(mailbox: recipient)) ? 0 : 1
        let reservation = try await sending.quotas.take(
            1, daily: daily, of: terms.settings, in: context.scope)
        var isAccepted = false
        defer { sending.quotas.settle(reservation, isAccepted: isAccepted) }
        let bounce = Bounce(
            notification: notification, explanation: request.explanation, sender: sender,
            recipient: recipient, original: content)
        let message = try newMessage(bounce, terms, daily: daily, context)
        try await sending.queue.accept(message)
        isAccepted = true
        return SendReceipt(messageID: message.message.messageID)
    }

    private struct Bounce {
        let notification: DeliveryStatusNotification
        let explanation: String?
        let sender: Address
        let recipient: Mailbox
        let original: [UInt8]
    }

    private func original(
        of request: BounceSend, in scope: Scope
    ) async throws -> InboxMessage? {
        let found = try await inbox.message(
            withReceiptID: request.originalMessageID, in: scope)
        guard let found, sending.clock.now() - found.receivedAt < Self.lifetime else { return nil }
        return found
    }

    /// What the sender's identity needs to have, and the policies to allow, as for any mail. The
    /// sandbox has no say: who wrote to the account is no stranger.
    private func terms(
        for sender: Address, to recipients: [Address], _ request: BounceSend,
        _ context: SendContext
    ) async throws -> SendTerms {
        var options = SendOptions()
        options.arns.source = request.senderARN
        return try await sending.terms(
            for: Draft.Sender(source: request.sender, addresses: [sender], author: sender),
            to: recipients, operation: "SendBounce", nil, options, context, checksSandbox: false)
    }

    private func newMessage(
        _ bounce: Bounce, _ terms: SendTerms, daily: Int, _ context: SendContext
    ) throws -> NewMessage {
        let now = sending.clock.now()
        var random = SystemRandomNumberGenerator()
        let region = context.scope.region
        let messageID = MessageIdentifiers.messageID(at: now, in: region, using: &random)
        let report = try bounce.notification.formatted(
            from: bounce.sender, to: bounce.recipient, date: now,
            messageID: "\(messageID)@\(sending.provider.messageIDDomain(in: region))",
            original: bounce.original, returning: .fitting(bounce.original.count),
            explanation: bounce.explanation, using: &random)
        let message = try Message(parsing: report)
        let content = try sending.sealer.seal(
            message,
            with: MessageSealer.Seal(
                messageID: messageID, scope: context.scope, signing: terms.profile.signing,
                now: now))
        var record = MessageRecord(
            operation: "SendBounce", source: bounce.sender.text, sourceARN: terms.identityARN,
            destinations: [bounce.recipient.formatted], caller: context.caller.arn)
        record.keep(message.headerSection)
        record.sourceIP = context.sourceIP
        record.isSecure = context.isSecure
        return NewMessage(
            message: QueuedMessage(
                id: sending.queue.nextRow(), scope: context.scope, messageID: messageID,
                reversePath: .null, feedbackPath: .null, content: content,
                isEightBit: content.containsEightBitBytes, acceptedAt: now,
                expiresAt: now + sending.queue.lifetime),
            recipients: [bounce.recipient],
            submission: NewMessage.Submission(record: record, quotaCount: daily))
    }
}
