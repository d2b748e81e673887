extension Schema {
    /// All times are milliseconds since 1970. References between the tables of the queue are kept
    /// by its statements: checked by the engine they would cost a look-up for each row accepted.
    static let firstMail = Migration(
        1,
        [
            """
            CREATE TABLE messages (
                id \(.rowNumber) PRIMARY KEY,
                account TEXT NOT NULL,
                region TEXT NOT NULL,
                message_id TEXT NOT NULL,
                reverse_path TEXT NOT NULL,
                feedback_path TEXT NOT NULL,
                eight_bit BIGINT NOT NULL,
                accepted_at BIGINT NOT NULL,
                expires_at BIGINT NOT NULL
            )
            """,
            // Apart, so that rows stay small, and go before they do.
            """
            CREATE TABLE message_contents (
                id \(.rowNumber) PRIMARY KEY,
                content \(.bytes) NOT NULL
            )
            """,
            """
            CREATE TABLE deliveries (
                message BIGINT NOT NULL,
                idx BIGINT NOT NULL,
                recipient TEXT NOT NULL,
                due_at BIGINT NOT NULL,
                attempts BIGINT NOT NULL DEFAULT 0,
                last_reply TEXT,
                lease_worker TEXT,
                PRIMARY KEY (message, idx)
            ) \(.clustered)
            """,
            // While a lease lasts, due_at is its end: one index finds what waits and what was lost.
            "CREATE INDEX deliveries_due ON deliveries (due_at, message, idx)",
            """
            CREATE TABLE send_statistics (
                account TEXT NOT NULL,
                region TEXT NOT NULL,
                quarter BIGINT NOT NULL,
                attempts BIGINT NOT NULL DEFAULT 0,
                bounces BIGINT NOT NULL DEFAULT 0,
                complaints BIGINT NOT NULL DEFAULT 0,
                rejects BIGINT NOT NULL DEFAULT 0,
                PRIMARY KEY (account, region, quarter)
            ) \(.clustered)
            """,
            """
            CREATE TABLE identities (
                account TEXT NOT NULL,
                region TEXT NOT NULL,
                name TEXT \(.byteOrder) NOT NULL,
                kind TEXT NOT NULL,
                next_check_at BIGINT,
                verification_token TEXT NOT NULL,
                document TEXT NOT NULL,
                PRIMARY KEY (account, region, name)
            )
            """,
            "CREATE INDEX identities_check ON identities (next_check_at)",
            "CREATE INDEX identities_token ON identities (verification_token)",
            """
            CREATE TABLE inbox_messages (
                id \(.rowNumber) PRIMARY KEY,
                received_at BIGINT NOT NULL,
                reverse_path TEXT NOT NULL,
                recipients TEXT NOT NULL,
                message_id TEXT NOT NULL,
                subject TEXT NOT NULL,
                from_text TEXT NOT NULL,
                size_in_bytes BIGINT NOT NULL,
                remote_address TEXT NOT NULL,
                helo_domain TEXT NOT NULL,
                tls_version TEXT,
                authentication TEXT NOT NULL
            )
            """,
            """
            CREATE TABLE inbox_contents (
                id \(.rowNumber) PRIMARY KEY REFERENCES inbox_messages (id) ON DELETE CASCADE,
                content \(.bytes) NOT NULL
            )
            """,
        ])
}
