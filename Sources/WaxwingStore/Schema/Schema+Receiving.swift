extension Schema {
    /// Received mail gets the id that the API calls it by, and an owner; accounts get an address
    /// that the service writes to.
    static let receiving = Migration(
        5,
        [
            "ALTER TABLE inbox_messages ADD COLUMN receipt_id TEXT NOT NULL DEFAULT ''",
            """
            ALTER TABLE inbox_messages ADD COLUMN account TEXT NOT NULL DEFAULT '000000000000'
            """,
            // Null for mail that was received for every region.
            "ALTER TABLE inbox_messages ADD COLUMN region TEXT",
            // What was received before goes by its number, filled up to forty digits.
            """
            UPDATE inbox_messages SET receipt_id = substr(
                '0000000000000000000000000000000000000000' || CAST(id AS TEXT),
                length(CAST(id AS TEXT)) + 1)
            """,
            "CREATE UNIQUE INDEX inbox_messages_receipt ON inbox_messages (receipt_id)",
            "ALTER TABLE accounts ADD COLUMN email TEXT",
        ])
}
