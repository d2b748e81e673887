extension Schema {
    /// When messages are to be sent that wait for their time, and which reports nobody is mailed.
    static let scheduling = Migration(
        5,
        [
            "ALTER TABLE messages ADD COLUMN withheld_feedback BIGINT NOT NULL DEFAULT 0",
            "ALTER TABLE messages ADD COLUMN send_at BIGINT",
            // Of scheduled messages only, so that others cost nothing.
            """
            CREATE INDEX messages_scheduled ON messages (account, region, send_at, id)
            WHERE send_at IS NOT NULL
            """,
            """
            CREATE INDEX messages_scheduled_id ON messages (account, region, message_id)
            WHERE send_at IS NOT NULL
            """,
        ])
}
