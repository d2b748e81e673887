/// Judges requests by the policies of the caller and those of the resource.
public struct AccessEvaluator: Sendable {
    /// What it takes where the caller's account owns the resource.
    public enum SameAccountRule: Equatable, Sendable {
        /// An Allow on either side, as for most services. One that names only the account leaves
        /// it to the account's own policies.
        case eitherAllows
        /// An Allow of the caller's policies; those of the resource can only deny.
        case identityBasedAllows
    }

    /// Of the caller: its own, and those of its groups.
    public var identityBased: [PolicyDocument]
    /// Of the resource.
    public var resourceBased: [PolicyDocument]
    public var sameAccountRule: SameAccountRule

    public init(
        identityBased: [PolicyDocument] = [], resourceBased: [PolicyDocument] = [],
        sameAccountRule: SameAccountRule = .eitherAllows
    ) {
        self.identityBased = identityBased
        self.resourceBased = resourceBased
        self.sameAccountRule = sameAccountRule
    }

    /// Whether the request is allowed, and by which statement. No text is made on the way.
    public func decision(on request: AccessRequest) -> AccessDecision {
        var tally = Tally()
        for index in identityBased.indices {
            Self.count(identityBased[index], index, request, into: &tally)
            if let deny = tally.deny { return .explicitDeny(deny) }
        }
        for index in resourceBased.indices {
            Self.count(resourceBased[index], index, request, into: &tally)
            if let deny = tally.deny { return .explicitDeny(deny) }
        }
        return decision(by: tally, on: request)
    }

    private static func count(
        _ policy: PolicyDocument, _ policyIndex: Int, _ request: AccessRequest,
        into tally: inout Tally
    ) {
        for index in policy.statements.indices {
            let statement = policy.statements[index]
            guard statement.matchesAction(request) else { continue }
            let match = statement.principalMatch(request)
            guard match != .none, statement.matchesResource(request),
                statement.matchesConditions(request)
            else { continue }
            tally.count(
                statement.effect, match,
                by: StatementReference(
                    kind: policy.kind, policy: policyIndex, statement: index, sid: statement.sid))
        }
    }

    /// What the statements that match amount to, once none of them denies.
    func decision(by tally: Tally, on request: AccessRequest) -> AccessDecision {
        if let deny = tally.deny { return .explicitDeny(deny) }
        let principal = request.principal
        // Services have no policies of their own.
        if principal.isService {
            guard let allow = tally.resourceBased else { return .implicitDeny(.resourceBased) }
            return .allow(.init(resourceBased: allow))
        }
        let isTrusted = principal.isRoot || tally.identityBased != nil
        let grant = AccessDecision.Grant(
            identityBased: tally.identityBased,
            resourceBased: tally.resourceBased ?? tally.account, isAccountRoot: principal.isRoot)
        if request.isWithinAccount {
            switch sameAccountRule {
            case .eitherAllows:
                return isTrusted || tally.resourceBased != nil
                    ? .allow(grant) : .implicitDeny(.either)
            case .identityBasedAllows:
                return isTrusted ? .allow(grant) : .implicitDeny(.identityBased)
            }
        }
        switch (isTrusted, grant.resourceBased != nil) {
        case (true, true): return .allow(grant)
        case (true, false): return .implicitDeny(.resourceBased)
        case (false, true): return .implicitDeny(.identityBased)
        case (false, false): return .implicitDeny(.both)
        }
    }

    /// The first statement of each kind that matches.
    struct Tally {
        var deny: StatementReference?
        var identityBased: StatementReference?
        var resourceBased: StatementReference?
        /// A statement of the resource that allows it to the caller's account.
        var account: StatementReference?

        mutating func count(
            _ effect: PolicyEffect, _ match: PrincipalMatch, by statement: StatementReference
        ) {
            switch (effect, statement.kind, match) {
            case (_, _, .none): break
            case (.deny, _, _): deny = deny ?? statement
            case (.allow, .identityBased, _): identityBased = identityBased ?? statement
            case (.allow, .resourceBased, .direct): resourceBased = resourceBased ?? statement
            case (.allow, .resourceBased, .account): account = account ?? statement
            }
        }
    }
}
