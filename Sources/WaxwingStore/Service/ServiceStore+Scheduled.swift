public import MailTypes
public import WaxwingCore

extension ServiceStore {
    public func scheduledMessages(
        in scope: Scope, after position: ScheduledMessage.Position?, limit: Int, now: UnixTime
    ) async throws -> [ScheduledMessage] {
        // What was passed by while somebody paged is not scheduled any more.
        let start = position.flatMap { $0.sendAt >= now ? $0 : nil }
        return try await database.read { transaction in
            try transaction.rows(
                ScheduledStatements.waiting,
                scope.columns + [
                    .time(start?.sendAt ?? now), .integer(start?.id.number ?? .max),
                    .integer(limit),
                ]
            ).map { try ScheduledMessage($0, now: now) }
        }
    }

    public func scheduledMessage(
        _ messageID: String, in scope: Scope, now: UnixTime
    ) async throws -> ScheduledMessage? {
        try await database.read { transaction in
            try transaction.row(
                ScheduledStatements.byMessageID, scope.columns + [.text(messageID)]
            ).map { try ScheduledMessage($0, now: now) }
        }
    }

    public func cancelScheduled(
        _ messageID: String, in scope: Scope, now: UnixTime
    ) async throws -> Cancellation {
        try await database.write { transaction in
            let row = try transaction.row(
                ScheduledStatements.byMessageID, scope.columns + [.text(messageID)])
            guard let row else { return .unknown }
            let message = try ScheduledMessage(row, now: now)
            switch message.state {
            case .cancelled: return .cancelled(deliveries: 0)
            case .released: return .tooLate
            case .waiting: break
            }
            // A worker whose clock is ahead may have taken some already.
            let id = SQLValue.integer(message.id.number)
            let taken = try transaction.rows(ScheduledStatements.deliveries, [id]).contains {
                try $0.integer(0) > 0 || $0.optionalText(1) != nil
            }
            guard !taken else { return .tooLate }
            return .cancelled(deliveries: try transaction.cancel(message, in: scope, at: now))
        }
    }
}

extension SQLTransaction {
    /// - Returns: how many deliveries there were.
    fileprivate func cancel(
        _ message: ScheduledMessage, in scope: Scope, at now: UnixTime
    ) throws -> Int {
        let id = SQLValue.integer(message.id.number)
        let count = try execute(ScheduledStatements.removeDeliveries, [id])
        try execute(ScheduledStatements.removeContent, [id])
        var record = message.record
        record.fate = .cancelled(at: now)
        try execute(ScheduledStatements.updateRecord, [.text(record.json), id])
        try uncount(attempts: count, acceptedAt: message.acceptedAt, in: scope)
        return count
    }
}

extension ScheduledMessage {
    fileprivate init(_ row: SQLRow, now: UnixTime) throws {
        self.init(
            id: QueuedMessage.ID(number: try row.integer(0)), messageID: try row.text(1),
            acceptedAt: try row.time(2), sendAt: try row.time(3),
            record: try MessageRecord(json: row.text(4)), now: now)
    }
}

/// The SQL of messages that wait for their time. It asks for rows with a time first of all, because
/// the indexes have no others.
private enum ScheduledStatements {
    static let waiting: SQLStatement = """
        SELECT messages.id, message_id, accepted_at, send_at, document
        FROM messages JOIN message_records ON message_records.id = messages.id
        WHERE send_at IS NOT NULL AND account = $1 AND region = $2
            AND (send_at, messages.id) > ($3, $4)
            AND EXISTS (SELECT 1 FROM deliveries WHERE deliveries.message = messages.id)
        ORDER BY send_at, messages.id LIMIT $5
        """
    static let byMessageID: SQLStatement = """
        SELECT messages.id, message_id, accepted_at, send_at, document
        FROM messages JOIN message_records ON message_records.id = messages.id
        WHERE send_at IS NOT NULL AND account = $1 AND region = $2 AND message_id = $3
        """
    static let deliveries: SQLStatement = """
        SELECT attempts, lease_worker FROM deliveries WHERE message = $1 \(.forUpdate)
        """
    static let removeDeliveries: SQLStatement = "DELETE FROM deliveries WHERE message = $1"
    static let removeContent: SQLStatement = "DELETE FROM message_contents WHERE id = $1"
    static let updateRecord: SQLStatement = """
        UPDATE message_records SET document = $1 WHERE id = $2
        """
}
