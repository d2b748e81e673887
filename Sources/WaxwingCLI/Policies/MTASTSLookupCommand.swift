import ArgumentParser
import JSONText
import MailAuth
import MailTypes

struct MTASTSLookupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lookup",
        abstract: "Look up whether a domain announces an MTA-STS policy.",
        discussion: """
            Says where the policy is, and does not fetch it. Exit status: 0 when there is a record, \
            1 when not, 3 when the DNS does not answer.

            Example:
              waxwing mta-sts lookup example.com
            """)

    @Argument(help: "The domain of the recipients.")
    var domain: DomainArgument

    @OptionGroup var dns: DNSOptions
    @OptionGroup var results: OutputOptions

    func run() async throws {
        let lookup = await MTASTSRecordLookup.lookUp(domain.name, resolver: try dns.resolver())
        let report = MTASTSLookupReport(domain: domain.name, lookup: lookup)
        try results.output.write(report)
        try report.status.end()
    }
}

struct MTASTSLookupReport: Presentable {
    let domain: DomainName
    let lookup: MTASTSRecordLookup

    var status: CommandStatus {
        switch lookup {
        case .record: .success
        case .none: .problem
        case .temporaryFailure: .undetermined
        }
    }

    private var record: MTASTSRecord? {
        guard case .record(let record) = lookup else { return nil }
        return record
    }

    private var reason: String? {
        switch lookup {
        case .record: nil
        case .none(let reason), .temporaryFailure(let reason): reason
        }
    }

    private var policyURL: String {
        "https://\(MTASTSPolicy.hostLabel).\(domain)\(MTASTSPolicy.path)"
    }

    private var outcome: String {
        switch lookup {
        case .record(let record): "a policy is announced, id=\(record.id)"
        case .none(let reason): "no policy is announced: \(reason)"
        case .temporaryFailure(let reason): "not known now: \(reason)"
        }
    }

    var text: [TextBlock] {
        let steps = record == nil ? [] : [EvaluationStep("policy", "at \(policyURL)")]
        return [
            .steps(
                EvaluationStep(
                    "TXT \(MTASTSRecord.label).\(domain)", outcome, tone: status.tone,
                    steps: steps))
        ]
    }

    var document: Document {
        .members([
            "domain": .string(domain.text), "result": .string(word), "reason": .text(reason),
            "id": .text(record?.id), "policy": record == nil ? nil : .string(policyURL),
        ])
    }

    private var word: String {
        switch lookup {
        case .record: "found"
        case .none: "missing"
        case .temporaryFailure: "temperror"
        }
    }
}
