/// Which statement of which policy, counted from 0.
public struct StatementReference: Equatable, Sendable {
    public let kind: PolicyDocument.Kind
    /// In the list that the evaluator was given.
    public let policy: Int
    public let statement: Int
    public let sid: String?

    public init(kind: PolicyDocument.Kind, policy: Int, statement: Int, sid: String?) {
        self.kind = kind
        self.policy = policy
        self.statement = statement
        self.sid = sid
    }
}

/// Whether a request is allowed, and by what
/// (IAM User Guide, “Policy evaluation logic” and “Cross-account policy evaluation logic”).
public enum AccessDecision: Equatable, Sendable {
    /// At least one statement allows the request on each side that has to, and none denies it.
    case allow(Grant)
    /// A statement denies the request, whatever others say: the first that does.
    case explicitDeny(StatementReference)
    /// No statement denies the request, but none allows it either.
    case implicitDeny(Missing)

    /// The first statements that allow a request.
    public struct Grant: Equatable, Sendable {
        /// Of the caller's policies; nil where these allow nothing or are not asked.
        public var identityBased: StatementReference?
        /// Of the resource's policies.
        public var resourceBased: StatementReference?
        /// Whether the caller needs no policy of its own because it is its account's root user.
        public var isAccountRoot = false

        public init(
            identityBased: StatementReference? = nil, resourceBased: StatementReference? = nil,
            isAccountRoot: Bool = false
        ) {
            self.identityBased = identityBased
            self.resourceBased = resourceBased
            self.isAccountRoot = isAccountRoot
        }
    }

    /// What would have had to allow the request.
    public enum Missing: Equatable, Sendable {
        /// A policy of the caller.
        case identityBased
        /// A policy of the resource.
        case resourceBased
        /// One of either side: caller and resource are of one account.
        case either
        /// One of each side.
        case both
    }

    public var isAllowed: Bool {
        if case .allow = self { true } else { false }
    }
}

extension StatementReference: CustomStringConvertible {
    /// `statement 0 (“AuthorizeOU”) of the resource's policy 0`
    public var description: String {
        let owner = kind == .identityBased ? "caller" : "resource"
        let name = sid.map { " (“\($0)”)" } ?? ""
        return "statement \(statement)\(name) of the \(owner)'s policy \(policy)"
    }
}

extension AccessDecision: CustomStringConvertible {
    public var description: String {
        switch self {
        case .allow(let grant):
            var grounds: [String] = []
            if grant.isAccountRoot { grounds.append("its being the account's root user") }
            grounds += [grant.identityBased, grant.resourceBased].compactMap { $0?.description }
            return "allowed by \(grounds.joined(separator: " and "))"
        case .explicitDeny(let statement): return "denied by \(statement)"
        case .implicitDeny(.identityBased): return "denied: no policy of the caller allows it"
        case .implicitDeny(.resourceBased): return "denied: no policy of the resource allows it"
        case .implicitDeny(.either): return "denied: no policy allows it"
        case .implicitDeny(.both):
            return "denied: neither a policy of the caller nor one of the resource allows it"
        }
    }
}
