public import MailTypes
public import WaxwingCore

// Answers to requests with a key: part of the queue, because they are written with its messages.
extension ServiceStore {
    public func answer(
        under key: IdempotencyKey, in scope: Scope, at now: UnixTime
    ) async throws -> IdempotentAnswer? {
        try await database.read { try $0.answer(under: key, in: scope, at: now) }
    }
}

extension SQLTransaction {
    func answer(
        under key: IdempotencyKey, in scope: Scope, at now: UnixTime
    ) throws -> IdempotentAnswer? {
        let row = try row(AnswerStatements.find, scope.columns + [.text(key.description)])
        guard let row else { return nil }
        let answer = IdempotentAnswer(
            request: IdempotentRequest(key: key, digest: try row.bytes(0)), scope: scope,
            answeredAt: try row.time(1), text: try row.text(2))
        return now - answer.answeredAt < IdempotentAnswer.lifetime ? answer : nil
    }

    /// Keeps an answer, or finds that the key is taken. Some that are too old go with each that
    /// comes, so that there are never many more than those of a day.
    /// - Returns: the answer that is there already; then nothing was kept.
    func keep(_ answer: IdempotentAnswer) throws -> IdempotentAnswer? {
        let oldest = SQLValue.time(answer.answeredAt - IdempotentAnswer.lifetime)
        for row in try rows(AnswerStatements.old, [oldest, .integer(Self.droppedAtOnce)]) {
            try execute(
                AnswerStatements.remove,
                [.text(try row.text(0)), .text(try row.text(1)), .text(try row.text(2))])
        }
        let key = answer.scope.columns + [.text(answer.request.key.description)]
        let values: [SQLValue] = [
            .blob(answer.request.digest), .time(answer.answeredAt), .text(answer.text),
        ]
        if try execute(AnswerStatements.insert, key + values) > 0 { return nil }
        let known = try self.answer(
            under: answer.request.key, in: answer.scope, at: answer.answeredAt)
        if known == nil { try execute(AnswerStatements.replace, values + key) }
        return known
    }

    private static var droppedAtOnce: Int { 4 }
}

/// The SQL of the answers.
enum AnswerStatements {
    static let insert: SQLStatement = """
        INSERT INTO idempotent_answers (account, region, key, digest, answered_at, answer)
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (account, region, key) DO NOTHING
        """
    static let replace: SQLStatement = """
        UPDATE idempotent_answers SET digest = $1, answered_at = $2, answer = $3
        WHERE account = $4 AND region = $5 AND key = $6
        """
    static let find: SQLStatement = """
        SELECT digest, answered_at, answer FROM idempotent_answers
        WHERE account = $1 AND region = $2 AND key = $3
        """
    static let old: SQLStatement = """
        SELECT account, region, key FROM idempotent_answers
        WHERE answered_at <= $1 ORDER BY answered_at LIMIT $2
        """
    static let remove: SQLStatement = """
        DELETE FROM idempotent_answers WHERE account = $1 AND region = $2 AND key = $3
        """
    static let removeAll: SQLStatement = "DELETE FROM idempotent_answers"
}
