public import MailTypes
public import WaxwingCore

extension ServiceStore {
    public func note(
        _ feedback: RecipientFeedback, of message: QueuedMessage.ID, at now: UnixTime
    ) async throws {
        try await database.write { try $0.note(feedback, of: message, at: now) }
    }
}

extension SQLTransaction {
    func note(
        _ feedback: RecipientFeedback, of message: QueuedMessage.ID, at now: UnixTime
    ) throws {
        let id = SQLValue.integer(message.number)
        guard let sender = try row(QueueStatements.sender, [id]).map(MessageSender.init),
            let record = try row(QueueStatements.record, [id])
                .map({ try MessageRecord(json: $0.text(0)) })
        else { return }
        if feedback.kind == .complaint {
            let addressees = Set(record.addressees)
            let count = Set(feedback.recipients).intersection(addressees).count
            if count > 0 { try countComplaints(count, in: sender.scope, at: now) }
        }
        try ScopedResources(transaction: self, scope: sender.scope)
            .apply(feedback, to: record, messageID: sender.messageID, at: now)
    }
}
