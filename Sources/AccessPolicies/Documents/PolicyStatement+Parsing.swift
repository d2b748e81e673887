import JSONText
import MailTypes

extension PolicyStatement {
    private static let members: Set<String> = [
        "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource",
        "NotResource", "Condition",
    ]

    init(
        _ document: Document, index: Int, version: PolicyDocument.Version,
        kind: PolicyDocument.Kind, limits: PolicyLimits
    ) throws(PolicyError) {
        let members = try PolicyMembers(
            document, at: .init(statement: index), allowed: Self.members)
        let hasVariables = version == .v2012
        let effect = try Self.effect(members)
        self.init(
            sid: try Self.sid(members, kind), effect: effect,
            principals: try Self.principals(members, kind, limits),
            actions: try Self.actions(members, limits),
            resources: try Self.resources(members, limits, hasVariables: hasVariables),
            conditions: try Self.conditions(
                members, limits, effect: effect, hasVariables: hasVariables))
    }

    private static func effect(_ members: PolicyMembers) throws(PolicyError) -> PolicyEffect {
        guard let text = try members.string("Effect") else {
            throw .missing("Effect", at: members.place)
        }
        guard let effect = PolicyEffect(rawValue: text) else {
            throw .syntax("Allow or Deny", at: members.place("Effect"))
        }
        return effect
    }

    /// IAM takes letters and digits; services with policies of their own, SES among them, any text.
    private static func sid(
        _ members: PolicyMembers, _ kind: PolicyDocument.Kind
    ) throws(PolicyError) -> String? {
        guard let sid = try members.string("Sid") else { return nil }
        guard kind == .resourceBased || sid.utf8.allSatisfy(\.isAlphanumeric) else {
            throw PolicyError(
                "Statement IDs (SID) should be alpha-numeric.", at: members.place("Sid"))
        }
        return sid
    }

    /// Which of an element and its negation a statement has; it may have one of them.
    private static func choice(
        _ name: String, _ members: PolicyMembers
    ) throws(PolicyError) -> (name: String, scope: Scope, value: Document)? {
        let positive = members[name]
        let negative = members["Not\(name)"]
        switch (positive, negative) {
        case (nil, nil): return nil
        case (let value?, nil): return (name, .only, value)
        case (nil, let value?): return ("Not\(name)", .allBut, value)
        case (_?, _?):
            throw .syntax("\(name) or Not\(name), not both", at: members.place(name))
        }
    }

    private static func principals(
        _ members: PolicyMembers, _ kind: PolicyDocument.Kind, _ limits: PolicyLimits
    ) throws(PolicyError) -> PrincipalElement? {
        let found = try choice("Principal", members)
        switch (kind, found) {
        case (.identityBased, nil): return nil
        case (.identityBased, let found?):
            throw PolicyError(
                "Policy document should not specify a principal.", at: members.place(found.name))
        case (.resourceBased, nil): throw .missing("Principal", at: members.place)
        case (.resourceBased, let found?):
            return PrincipalElement(
                scope: found.scope,
                list: try PrincipalList(
                    found.value, at: members.place(found.name), limit: limits.valueLimit))
        }
    }

    // MARK: Actions and resources

    private static func actions(
        _ members: PolicyMembers, _ limits: PolicyLimits
    ) throws(PolicyError) -> ActionElement {
        guard let found = try choice("Action", members),
            let sources = try members.strings(found.name, limit: limits.valueLimit),
            !sources.isEmpty
        else { throw PolicyError("Policy statement must contain actions.", at: members.place) }
        for source in sources { try check(action: source, at: members.place(found.name)) }
        return ActionElement(
            scope: found.scope, sources: sources,
            patterns: sources.map { WildcardPattern(action: $0) })
    }

    /// `*`, or a service's prefix, a colon, and a name with wildcards.
    private static func check(
        action: String, at place: PolicyError.Place
    ) throws(PolicyError) {
        if action == "*" { return }
        let parts = action.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count > 1 else {
            throw PolicyError(
                "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
                at: place)
        }
        guard parts.count == 2 else {
            throw PolicyError("Actions/Condition can contain only one colon.", at: place)
        }
        guard !parts[0].isEmpty,
            parts[0].utf8.allSatisfy({ $0.isAlphanumeric || "-.".utf8.contains($0) })
        else { throw PolicyError("Vendor \(parts[0]) is not valid", at: place) }
    }

    private static func resources(
        _ members: PolicyMembers, _ limits: PolicyLimits, hasVariables: Bool
    ) throws(PolicyError) -> ResourceElement {
        guard let found = try choice("Resource", members),
            let sources = try members.strings(found.name, limit: limits.valueLimit),
            !sources.isEmpty
        else { throw PolicyError("Policy statement must contain resources.", at: members.place) }
        let place = members.place(found.name)
        return ResourceElement(
            scope: found.scope,
            texts: try sources.map { source throws(PolicyError) in
                guard source == "*" || source.hasPrefix("arn:") else {
                    throw PolicyError(
                        "Resource \(source) must be in ARN format or \"*\".", at: place)
                }
                return try text(at: place) { () throws(PolicyTextError) in
                    try PolicyText(source, hasVariables: hasVariables)
                }
            })
    }

    // MARK: Conditions

    private static func conditions(
        _ members: PolicyMembers, _ limits: PolicyLimits, effect: PolicyEffect, hasVariables: Bool
    ) throws(PolicyError) -> [PolicyCondition] {
        guard let block = members["Condition"] else { return [] }
        let operators = try PolicyMembers(block, at: members.place("Condition"))
        var conditions: [PolicyCondition] = []
        for entry in operators.fields {
            let place = operators.place(entry.name)
            guard let comparison = ConditionOperator(entry.name) else {
                throw PolicyError(
                    "Invalid Condition type : \(entry.name)", at: place,
                    expected: "a condition operator")
            }
            let keys = try PolicyMembers(entry.value, at: place)
            guard conditions.count + keys.fields.count <= limits.conditionLimit else {
                throw .tooMany(
                    "conditions", limit: limits.conditionLimit, at: members.place("Condition"))
            }
            for key in keys.fields {
                let place = keys.place(key.name)
                let values = try PolicyMembers.values(
                    key.value, at: place, limit: limits.valueLimit)
                conditions.append(
                    try text(at: place) { () throws(PolicyTextError) in
                        try PolicyCondition(
                            comparison, named: entry.name, key: ContextKey(key.name),
                            values: values, effect: effect, hasVariables: hasVariables)
                    })
            }
        }
        return conditions
    }

    /// Gives an error about a text its place.
    private static func text<Value>(
        at place: PolicyError.Place, _ read: () throws(PolicyTextError) -> Value
    ) throws(PolicyError) -> Value {
        do {
            return try read()
        } catch {
            throw .syntax(error.expected, at: place)
        }
    }
}
