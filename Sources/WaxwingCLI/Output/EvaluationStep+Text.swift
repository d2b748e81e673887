import JSONText
import MailAuth

/// The tree of an evaluation, as people read it:
///
///     ✓ SPF of example.com → pass
///     ├─ · record → v=spf1 include:_spf.example.net -all
///     └─ ✓ include:_spf.example.net → match
///        └─ ✓ ip4:192.0.2.0/24 → match
extension EvaluationStep {
    func lines(width: Int?) -> [StyledText] {
        lines(width: width, branch: StyledText(), trunk: StyledText(), titleStyle: .strong)
    }

    /// - Parameter branch: what stands before the step's own line.
    /// - Parameter trunk: what stands before everything below that.
    private func lines(
        width: Int?, branch: StyledText, trunk: StyledText, titleStyle: StyledText.Style = .plain
    ) -> [StyledText] {
        let hanging = trunk + StyledText(steps.isEmpty ? "  " : "│ ", .faint)
        let first = branch + StyledText("\(tone.symbol) ", tone.style)
        var lines = title(titleStyle).wrapped(to: width, first: first, rest: hanging)
        for (index, step) in steps.enumerated() {
            let isLast = index == steps.count - 1
            lines += step.lines(
                width: width, branch: trunk + StyledText(isLast ? "└─ " : "├─ ", .faint),
                trunk: trunk + StyledText(isLast ? "   " : "│  ", .faint))
        }
        return lines
    }

    private func title(_ style: StyledText.Style) -> StyledText {
        var title = StyledText(subject, style)
        guard !outcome.isEmpty else { return title }
        title.append(" → ", .faint)
        title.append(outcome, tone.style)
        return title
    }

    /// For programs.
    var document: Document {
        .members([
            "subject": .string(subject), "outcome": outcome.isEmpty ? nil : .string(outcome),
            "tone": .string(tone.rawValue),
            "steps": steps.isEmpty ? nil : .array(steps.map(\.document)),
        ])
    }
}

extension EvaluationStep.Tone {
    var symbol: String {
        switch self {
        case .good: "✓"
        case .bad: "✗"
        case .unsure: "?"
        case .plain: "·"
        }
    }

    var style: StyledText.Style {
        switch self {
        case .good: .good
        case .bad: .bad
        case .unsure: .unsure
        case .plain: .plain
        }
    }
}
