public import MailTypes
public import WaxwingCore

extension ServiceStore {
    public func insert(
        _ credential: Credential, secret: SecretText, limit: Int
    ) async throws -> AccountInsertion {
        try await database.write { [keys] transaction in
            let account = credential.account
            guard try transaction.account(account, AccountStatements.namedForUpdate) != nil else {
                return .noOwner
            }
            if let owner = credential.owner,
                try transaction.member(owner, in: account, AccountStatements.member) == nil
            {
                return .noOwner
            }
            let owner = credential.ownerColumns
            let count = try transaction.row(
                CredentialStatements.count, owner + [.text(credential.kind.rawValue)])
            guard try count?.integer(0) ?? 0 < limit else { return .full }
            let sealed = try keys.keyForSealing(of: account, in: transaction)
                .seal(secret, for: credential.place)
            let values: [SQLValue] =
                [.text(credential.id), .text(credential.kind.rawValue)] + owner + [
                    .blob(sealed), .integer(credential.isActive ? 1 : 0),
                    .time(credential.createdAt), .time(credential.lastUsedAt),
                ]
            return try transaction.execute(CredentialStatements.insert, values) > 0
                ? .inserted : .present
        }
    }

    public func credentials(
        _ kind: Credential.Kind, in account: AccountID
    ) async throws -> [Credential] {
        try await database.read { transaction in
            try transaction.rows(
                CredentialStatements.ofAccount, [.text(account.description), .text(kind.rawValue)]
            ).map { try $0.credential() }
        }
    }

    public func setCredential(
        _ id: String, in account: AccountID, isActive: Bool
    ) async throws -> Bool {
        try await database.write { transaction in
            try transaction.execute(
                CredentialStatements.setActive,
                [.integer(isActive ? 1 : 0), .text(id), .text(account.description)]) > 0
        }
    }

    public func removeCredential(_ id: String, in account: AccountID) async throws -> Bool {
        try await database.write { transaction in
            try transaction.execute(
                CredentialStatements.remove, [.text(id), .text(account.description)]) > 0
        }
    }

    public func signIn(_ id: String) async throws -> SignIn? {
        try await database.read { [keys] transaction in
            guard let row = try transaction.row(CredentialStatements.named, [.text(id)]) else {
                return nil
            }
            let credential = try row.credential()
            guard
                let account = try transaction.account(
                    credential.account, AccountStatements.named),
                let key = try keys.key(of: account.id, in: transaction)
            else { return nil }
            var member: AccountMember?
            if let owner = credential.owner {
                member = try transaction.member(
                    owner, in: account.id, AccountStatements.member)
                // Without its owner a credential is nobody's, least of all the account's.
                guard member != nil else { return nil }
            }
            return SignIn(
                credential: credential,
                secret: try key.openText(row.bytes(8), for: credential.place),
                account: account, member: member)
        }
    }

    public func markUsed(_ id: String, at time: UnixTime) async throws {
        _ = try await database.write { transaction in
            try transaction.execute(CredentialStatements.markUsed, [.time(time), .text(id)])
        }
    }
}

extension Credential {
    /// What the sealed secret is bound to: the row, and whom it lets in.
    fileprivate var place: String {
        "\(kind.rawValue) \(id) \(account) \(owner?.description ?? "root")"
    }

    fileprivate var ownerColumns: [SQLValue] {
        [
            .text(account.description), .text(owner?.kind.rawValue ?? ""),
            .text(owner?.name ?? ""),
        ]
    }
}

extension SQLRow {
    /// Columns 0 to 7.
    fileprivate func credential() throws -> Credential {
        guard let kind = Credential.Kind(rawValue: try text(1)),
            let account = AccountID(try text(2))
        else { throw StoreError.unavailable("a stored credential is of no known kind") }
        let name = try text(4)
        let owner = MemberName.Kind(rawValue: try text(3)).map { MemberName($0, name) }
        var credential = Credential(
            id: try text(0), kind: kind, account: account, owner: owner,
            createdAt: try time(6))
        credential.isActive = try integer(5) != 0
        credential.lastUsedAt = try optionalTime(7)
        return credential
    }
}

/// The SQL of the credentials.
enum CredentialStatements {
    static let insert: SQLStatement = """
        INSERT INTO credentials (id, kind, account, owner_kind, owner_name, secret, active,
            created_at, last_used_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING
        """
    static let count: SQLStatement = """
        SELECT COUNT(*) FROM credentials
        WHERE account = $1 AND owner_kind = $2 AND owner_name = $3 AND kind = $4
        """
    static let ofAccount: SQLStatement = """
        SELECT id, kind, account, owner_kind, owner_name, active, created_at, last_used_at
        FROM credentials WHERE account = $1 AND kind = $2 ORDER BY id
        """
    static let named: SQLStatement = """
        SELECT id, kind, account, owner_kind, owner_name, active, created_at, last_used_at, secret
        FROM credentials WHERE id = $1
        """
    static let setActive: SQLStatement = """
        UPDATE credentials SET active = $1 WHERE id = $2 AND account = $3
        """
    static let markUsed: SQLStatement = """
        UPDATE credentials SET last_used_at = $1 WHERE id = $2
        """
    static let remove: SQLStatement = "DELETE FROM credentials WHERE id = $1 AND account = $2"
    static let removeOfOwner: SQLStatement = """
        DELETE FROM credentials WHERE account = $1 AND owner_kind = $2 AND owner_name = $3
        """
}
