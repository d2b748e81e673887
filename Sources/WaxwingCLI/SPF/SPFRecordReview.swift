import JSONText
import MailAuth
import MailTypes

/// One SPF record with what a receiver would say about it.
struct SPFRecordReview: Presentable, Equatable, Sendable {
    let bytes: [UInt8]
    let record: SPFRecord?
    private(set) var findings: [ReviewFinding] = []

    init(_ text: [UInt8]) {
        bytes = text
        do {
            record = try SPFRecord(parsing: text[...])
        } catch {
            record = nil
            let rest = text[min(error.offset, text.count)...]
            findings.append(
                ReviewFinding(
                    .bad,
                    "expected \(error.expected) at “\(String(decoding: rest.prefix(40), as: UTF8.self))”"
                ))
        }
        if let record { review(record) }
    }

    /// Whether receivers can evaluate it.
    var isUsable: Bool { record != nil }

    private mutating func review(_ record: SPFRecord) {
        let limit = SPFLimits().termLimit
        if record.queryingTermCount > limit {
            findings.append(
                ReviewFinding(
                    .bad,
                    "\(record.queryingTermCount) terms query the DNS, and \(limit) may "
                        + "(RFC 7208 §4.6.4)"))
        }
        switch record.finalQualifier {
        case .pass?:
            findings.append(
                ReviewFinding(.bad, "+all: everybody may send for the domain"))
        case nil where record.redirect == nil:
            findings.append(
                ReviewFinding(.unsure, "no all at the end: other clients are neutral"))
        default: break
        }
        let behind = record.directives.dropFirst(record.effectiveDirectives.count)
        if let first = behind.first {
            findings.append(
                ReviewFinding(.unsure, "behind all, “\(first.text)” is never tried"))
        }
        if record.redirect != nil, record.effectiveRedirect == nil {
            findings.append(
                ReviewFinding(.unsure, "beside all, redirect= has no effect (RFC 7208 §6.1)"))
        }
        for directive in record.directives {
            guard case .ptr = directive.mechanism else { continue }
            findings.append(
                ReviewFinding(.unsure, "ptr should not be used (RFC 7208 §5.5)"))
            break
        }
        for modifier in record.otherModifiers {
            findings.append(
                ReviewFinding(.unsure, "“\(modifier.name)=” is not known and ignored"))
        }
    }

    var step: EvaluationStep {
        let isDoubtful = findings.contains { $0.tone != .plain }
        var steps = findings.map(\.step)
        if let record {
            steps += record.directives.map {
                EvaluationStep($0.text, "if it matches: \($0.qualifier.result.word)")
            }
            if let redirect = record.redirect {
                steps.append(EvaluationStep("redirect=\(redirect.text)"))
            }
            if let explanation = record.explanation {
                steps.append(EvaluationStep("exp=\(explanation.text)"))
            }
        }
        return EvaluationStep(
            StyledText.escaped(bytes), record == nil ? "permerror" : "",
            tone: record == nil ? .bad : isDoubtful ? .unsure : .good, steps: steps)
    }

    var text: [TextBlock] { [.steps(step)] }

    var document: Document {
        .members([
            "text": .string(String(decoding: bytes, as: UTF8.self)),
            "usable": .flag(isUsable),
            "directives": record.map { record in
                .array(
                    record.directives.map {
                        .members([
                            "mechanism": .string($0.mechanismText),
                            "result": .string($0.qualifier.result.word),
                        ])
                    })
            },
            "redirect": .text(record?.redirect?.text), "exp": .text(record?.explanation?.text),
            "lookUpTerms": .number(record?.queryingTermCount),
            "findings": .array(findings.map(\.document)),
        ])
    }
}
