import JSONText
import MailAuth

/// One DMARC record with what its owner should know.
struct DMARCRecordReview: Presentable, Equatable, Sendable {
    let record: DMARCRecord
    let findings: [ReviewFinding]

    init(_ record: DMARCRecord) {
        self.record = record
        var findings: [ReviewFinding] = []
        switch record.standing {
        case .asPublished: break
        case .asPolicyNone:
            findings.append(
                ReviewFinding(
                    .bad, "a policy is missing or broken: it counts as p=none (RFC 9989 §4.10.1)"))
        case .notApplied:
            findings.append(
                ReviewFinding(
                    .bad,
                    "a policy is missing or broken: the record has no effect "
                        + "(RFC 9989 §4.10.1)"))
        }
        findings += record.findings.map { ReviewFinding(.unsure, "\($0)") }
        if record.isTesting {
            findings.append(ReviewFinding(.plain, "t=y: policies are applied one level softer"))
        }
        if record.aggregateReportURIs.isEmpty {
            findings.append(
                ReviewFinding(.plain, "no rua=: nobody reports to the domain how its mail fares"))
        }
        self.findings = findings
    }

    /// Whether its policies apply as they are published.
    var isUsable: Bool { record.standing == .asPublished }

    var step: EvaluationStep {
        let isDoubtful = findings.contains { $0.tone == .unsure }
        return EvaluationStep(
            "record", record.text, tone: !isUsable ? .bad : isDoubtful ? .unsure : .good,
            steps: findings.map(\.step))
    }

    var text: [TextBlock] { [.steps(step)] }

    var document: Document {
        .members([
            "text": .string(record.text), "usable": .bool(isUsable),
            "standing": .string(standingWord),
            "p": .text(record.policy?.rawValue), "sp": .text(record.subdomainPolicy?.rawValue),
            "np": .text(record.nonexistentDomainPolicy?.rawValue),
            "psd": .string(record.publicSuffix.rawValue), "testing": .bool(record.isTesting),
            "adkim": .string(record.dkimAlignment.rawValue),
            "aspf": .string(record.spfAlignment.rawValue),
            "rua": .texts(record.aggregateReportURIs.map(\.text)),
            "ruf": .texts(record.failureReportURIs.map(\.text)),
            "fo": .texts(record.failureOptions.map(\.rawValue).sorted()),
            "findings": .array(findings.map(\.document)),
        ])
    }

    private var standingWord: String {
        switch record.standing {
        case .asPublished: "asPublished"
        case .asPolicyNone: "asPolicyNone"
        case .notApplied: "notApplied"
        }
    }
}
