public import MailTypes

/// Whom identities, messages and everything else belong to.
public struct Account: Equatable, Sendable {
    public let id: AccountID
    /// What people call it; it need not be unique.
    public var name: String
    /// Where its owner reads what the service writes.
    public var email: Mailbox?
    /// Where it stands in an organisation, for policies that name one.
    public var organization: OrganizationPath?
    /// Where its credentials are good; everywhere when there are none.
    public var regions: [Region]
    /// Nobody signs in to an account that is switched off; what it has stays.
    public var isEnabled = true
    public let createdAt: UnixTime

    public init(
        id: AccountID, name: String, email: Mailbox? = nil,
        organization: OrganizationPath? = nil, regions: [Region] = [], createdAt: UnixTime
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.organization = organization
        self.regions = regions
        self.createdAt = createdAt
    }
}

/// What a member of an account is called; a user and a role may share a name.
public struct MemberName: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case user
        case role
    }

    public let kind: Kind
    public let name: String

    public init(_ kind: Kind, _ name: String) {
        self.kind = kind
        self.name = name
    }

    /// `user mailer`
    public var description: String { "\(kind.rawValue) \(name)" }
}

/// A user or role in an account, who may do what its policies say.
public struct AccountMember: Equatable, Sendable {
    public let name: MemberName
    /// Identity-based policies by their names, each a JSON document.
    public var policies: [String: String]
    public var isEnabled = true
    public let createdAt: UnixTime

    public init(name: MemberName, policies: [String: String] = [:], createdAt: UnixTime) {
        self.name = name
        self.policies = policies
        self.createdAt = createdAt
    }
}
