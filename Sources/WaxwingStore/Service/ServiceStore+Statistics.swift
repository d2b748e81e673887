public import MailTypes
public import WaxwingCore

extension ServiceStore: StatisticsStore {
    public func statistics(
        in scope: Scope, since time: UnixTime
    ) async throws -> [SendStatistics] {
        try await database.read { transaction in
            try transaction.rows(
                StatisticsStatements.since, scope.columns + [.time(SendStatistics.bucket(of: time))]
            ).map { row in
                SendStatistics(
                    timestamp: try row.time(0), deliveryAttempts: Int(try row.integer(1)),
                    bounces: Int(try row.integer(2)), complaints: Int(try row.integer(3)),
                    rejects: Int(try row.integer(4)))
            }
        }
    }

    public func removeAllStatistics() async throws {
        _ = try await database.write { try $0.execute(StatisticsStatements.removeAll) }
    }
}

extension SQLTransaction {
    /// Counts the recipients of a message as attempts.
    ///
    /// What has no reverse-path is the service's own: a report, which is no sending of the account.
    func countAttempts(of new: NewMessage) throws {
        guard new.message.reversePath != .null else { return }
        let quarter = SendStatistics.bucket(of: new.message.acceptedAt)
        try execute(
            StatisticsStatements.countAttempts,
            new.message.scope.columns + [.time(quarter), .integer(new.recipients.count)])
    }

    func countBounce(of message: QueuedMessage.ID, in scope: Scope, at now: UnixTime) throws {
        try execute(
            StatisticsStatements.countBounce,
            [.time(SendStatistics.bucket(of: now)), .integer(message.number)] + scope.columns)
    }
}

extension Scope {
    /// The two columns that begin every key.
    var columns: [SQLValue] { [.text(account.description), .text(region.description)] }
}

/// The SQL of the statistics.
enum StatisticsStatements {
    static let countAttempts: SQLStatement = """
        INSERT INTO send_statistics (account, region, quarter, attempts) VALUES ($1, $2, $3, $4)
        ON CONFLICT (account, region, quarter)
        DO UPDATE SET attempts = send_statistics.attempts + excluded.attempts
        """
    static let countBounce: SQLStatement = """
        INSERT INTO send_statistics (account, region, quarter, bounces)
        SELECT account, region, CAST($1 AS BIGINT), 1 FROM messages
        WHERE id = $2 AND account = $3 AND region = $4 AND reverse_path <> ''
        ON CONFLICT (account, region, quarter)
        DO UPDATE SET bounces = send_statistics.bounces + 1
        """
    static let since: SQLStatement = """
        SELECT quarter, attempts, bounces, complaints, rejects FROM send_statistics
        WHERE account = $1 AND region = $2 AND quarter >= $3 ORDER BY quarter
        """
    static let removeAll: SQLStatement = "DELETE FROM send_statistics"
}
