import JSONText
import MailAuth

/// What one check showed.
struct SPFCheckReport: Presentable, Sendable {
    let evaluation: SPFEvaluation
    /// The name of the host that checked.
    let receiver: String

    var status: CommandStatus {
        switch evaluation.result {
        case .pass: .success
        case .temporaryError: .undetermined
        case .fail, .softfail, .neutral, .none, .permanentError: .problem
        }
    }

    private var receivedSPF: String {
        ReceivedSPF(evaluation, receiver: receiver).formatted.filter { $0 != "\r\n" }
    }

    var text: [TextBlock] {
        var blocks: [TextBlock] = [.steps(evaluation.step)]
        if let explanation = evaluation.explanation {
            blocks += [
                .blank, .line(StyledText("The domain says: ", .faint) + StyledText(explanation)),
            ]
        }
        return blocks + [.blank, .line(StyledText(receivedSPF))]
    }

    var document: Document {
        guard case .object(let fields) = summary else { return summary }
        return .object(
            fields + [
                .init("receivedSPF", .string(receivedSPF)), .init("step", evaluation.step.document),
            ])
    }

    /// The result without the way to it.
    var summary: Document {
        .members([
            "result": .string(evaluation.result.word),
            "reason": .text(evaluation.problem),
            "identity": .string(evaluation.request.identity.rawValue),
            "ip": .string("\(evaluation.request.address)"),
            "domain": .string(evaluation.request.domain),
            "mechanism": .text(evaluation.match?.text),
            "decidingDomain": .text(evaluation.match == nil ? nil : evaluation.decidingDomain),
            "explanation": .text(evaluation.explanation),
            "record": .text(evaluation.record),
            "terms": .number(evaluation.termCount),
            "voidLookUps": .number(evaluation.voidLookUpCount),
        ])
    }
}
