/// One permission of a policy.
public struct PolicyStatement: Equatable, Sendable {
    /// Whether an element names what the statement is about or what it is not about.
    public enum Scope: Equatable, Sendable {
        /// `Action`, `Resource`, `Principal`
        case only
        /// `NotAction`, `NotResource`, `NotPrincipal`
        case allBut
    }

    public let sid: String?
    public let effect: PolicyEffect
    /// The principals with their scope; nil in policies of callers, who are the principal.
    public var principals: (scope: Scope, listed: [PolicyPrincipal])? {
        principalElement.map { ($0.scope, $0.list.principals) }
    }
    public var actions: (scope: Scope, listed: [String]) {
        (actionElement.scope, actionElement.sources)
    }
    public var resources: (scope: Scope, listed: [String]) {
        (resourceElement.scope, resourceElement.texts.map(\.source))
    }
    public let conditions: [PolicyCondition]

    let principalElement: PrincipalElement?
    let actionElement: ActionElement
    let resourceElement: ResourceElement

    struct PrincipalElement: Equatable, Sendable {
        let scope: Scope
        let list: PrincipalList
    }

    struct ActionElement: Equatable, Sendable {
        let scope: Scope
        let sources: [String]
        let patterns: [WildcardPattern]
    }

    struct ResourceElement: Equatable, Sendable {
        let scope: Scope
        let texts: [PolicyText]
    }

    init(
        sid: String?, effect: PolicyEffect, principals: PrincipalElement?, actions: ActionElement,
        resources: ResourceElement, conditions: [PolicyCondition]
    ) {
        self.sid = sid
        self.effect = effect
        principalElement = principals
        actionElement = actions
        resourceElement = resources
        self.conditions = conditions
    }
}

extension PolicyStatement {
    func matchesAction(_ request: AccessRequest) -> Bool {
        var isNamed = false
        for pattern in actionElement.patterns
        where WildcardPattern.matches(
            pattern.bytes.span, request.actionBytes.span, ignoringCase: true)
        {
            isNamed = true
            break
        }
        return isNamed == (actionElement.scope == .only)
    }

    /// A resource whose variable has no value is not matched, and is no exception either: a
    /// statement that cannot be read for this request does not apply.
    func matchesResource(_ request: AccessRequest) -> Bool {
        var isUnresolved = false
        for text in resourceElement.texts {
            switch text.match(request.resourceBytes.span, in: request.context) {
            case .yes: return resourceElement.scope == .only
            case .unresolved: isUnresolved = true
            case .no: break
            }
        }
        return resourceElement.scope == .allBut && !isUnresolved
    }

    func matchesConditions(_ request: AccessRequest) -> Bool {
        for condition in conditions where !condition.holds(in: request.context) { return false }
        return true
    }

    /// How the principals cover the caller. Policies of callers name none and always do.
    ///
    /// With `NotPrincipal` both effects err towards refusing: a Deny spares only who is named, and
    /// an Allow leaves out whoever's account is named too.
    func principalMatch(_ request: AccessRequest) -> PrincipalMatch {
        guard let element = principalElement else { return .direct }
        let named = element.list.match(request)
        switch element.scope {
        case .only: return named
        case .allBut:
            switch effect {
            case .deny: return named == .direct ? .none : .direct
            case .allow: return named == .none ? .direct : .none
            }
        }
    }
}
