import JSONText
import MailAuth
import MailTypes

/// What verifying the signatures of one message showed.
struct DKIMMessageReport: Presentable, Sendable {
    enum Outcome: Sendable {
        case unreadable(InputError)
        case verified([DKIMExplanation])
    }

    let name: String
    let notes: [MessageFile.Note]
    let outcome: Outcome

    static func make(
        of path: String, keys: some DKIMKeyProvider, now: UnixTime
    ) async -> DKIMMessageReport {
        do {
            let file = try MessageFile.read(path)
            let results = await DKIMVerifier(rules: .listed)
                .explain(file.bytes[...], keys: keys, now: now)
            return DKIMMessageReport(
                name: path, notes: file.notes, outcome: .verified(results))
        } catch let error {
            return DKIMMessageReport(name: path, notes: [], outcome: .unreadable(error))
        }
    }

    /// In one word: that of the signature that says most, `none`, or `error`.
    var result: String {
        switch outcome {
        case .unreadable: "error"
        case .verified(let results): results.map(\.result).best?.verdict.word ?? "none"
        }
    }

    var status: CommandStatus {
        switch (outcome, result) {
        case (.unreadable, _): .usage
        case (.verified, "pass"): .success
        case (.verified, "temperror"): .undetermined
        case (.verified, _): .problem
        }
    }

    var text: [TextBlock] { [.steps(step)] }

    private var step: EvaluationStep {
        let subject = name == "-" ? "standard input" : name
        switch outcome {
        case .unreadable(let error):
            return EvaluationStep(subject, "error: \(error.reason)", tone: .bad)
        case .verified(let results):
            let best = results.map(\.result).best
            return EvaluationStep(
                subject, best?.verdict.word ?? "none: there is no signature",
                tone: best?.verdict.tone ?? .bad,
                steps: notes.map { EvaluationStep($0.rawValue) } + results.map(\.step))
        }
    }

    var document: Document {
        switch outcome {
        case .unreadable(let error):
            .members([
                "file": .string(name), "result": .string(result), "reason": .string(error.reason),
            ])
        case .verified(let results):
            .members([
                "file": .string(name), "result": .string(result),
                "notes": notes.isEmpty ? nil : .texts(notes.map(\.rawValue)),
                "signatures": .array(results.map(\.document)),
            ])
        }
    }
}

extension [DKIMSignatureResult] {
    /// The signature that the message's result is taken from: the first that passes, else one that
    /// may still pass later, else the first.
    var best: DKIMSignatureResult? {
        first(where: \.isPass)
            ?? first { $0.verdict.word == "temperror" }
            ?? first
    }
}
