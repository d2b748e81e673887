public import MailAuth

/// The answer to “why?”: what was evaluated, what came of it, and what to do.
public struct Diagnosis: Equatable, Sendable {
    /// The answer in one or two sentences.
    public var conclusion: String
    /// The evaluation as a tree, one step for each mechanism.
    public var steps: [EvaluationStep]
    /// What was found: first what keeps the message from passing, and of that the surest first.
    public var findings: [Finding]

    public init(conclusion: String, steps: [EvaluationStep], findings: [Finding]) {
        self.conclusion = conclusion
        self.steps = steps
        self.findings = findings
    }

    /// Whether something was found that keeps the message, or the domain, from passing.
    public var hasCause: Bool { findings.contains { $0.weight == .cause } }
}
