import MailMessage
import MailTypes

/// Sends messages for accounts: checks, puts together, signs, and queues.
///
/// Every way in comes to the same steps, and a refusal names the first that fails: addresses are
/// read, in the order of ``ComposedAddresses``; recipients are counted; the configuration set that
/// the caller names is found; the message is measured, its tags are read; the account is asked, the
/// identities of all senders, the identity's own configuration set, the policies (see
/// ``SendAuthorizer``) and the quotas. Then suppressed recipients are left out, the message is
/// sealed, and accepted with all that later events tell of it.
public struct SendingService: Sendable {
    /// Recipients of one message.
    public static let recipientLimit = 50
    /// MIME parts of one message.
    public static let partLimit = 500
    /// How far ahead a message can be scheduled.
    public static let schedulingLimit = Duration.seconds(30 * 86_400)

    let directory: IdentityDirectory
    let resources: ResourceDirectory
    let sealer: MessageSealer
    let queue: MessageQueue
    let authorizer: any SendAuthorizer
    let provider: Provider
    let clock: any WallClock
    let templates = TemplateCache()
    public let quotas: SendQuotas

    public init(
        directory: IdentityDirectory, resources: ResourceDirectory, sealer: MessageSealer,
        queue: MessageQueue, quotas: SendQuotas,
        authorizer: any SendAuthorizer = OwnIdentitiesOnly(), provider: Provider,
        clock: any WallClock
    ) {
        self.directory = directory
        self.resources = resources
        self.sealer = sealer
        self.queue = queue
        self.quotas = quotas
        self.authorizer = authorizer
        self.provider = provider
        self.clock = clock
    }

    /// Sends a whole message.
    /// - Throws: ``ServiceError``; nothing is queued then. When it returns, the message is on disk.
    public func send(_ request: RawSend, by context: SendContext) async throws -> SendReceipt {
        try await once(request.options, context) {
            let (draft, options) = try draft(of: request, context)
            return try await send(draft, options, context)
        }
    }

    /// Puts a message together and sends it.
    public func send(_ request: ComposedSend, by context: SendContext) async throws -> SendReceipt {
        try await once(request.options, context) {
            let addresses = try ComposedAddresses(
                source: request.source, destination: request.destination,
                returnPath: request.options.feedbackAddress, replyTo: request.replyTo)
            let draft = try draft(
                request.content, addresses, operation: "SendEmail", source: request.source,
                tags: request.options.tags)
            return try await send(draft, request.options, context)
        }
    }

    // MARK: Drafts

    private func draft(
        of request: RawSend, _ context: SendContext
    ) throws -> (Draft, SendOptions) {
        let source = try request.source.map(Address.init(strict:))
        // SMTP names a reverse-path, which is no author: there the field itself is required.
        let submitted = try SubmittedMessage(
            request.content, source: context.door == .smtp ? nil : source)
        let destinations = try request.destinations.map(Address.list(strict:))
        let feedback = try request.options.feedbackAddress.map(Address.init(strict:))?.mailbox
        let options = try request.options.completed(by: submitted.message.headerSection)
        let sender = Draft.Sender(
            source: request.source ?? submitted.from.first?.text ?? "",
            addresses: [source].compactMap(\.self) + submitted.from + submitted.sender,
            author: submitted.from.first ?? source, returnPath: feedback ?? submitted.returnPath,
            feedback: feedback ?? source?.mailbox ?? submitted.returnPath
                ?? submitted.from.first?.mailbox)
        let draft = Draft(
            operation: "SendRawEmail", message: submitted.message,
            sizeInBytes: request.content.count, sender: sender,
            recipients: destinations ?? submitted.recipients,
            holdsTestVirus: submitted.holdsTestVirus, tags: options.tags)
        return (draft, options)
    }

    func draft(
        _ content: SendContent, _ addresses: ComposedAddresses, operation: String, source: String,
        tags: [MessageTag]
    ) throws -> Draft {
        try content.check()
        var random = SystemRandomNumberGenerator()
        let bytes = try content.composed(addresses, using: &random)
        return Draft(
            operation: operation, message: try Message(parsing: bytes), sizeInBytes: bytes.count,
            sender: addresses.sender(source: source), recipients: addresses.recipients,
            holdsTestVirus: content.holdsTestVirus, tags: tags)
    }

    // MARK: One message

    func send(
        _ draft: Draft, _ options: SendOptions, _ context: SendContext
    ) async throws -> SendReceipt {
        try Self.checkRecipients(draft.recipients)
        let named = try await configurationSet(named: options.configurationSet, in: context.scope)
        try Self.checkSize(draft.sizeInBytes, context)
        try check(options, tags: draft.tags)
        let terms = try await terms(
            for: draft.sender, to: draft.recipients, operation: draft.operation, named, options,
            context, templateName: draft.templateName)
        let suppressed = try await suppressed(draft.recipients, terms, context)
        let reservation = try await quota(for: draft, terms, context)
        var isAccepted = false
        defer { quotas.settle(reservation, isAccepted: isAccepted) }
        let (message, receipt) = try newMessage(draft, terms, suppressed, options, context)
        try await queue.accept([message], answering: answer(options, context, receipt))
        isAccepted = true
        return receipt
    }

    func suppressed(
        _ recipients: [Address], _ terms: SendTerms, _ context: SendContext
    ) async throws -> [Mailbox: SuppressedDestination] {
        try await terms.suppression.entries(
            for: recipients.map(\.mailbox), in: resources, context.scope)
    }

    func quota(
        for draft: Draft, _ terms: SendTerms, _ context: SendContext
    ) async throws -> SendQuotas.Reservation {
        try await quotas.take(
            draft.renderingError == nil ? draft.recipients.count : 0, daily: quotaCount(of: draft),
            of: terms.settings, in: context.scope)
    }

    /// Recipients that count towards the 24 hours.
    func quotaCount(of draft: Draft) -> Int {
        draft.renderingError == nil ? draft.recipients.count { !isSimulator($0) } : 0
    }

    func isSimulator(_ address: Address) -> Bool {
        address.mailbox.domain == provider.simulatorDomain
    }

    // MARK: Checks

    static func checkSize(_ size: Int, _ context: SendContext) throws(ServiceError) {
        let limit = context.door.messageSizeLimit
        guard size <= limit else {
            throw .invalidParameter("Message length is more than \(limit) bytes long: '\(size)'.")
        }
    }

    static func checkRecipients(_ recipients: [Address]) throws(ServiceError) {
        guard !recipients.isEmpty else {
            throw .invalidParameter("Missing required recipients: the message has no destination.")
        }
        guard recipients.count <= recipientLimit else {
            throw .invalidParameter("Recipient count exceeds \(recipientLimit).")
        }
    }

    func check(_ options: SendOptions, tags: [MessageTag]) throws(ServiceError) {
        try MessageTag.check(tags)
        if let time = options.sendAt, time - clock.now() > Self.schedulingLimit {
            throw .invalidParameter("A message can be scheduled up to 30 days ahead.")
        }
        // Sending without the links that were asked for would leave readers no way out.
        guard options.listManagement == nil else {
            throw .invalidParameter("Waxwing does not implement list management of sends yet.")
        }
    }
}
