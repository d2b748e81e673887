import MailMessage
import MailTypes

extension SendingService {
    /// What goes into the queue for a draft whose sender may send it.
    func newMessage(
        _ draft: Draft, _ terms: SendTerms, _ suppressed: [Mailbox: SuppressedDestination],
        _ options: SendOptions, _ context: SendContext
    ) throws -> (NewMessage, SendReceipt) {
        let record = record(of: draft, terms, suppressed, options, context)
        let recipients =
            record.fate == .queued
            ? draft.recipients.map(\.mailbox).filter { suppressed[$0] == nil } : []
        let now = clock.now()
        let region = context.scope.region
        let sendAt = options.sendAt.flatMap { $0 > now ? $0 : nil }
        var random = SystemRandomNumberGenerator()
        let row = queue.nextRow()
        let messageID = MessageIdentifiers.messageID(at: now, in: region, using: &random)
        let localPart = MessageIdentifiers.returnPathLocalPart(
            for: row, at: now, in: region, using: &random)
        var content: [UInt8] = []
        if !recipients.isEmpty {
            var seal = MessageSealer.Seal(
                messageID: messageID, scope: context.scope, signing: terms.profile.signing, now: now
            )
            seal.keepsMessageID = terms.configurationSet?.keepsMessageID ?? false
            seal.feedbackLabels = (
                draft.tags.value(of: "ses:feedback-id-a"), draft.tags.value(of: "ses:feedback-id-b")
            )
            seal.date = sendAt ?? now
            content = try sealer.seal(draft.message, with: seal)
        }
        let delivery = terms.configurationSet?.delivery
        let lifetime =
            delivery?.maximumDeliverySeconds.map { Duration.seconds($0) } ?? queue.lifetime
        let message = QueuedMessage(
            id: row, scope: context.scope, messageID: messageID,
            reversePath: .mailbox(Mailbox(localPart: localPart, domain: terms.bounceDomain)),
            feedbackPath: draft.sender.feedback.map { .mailbox($0) } ?? .null, content: content,
            isEightBit: content.containsEightBitBytes, acceptedAt: now,
            expiresAt: (sendAt ?? now) + lifetime,
            handling: QueuedMessage.Handling(
                requiresTLS: delivery?.requiresTLS ?? false, poolName: terms.poolName,
                withheldFeedback: terms.withheldFeedback))
        let submission = NewMessage.Submission(
            record: record, quotaCount: quotaCount(of: draft))
        let new = NewMessage(
            message: message, recipients: recipients, submission: submission, notBefore: sendAt)
        return (new, SendReceipt(messageID: messageID))
    }

    private func record(
        of draft: Draft, _ terms: SendTerms, _ suppressed: [Mailbox: SuppressedDestination],
        _ options: SendOptions, _ context: SendContext
    ) -> MessageRecord {
        var record = MessageRecord(
            operation: draft.operation, source: draft.sender.source,
            sourceARN: terms.identityARN, destinations: draft.recipients.map(\.text),
            caller: context.caller.arn)
        record.keep(draft.message.headerSection)
        record.tags = draft.tags
        record.configurationSet = terms.configurationSet?.name
        record.tenant = options.tenant
        record.templateName = draft.templateName
        record.tracking = options.tracking
        record.endpointID = context.endpointID
        record.sourceIP = context.sourceIP
        record.isSecure = context.isSecure
        record.tlsVersion = context.tlsVersion
        record.simulated = draft.recipients.filter(isSimulator).map(\.text)
        record.authorDomain = draft.sender.author?.mailbox.domain?.text
        if let error = draft.renderingError {
            record.fate = .renderingFailed(template: draft.templateName ?? "", error: error)
        } else if draft.holdsTestVirus {
            record.fate = .rejected(reason: "Bad content")
        } else {
            record.suppressed = draft.recipients.compactMap { recipient in
                suppressed[recipient.mailbox].map {
                    MessageRecord.Suppressed(
                        address: recipient.text, reason: $0.reason,
                        tenant: terms.suppression.tenant)
                }
            }
        }
        return record
    }

    // MARK: Once only

    /// Carries out a request that has a key once: whoever comes with the same again gets the same
    /// answer.
    ///
    /// Requests that come at the same time are both carried out up to their acceptance, where one
    /// transaction finds the key of the other.
    /// - Throws: ``ServiceError/conflict(_:)`` for a key that another request had.
    func once<Answer: RepeatableAnswer>(
        _ options: SendOptions, _ context: SendContext,
        _ carryOut: () async throws -> Answer
    ) async throws -> Answer {
        guard let request = options.idempotency else { return try await carryOut() }
        let known = try await queue.answer(under: request.key, in: context.scope)
        if let known { return try Self.repeated(known, request) }
        do {
            return try await carryOut()
        } catch let error as AlreadyAnswered {
            return try Self.repeated(error.answer, request)
        }
    }

    func answer(
        _ options: SendOptions, _ context: SendContext, _ answer: some RepeatableAnswer
    ) -> IdempotentAnswer? {
        options.idempotency.map {
            IdempotentAnswer(
                request: $0, scope: context.scope, answeredAt: clock.now(),
                text: answer.repeatableText)
        }
    }

    private static func repeated<Answer: RepeatableAnswer>(
        _ known: IdempotentAnswer, _ request: IdempotentRequest
    ) throws(ServiceError) -> Answer {
        guard known.request.digest == request.digest, let answer = Answer(repeating: known.text)
        else {
            throw .conflict("The Idempotency-Key was used before, for another request.")
        }
        return answer
    }
}

/// An answer that can be given again.
protocol RepeatableAnswer: Sendable {
    var repeatableText: String { get }
    /// Nil for the text of another kind of answer.
    init?(repeating text: String)
}

extension SendReceipt: RepeatableAnswer {
    var repeatableText: String { messageID }

    init?(repeating text: String) { self.init(messageID: text) }
}

extension [MessageTag] {
    /// Empty when there is none; what would end a part of Feedback-ID is left out.
    fileprivate func value(of name: String) -> String { last { $0.name == name }?.value ?? "" }
}

extension [UInt8] {
    var containsEightBitBytes: Bool { contains { $0 >= 0x80 } }
}
