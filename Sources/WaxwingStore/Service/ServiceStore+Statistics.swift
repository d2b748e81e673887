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
                    rejects: Int(try row.integer(4)), accepted: Int(try row.integer(5)),
                    suppressed: Int(try row.integer(6)))
            }
        }
    }

    public func removeAllStatistics() async throws {
        _ = try await database.write { try $0.execute(StatisticsStatements.removeAll) }
    }
}

extension SQLTransaction {
    /// Counts what a message adds to its account's figures; a report adds nothing.
    func count(_ new: NewMessage) throws {
        let counts = [
            new.attempts, new.rejects, new.submission?.quotaCount ?? 0, new.suppressions,
        ]
        guard counts.contains(where: { $0 > 0 }) else { return }
        let quarter = SendStatistics.bucket(of: new.message.acceptedAt)
        try execute(
            StatisticsStatements.countMessage,
            new.message.scope.columns + [.time(quarter)] + counts.map { .integer($0) })
    }

    /// Takes back what a message counted that was never tried.
    func uncount(attempts: Int, acceptedAt time: UnixTime, in scope: Scope) throws {
        try execute(
            StatisticsStatements.uncountAttempts,
            [.integer(attempts)] + scope.columns + [.time(SendStatistics.bucket(of: time))])
    }

    func countBounce(of message: QueuedMessage.ID, in scope: Scope, at now: UnixTime) throws {
        try execute(
            StatisticsStatements.countBounce,
            [.time(SendStatistics.bucket(of: now)), .integer(message.number)] + scope.columns)
    }
}

extension SQLTransaction {
    func countComplaints(_ count: Int, in scope: Scope, at now: UnixTime) throws {
        try execute(
            StatisticsStatements.countComplaints,
            scope.columns + [.time(SendStatistics.bucket(of: now)), .integer(count)])
    }
}

extension Scope {
    /// The two columns that begin every key.
    var columns: [SQLValue] { [.text(account.description), .text(region.description)] }
}

/// The SQL of the statistics.
enum StatisticsStatements {
    static let countMessage: SQLStatement = """
        INSERT INTO send_statistics (account, region, quarter, attempts, rejects, accepted,
            suppressed)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (account, region, quarter)
        DO UPDATE SET attempts = send_statistics.attempts + excluded.attempts,
            rejects = send_statistics.rejects + excluded.rejects,
            accepted = send_statistics.accepted + excluded.accepted,
            suppressed = send_statistics.suppressed + excluded.suppressed
        """
    static let uncountAttempts: SQLStatement = """
        UPDATE send_statistics SET attempts = attempts - $1
        WHERE account = $2 AND region = $3 AND quarter = $4
        """
    static let countBounce: SQLStatement = """
        INSERT INTO send_statistics (account, region, quarter, bounces)
        SELECT account, region, CAST($1 AS BIGINT), 1 FROM messages
        WHERE id = $2 AND account = $3 AND region = $4 AND reverse_path <> ''
        ON CONFLICT (account, region, quarter)
        DO UPDATE SET bounces = send_statistics.bounces + 1
        """
    static let countComplaints: SQLStatement = """
        INSERT INTO send_statistics (account, region, quarter, complaints)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT (account, region, quarter)
        DO UPDATE SET complaints = send_statistics.complaints + excluded.complaints
        """
    static let since: SQLStatement = """
        SELECT quarter, attempts, bounces, complaints, rejects, accepted, suppressed
        FROM send_statistics
        WHERE account = $1 AND region = $2 AND quarter >= $3 ORDER BY quarter
        """
    static let removeAll: SQLStatement = "DELETE FROM send_statistics"
}
