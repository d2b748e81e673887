import JSONText
import MailAuth

/// The text of a record that is none.
struct UnreadableRecord: Presentable {
    let bytes: [UInt8]
    let reason: String

    init(text: [UInt8], reason: String) {
        bytes = text
        self.reason = reason
    }

    var text: [TextBlock] {
        [
            .steps(
                EvaluationStep(
                    "record", reason, tone: .bad, steps: [EvaluationStep(StyledText.escaped(bytes))]
                ))
        ]
    }

    var document: Document {
        .members([
            "text": .string(String(decoding: bytes, as: UTF8.self)), "usable": .bool(false),
            "reason": .string(reason),
        ])
    }
}
