/// How a decision came about, statement by statement.
public struct AccessTrace: Equatable, Sendable {
    public let decision: AccessDecision
    /// All of them: the caller's, then the resource's, in their order.
    public let statements: [StatementTrace]
}

/// What became of one statement.
public struct StatementTrace: Equatable, Sendable {
    public let reference: StatementReference
    public let effect: PolicyEffect
    /// Everything that keeps the statement from applying; it applies where there is nothing.
    public let mismatches: [Mismatch]
    /// Whether the statement names the caller's account and not the caller, so that an Allow needs
    /// one of the caller's policies beside it.
    public let isForAccount: Bool

    public var applies: Bool { mismatches.isEmpty }

    /// One reason why a statement does not apply to a request.
    public enum Mismatch: Equatable, Sendable {
        case principal(String, scope: PolicyStatement.Scope, listed: [String])
        case action(String, scope: PolicyStatement.Scope, listed: [String])
        case resource(String, scope: PolicyStatement.Scope, listed: [String])
        case condition(ConditionMismatch)
    }

    /// A condition that the request does not meet.
    public struct ConditionMismatch: Equatable, Sendable {
        public let operatorName: String
        public let key: String
        /// Of the request; nil if it does not have the key.
        public let requestValues: [String]?
        public let policyValues: [String]
    }
}

extension AccessEvaluator {
    /// The same decision as ``decision(on:)``, with what led to it. It looks at every statement and
    /// makes texts of what it sees: for people, not for the way of a message.
    public func trace(of request: AccessRequest) -> AccessTrace {
        var tally = Tally()
        var traces: [StatementTrace] = []
        for policies in [identityBased, resourceBased] {
            for (policyIndex, policy) in policies.enumerated() {
                for (index, statement) in policy.statements.enumerated() {
                    let reference = StatementReference(
                        kind: policy.kind, policy: policyIndex, statement: index,
                        sid: statement.sid)
                    let match = statement.principalMatch(request)
                    let trace = StatementTrace(
                        reference: reference, effect: statement.effect,
                        mismatches: statement.mismatches(with: request),
                        isForAccount: match == .account)
                    if trace.applies { tally.count(statement.effect, match, by: reference) }
                    traces.append(trace)
                }
            }
        }
        return AccessTrace(decision: decision(by: tally, on: request), statements: traces)
    }
}

extension PolicyStatement {
    fileprivate func mismatches(with request: AccessRequest) -> [StatementTrace.Mismatch] {
        var mismatches: [StatementTrace.Mismatch] = []
        if principalMatch(request) == .none, let (scope, listed) = principals {
            mismatches.append(
                .principal(request.principal.arn, scope: scope, listed: listed.map(\.description)))
        }
        if !matchesAction(request) {
            mismatches.append(
                .action(request.action, scope: actions.scope, listed: actions.listed))
        }
        if !matchesResource(request) {
            mismatches.append(
                .resource(request.resource, scope: resources.scope, listed: resources.listed))
        }
        for condition in conditions where !condition.holds(in: request.context) {
            mismatches.append(
                .condition(
                    .init(
                        operatorName: condition.operatorName, key: condition.key.name,
                        requestValues: request.context[condition.key],
                        policyValues: condition.values)))
        }
        return mismatches
    }
}

extension StatementTrace.Mismatch: CustomStringConvertible {
    /// `StringEquals ses:FromAddress: a@example.org, not b@example.org`
    public var description: String {
        switch self {
        case .principal(let value, let scope, let listed):
            Self.text("principal", value, scope, listed)
        case .action(let value, let scope, let listed): Self.text("action", value, scope, listed)
        case .resource(let value, let scope, let listed):
            Self.text("resource", value, scope, listed)
        case .condition(let condition): condition.description
        }
    }

    private static func text(
        _ what: String, _ value: String, _ scope: PolicyStatement.Scope, _ listed: [String]
    ) -> String {
        let relation = scope == .only ? "is not among" : "is among the exceptions"
        return "the \(what) \(value) \(relation) \(listed.joined(separator: ", "))"
    }
}

extension StatementTrace.ConditionMismatch: CustomStringConvertible {
    public var description: String {
        let found = requestValues.map { "[\($0.joined(separator: ", "))]" } ?? "nothing"
        return "\(operatorName) \(key): the request has \(found), "
            + "the policy [\(policyValues.joined(separator: ", "))]"
    }
}

extension AccessTrace: CustomStringConvertible {
    /// The decision, then a line for each statement and each reason.
    public var description: String {
        var lines = [decision.description]
        for trace in statements {
            let outcome = trace.applies ? "applies" : "does not apply"
            lines.append("\(trace.effect.rawValue) in \(trace.reference) \(outcome)")
            lines += trace.mismatches.map { "    \($0)" }
        }
        return lines.joined(separator: "\n")
    }
}
