import JSONText
import MailMessage
import MailTypes

extension SendingService {
    /// Makes many messages from one template and sends them.
    ///
    /// What concerns the request as a whole refuses it; what concerns an entry is its result. All
    /// messages that are taken are accepted in one transaction.
    public func send(_ request: BulkSend, by context: SendContext) async throws -> BulkReceipt {
        try await once(request.options, context) {
            guard (1...BulkSend.entryLimit).contains(request.entries.count) else {
                throw ServiceError.invalidParameter(
                    "The request has to have 1 to \(BulkSend.entryLimit) destinations.")
            }
            let plan = try await plan(for: request, context)
            let drafts = await drafts(of: request, plan)
            return try await accept(drafts, plan, request.options, context)
        }
    }

    /// What holds for all entries.
    private struct BulkPlan: Sendable {
        let source: Address
        let returnPath: Mailbox?
        /// Or why every entry fails.
        let replyTo: Result<[Address], ServiceError>
        let frame: TemplatedFrame
        let defaultData: Document
        let terms: SendTerms
        let sizeLimit: Int
    }

    private func plan(for request: BulkSend, _ context: SendContext) async throws -> BulkPlan {
        let source = try Address(bulk: request.source)
        let returnPath = try request.options.feedbackAddress.map(Address.init(bulk:))?.mailbox
        let replyTo = Result { () throws(ServiceError) in try Address.list(strict: request.replyTo)
        }
        let named = try await configurationSet(
            named: request.options.configurationSet, in: context.scope)
        try check(request.options, tags: request.options.tags)
        let template = try await template(request.template, in: context.scope)
        let defaultData = try request.defaultData.map(TemplateData.object) ?? .object([])
        let sender = Draft.Sender(
            source: request.source, addresses: [source], author: source,
            returnPaths: [returnPath].compactMap(\.self), feedback: returnPath ?? source.mailbox)
        let recipients = request.entries.flatMap { entry in
            entry.destination.all.compactMap { try? Address(strict: $0) }
        }
        let terms = try await terms(
            for: sender, to: recipients, operation: "SendBulkTemplatedEmail", named,
            request.options, context, templateName: template.name, checksSandbox: false)
        let frame = TemplatedFrame(
            template: template, operation: "SendBulkTemplatedEmail", source: request.source,
            attachments: request.attachments,
            isStrict: terms.configurationSet?.reportsRenderingErrorsAtOnce ?? false)
        return BulkPlan(
            source: source, returnPath: returnPath, replyTo: replyTo, frame: frame,
            defaultData: defaultData, terms: terms, sizeLimit: context.door.messageSizeLimit)
    }

    // MARK: Entries

    private typealias DraftResult = Result<Draft, any Error>

    /// The entries' messages, put together on all cores, in their order.
    private func drafts(of request: BulkSend, _ plan: BulkPlan) async -> [DraftResult] {
        await inOrder(request.entries) { entry in
            DraftResult { try draft(of: entry, request, plan) }
        }
    }

    private func draft(
        of entry: BulkSend.Entry, _ request: BulkSend, _ plan: BulkPlan
    ) throws -> Draft {
        let to = try entry.destination.to.map(Address.init(bulk:))
        let cc = try entry.destination.cc.map(Address.init(bulk:))
        let bcc = try entry.destination.bcc.map(Address.init(bulk:))
        let addresses = ComposedAddresses(
            source: plan.source, to: to, cc: cc, bcc: bcc, returnPath: plan.returnPath,
            replyTo: try plan.replyTo.get())
        try Self.checkRecipients(addresses.recipients)
        let tags = request.options.tags.overlaid(with: entry.tags)
        try MessageTag.check(tags)
        let data = try entry.data.map(TemplateData.object)
        let draft = try draft(
            plan.frame, addresses,
            data: data.map { TemplateData.merged(plan.defaultData, with: $0) } ?? plan.defaultData,
            headers: Self.overlaid(request.headers, with: entry.headers), tags: tags)
        guard draft.sizeInBytes <= plan.sizeLimit else {
            throw ServiceError.invalidParameter(
                "Message length is more than \(plan.sizeLimit) bytes long: '\(draft.sizeInBytes)'.")
        }
        return draft
    }

    private static func overlaid(
        _ headers: [(name: String, value: String)], with changes: [(name: String, value: String)]
    ) -> [(name: String, value: String)] {
        let changed = Set(changes.map(\.name.asciiLowercased))
        return headers.filter { !changed.contains($0.name.asciiLowercased) } + changes
    }

    // MARK: Accepting

    private func accept(
        _ drafts: [DraftResult], _ plan: BulkPlan, _ options: SendOptions, _ context: SendContext
    ) async throws -> BulkReceipt {
        var results = drafts.map { draft in
            switch draft {
            case .success: BulkResult.failed(.transientFailure, text: "")
            case .failure(let error): BulkResult(error)
            }
        }
        var reservations: [SendQuotas.Reservation] = []
        var isAccepted = false
        defer { for one in reservations { quotas.settle(one, isAccepted: isAccepted) } }
        var taken: [(index: Int, draft: Draft)] = []
        var room = BulkSend.sizeLimit
        for (index, result) in drafts.enumerated() {
            guard case .success(let draft) = result else { continue }
            do {
                room -= draft.sizeInBytes
                guard room >= 0 else {
                    throw ServiceError.invalidParameter(
                        "The messages of one request are together longer than "
                            + "\(BulkSend.sizeLimit) bytes.")
                }
                try await checkSandbox(draft.recipients, plan.terms.settings, context.scope)
                reservations.append(try await quota(for: draft, plan.terms, context))
                taken.append((index, draft))
            } catch {
                results[index] = BulkResult(error)
            }
        }
        let suppressed = try await suppressed(
            taken.flatMap(\.draft.recipients), plan.terms, context)
        let sealed = await inOrder(taken) { item in
            Result { try newMessage(item.draft, plan.terms, suppressed, options, context) }
        }
        var messages: [NewMessage] = []
        for (item, result) in zip(taken, sealed) {
            switch result {
            case .success(let (message, receipt)):
                messages.append(message)
                results[item.index] = .accepted(messageID: receipt.messageID)
            case .failure(let error): results[item.index] = BulkResult(error)
            }
        }
        let receipt = BulkReceipt(results: results)
        // Where nothing was sent there is nothing to repeat: the same request may succeed later.
        guard !messages.isEmpty else { return receipt }
        try await queue.accept(messages, answering: answer(options, context, receipt))
        isAccepted = true
        return receipt
    }
}

/// Works on all items at the same time, on as many cores as there are; the results in their order.
private func inOrder<Item: Sendable, Value: Sendable>(
    _ items: [Item], _ work: @escaping @Sendable (Item) -> Value
) async -> [Value] {
    await withTaskGroup(of: (Int, Value).self) { group in
        for (index, item) in items.enumerated() { group.addTask { (index, work(item)) } }
        var values: [Value?] = Array(repeating: nil, count: items.count)
        for await (index, value) in group { values[index] = value }
        return values.compactMap(\.self)
    }
}

extension Address {
    /// Reads an address of a bulk send, which SES refuses with one text whatever is wrong.
    fileprivate init(bulk text: String) throws(ServiceError) {
        do throws(ServiceError) {
            try self.init(strict: text)
        } catch {
            throw .invalidParameter("Invalid email address<\(text)>.")
        }
    }
}

extension [MessageTag] {
    fileprivate func overlaid(with changes: [MessageTag]) -> [MessageTag] {
        let changed = Set(changes.map(\.name))
        return filter { !changed.contains($0.name) } + changes
    }
}
