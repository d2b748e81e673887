import MailTypes

extension DMARCEvaluation {
    /// The evaluation for people to read.
    public var step: EvaluationStep {
        var steps = authors.problems.map {
            EvaluationStep("From", $0.description, tone: .bad)
        }
        steps += queries.map(\.step)
        if let recordDomain, let record { steps.append(policyStep(recordDomain, record)) }
        steps += identifiers.map(\.step)
        steps += overrides.map {
            EvaluationStep($0.kind.rawValue, $0.comment, tone: .unsure)
        }
        steps += others.map(\.step)
        return EvaluationStep(
            "dmarc \(authorDomain?.text ?? "")".trimmed, outcome, tone: tone, steps: steps)
    }

    private var tone: EvaluationStep.Tone {
        switch result {
        case .pass: .good
        case .fail, .permerror: .bad
        case .temperror: .unsure
        case .none: .plain
        }
    }

    private var outcome: String {
        switch (result, reason) {
        case (_, let reason?): return "\(result.rawValue): \(reason)"
        case (.pass, nil):
            let passes = alignedPasses.map { "\($0.mechanism.rawValue) \($0.domain)" }
            return "pass: aligned with \(passes.joined(separator: ", "))"
        case (.fail, nil):
            return "fail: no aligned pass; disposition \(disposition.rawValue)"
        case (_, nil): return result.rawValue
        }
    }

    private func policyStep(_ domain: DomainName, _ record: DMARCRecord) -> EvaluationStep {
        let findings = record.findings.map {
            EvaluationStep("_dmarc.\(domain)", $0.description, tone: .unsure)
        }
        guard let policy else {
            return EvaluationStep("policy", "none applies", tone: .unsure, steps: findings)
        }
        return EvaluationStep("policy", policy.explanation(at: domain), steps: findings)
    }
}

extension DMARCEvaluation.AppliedPolicy {
    fileprivate func explanation(at domain: DomainName) -> String {
        var text: String
        switch source {
        case .p: text = "p=\(published.rawValue) of \(domain)"
        case .sp: text = "sp=\(published.rawValue) of \(domain), for domains below it"
        case .np: text = "np=\(published.rawValue) of \(domain), for domains that do not exist"
        case .assumed: text = "none, because the policies of \(domain) cannot be read"
        }
        if applied != published { text += "; \(applied.rawValue) because of t=y" }
        return text
    }
}

extension DMARCEvaluation.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noAuthorDomain: "there is no author domain"
        case .invalidAuthorDomain(let domain):
            DMARCAuthors.Problem.invalidDomain(domain).description
        case .noRecord: "no DMARC record applies"
        case .severalRecords(let domain): "_dmarc.\(domain) has several DMARC records"
        case .unusableRecord: "the record has no usable policy and no report address"
        case .lookupFailed(let name, let reason): "looking up \(name) failed: \(reason)"
        case .mechanismUndecided: "SPF or DKIM may pass at another time"
        }
    }
}

extension DMARCQuery {
    fileprivate var step: EvaluationStep {
        let tone: EvaluationStep.Tone
        switch outcome {
        case .record, .noData, .nameNotFound, .otherRecords: tone = .plain
        case .severalRecords: tone = .bad
        case .temporaryFailure: tone = .unsure
        }
        return EvaluationStep(name, outcome.description, tone: tone)
    }
}

extension DMARCIdentifier {
    fileprivate var step: EvaluationStep {
        var subject = "\(mechanism.rawValue) \(domain)"
        if let selector { subject += " (\(selector))" }
        return EvaluationStep(subject, "\(result.rawValue), \(alignmentText)", tone: tone)
    }

    private var tone: EvaluationStep.Tone {
        if isAlignedPass { return .good }
        if alignment == .notEvaluated, result == .pass { return .plain }
        return isUndecided ? .unsure : .bad
    }

    private var alignmentText: String {
        switch alignment {
        case .strict: return "aligned: the author domain itself"
        case .relaxed:
            let organization = organizationalDomain?.text ?? "its Organizational Domain"
            return mode == .relaxed
                ? "aligned through \(organization)"
                : "not aligned: only through \(organization), and the record asks for the same name"
        case .none: return "not aligned"
        case .unknown(let reason): return "alignment unknown: \(reason)"
        case .notEvaluated: return "alignment not looked at"
        }
    }
}

extension String {
    fileprivate var trimmed: String { last == " " ? String(dropLast()) : self }
}
