import ArgumentParser
import JSONText
import MailAuth
import MailTypes

struct DMARCLookupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lookup",
        abstract: "Find the DMARC policy that applies to mail from a domain.",
        discussion: """
            Shows each look-up on the way, the record that counts, and what its owner should know. \
            Exit status: 0 when a policy applies as it is published, 1 when not, 3 when the DNS \
            does not answer.

            Examples:
              waxwing dmarc lookup mail.example.com
              waxwing dmarc lookup example.co.uk --mode psl
            """)

    @Argument(help: "The author domain: that of From.")
    var domain: DomainArgument

    @OptionGroup var mode: DMARCModeOptions
    @OptionGroup var dns: DNSOptions
    @OptionGroup var results: OutputOptions

    func run() async throws {
        let evaluation = await mode.evaluator.evaluate(
            authorDomain: domain.name, spf: nil, dkim: [], resolver: try dns.resolver())
        let report = DMARCLookupReport(domain: domain.name, evaluation: evaluation)
        try results.output.write(report)
        try report.status.end()
    }
}

/// Which policy applies to mail from a domain, whatever the mail.
struct DMARCLookupReport: Presentable {
    let domain: DomainName
    let evaluation: DMARCEvaluation
    private let review: DMARCRecordReview?

    init(domain: DomainName, evaluation: DMARCEvaluation) {
        self.domain = domain
        self.evaluation = evaluation
        review = evaluation.record.map { DMARCRecordReview($0) }
    }

    var status: CommandStatus {
        switch evaluation.reason {
        case .lookupFailed: .undetermined
        case .noAuthorDomain, .invalidAuthorDomain, .noRecord, .severalRecords, .unusableRecord:
            .problem
        case .mechanismUndecided, nil: review?.isUsable == true ? .success : .problem
        }
    }

    private var outcome: String {
        if let reason = evaluation.reason, reason != .mechanismUndecided { return "\(reason)" }
        guard let policy = evaluation.policy else { return "no policy applies" }
        let source = evaluation.recordDomain.map { " of \($0)" } ?? ""
        let softened = policy.applied == policy.published ? "" : ", softened by t=y"
        return "\(policy.applied.rawValue), by \(policy.source.rawValue)\(source)\(softened)"
    }

    var text: [TextBlock] {
        var steps = evaluation.queries.map { query in
            EvaluationStep(query.name, "\(query.outcome)", tone: query.tone)
        }
        if let organization = evaluation.organizationalDomain {
            steps.append(EvaluationStep("Organizational Domain", organization.text))
        }
        if let review { steps.append(review.step) }
        return [
            .steps(
                EvaluationStep("DMARC of \(domain)", outcome, tone: status.tone, steps: steps))
        ]
    }

    var document: Document {
        .members([
            "domain": .string(domain.text), "result": .string(word),
            "reason": .text(evaluation.reason),
            "method": .string(evaluation.method.rawValue),
            "queries": .array(evaluation.queries.map(\.document)),
            "recordDomain": .text(evaluation.recordDomain),
            "organizationalDomain": .text(evaluation.organizationalDomain),
            "policy": evaluation.policy?.document,
            "record": review?.document,
        ])
    }

    private var word: String {
        switch (status, evaluation.reason) {
        case (.success, _): "found"
        case (.undetermined, _): "temperror"
        case (_, .noRecord): "missing"
        case (_, _): "unusable"
        }
    }
}
