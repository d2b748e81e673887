extension Schema {
    /// What is known of a sent message beside its bytes, how keyed requests were answered, and what
    /// counts towards an account's quota.
    static let sending = Migration(
        4,
        [
            "ALTER TABLE messages ADD COLUMN requires_tls BIGINT NOT NULL DEFAULT 0",
            "ALTER TABLE messages ADD COLUMN pool TEXT",
            "ALTER TABLE send_statistics ADD COLUMN accepted BIGINT NOT NULL DEFAULT 0",
            "ALTER TABLE send_statistics ADD COLUMN suppressed BIGINT NOT NULL DEFAULT 0",
            // Apart from the messages, whose rows are walked when old ones are dropped.
            """
            CREATE TABLE message_records (
                id \(.rowNumber) PRIMARY KEY,
                document TEXT NOT NULL
            )
            """,
            """
            CREATE TABLE idempotent_answers (
                account TEXT NOT NULL,
                region TEXT NOT NULL,
                key TEXT \(.byteOrder) NOT NULL,
                digest \(.bytes) NOT NULL,
                answered_at BIGINT NOT NULL,
                answer TEXT NOT NULL,
                PRIMARY KEY (account, region, key)
            )
            """,
            "CREATE INDEX idempotent_answers_age ON idempotent_answers (answered_at)",
        ])
}
