import JSONText
import MailAuth
import MailTypes

/// What verifying the ARC chain of one message showed.
struct ARCMessageReport: Presentable, Sendable {
    enum Outcome: Sendable {
        case unreadable(InputError)
        case verified(ARCEvaluation)
    }

    let name: String
    let notes: [MessageFile.Note]
    let outcome: Outcome

    static func make(
        of path: String, keys: some DKIMKeyProvider, now: UnixTime
    ) async -> ARCMessageReport {
        do {
            let file = try MessageFile.read(path)
            let evaluation = await ARCVerifier(rules: .listed)
                .verify(file.bytes, keys: keys, now: now)
            return ARCMessageReport(
                name: path, notes: file.notes, outcome: .verified(evaluation))
        } catch let error {
            return ARCMessageReport(name: path, notes: [], outcome: .unreadable(error))
        }
    }

    /// In one word: `pass`, `fail`, `none`, or `error`.
    var result: String {
        switch outcome {
        case .unreadable: "error"
        case .verified(let evaluation): evaluation.status.rawValue
        }
    }

    var status: CommandStatus {
        switch outcome {
        case .unreadable: .usage
        case .verified(let evaluation): evaluation.commandStatus
        }
    }

    var text: [TextBlock] {
        let subject = name == "-" ? "standard input" : name
        switch outcome {
        case .unreadable(let error):
            return [.steps(EvaluationStep(subject, "error: \(error.reason)", tone: .bad))]
        case .verified(let evaluation):
            return [
                .steps(
                    EvaluationStep(
                        subject, result, tone: status.tone,
                        steps: notes.map { EvaluationStep($0.rawValue) } + [evaluation.step]))
            ]
        }
    }

    var document: Document {
        switch outcome {
        case .unreadable(let error):
            .members([
                "file": .string(name), "result": .string(result), "reason": .string(error.reason),
            ])
        case .verified(let evaluation):
            .members([
                "file": .string(name), "result": .string(result),
                "reason": .text(evaluation.failure), "failedInstance": .number(failedInstance),
                "oldestPass": .number(evaluation.oldestPass),
                "notes": notes.isEmpty ? nil : .texts(notes.map(\.rawValue)),
                "sets": .array(evaluation.sets.map(\.document)),
            ])
        }
    }

    private var failedInstance: Int? {
        guard case .verified(let evaluation) = outcome,
            case .fail(_, let instance) = evaluation.result
        else { return nil }
        return instance
    }
}

extension ARCEvaluation {
    var commandStatus: CommandStatus {
        switch result {
        case .pass: .success
        case .none: .problem
        case .fail(let failure, _): failure.isTemporary ? .undetermined : .problem
        }
    }
}

extension ARCSet {
    /// For programs.
    fileprivate var document: Document {
        .members([
            "instance": .number(instance),
            "authenticationResults": .string(
                String(decoding: authenticationResults, as: UTF8.self)),
            "messageSignature": messageSignature.document,
            "seal": seal.document,
        ])
    }
}

extension ARCSealResult {
    /// For programs.
    fileprivate var document: Document {
        .members([
            "result": .string(verdict.word), "reason": .text(verdict.failure),
            "domain": .text(seal?.signingDomain), "selector": .text(seal?.selector),
            "algorithm": .text(seal?.algorithm.rawValue), "cv": .text(seal?.chainStatus.rawValue),
            "timestamp": .time(seal?.timestamp),
        ])
    }
}
