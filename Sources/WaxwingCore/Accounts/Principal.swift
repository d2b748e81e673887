/// Whoever acts: the owner of an account, or a user or role in it.
public struct Principal: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// The account itself; everything is allowed to it.
        case root
        case user(name: String)
        case role(name: String, session: String)
    }

    public let account: AccountID
    public let kind: Kind
    /// Where the account stands in its organisation; nil for an account in none.
    public let organization: OrganizationPath?

    public init(account: AccountID, kind: Kind = .root, organization: OrganizationPath? = nil) {
        self.account = account
        self.kind = kind
        self.organization = organization
    }

    /// `arn:aws:iam::123456789012:user/name`
    public var arn: String {
        switch kind {
        case .root: "arn:aws:iam::\(account):root"
        case .user(let name): "arn:aws:iam::\(account):user/\(name)"
        case .role(let name, let session): "arn:aws:sts::\(account):assumed-role/\(name)/\(session)"
        }
    }
}

/// A place in an organisation: `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/ou-ab12-22222222/`.
public struct OrganizationPath: Hashable, Sendable, Codable, CustomStringConvertible {
    /// With the slash at its end.
    public let description: String

    /// `o-a1b2c3d4e5`
    public var organizationID: String { String(description.prefix { $0 != "/" }) }

    /// Nil unless it is an organisation, a root, and any number of units, 512 bytes in all.
    public init?(_ text: some StringProtocol) {
        let steps = text.split(separator: "/", omittingEmptySubsequences: false)
        guard text.utf8.count <= 512, text.hasSuffix("/"), steps.count >= 3,
            Self.isStep(steps[0], "o-"), Self.isStep(steps[1], "r-"),
            steps[2..<(steps.count - 1)].allSatisfy({ Self.isStep($0, "ou-") })
        else { return nil }
        description = String(text)
    }

    private static func isStep(_ step: some StringProtocol, _ prefix: String) -> Bool {
        step.hasPrefix(prefix) && step.utf8.count > prefix.utf8.count
            && step.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}
