import MailTypes

extension SPFEvaluation {
    /// How the result came about, for a reader: the record, its terms in the order in which they
    /// were tried, and what each of them looked up.
    public var step: EvaluationStep {
        let identity =
            switch request.identity {
            case .mailFrom: "MAIL FROM \(request.sender.printable())"
            case .helo: "HELO \(request.domain.printable())"
            }
        var step = EvaluationStep(
            "SPF of \(identity), from \(request.address)", outcome, tone: result.tone)
        if let branch { step.steps.append(branch.step(in: self)) }
        if let explanationTrace { step.steps.append(explanationStep(explanationTrace)) }
        return step
    }

    private var outcome: String {
        if let problem { return "\(result.word): \(problem)" }
        if let match { return "\(result.word), by \(match.text)" }
        switch result {
        case .none where request.name == nil:
            return "none: “\(request.domain.printable())” is no domain that could have a record"
        case .none: return "none: the domain publishes no SPF record"
        default: return "\(result.word): nothing in the record matched"
        }
    }

    private func explanationStep(_ trace: SPFTermTrace) -> EvaluationStep {
        let text = decidingRecord?.explanation?.text ?? ""
        return EvaluationStep(
            "exp=\(text.printable())", explanation?.printable() ?? "no text that could be used",
            steps: trace.lookUps.map(\.step))
    }
}

extension SPFResult {
    var tone: EvaluationStep.Tone {
        switch self {
        case .pass: .good
        case .fail, .permanentError: .bad
        case .softfail, .temporaryError: .unsure
        case .neutral, .none: .plain
        }
    }
}

extension SPFBranch {
    fileprivate func step(in evaluation: SPFEvaluation) -> EvaluationStep {
        var step = EvaluationStep("TXT \(domain)", finding.outcome)
        if let problem = finding.problem(at: domain) {
            step.tone = problem.result.tone
            step.steps = [EvaluationStep("\(problem)", tone: step.tone)]
        }
        guard case .record(let record) = finding else { return step }
        step.steps = terms.map { $0.step(of: record, in: evaluation) }
        if result == .neutral, match == nil, terms.last?.term != .redirect {
            step.steps.append(EvaluationStep("the end of the record", "nothing matched: neutral"))
        }
        return step
    }
}

extension SPFFinding {
    /// What was found, in a few words.
    var outcome: String {
        switch self {
        case .record(let record): record.text.printable()
        case .nameNotFound: "the name does not exist"
        case .noRecord: "no SPF record"
        case .singleLabel: "a single label, which has no SPF record"
        case .severalRecords(let texts):
            texts.map { $0.printable(lengthLimit: 200) }.joined(separator: " — ")
        case .malformed(let text, _): text.printable()
        case .lookUpFailed(let reason): "failed: \(reason.printable())"
        case .overdue: "not looked up"
        }
    }
}

extension SPFTermTrace {
    fileprivate func step(of record: SPFRecord, in evaluation: SPFEvaluation) -> EvaluationStep {
        var step: EvaluationStep
        switch term {
        case .directive(let index):
            let directive = record.directives[index]
            step = EvaluationStep(
                directive.text.printable(), outcome(of: directive, in: evaluation))
            if outcome == .matched { step.tone = directive.qualifier.result.tone }
        case .redirect:
            step = EvaluationStep(
                "redirect=\(record.redirect?.text.printable() ?? "")",
                outcome == .failed
                    ? failure(in: evaluation) : "its record decides: \(branch?.result.word ?? "")")
        case .explanation:
            step = EvaluationStep("exp=\(record.explanation?.text.printable() ?? "")")
        }
        if outcome == .failed { step.tone = evaluation.result.tone }
        step.steps = lookUps.map(\.step) + (branch.map { [$0.step(in: evaluation)] } ?? [])
        return step
    }

    private func outcome(
        of directive: SPFDirective, in evaluation: SPFEvaluation
    ) -> String {
        let address = evaluation.request.address
        switch outcome {
        case .matched: return "matches: \(directive.qualifier.result.word)"
        case .failed: return failure(in: evaluation)
        case .illegalDomain(let text):
            let name = String(decoding: text, as: UTF8.self).printable()
            return "no match: “\(name)” is no name that could be looked up"
        case .internationalLocalPart:
            return "no match: the local-part has letters outside ASCII"
        case .followed, .notMatched: break
        }
        switch directive.mechanism {
        case .all: return ""
        case .include: return "no match: its record says \(branch?.result.word ?? "nothing")"
        case .ip4, .ip6: return "no match: \(address) is not in it"
        case .a: return "no match: \(address) is none of its addresses"
        case .mx: return "no match: \(address) is no address of its mail hosts"
        case .ptr: return "no match: \(address) has no name there"
        case .exists: return "no match: it has no IPv4 address"
        }
    }

    /// Why the term ended the check: told once, by the innermost.
    private func failure(in evaluation: SPFEvaluation) -> String {
        if let branch, branch.result == evaluation.result { return evaluation.result.word }
        return evaluation.problem.map { "\(evaluation.result.word): \($0)" } ?? ""
    }
}
