public import MailTypes

/// Something to sign in with, as it is listed; its secret is kept apart.
public struct Credential: Equatable, Sendable {
    public enum Kind: String, Sendable {
        /// Signs requests; its secret also gives an SMTP password for each region.
        case accessKey = "access-key"
        /// A user name and password of SMTP, good in every region.
        case smtp
    }

    /// `AKIA` and 16 more characters; the user name of SMTP.
    public let id: String
    public let kind: Kind
    public let account: AccountID
    /// Whom it stands for; nil for the account itself.
    public let owner: MemberName?
    public var isActive = true
    public let createdAt: UnixTime
    /// To the hour; nil when it was never used.
    public var lastUsedAt: UnixTime?

    public init(
        id: String, kind: Kind, account: AccountID, owner: MemberName?, createdAt: UnixTime
    ) {
        self.id = id
        self.kind = kind
        self.account = account
        self.owner = owner
        self.createdAt = createdAt
    }
}

/// A credential with all that decides whether and as whom it signs in.
public struct SignIn: Equatable, Sendable {
    public let credential: Credential
    /// An access key's secret, or the verifier of an SMTP password.
    public let secret: SecretText
    public let account: Account
    /// Nil when the credential is the account's own.
    public let member: AccountMember?

    public init(
        credential: Credential, secret: SecretText, account: Account, member: AccountMember?
    ) {
        self.credential = credential
        self.secret = secret
        self.account = account
        self.member = member
    }

    /// Nil when the credential, its owner or the account is switched off.
    public var active: ActiveCredential? {
        guard credential.isActive, account.isEnabled, member?.isEnabled ?? true else { return nil }
        return ActiveCredential(
            id: credential.id, kind: credential.kind, secret: secret,
            principal: Principal(
                account: account.id, kind: principalKind, organization: account.organization),
            policies: member.map { $0.policies.sorted { $0.key < $1.key }.map(\.value) },
            regions: account.regions, lastUsedAt: credential.lastUsedAt)
    }

    /// A role's key has no session that was begun by anybody: it goes by the key's own id.
    private var principalKind: Principal.Kind {
        switch credential.owner {
        case nil: .root
        case .some(let owner) where owner.kind == .user: .user(name: owner.name)
        case .some(let owner): .role(name: owner.name, session: credential.id)
        }
    }
}

/// A credential that signs in, and as whom.
public struct ActiveCredential: Equatable, Sendable {
    public let id: String
    public let kind: Credential.Kind
    /// An access key's secret, or the verifier of an SMTP password.
    public let secret: SecretText
    public let principal: Principal
    /// Identity-based policies, JSON documents; nil for the account itself, who may do everything.
    public let policies: [String]?
    /// Where it is good; everywhere when there are none.
    public let regions: [Region]
    public let lastUsedAt: UnixTime?

    public init(
        id: String, kind: Credential.Kind = .accessKey, secret: SecretText, principal: Principal,
        policies: [String]? = nil, regions: [Region] = [], lastUsedAt: UnixTime? = nil
    ) {
        self.id = id
        self.kind = kind
        self.secret = secret
        self.principal = principal
        self.policies = policies
        self.regions = regions
        self.lastUsedAt = lastUsedAt
    }

    public func isGood(in region: Region) -> Bool { regions.isEmpty || regions.contains(region) }
}
