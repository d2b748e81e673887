import AccessPolicies
import JSONText
import MailAuth
import MailMessage
import MailTypes
import WaxwingCore

extension PolicySimulation: Presentable {
    var status: CommandStatus { isAllowed ? .success : .problem }

    var text: [TextBlock] {
        var steps: [EvaluationStep] = []
        if let author, !coversAuthor {
            steps.append(
                EvaluationStep(
                    author.mailbox.formatted,
                    "is no address of the identity \(identity): the mail would be rejected as not "
                        + "verified", tone: .bad))
        }
        steps += traces.map { step(of: $0.trace, for: $0.action) }
        return [
            .steps(
                EvaluationStep(
                    "\(caller.arn) on \(identityARN)", isAllowed ? "allowed" : "denied",
                    tone: isAllowed ? .good : .bad, steps: steps)),
            .blank, .steps(alignment.step),
        ]
    }

    private func step(of trace: AccessTrace, for action: String) -> EvaluationStep {
        EvaluationStep(
            action, words(of: trace.decision), tone: trace.decision.isAllowed ? .good : .bad,
            steps: trace.statements.map(step)
                + remedies(for: trace.decision).map { EvaluationStep($0) })
    }

    private func step(_ statement: StatementTrace) -> EvaluationStep {
        let allows = statement.effect == .allow
        let outcome =
            !statement.applies
            ? "does not apply"
            : statement.isForAccount && allows ? "applies to the caller's account" : "applies"
        return EvaluationStep(
            "\(statement.effect.rawValue) by \(name(of: statement.reference))", outcome,
            tone: !statement.applies ? .plain : allows ? .good : .bad,
            steps: statement.mismatches.map { EvaluationStep("\($0)") })
    }

    /// `statement 0 “AuthorizeOU” of policy.json`
    private func name(of reference: StatementReference) -> String {
        let sid = reference.sid.map { " “\($0)”" } ?? ""
        return "statement \(reference.statement)\(sid) of \(file(of: reference))"
    }

    private func words(of decision: AccessDecision) -> String {
        switch decision {
        case .allow(let grant):
            var grounds = [grant.identityBased, grant.resourceBased].compactMap { $0 }
                .map(name)
            if grant.isAccountRoot { grounds.insert("the caller's being its account", at: 0) }
            return "allowed by \(grounds.joined(separator: " and "))"
        case .explicitDeny(let statement): return "denied by \(name(of: statement))"
        case .implicitDeny(.identityBased): return "denied: no policy of the caller allows it"
        case .implicitDeny(.resourceBased): return "denied: no policy of the identity allows it"
        case .implicitDeny(.either): return "denied: no policy allows it"
        case .implicitDeny(.both):
            return "denied: neither a policy of the caller nor one of the identity allows it"
        }
    }

    private func remedies(for decision: AccessDecision) -> [String] {
        guard case .implicitDeny(let missing) = decision else { return [] }
        var remedies: [String] = []
        if missing != .resourceBased, callerPolicies.isEmpty {
            remedies.append(
                "The caller's own policies are given with --caller-policy: it needs one that allows "
                    + "the action.")
        }
        if missing != .identityBased, identityPolicies.isEmpty {
            remedies.append(
                "The identity's policies are given with --policy: callers of other accounts need "
                    + "one that allows the action.")
        }
        return remedies
    }

    // MARK: For programs

    var document: Document {
        .members([
            "allowed": .bool(isAllowed), "caller": .string(caller.arn),
            "resource": .string(identityARN), "from": .text(author?.mailbox.formatted),
            "identityCoversFrom": author.map { _ in .bool(coversAuthor) },
            "actions": .array(
                traces.map { action, trace in
                    .members([
                        "action": .string(action),
                        "allowed": .bool(trace.decision.isAllowed),
                        "decision": .string(trace.decision.word),
                        "text": .string(words(of: trace.decision)),
                        "decidedBy": .array(trace.decision.deciding.map(document)),
                        "statements": .array(trace.statements.map(document)),
                    ])
                }),
            "dmarc": alignment.document,
        ])
    }

    private func document(_ reference: StatementReference) -> Document {
        .members([
            "policy": .string(file(of: reference)),
            "of": .string(reference.kind == .identityBased ? "caller" : "identity"),
            "statement": .number(reference.statement), "sid": .text(reference.sid),
        ])
    }

    private func document(_ statement: StatementTrace) -> Document {
        let reference = statement.reference
        return .members([
            "policy": .string(file(of: reference)),
            "of": .string(reference.kind == .identityBased ? "caller" : "identity"),
            "statement": .number(reference.statement), "sid": .text(reference.sid),
            "effect": .string(statement.effect.rawValue), "applies": .bool(statement.applies),
            "forAccount": .bool(statement.isForAccount),
            "mismatches": .texts(statement.mismatches),
        ])
    }
}

extension AccessDecision {
    fileprivate var word: String {
        switch self {
        case .allow: "allow"
        case .explicitDeny: "explicitDeny"
        case .implicitDeny: "implicitDeny"
        }
    }

    fileprivate var deciding: [StatementReference] {
        switch self {
        case .allow(let grant): [grant.identityBased, grant.resourceBased].compactMap { $0 }
        case .explicitDeny(let statement): [statement]
        case .implicitDeny: []
        }
    }
}
