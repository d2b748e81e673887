internal import MailTypes

/// MAIL, RCPT, DATA and BDAT.
extension SMTPServerSession {
    mutating func startMail(_ path: ReversePath, _ parameters: MailParameters) -> Action {
        guard case .ready = state else { return fail(replies.badSequence) }
        if configuration.requiresTLS, info.tls == nil { return fail(replies.mustStartTLS) }
        if configuration.authentication == .required, info.identity == nil {
            return fail(replies.authenticationRequired)
        }
        guard messageCount < configuration.messageLimit else {
            return close(replies.tooManyMessages)
        }
        if let reply = refusal(of: parameters) { return fail(reply) }
        if let size = parameters.size, size > configuration.messageSizeLimit {
            return .reply(replies.messageTooLarge)
        }
        if !parameters.requiresSMTPUTF8, path.mailbox?.holdsOnlyASCII == false {
            return fail(replies.addressNeedsSMTPUTF8)
        }
        messageCount += 1
        let envelope = Envelope(
            reversePath: path, bodyType: parameters.bodyType ?? .sevenBit,
            requiresSMTPUTF8: parameters.requiresSMTPUTF8)
        state = .addressing(SMTPTransaction(envelope: envelope, mailParameters: parameters))
        return .reply(replies.mailAccepted)
    }

    /// Parameters of extensions that were not offered (RFC 5321 §4.1.1.11).
    private func refusal(of parameters: MailParameters) -> SMTPReply? {
        if parameters.requiresSMTPUTF8, !configuration.offersSMTPUTF8 {
            return replies.unknownParameter
        }
        if parameters.asksForNotification, !configuration.offersDSN {
            return replies.unknownParameter
        }
        if parameters.namesSubmitter, configuration.authentication == .notOffered {
            return replies.unknownParameter
        }
        return parameters.bodyType == .binaryMIME ? replies.badArgument : nil
    }

    mutating func addRecipient(
        _ path: ForwardPath, _ parameters: RecipientParameters
    ) -> Action {
        guard case .addressing(let transaction) = state else { return fail(replies.badSequence) }
        guard parameters.isEmpty || configuration.offersDSN else {
            return fail(replies.unknownParameter)
        }
        guard transaction.envelope.forwardPaths.count < configuration.recipientLimit else {
            return .reply(replies.tooManyRecipients)
        }
        if !transaction.envelope.requiresSMTPUTF8, path.mailbox?.holdsOnlyASCII == false {
            return fail(replies.addressNeedsSMTPUTF8)
        }
        state = .checking(transaction, path, parameters)
        return .checkRecipient(path)
    }

    mutating func finishRecipient(
        _ transaction: SMTPTransaction, _ path: ForwardPath, _ parameters: RecipientParameters,
        _ reply: SMTPReply?
    ) -> Action {
        // The old state lets go first, so that the list grows in place.
        state = .ready
        var transaction = transaction
        if reply == nil { transaction.add(path, parameters) }
        state = .addressing(transaction)
        return .reply(reply ?? replies.recipientAccepted)
    }

    mutating func startData() -> Action {
        guard case .addressing(let transaction) = state else { return fail(replies.badSequence) }
        guard !transaction.envelope.forwardPaths.isEmpty else {
            return .reply(replies.noRecipients)
        }
        state = .receiving(transaction)
        return .readData(replies.startMailInput)
    }

    mutating func startChunk(_ size: Int, isLast: Bool) -> Action {
        switch state {
        case .chunking:
            return .readChunk(size: size, isFirst: false, isLast: isLast)
        case .addressing(let transaction):
            guard !transaction.envelope.forwardPaths.isEmpty else {
                return .skipChunk(size: size, replies.noRecipients)
            }
            state = .chunking(transaction)
            return .readChunk(size: size, isFirst: true, isLast: isLast)
        case .connected, .ready, .storing, .startingTLS, .closed, .awaitingResponse,
            .authenticating, .checking, .receiving:
            return .skipChunk(size: size, replies.badSequence)
        }
    }

    mutating func finishContent(
        _ transaction: SMTPTransaction, _ content: ReceivedContent
    ) -> Action {
        switch content {
        case .refused(let refusal):
            state = .ready
            return .reply(reply(to: refusal))
        case .message(let bytes):
            state = .storing
            return .store(transaction, content: bytes)
        }
    }
}

extension Mailbox {
    /// The same as `isASCII`, without writing the address out.
    fileprivate var holdsOnlyASCII: Bool {
        guard localPart.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
        return switch host {
        case .domain(let domain): domain.isASCII
        case .literal: true
        }
    }
}
