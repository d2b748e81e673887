import MailTypes

/// Who makes a request.
public struct AccessPrincipal: Equatable, Sendable {
    public enum Kind: Equatable, Sendable {
        /// The account itself, which may do whatever no policy denies.
        case root
        case user(name: String)
        /// A session of a role.
        case role(name: String, session: String)
        /// A service of the operator's, which calls for itself: `cognito-idp.amazonaws.com`.
        case service(name: String)
    }

    /// The organisation that the account belongs to.
    public struct Organization: Equatable, Sendable {
        /// `o-…`
        public var id: String
        /// From the organisation down to the account, `o-…/r-…/ou-…/`, each with a slash at its end.
        public var paths: [String]

        public init(id: String, paths: [String]) {
            self.id = id
            self.paths = paths.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
        }
    }

    public let kind: Kind
    /// Twelve digits; empty for a service.
    public let account: String
    /// What policies name and messages show: of a role, its session's. A service's is its name.
    public let arn: String
    /// Of a role, the role's own.
    public let roleARN: String?
    /// The unique id, `AIDA…`; of a role, that of the role without the session's name.
    public var uniqueID: String?
    public var organization: Organization?
    public var tags: [String: String] = [:]

    /// The account's root user.
    public static func root(account: String, partition: String = "aws") -> AccessPrincipal {
        AccessPrincipal(
            kind: .root, account: account, arn: "arn:\(partition):iam::\(account):root",
            roleARN: nil)
    }

    /// - Parameter path: begins and ends with a slash.
    public static func user(
        _ name: String, account: String, path: String = "/", partition: String = "aws"
    ) -> AccessPrincipal {
        AccessPrincipal(
            kind: .user(name: name), account: account,
            arn: "arn:\(partition):iam::\(account):user\(path)\(name)", roleARN: nil)
    }

    /// - Parameter path: of the role; it stands in the role's ARN and not in the session's.
    public static func role(
        _ name: String, session: String, account: String, path: String = "/",
        partition: String = "aws"
    ) -> AccessPrincipal {
        AccessPrincipal(
            kind: .role(name: name, session: session), account: account,
            arn: "arn:\(partition):sts::\(account):assumed-role/\(name)/\(session)",
            roleARN: "arn:\(partition):iam::\(account):role\(path)\(name)")
    }

    public static func service(_ name: String) -> AccessPrincipal {
        AccessPrincipal(kind: .service(name: name), account: "", arn: name, roleARN: nil)
    }

    /// What the request context says about the caller (IAM User Guide, “Properties of the
    /// principal” and “Principal key values”).
    var contextValues: [(ContextKey, [String])] {
        var values: [(ContextKey, [String])] = [
            (.principalIsAWSService, [isService ? "true" : "false"])
        ]
        switch kind {
        case .root:
            values += [
                (.principalARN, [arn]), (.principalType, ["Account"]), (.userID, [account]),
            ]
        case .user(let name):
            values += [(.principalARN, [arn]), (.principalType, ["User"]), (.username, [name])]
            if let uniqueID { values.append((.userID, [uniqueID])) }
        case .role(_, let session):
            // The key has the role's ARN, so that one condition covers all sessions.
            values += [(.principalARN, [roleARN ?? arn]), (.principalType, ["AssumedRole"])]
            if let uniqueID { values.append((.userID, ["\(uniqueID):\(session)"])) }
        case .service(let name):
            values += [
                (.principalServiceName, [name]), (.principalServiceNamesList, [name]),
            ]
        }
        if !account.isEmpty { values.append((.principalAccount, [account])) }
        if let organization {
            values += [
                (.principalOrgID, [organization.id]), (.principalOrgPaths, organization.paths),
            ]
        }
        for (name, value) in tags { values.append((.principalTag(name), [value])) }
        return values
    }

    var isService: Bool {
        if case .service = kind { true } else { false }
    }

    var isRoot: Bool { kind == .root }
}
