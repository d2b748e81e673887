import JSONText
import MailAuth
import MailTypes

extension DMARCEvaluation {
    /// For programs.
    var document: Document {
        .members([
            "result": .string(result.rawValue),
            "reason": .text(reason),
            "domain": .text(authorDomain),
            "method": .string(method.rawValue),
            "recordDomain": .text(recordDomain),
            "record": .text(record?.text),
            "organizationalDomain": .text(organizationalDomain),
            "policy": policy?.document,
            "disposition": .string(disposition.rawValue),
            "overrides": overrides.isEmpty
                ? nil
                : .array(
                    overrides.map {
                        .members([
                            "type": .string($0.kind.rawValue),
                            "comment": $0.comment.isEmpty ? nil : .string($0.comment),
                        ])
                    }),
            "identifiers": .array(identifiers.map(\.document)),
            "queries": .array(queries.map(\.document)),
        ])
    }
}

extension DMARCEvaluation.AppliedPolicy {
    /// For programs.
    var document: Document {
        .members([
            "source": .string(source.rawValue), "published": .string(published.rawValue),
            "applied": .string(applied.rawValue), "domainExists": .flag(authorDomainExists),
        ])
    }
}

extension DMARCIdentifier {
    /// For programs.
    var document: Document {
        .members([
            "mechanism": .string(mechanism.rawValue), "result": .string(result.rawValue),
            "domain": .string(domain.text), "selector": .text(selector),
            "mode": .string(mode == .strict ? "strict" : "relaxed"),
            "alignment": .string(alignmentWord), "aligned": .bool(isAligned),
            "organizationalDomain": .text(organizationalDomain),
        ])
    }

    private var alignmentWord: String {
        switch alignment {
        case .strict: "strict"
        case .relaxed: "relaxed"
        case .none: "none"
        case .unknown: "unknown"
        case .notEvaluated: "notEvaluated"
        }
    }
}

extension DMARCQuery {
    var tone: EvaluationStep.Tone {
        switch outcome {
        case .record, .noData, .nameNotFound, .otherRecords: .plain
        case .severalRecords: .bad
        case .temporaryFailure: .unsure
        }
    }

    /// For programs.
    var document: Document {
        .members([
            "name": .string(name), "result": .string(word), "record": .text(record?.text),
            "reason": .text(failureReason),
        ])
    }

    private var word: String {
        switch outcome {
        case .record: "found"
        case .severalRecords: "several"
        case .otherRecords: "other"
        case .noData: "nodata"
        case .nameNotFound: "nxdomain"
        case .temporaryFailure: "temperror"
        }
    }
}
