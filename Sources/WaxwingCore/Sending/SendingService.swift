import MailMessage
import MailTypes

/// Sends messages for accounts: checks, puts together, signs, and queues.
public struct SendingService: Sendable {
    /// Recipients of one message.
    public static let recipientLimit = 50
    /// MIME parts of one message.
    public static let partLimit = 500

    let directory: IdentityDirectory
    let sealer: MessageSealer
    let queue: MessageQueue
    let provider: Provider
    let clock: any WallClock

    public init(
        directory: IdentityDirectory, sealer: MessageSealer, queue: MessageQueue,
        provider: Provider, clock: any WallClock
    ) {
        self.directory = directory
        self.sealer = sealer
        self.queue = queue
        self.provider = provider
        self.clock = clock
    }

    /// Sends a whole message.
    /// - Throws: ``ServiceError``; nothing is queued then. When it returns, the message is on disk.
    public func send(_ request: RawSend, by context: SendContext) async throws -> SendReceipt {
        try checkSize(request.content.count, context)
        let source = try request.source.map { try Address(strict: $0) }
        // SMTP names a reverse-path, which is no author: there the field itself is required.
        let submitted = try SubmittedMessage(
            request.content, source: context.door == .smtp ? nil : source)
        let recipients = try request.destinations.map { destinations in
            try destinations.map { try Address(strict: $0).mailbox }
        }
        let feedback = try request.feedbackAddress.map { try Address(strict: $0).mailbox }
        let configurationSet =
            request.configurationSet
            ?? submitted.message.headerSection["X-SES-CONFIGURATION-SET"]
        let senders = ([source].compactMap(\.self) + submitted.from + submitted.sender)
        return try await send(
            submitted.message, senders: senders, author: submitted.from.first ?? source,
            returnPath: submitted.returnPath, recipients: recipients ?? submitted.recipients,
            feedback: feedback ?? source?.mailbox ?? submitted.returnPath
                ?? submitted.from.first?.mailbox,
            configurationSet: configurationSet, context)
    }

    /// Puts a message together and sends it.
    public func send(_ request: ComposedSend, by context: SendContext) async throws -> SendReceipt {
        let source = try Address(strict: request.source)
        let to = try request.destination.to.map { try Address(strict: $0) }
        let cc = try request.destination.cc.map { try Address(strict: $0) }
        let bcc = try request.destination.bcc.map { try Address(strict: $0) }
        let feedback = try request.feedbackAddress.map { try Address(strict: $0).mailbox }
        let replyTo = try request.replyTo.map { try Address(strict: $0) }
        let content = try compose(request, from: source, to: to, cc: cc, replyTo: replyTo)
        try checkSize(content.count, context)
        return try await send(
            try Message(parsing: content), senders: [source], author: source, returnPath: feedback,
            recipients: (to + cc + bcc).map(\.mailbox), feedback: feedback ?? source.mailbox,
            configurationSet: request.configurationSet, context)
    }

    // MARK: The steps

    private func send(
        _ message: Message, senders: [Address], author: Address?, returnPath: Mailbox?,
        recipients: [Mailbox], feedback: Mailbox?, configurationSet: String?,
        _ context: SendContext
    ) async throws -> SendReceipt {
        try checkRecipients(recipients)
        if let configurationSet {
            throw ServiceError.configurationSetDoesNotExist(
                "Configuration set <\(configurationSet)> does not exist.")
        }
        let profile = try await profile(
            of: author, senders: senders, returnPath: returnPath, in: context.scope)
        let now = clock.now()
        let row = queue.nextRow()
        let bounceDomain = try bounceDomain(for: profile, in: context.scope.region)
        var random = SystemRandomNumberGenerator()
        let messageID = MessageIdentifiers.messageID(
            at: now, in: context.scope.region, using: &random)
        let localPart = MessageIdentifiers.returnPathLocalPart(
            for: row, at: now, in: context.scope.region, using: &random)
        let content = try sealer.seal(
            message, messageID: messageID, in: context.scope, signing: profile.signing, at: now)
        try await queue.accept(
            NewMessage(
                message: QueuedMessage(
                    id: row, scope: context.scope, messageID: messageID,
                    reversePath: .mailbox(Mailbox(localPart: localPart, domain: bounceDomain)),
                    feedbackPath: feedback.map { .mailbox($0) } ?? .null, content: content,
                    isEightBit: content.containsEightBitBytes, acceptedAt: now,
                    expiresAt: now + queue.lifetime),
                recipients: recipients))
        return SendReceipt(messageID: messageID)
    }

    private func checkSize(_ size: Int, _ context: SendContext) throws(ServiceError) {
        let limit = context.door.messageSizeLimit
        guard size <= limit else {
            throw .invalidParameter("Message length is more than \(limit) bytes long: '\(size)'.")
        }
    }

    private func checkRecipients(_ recipients: [Mailbox]) throws(ServiceError) {
        guard !recipients.isEmpty else {
            throw .invalidParameter("Missing required recipients: the message has no destination.")
        }
        guard recipients.count <= Self.recipientLimit else {
            throw .invalidParameter("Recipient count exceeds \(Self.recipientLimit).")
        }
    }

    /// Every address that a recipient takes for the sender has to be verified; the author's
    /// identity signs.
    private func profile(
        of author: Address?, senders: [Address], returnPath: Mailbox?, in scope: Scope
    ) async throws -> SenderProfile {
        var failed: [String] = []
        var found: SenderProfile?
        for sender in senders {
            let profile = try await profile(of: sender.mailbox, in: scope)
            if profile == nil, !failed.contains(sender.text) { failed.append(sender.text) }
            if sender.mailbox == author?.mailbox { found = found ?? profile }
        }
        if let returnPath, try await profile(of: returnPath, in: scope) == nil,
            !failed.contains(returnPath.formatted)
        {
            failed.append(returnPath.formatted)
        }
        guard failed.isEmpty, let found else {
            throw ServiceError.messageRejected(Self.notVerifiedText(failed, in: scope.region))
        }
        return found
    }

    private func profile(of mailbox: Mailbox, in scope: Scope) async throws -> SenderProfile? {
        SenderProfile(identities: try await directory.identities(covering: mailbox, in: scope))
    }

    public static func notVerifiedText(_ identities: [String], in region: Region) -> String {
        "Email address is not verified. The following identities failed the check in region "
            + "\(region.description.uppercased()): \(identities.joined(separator: ", "))"
    }

    private func bounceDomain(
        for profile: SenderProfile, in region: Region
    ) throws(ServiceError) -> DomainName {
        let standard = provider.bounceDomain(in: region)
        guard let mailFrom = profile.mailFrom, let domain = mailFrom.domain else { return standard }
        if mailFrom.status == .success { return domain }
        guard mailFrom.onMXFailure == .useDefaultValue else {
            throw .mailFromDomainNotVerified(
                "MAIL FROM domain not verified: DNS setup for MAIL FROM domain is invalid.")
        }
        return standard
    }
}

extension [UInt8] {
    var containsEightBitBytes: Bool { contains { $0 >= 0x80 } }
}
