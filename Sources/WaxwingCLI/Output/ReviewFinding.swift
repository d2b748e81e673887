import JSONText
import MailAuth

/// What is to be said about a record, a policy or a file.
struct ReviewFinding: Equatable, Sendable {
    let tone: EvaluationStep.Tone
    let text: String

    init(_ tone: EvaluationStep.Tone, _ text: String) {
        self.tone = tone
        self.text = text
    }

    var step: EvaluationStep { EvaluationStep(text, tone: tone) }

    /// For programs.
    var document: Document {
        .members(["tone": .string(tone.rawValue), "text": .string(text)])
    }
}
