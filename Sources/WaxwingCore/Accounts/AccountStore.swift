public import MailTypes

/// Where accounts, their members and their credentials are kept. Each method is one transaction,
/// on disk when it returns; secrets reach the disk encrypted.
public protocol AccountStore: Sendable {
    /// - Returns: false, and nothing is changed, when there is an account of that id.
    func insert(_ account: Account) async throws -> Bool

    func account(_ id: AccountID) async throws -> Account?

    /// Up to `limit` accounts in the order of their ids, those behind `id` only.
    func accounts(after id: AccountID?, limit: Int) async throws -> [Account]

    /// Changes one account; no other change comes between reading and writing.
    /// - Returns: the account as it is then; nil when there is none.
    func updateAccount(
        _ id: AccountID, _ change: @escaping @Sendable (inout Account) throws -> Void
    ) async throws -> Account?

    /// Removes an account with its members, credentials, identities and resources, and the key that
    /// its secrets are encrypted with. What waits in the queue still goes out.
    /// - Returns: whether there was one.
    func removeAccount(_ id: AccountID) async throws -> Bool

    // MARK: Members

    /// Adds a user or a role, unless its account has `limit` of that kind.
    func insert(
        _ member: AccountMember, in account: AccountID, limit: Int
    ) async throws -> AccountInsertion

    func member(_ name: MemberName, in account: AccountID) async throws -> AccountMember?

    /// All users, or all roles, of an account by name.
    func members(
        _ kind: MemberName.Kind, in account: AccountID
    ) async throws -> [AccountMember]

    func updateMember(
        _ name: MemberName, in account: AccountID,
        _ change: @escaping @Sendable (inout AccountMember) throws -> Void
    ) async throws -> AccountMember?

    /// Removes a member and its credentials.
    func removeMember(_ name: MemberName, in account: AccountID) async throws -> Bool

    // MARK: Credentials

    /// Adds a credential, unless its owner has `limit` of that kind.
    func insert(
        _ credential: Credential, secret: SecretText, limit: Int
    ) async throws -> AccountInsertion

    /// All credentials of a kind in an account by their ids.
    func credentials(
        _ kind: Credential.Kind, in account: AccountID
    ) async throws -> [Credential]

    /// - Returns: whether the account has that credential.
    func setCredential(_ id: String, in account: AccountID, isActive: Bool) async throws -> Bool

    func removeCredential(_ id: String, in account: AccountID) async throws -> Bool

    /// The credential with this id in whatever account, with its secret and its owner.
    func signIn(_ id: String) async throws -> SignIn?

    /// Records that credentials were used.
    func markUsed(_ id: String, at time: UnixTime) async throws
}

/// What became of something that was to be added to an account.
public enum AccountInsertion: Equatable, Sendable {
    case inserted
    /// There is one of that name.
    case present
    /// There are as many as there may be.
    case full
    /// There is no such account, or no such owner.
    case noOwner
}
