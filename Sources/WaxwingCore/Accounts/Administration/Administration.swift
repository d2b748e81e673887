public import MailTypes

/// What an operator does with accounts, their members and their credentials.
///
/// The HTTP API and the commands are two views of it. Refusals are ``ServiceError``s in words that
/// say what to do; each change counts at once, for this process.
public struct Administration: Sendable {
    /// Users of one account, and roles.
    static let userLimit = 5000
    static let roleLimit = 1000
    /// Policies of one user or role.
    static let policyLimit = 10
    /// Access keys of one owner: one in use, and the next.
    static let accessKeyLimit = 2
    static let smtpCredentialLimit = 10
    /// Most accounts in one answer.
    public static let pageLimit = 1000

    let store: any AccountStore
    let directory: CredentialDirectory
    let clock: any WallClock
    /// What changes Easy DKIM's keys; nil where nothing does.
    public var dkim: (any DKIMRotator)?

    public init(
        store: any AccountStore, directory: CredentialDirectory, clock: any WallClock
    ) {
        self.store = store
        self.directory = directory
        self.clock = clock
    }

    // MARK: Accounts

    /// - Parameter id: nil for one that nobody has.
    public func createAccount(
        id: AccountID? = nil, name: String, email: Mailbox? = nil,
        organization: OrganizationPath? = nil, regions: [Region] = []
    ) async throws -> Account {
        let name = try AdministrationRules.accountName(name)
        guard id != .development else {
            throw ServiceError.invalidParameter(
                "The account 000000000000 is that of 'waxwing dev', which takes any credentials. "
                    + "Choose another id, or none.")
        }
        // Of twelve random digits hardly ever a second draw is needed.
        for _ in 0..<8 {
            guard let chosen = id ?? CredentialMaker.accountID() else { continue }
            let account = Account(
                id: chosen, name: name, email: email, organization: organization, regions: regions,
                createdAt: clock.now())
            if try await store.insert(account) {
                directory.forgetAll()
                return account
            }
            if id != nil { break }
        }
        throw ServiceError.alreadyExists("The account \(id.map { "\($0)" } ?? "") already exists.")
    }

    /// Accounts in the order of their ids, those behind `id` only.
    public func accounts(
        after id: AccountID? = nil, limit: Int = pageLimit
    ) async throws -> [Account] {
        try await store.accounts(after: id, limit: min(max(1, limit), Self.pageLimit))
    }

    public func account(_ id: AccountID) async throws -> Account {
        guard let account = try await store.account(id) else { throw Self.noAccount(id) }
        return account
    }

    @discardableResult
    public func updateAccount(
        _ id: AccountID, _ change: @escaping @Sendable (inout Account) throws -> Void
    ) async throws -> Account {
        let changed = try await store.updateAccount(id) { account in
            try change(&account)
            account.name = try AdministrationRules.accountName(account.name)
        }
        directory.forgetAll()
        guard let changed else { throw Self.noAccount(id) }
        return changed
    }

    /// Removes an account that was switched off before, with everything that is its own.
    public func deleteAccount(_ id: AccountID) async throws {
        guard try await !account(id).isEnabled else {
            throw ServiceError.conflict(
                "The account \(id) is enabled. Disable it first; deleting removes its users, keys, "
                    + "identities and templates for good.")
        }
        let wasThere = try await store.removeAccount(id)
        directory.forgetAll()
        guard wasThere else { throw Self.noAccount(id) }
    }

    // MARK: Members

    public func createMember(
        _ name: MemberName, policies: [String: String] = [:], in account: AccountID
    ) async throws -> AccountMember {
        try AdministrationRules.checkMemberName(name.name)
        for (policy, document) in policies {
            try AdministrationRules.checkPolicy(policy, document)
        }
        guard policies.count <= Self.policyLimit else { throw Self.tooManyPolicies(name) }
        let member = AccountMember(name: name, policies: policies, createdAt: clock.now())
        let limit = name.kind == .user ? Self.userLimit : Self.roleLimit
        switch try await store.insert(member, in: account, limit: limit) {
        case .inserted: return member
        case .present:
            throw ServiceError.alreadyExists("The \(name.description) already exists.")
        case .full:
            throw ServiceError.limitExceeded(
                "The account \(account) has \(limit) \(name.kind.rawValue)s, and may have no more.")
        case .noOwner: throw Self.noAccount(account)
        }
    }

    public func member(_ name: MemberName, in account: AccountID) async throws -> AccountMember {
        guard let member = try await store.member(name, in: account) else {
            _ = try await self.account(account)
            throw Self.noMember(name)
        }
        return member
    }

    public func members(
        _ kind: MemberName.Kind, in account: AccountID
    ) async throws -> [AccountMember] {
        _ = try await self.account(account)
        return try await store.members(kind, in: account)
    }

    @discardableResult
    public func setMember(
        _ name: MemberName, in account: AccountID, isEnabled: Bool
    ) async throws -> AccountMember {
        try await updateMember(name, in: account) { $0.isEnabled = isEnabled }
    }

    /// Adds a policy, or replaces the one of that name.
    @discardableResult
    public func putPolicy(
        _ policy: String, _ document: String, of name: MemberName, in account: AccountID
    ) async throws -> AccountMember {
        try AdministrationRules.checkPolicy(policy, document)
        return try await updateMember(name, in: account) { member in
            member.policies[policy] = document
            if member.policies.count > Self.policyLimit { throw Self.tooManyPolicies(name) }
        }
    }

    @discardableResult
    public func deletePolicy(
        _ policy: String, of name: MemberName, in account: AccountID
    ) async throws -> AccountMember {
        try await updateMember(name, in: account) { member in
            guard member.policies.removeValue(forKey: policy) != nil else {
                throw ServiceError.notFound(
                    "The \(name.description) has no policy named \(policy).")
            }
        }
    }

    public func deleteMember(_ name: MemberName, in account: AccountID) async throws {
        let wasThere = try await store.removeMember(name, in: account)
        directory.forgetAll()
        guard wasThere else {
            _ = try await self.account(account)
            throw Self.noMember(name)
        }
    }

    private func updateMember(
        _ name: MemberName, in account: AccountID,
        _ change: @escaping @Sendable (inout AccountMember) throws -> Void
    ) async throws -> AccountMember {
        let changed = try await store.updateMember(name, in: account, change)
        directory.forgetAll()
        if let changed { return changed }
        _ = try await self.account(account)
        throw Self.noMember(name)
    }

    // MARK: Refusals

    static func noAccount(_ id: AccountID) -> ServiceError {
        .notFound("There is no account \(id). 'waxwing account list' shows those there are.")
    }

    static func noMember(_ name: MemberName) -> ServiceError {
        .notFound("There is no \(name.description) in that account.")
    }

    private static func tooManyPolicies(_ name: MemberName) -> ServiceError {
        .limitExceeded("The \(name.description) may have no more than \(policyLimit) policies.")
    }
}
