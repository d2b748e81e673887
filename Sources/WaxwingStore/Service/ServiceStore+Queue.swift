public import MailTypes
public import WaxwingCore

extension ServiceStore: QueueStore {
    public func accept(
        _ messages: [AcceptedMessage], answering answer: IdempotentAnswer?
    ) async throws {
        // An error would make the other callers of the same commit begin again.
        let known = try await database.write { transaction -> IdempotentAnswer? in
            if let answer, let known = try transaction.keep(answer) { return known }
            for accepted in messages {
                try transaction.accept(accepted.message, lease: accepted.lease)
            }
            return nil
        }
        if let known { throw AlreadyAnswered(answer: known) }
    }

    public func record(of id: QueuedMessage.ID) async throws -> MessageRecord? {
        try await database.read { transaction in
            try transaction.row(QueueStatements.record, [.integer(id.number)])
                .map { try MessageRecord(json: $0.text(0)) }
        }
    }

    public func lease(_ limit: Int, under lease: Lease, now: UnixTime) async throws -> [Delivery] {
        guard limit > 0 else { return [] }
        return try await database.write { transaction in
            let rows = try transaction.rows(QueueStatements.due, [.time(now), .integer(limit)])
            let deliveries = try rows.map(Delivery.init)
            try transaction.execute(
                QueueStatements.lease,
                each: deliveries.map { delivery in
                    [
                        .time(lease.until), .text(lease.worker.description),
                        .integer(delivery.id.message.number), .integer(delivery.id.index),
                    ]
                })
            return deliveries
        }
    }

    public func message(_ id: QueuedMessage.ID) async throws -> QueuedMessage? {
        try await database.read { transaction in
            try transaction.row(QueueStatements.message, [.integer(id.number)])
                .map { try QueuedMessage(id: id, row: $0) }
        }
    }

    public func nextDue() async throws -> UnixTime? {
        try await database.read { try $0.row(QueueStatements.nextDue)?.optionalTime(0) }
    }

    public func sender(of id: QueuedMessage.ID) async throws -> MessageSender? {
        try await database.read { transaction in
            try transaction.row(QueueStatements.sender, [.integer(id.number)])
                .map(MessageSender.init)
        }
    }

    public func queueLength() async throws -> Int {
        try await database.read { Int(try $0.row(QueueStatements.length)?.integer(0) ?? 0) }
    }

    public func endLeases(exceptOf worker: WorkerID) async throws {
        _ = try await database.write { transaction in
            try transaction.execute(QueueStatements.endLeases, [.text(worker.description)])
        }
    }

    public func removeAllMessages() async throws {
        try await database.write { transaction in
            for statement in QueueStatements.removeAll { try transaction.execute(statement) }
            try transaction.execute(AnswerStatements.removeAll)
        }
    }

    /// Walks along the numbers of the messages, which grow with time, up to the first one that is
    /// too young: no index by time is kept for this, and no young message is looked at. One that
    /// was sent later than accepted stays until it is old as a sent one.
    public func forgetMessages(
        acceptedBefore time: UnixTime, limit: Int
    ) async throws -> Int {
        try await database.write { transaction in
            var ended: [Int64] = []
            var last = Int64.min
            walk: while ended.count < limit {
                let rows = try transaction.rows(
                    QueueStatements.messagesInOrder, [.integer(last), .integer(Self.walkedAtOnce)])
                for row in rows where ended.count < limit {
                    guard try row.time(1) < time else { break walk }
                    last = try row.integer(0)
                    let sentAt = try row.time(3) - Self.longestLifetime
                    if try row.integer(2) == 0, sentAt < time { ended.append(last) }
                }
                if rows.count < Self.walkedAtOnce { break }
            }
            for statement in QueueStatements.forget {
                try transaction.execute(statement, each: ended.map { [.integer($0)] })
            }
            return ended.count
        }
    }

    private static let walkedAtOnce = 500
    /// How long deliveries are tried at the most: so long before its end, or later, a message was
    /// sent.
    private static let longestLifetime = Duration.seconds(50_400)
}

extension SQLTransaction {
    /// Puts a message and its deliveries in the queue.
    ///
    /// A message of an account that goes to nobody is kept without its bytes, for what is told of
    /// it. One of the service's own would have no way out of the queue, and is not taken.
    func accept(_ new: NewMessage, lease: Lease?) throws {
        guard !new.recipients.isEmpty || new.submission != nil else { return }
        let message = new.message
        let id = SQLValue.integer(message.id.number)
        try execute(
            QueueStatements.insertMessage,
            [
                id, .text(message.scope.account.description),
                .text(message.scope.region.description), .text(message.messageID),
                .text(message.reversePath.address), .text(message.feedbackPath.address),
                .integer(message.isEightBit ? 1 : 0), .time(message.acceptedAt),
                .time(message.expiresAt), .integer(message.handling.requiresTLS ? 1 : 0),
                .text(message.handling.poolName),
                .integer(message.handling.withheldFeedback.rawValue),
                .time(new.isScheduled ? new.notBefore : nil),
            ])
        if let submission = new.submission {
            try execute(QueueStatements.insertRecord, [id, .text(submission.record.json)])
        }
        if !new.recipients.isEmpty {
            try execute(QueueStatements.insertContent, [id, .blob(message.content)])
        }
        let dueAt = SQLValue.time(lease?.until ?? new.notBefore ?? message.acceptedAt)
        let worker = SQLValue.text(lease?.worker.description)
        try execute(
            QueueStatements.insertDelivery,
            each: new.recipients.enumerated().map { index, recipient in
                [id, .integer(index), .text(recipient.formatted), dueAt, worker]
            })
        try count(new)
    }
}
