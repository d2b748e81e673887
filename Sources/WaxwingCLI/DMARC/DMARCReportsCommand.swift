import ArgumentParser
import JSONText
import MailAuth
import MailTypes

struct DMARCReportsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reports",
        abstract: "Find out where DMARC reports about a domain go.",
        discussion: """
            Addresses elsewhere count only when their host has said that it takes reports about the \
            domain (RFC 9990 §4). Exit status: 0 when reports go to all addresses, 1 when not, or \
            when there are none, 3 when the DNS does not answer.

            Example:
              waxwing dmarc reports example.com
            """)

    @Argument(help: "The domain.")
    var domain: DomainArgument

    @OptionGroup var mode: DMARCModeOptions
    @OptionGroup var dns: DNSOptions
    @OptionGroup var results: OutputOptions

    func run() async throws {
        let evaluator = mode.evaluator
        let resolver = try dns.resolver()
        let evaluation = await evaluator.evaluate(
            authorDomain: domain.name, spf: nil, dkim: [], resolver: resolver)
        var destinations: [DMARCReportsReport.Destinations] = []
        if let record = evaluation.record, let recordDomain = evaluation.recordDomain {
            for kind in [DMARCReportDestination.Kind.aggregate, .failure] {
                destinations.append(
                    .init(
                        kind: kind,
                        all: await DMARCReportDestination.verify(
                            kind, of: record, at: recordDomain, evaluator: evaluator,
                            resolver: resolver)))
            }
        }
        let report = DMARCReportsReport(
            domain: domain.name, evaluation: evaluation, destinations: destinations)
        try results.output.write(report)
        try report.status.end()
    }
}

/// Where reports about a domain go.
struct DMARCReportsReport: Presentable {
    struct Destinations {
        let kind: DMARCReportDestination.Kind
        let all: [DMARCReportDestination]
    }

    let domain: DomainName
    let evaluation: DMARCEvaluation
    let destinations: [Destinations]

    var status: CommandStatus {
        if case .lookupFailed? = evaluation.reason { return .undetermined }
        let all = destinations.flatMap(\.all)
        guard !all.isEmpty else { return .problem }
        return .combined(all.map(\.status))
    }

    private var outcome: String {
        guard evaluation.record != nil else {
            return evaluation.reason.map { "\($0)" } ?? "no DMARC record applies"
        }
        let all = destinations.flatMap(\.all)
        guard !all.isEmpty else { return "the record asks for none" }
        let good = all.count { $0.status == .success }
        return good == all.count ? "" : "\(good) of \(all.count) addresses get them"
    }

    var text: [TextBlock] {
        var steps: [EvaluationStep] = []
        if let recordDomain = evaluation.recordDomain, let record = evaluation.record {
            steps.append(EvaluationStep("_dmarc.\(recordDomain)", record.text))
        }
        steps += destinations.flatMap { destinations in
            destinations.all.map { $0.step(destinations.kind) }
        }
        return [
            .steps(
                EvaluationStep(
                    "Reports about \(domain)", outcome, tone: status.tone, steps: steps))
        ]
    }

    var document: Document {
        .members([
            "domain": .string(domain.text), "recordDomain": .text(evaluation.recordDomain),
            "record": .text(evaluation.record?.text),
            "reason": .text(evaluation.reason),
            "destinations": .array(
                destinations.flatMap { destinations in
                    destinations.all.map { $0.document(destinations.kind) }
                }),
        ])
    }
}

extension DMARCReportDestination {
    fileprivate var status: CommandStatus {
        switch verdict {
        case .sameOrganization, .authorized, .replaced: .success
        case .lookupFailed: .undetermined
        case .replacedElsewhere, .unauthorized, .noHost, .nameTooLong, .publicSuffix, .beyondLimit:
            .problem
        }
    }

    private var word: String {
        switch verdict {
        case .sameOrganization: "sameOrganization"
        case .authorized: "authorized"
        case .replaced: "replaced"
        case .replacedElsewhere: "replacedElsewhere"
        case .unauthorized: "unauthorized"
        case .noHost: "noHost"
        case .nameTooLong: "nameTooLong"
        case .lookupFailed: "temperror"
        case .publicSuffix: "publicSuffix"
        case .beyondLimit: "beyondLimit"
        }
    }

    private var explanation: String {
        let host = uri.host?.text ?? "the host"
        switch verdict {
        case .sameOrganization: return "gets them: the domain's own organization"
        case .authorized: return "gets them: \(host) takes reports about the domain"
        case .replaced(let uris):
            let texts = uris.map(\.text).joined(separator: ", ")
            return "\(host) wants them at \(texts)"
        case .replacedElsewhere: return "gets none: \(host) names an address elsewhere"
        case .unauthorized: return "gets none: \(host) has not said that it takes them"
        case .noHost: return "gets none: no host that could be asked"
        case .nameTooLong: return "gets none: the name to ask for is too long for the DNS"
        case .lookupFailed(let reason): return "not known now: \(reason)"
        case .publicSuffix: return "gets none: public suffixes get no failure reports"
        case .beyondLimit: return "gets none: there are too many before it"
        }
    }

    fileprivate func step(_ kind: Kind) -> EvaluationStep {
        EvaluationStep("\(kind.rawValue)=\(uri.text)", explanation, tone: status.tone)
    }

    fileprivate func document(_ kind: Kind) -> Document {
        .members([
            "kind": .string(kind.rawValue), "uri": .string(uri.text), "result": .string(word),
            "targets": .texts(targets.map(\.text)),
        ])
    }
}
