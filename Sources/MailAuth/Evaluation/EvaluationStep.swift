/// One step of an evaluation with the steps that it was made of: what a reader needs in order to
/// see why a result came out as it did.
///
/// Every mechanism tells its own in these words, so that one renderer draws all of them, as a tree
/// in a terminal or as a list in the inbox. Programs read the results, which have types.
public struct EvaluationStep: Equatable, Sendable {
    public enum Tone: String, Equatable, Sendable {
        /// It speaks for the message: matched, passed, aligned.
        case good
        /// It speaks against it.
        case bad
        /// It leaves the question open: softfail, a temporary failure.
        case unsure
        /// It is a fact that the next steps build on: a record, a look-up.
        case plain
    }

    /// What was looked at, as its standard writes it: `include:_spf.example.com`.
    public var subject: String
    /// What came of it and why, in a few words; empty when the subject says it all.
    public var outcome: String
    public var tone: Tone
    public var steps: [EvaluationStep]

    public init(
        _ subject: String, _ outcome: String = "", tone: Tone = .plain,
        steps: [EvaluationStep] = []
    ) {
        self.subject = subject
        self.outcome = outcome
        self.tone = tone
        self.steps = steps
    }
}
