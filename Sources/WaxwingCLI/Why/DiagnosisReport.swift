import JSONText
import MailAuth
import MailDiagnosis

/// A diagnosis for people and for programs.
struct DiagnosisReport: Presentable {
    let subject: String
    let diagnosis: Diagnosis
    let result: String

    var text: [TextBlock] {
        let tone: EvaluationStep.Tone =
            diagnosis.hasCause ? .bad : diagnosis.findings.isEmpty ? .good : .unsure
        var blocks: [TextBlock] = [
            .steps(EvaluationStep(subject, result, tone: tone, steps: diagnosis.steps)), .blank,
            .line(StyledText(diagnosis.conclusion, .strong)),
        ]
        for finding in diagnosis.findings {
            blocks += [.blank, .line(heading(finding)), .line(StyledText(finding.explanation))]
            for remedy in finding.remedies { blocks += Self.blocks(remedy) }
        }
        return blocks
    }

    private func heading(_ finding: Finding) -> StyledText {
        let style: StyledText.Style =
            switch finding.weight {
            case .cause: .bad
            case .risk: .unsure
            case .note: .strong
            }
        return StyledText("\(finding.weight.rawValue): \(finding.cause.title)", style)
    }

    private static func blocks(_ remedy: Remedy) -> [TextBlock] {
        switch remedy {
        case .advice(let advice):
            return [.line(StyledText("  → \(advice)"))]
        case .setting(let change):
            var lines = [StyledText("  \(change.setting)", .strong)]
            if let before = change.before { lines.append(StyledText("  - \(before)", .bad)) }
            lines.append(StyledText("  + \(change.after)", .good))
            var blocks = lines.map(TextBlock.line)
            if let command = change.command { blocks.append(.verbatim("    \(command)")) }
            return blocks
        case .record(let change):
            let isText = change.type == "TXT"
            func shown(_ value: String) -> String { isText ? "\"\(value)\"" : value }
            var lines = [StyledText("  \(change.name). \(change.type)", .strong)]
            lines += change.removed.map { StyledText("  - \(shown($0))", .bad) }
            lines += change.added.map { StyledText("  + \(shown($0))", .good) }
            if !change.note.isEmpty { lines.append(StyledText("  (\(change.note))", .faint)) }
            return lines.map(TextBlock.line)
        }
    }

    var document: Document {
        .members([
            "subject": .string(subject), "result": .string(result),
            "conclusion": .string(diagnosis.conclusion),
            "steps": .array(diagnosis.steps.map(\.document)),
            "findings": .array(diagnosis.findings.map(Self.document)),
        ])
    }

    private static func document(_ finding: Finding) -> Document {
        .members([
            "cause": .string(finding.cause.rawValue), "weight": .string(finding.weight.rawValue),
            "title": .string(finding.cause.title), "explanation": .string(finding.explanation),
            "remedies": .array(finding.remedies.map(document)),
        ])
    }

    private static func document(_ remedy: Remedy) -> Document {
        switch remedy {
        case .advice(let advice): .members(["advice": .string(advice)])
        case .setting(let change):
            .members([
                "setting": .string(change.setting), "before": .text(change.before),
                "after": .string(change.after), "command": .text(change.command),
            ])
        case .record(let change):
            .members([
                "name": .string(change.name), "type": .string(change.type),
                "remove": .texts(change.removed), "add": .texts(change.added),
                "note": .text(change.note.isEmpty ? nil : change.note),
            ])
        }
    }
}
