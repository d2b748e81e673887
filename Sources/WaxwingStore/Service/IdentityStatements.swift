/// The SQL of the identities.
enum IdentityStatements {
    static let insert: SQLStatement = """
        INSERT INTO identities (account, region, name, kind, next_check_at, verification_token,
            document)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (account, region, name) DO NOTHING
        """
    static let update: SQLStatement = """
        UPDATE identities SET next_check_at = $1, verification_token = $2, document = $3
        WHERE account = $4 AND region = $5 AND name = $6
        """
    static let remove: SQLStatement = """
        DELETE FROM identities WHERE account = $1 AND region = $2 AND name = $3
        """
    static let removeAll: SQLStatement = "DELETE FROM identities"

    static let named: SQLStatement = """
        SELECT document FROM identities WHERE account = $1 AND region = $2 AND name = $3
        """
    static let namedForUpdate: SQLStatement = """
        SELECT document FROM identities WHERE account = $1 AND region = $2 AND name = $3
        \(.forUpdate)
        """
    static let count: SQLStatement = """
        SELECT COUNT(*) FROM identities WHERE account = $1 AND region = $2
        """
    static let page: SQLStatement = """
        SELECT document FROM identities
        WHERE account = $1 AND region = $2 AND name > $3 ORDER BY name LIMIT $4
        """
    static let pageOfKind: SQLStatement = """
        SELECT document FROM identities
        WHERE account = $1 AND region = $2 AND name > $3 AND kind = $4 ORDER BY name LIMIT $5
        """

    // Across scopes
    static let ofAccount: SQLStatement = """
        SELECT account, region, document FROM identities WHERE account = $1 AND name = $2
        """
    static let dueForCheck: SQLStatement = """
        SELECT account, region, document FROM identities
        WHERE next_check_at <= $1 ORDER BY next_check_at, account, region, name LIMIT $2
        """
    static let addressWithToken: SQLStatement = """
        SELECT account, region, document FROM identities
        WHERE verification_token = $1 AND kind = 'address'
        """
    static let all: SQLStatement = "SELECT account, region, document FROM identities"
}
