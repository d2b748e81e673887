import MailTypes

/// One key below one operator of a statement's `Condition`: `"StringEquals": {"aws:username": "a"}`.
public struct PolicyCondition: Equatable, Sendable {
    /// As the policy writes it, prefix and suffix included.
    public let operatorName: String
    public let key: ContextKey
    /// Any of them matches; with a negated operator, none may.
    public let values: [String]

    let `operator`: ConditionOperator
    private let comparison: Comparison
    private let plainQuantifier: PlainQuantifier

    /// What an operator without prefix does where a request has several values. AWS calls for a
    /// prefix then and does not say what happens without. Here it errs towards refusing: an Allow
    /// wants all of the values to pass, a Deny is content with one.
    private enum PlainQuantifier { case all, any }

    init(
        _ operator: ConditionOperator, named name: String, key: ContextKey, values: [String],
        effect: PolicyEffect, hasVariables: Bool
    ) throws(PolicyTextError) {
        self.operator = `operator`
        operatorName = name
        self.key = key
        self.values = values
        comparison = try Comparison(
            `operator`.kind, Self.completed(values, of: key, for: `operator`),
            hasVariables: hasVariables)
        plainQuantifier = effect == .allow ? .all : .any
    }

    /// Paths of organisations end with a slash, so that one without could never match. AWS's own
    /// articles write such ones and mean the unit itself.
    private static func completed(
        _ values: [String], of key: ContextKey, for operator: ConditionOperator
    ) -> [String] {
        guard key == .principalOrgPaths, case .string = `operator`.kind else { return values }
        return values.map { $0.hasSuffix("/") || $0.hasSuffix("*") ? $0 : $0 + "/" }
    }

    /// Whether the request passes.
    func holds(in context: RequestContext) -> Bool {
        let found = context.indices(of: key)
        if case .null(let wanted) = comparison {
            return wanted.contains(found.map { context.isNull($0) } ?? true)
        }
        guard let found, !found.isEmpty else { return holdsWithoutKey }
        switch `operator`.quantifier {
        case .forAllValues:
            return context.isNull(found) || all(found, in: context)
        case .forAnyValue:
            return !context.isNull(found) && any(found, in: context)
        case .none:
            return plainQuantifier == .all
                ? all(found, in: context) : any(found, in: context)
        }
    }

    /// Without the key nothing is equal to anything: negated operators pass, others do not. For a
    /// set of no values, all of them pass and any of them does not.
    private var holdsWithoutKey: Bool {
        if `operator`.hasIfExists { return true }
        switch `operator`.quantifier {
        case .forAllValues: return true
        case .forAnyValue: return false
        case .none: return `operator`.isNegated
        }
    }

    private func all(_ indices: Range<Int>, in context: RequestContext) -> Bool {
        for index in indices where !passes(index, in: context) { return false }
        return true
    }

    private func any(_ indices: Range<Int>, in context: RequestContext) -> Bool {
        for index in indices where passes(index, in: context) { return true }
        return false
    }

    private func passes(_ index: Int, in context: RequestContext) -> Bool {
        let value = context.bytes.span.extracting(context.range(ofValueAt: index))
        switch comparison.match(value, in: context) {
        case .yes: return !`operator`.isNegated
        case .no: return `operator`.isNegated
        case .unresolved: return false
        }
    }
}
