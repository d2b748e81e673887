/// The SQL of the queue.
enum QueueStatements {
    // MARK: Accepting

    static let insertMessage: SQLStatement = """
        INSERT INTO messages (id, account, region, message_id, reverse_path, feedback_path,
            eight_bit, accepted_at, expires_at, requires_tls, pool, withheld_feedback, send_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """
    static let insertRecord: SQLStatement = """
        INSERT INTO message_records (id, document) VALUES ($1, $2)
        """
    static let insertContent: SQLStatement = """
        INSERT INTO message_contents (id, content) VALUES ($1, $2)
        """
    static let insertDelivery: SQLStatement = """
        INSERT INTO deliveries (message, idx, recipient, due_at, lease_worker)
        VALUES ($1, $2, $3, $4, $5)
        """

    // MARK: Leasing

    static let due: SQLStatement = """
        SELECT message, idx, recipient, attempts, last_reply FROM deliveries
        WHERE due_at <= $1 ORDER BY due_at, message, idx LIMIT $2 \(.skippingTaken)
        """
    static let lease: SQLStatement = """
        UPDATE deliveries SET due_at = $1, lease_worker = $2 WHERE message = $3 AND idx = $4
        """
    static let endLeases: SQLStatement = """
        UPDATE deliveries SET lease_worker = NULL,
            due_at = (SELECT accepted_at FROM messages WHERE messages.id = deliveries.message)
        WHERE lease_worker <> $1
        """
    static let nextDue: SQLStatement = "SELECT MIN(due_at) FROM deliveries"
    static let length: SQLStatement = "SELECT COUNT(*) FROM deliveries"

    // MARK: Settling, each only for the holder

    static let end: SQLStatement = """
        DELETE FROM deliveries WHERE message = $1 AND idx = $2 AND lease_worker = $3
        """
    static let `defer`: SQLStatement = """
        UPDATE deliveries
        SET due_at = $1, last_reply = $2, attempts = attempts + 1, lease_worker = NULL
        WHERE message = $3 AND idx = $4 AND lease_worker = $5
        """
    static let release: SQLStatement = """
        UPDATE deliveries SET due_at = $1, lease_worker = NULL
        WHERE message = $2 AND idx = $3 AND lease_worker = $4
        """
    static let removeEndedContent: SQLStatement = """
        DELETE FROM message_contents
        WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM deliveries WHERE deliveries.message = $1)
        """

    // MARK: Messages

    static let message: SQLStatement = """
        SELECT account, region, message_id, reverse_path, feedback_path, eight_bit, accepted_at,
            expires_at, requires_tls, pool, content, withheld_feedback
        FROM messages JOIN message_contents ON message_contents.id = messages.id
        WHERE messages.id = $1
        """
    static let sender: SQLStatement = """
        SELECT account, region, message_id, reverse_path, feedback_path, withheld_feedback
        FROM messages WHERE id = $1
        """

    static let record: SQLStatement = "SELECT document FROM message_records WHERE id = $1"

    // MARK: Forgetting

    static let messagesInOrder: SQLStatement = """
        SELECT id, accepted_at,
            (SELECT COUNT(*) FROM deliveries WHERE deliveries.message = messages.id), expires_at
        FROM messages WHERE id > $1 ORDER BY id LIMIT $2
        """
    static let forget: [SQLStatement] = [
        "DELETE FROM messages WHERE id = $1", "DELETE FROM message_records WHERE id = $1",
    ]
    static let removeAll: [SQLStatement] = [
        "DELETE FROM deliveries", "DELETE FROM message_contents", "DELETE FROM message_records",
        "DELETE FROM messages",
    ]
}
