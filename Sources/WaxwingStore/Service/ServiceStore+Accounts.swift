import MailTypes
public import WaxwingCore

extension ServiceStore: AccountStore {
    public func insert(_ account: Account) async throws -> Bool {
        let values = try [.text(account.id.description)] + account.columns
        return try await database.write { transaction in
            try transaction.execute(AccountStatements.insert, values) > 0
        }
    }

    public func account(_ id: AccountID) async throws -> Account? {
        try await database.read { try $0.account(id, AccountStatements.named) }
    }

    public func accounts(after id: AccountID?, limit: Int) async throws -> [Account] {
        guard limit > 0 else { return [] }
        return try await database.read { transaction in
            try transaction.rows(
                AccountStatements.page, [.text(id?.description ?? ""), .integer(limit)]
            ).map { try $0.account() }
        }
    }

    public func updateAccount(
        _ id: AccountID, _ change: @escaping @Sendable (inout Account) throws -> Void
    ) async throws -> Account? {
        try await database.write { transaction in
            guard var account = try transaction.account(id, AccountStatements.namedForUpdate) else {
                return nil
            }
            try change(&account)
            try transaction.execute(
                AccountStatements.update, account.columns + [.text(id.description)])
            return account
        }
    }

    public func removeAccount(_ id: AccountID) async throws -> Bool {
        try await database.write { transaction in
            let key = [SQLValue.text(id.description)]
            guard try transaction.execute(AccountStatements.remove, key) > 0 else { return false }
            for statement in AccountStatements.removeOwned {
                try transaction.execute(statement, key)
            }
            return true
        }
    }

    // MARK: Members

    public func insert(
        _ member: AccountMember, in account: AccountID, limit: Int
    ) async throws -> AccountInsertion {
        try await database.write { transaction in
            guard try transaction.account(account, AccountStatements.namedForUpdate) != nil else {
                return .noOwner
            }
            let kind = [SQLValue.text(account.description), .text(member.name.kind.rawValue)]
            if try transaction.member(member.name, in: account, AccountStatements.member) != nil {
                return .present
            }
            let count = try transaction.row(AccountStatements.memberCount, kind)?.integer(0) ?? 0
            guard count < limit else { return .full }
            try transaction.execute(
                AccountStatements.insertMember, member.name.key(in: account) + member.columns)
            return .inserted
        }
    }

    public func member(
        _ name: MemberName, in account: AccountID
    ) async throws -> AccountMember? {
        try await database.read { try $0.member(name, in: account, AccountStatements.member) }
    }

    public func members(
        _ kind: MemberName.Kind, in account: AccountID
    ) async throws -> [AccountMember] {
        try await database.read { transaction in
            try transaction.rows(
                AccountStatements.members, [.text(account.description), .text(kind.rawValue)]
            ).map { try $0.member(from: 0) }
        }
    }

    public func updateMember(
        _ name: MemberName, in account: AccountID,
        _ change: @escaping @Sendable (inout AccountMember) throws -> Void
    ) async throws -> AccountMember? {
        try await database.write { transaction in
            guard
                var member = try transaction.member(
                    name, in: account, AccountStatements.memberForUpdate)
            else { return nil }
            try change(&member)
            try transaction.execute(
                AccountStatements.updateMember, member.columns + name.key(in: account))
            return member
        }
    }

    public func removeMember(_ name: MemberName, in account: AccountID) async throws -> Bool {
        try await database.write { transaction in
            let key = name.key(in: account)
            try transaction.execute(CredentialStatements.removeOfOwner, key)
            return try transaction.execute(AccountStatements.removeMember, key) > 0
        }
    }
}

// MARK: Rows

extension SQLTransaction {
    func account(_ id: AccountID, _ statement: SQLStatement) throws -> Account? {
        try row(statement, [.text(id.description)])?.account()
    }

    func member(
        _ name: MemberName, in account: AccountID, _ statement: SQLStatement
    ) throws -> AccountMember? {
        try row(statement, name.key(in: account))?.member(from: 0)
    }
}

extension MemberName {
    func key(in account: AccountID) -> [SQLValue] {
        [.text(account.description), .text(kind.rawValue), .text(name)]
    }
}

extension Account {
    /// All but the id.
    fileprivate var columns: [SQLValue] {
        get throws {
            [
                .text(name), .text(organization?.description), .text(try JSONText.encode(regions)),
                .integer(isEnabled ? 1 : 0), .time(createdAt), .text(email?.formatted),
            ]
        }
    }
}

extension AccountMember {
    /// All but the name.
    fileprivate var columns: [SQLValue] {
        get throws {
            [.text(try JSONText.encode(policies)), .integer(isEnabled ? 1 : 0), .time(createdAt)]
        }
    }
}

extension SQLRow {
    /// Columns 0 to 6.
    func account() throws -> Account {
        guard let id = AccountID(try text(0)) else {
            throw StoreError.unavailable("a stored account has no id")
        }
        var account = Account(
            id: id, name: try text(1),
            email: try optionalText(6).flatMap { try? Mailbox(parsing: $0) },
            organization: try optionalText(2).flatMap { OrganizationPath($0) },
            regions: try JSONText.decode([Region].self, from: text(3)), createdAt: try time(5))
        account.isEnabled = try integer(4) != 0
        return account
    }

    /// Five columns from `start`.
    func member(from start: Int) throws -> AccountMember {
        guard let kind = MemberName.Kind(rawValue: try text(start)) else {
            throw StoreError.unavailable("a stored member is neither user nor role")
        }
        var member = AccountMember(
            name: MemberName(kind, try text(start + 1)),
            policies: try JSONText.decode([String: String].self, from: text(start + 2)),
            createdAt: try time(start + 4))
        member.isEnabled = try integer(start + 3) != 0
        return member
    }
}

/// The SQL of accounts and their members.
enum AccountStatements {
    static let insert: SQLStatement = """
        INSERT INTO accounts (id, name, organization, regions, enabled, created_at, email)
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING
        """
    static let update: SQLStatement = """
        UPDATE accounts SET name = $1, organization = $2, regions = $3, enabled = $4,
            created_at = $5, email = $6
        WHERE id = $7
        """
    static let named: SQLStatement = """
        SELECT id, name, organization, regions, enabled, created_at, email FROM accounts
        WHERE id = $1
        """
    static let namedForUpdate: SQLStatement = """
        SELECT id, name, organization, regions, enabled, created_at, email FROM accounts
        WHERE id = $1
        \(.forUpdate)
        """
    static let page: SQLStatement = """
        SELECT id, name, organization, regions, enabled, created_at, email FROM accounts
        WHERE id > $1 ORDER BY id LIMIT $2
        """
    static let remove: SQLStatement = "DELETE FROM accounts WHERE id = $1"
    /// What goes with an account; members and credentials do so by their references.
    static let removeOwned: [SQLStatement] = [
        "DELETE FROM identities WHERE account = $1",
        "DELETE FROM resources WHERE account = $1",
        "DELETE FROM send_statistics WHERE account = $1",
        DataKeyStatements.remove,
    ]

    static let insertMember: SQLStatement = """
        INSERT INTO account_members (account, kind, name, policies, enabled, created_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        """
    static let updateMember: SQLStatement = """
        UPDATE account_members SET policies = $1, enabled = $2, created_at = $3
        WHERE account = $4 AND kind = $5 AND name = $6
        """
    static let member: SQLStatement = """
        SELECT kind, name, policies, enabled, created_at FROM account_members
        WHERE account = $1 AND kind = $2 AND name = $3
        """
    static let memberForUpdate: SQLStatement = """
        SELECT kind, name, policies, enabled, created_at FROM account_members
        WHERE account = $1 AND kind = $2 AND name = $3 \(.forUpdate)
        """
    static let members: SQLStatement = """
        SELECT kind, name, policies, enabled, created_at FROM account_members
        WHERE account = $1 AND kind = $2 ORDER BY name
        """
    static let memberCount: SQLStatement = """
        SELECT COUNT(*) FROM account_members WHERE account = $1 AND kind = $2
        """
    static let removeMember: SQLStatement = """
        DELETE FROM account_members WHERE account = $1 AND kind = $2 AND name = $3
        """
}
