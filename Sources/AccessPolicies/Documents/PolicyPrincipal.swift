/// A principal that a statement of a resource-based policy names
/// (IAM User Guide, “AWS JSON policy elements: Principal”).
public enum PolicyPrincipal: Equatable, Sendable {
    /// `"*"` or `{"AWS": "*"}`
    case everyone
    /// `"123456789012"` or `arn:aws:iam::123456789012:root`: the account, which may pass the
    /// permission on to its users and roles.
    case account(String)
    /// A user, a role, or a session of a role.
    case arn(String)
    case service(String)
    case federated(String)
    case canonicalUser(String)
}

extension PolicyPrincipal: CustomStringConvertible {
    public var description: String {
        switch self {
        case .everyone: "*"
        case .account(let text), .arn(let text), .service(let text), .federated(let text),
            .canonicalUser(let text):
            text
        }
    }
}
