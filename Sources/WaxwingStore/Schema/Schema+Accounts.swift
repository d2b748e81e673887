extension Schema {
    /// Accounts, who is in them, and what they sign in with. Secrets are encrypted with the data key
    /// of their account, and that with the master key.
    static let accounts = Migration(
        3,
        [
            """
            CREATE TABLE accounts (
                id TEXT \(.byteOrder) NOT NULL PRIMARY KEY,
                name TEXT NOT NULL,
                organization TEXT,
                regions TEXT NOT NULL,
                enabled BIGINT NOT NULL,
                created_at BIGINT NOT NULL
            )
            """,
            """
            CREATE TABLE account_members (
                account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
                kind TEXT NOT NULL,
                name TEXT \(.byteOrder) NOT NULL,
                policies TEXT NOT NULL,
                enabled BIGINT NOT NULL,
                created_at BIGINT NOT NULL,
                PRIMARY KEY (account, kind, name)
            )
            """,
            // The owner is a member, or with an empty kind and name the account itself.
            """
            CREATE TABLE credentials (
                id TEXT \(.byteOrder) NOT NULL PRIMARY KEY,
                kind TEXT NOT NULL,
                account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
                owner_kind TEXT NOT NULL,
                owner_name TEXT NOT NULL,
                secret \(.bytes) NOT NULL,
                active BIGINT NOT NULL,
                created_at BIGINT NOT NULL,
                last_used_at BIGINT
            )
            """,
            "CREATE INDEX credentials_owner ON credentials (account, owner_kind, owner_name)",
            // Also for the account of `waxwing dev`, which has no row among the accounts.
            """
            CREATE TABLE data_keys (
                account TEXT NOT NULL PRIMARY KEY,
                sealed \(.bytes) NOT NULL
            )
            """,
        ])
}
