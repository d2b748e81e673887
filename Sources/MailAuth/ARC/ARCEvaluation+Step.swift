import MailTypes

extension ARCEvaluation {
    /// How the result came about: each set with its two signatures, the newest first.
    public var step: EvaluationStep {
        EvaluationStep("ARC", outcome, tone: tone, steps: sets.reversed().map(\.step))
    }

    private var outcome: String {
        switch result {
        case .none: return "none"
        case .pass:
            switch oldestPass {
            case nil, 0?: return "pass: every message signature still holds"
            case let oldest?: return "pass: message signatures hold from i=\(oldest) on"
            }
        case .fail(let failure, let instance):
            let place = instance.map { " (i=\($0))" } ?? ""
            return "fail: \(failure)\(place)"
        }
    }

    private var tone: EvaluationStep.Tone {
        switch result {
        case .none: .plain
        case .pass: .good
        case .fail(let failure, _): failure.isTemporary ? .unsure : .bad
        }
    }
}

extension ARCSet {
    fileprivate var step: EvaluationStep {
        EvaluationStep(
            "i=\(instance)", seal.seal.map { "sealed by \($0.signingDomain)" } ?? "",
            steps: [
                EvaluationStep(
                    ARCFailure.FieldKind.authenticationResults.rawValue,
                    String(excerpting: authenticationResults)),
                messageSignature.step(named: ARCFailure.FieldKind.messageSignature.rawValue),
                seal.step,
            ])
    }
}

extension ARCSealResult {
    fileprivate var step: EvaluationStep {
        guard let seal else {
            return EvaluationStep(
                ARCFailure.FieldKind.seal.rawValue, verdict.outcome, tone: verdict.tone)
        }
        var steps = [
            EvaluationStep("a=\(seal.algorithm.rawValue)"),
            EvaluationStep("cv=\(seal.chainStatus.rawValue)"),
        ]
        if let time = seal.timestamp {
            steps.append(EvaluationStep("t=\(time.seconds)", time.iso8601))
        }
        if let key { steps.append(key.step(at: seal.keyName)) }
        return EvaluationStep(
            "\(ARCFailure.FieldKind.seal.rawValue) d=\(seal.signingDomain) s=\(seal.selector)",
            verdict.outcome, tone: verdict.tone, steps: steps)
    }
}
