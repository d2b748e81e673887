import ArgumentParser
import DNS
import JSONText
import MailAuth
import MailTypes

struct SPFLookupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lookup",
        abstract: "Look up the SPF record of a domain and read it.",
        discussion: """
            Looks at the one record; `spf explain` follows what it includes. Exit status: 0 when \
            there is a record that can be used, 1 when not, 3 when the DNS does not answer.

            Example:
              waxwing spf lookup example.com
            """)

    @Argument(help: "The domain.")
    var domain: DNSNameArgument

    @OptionGroup var dns: DNSOptions
    @OptionGroup var results: OutputOptions

    func run() async throws {
        let answer = try await dns.resolver().textRecords(of: domain.name)
        let report = SPFLookupReport(name: domain.name, answer: answer)
        try results.output.write(report)
        try report.status.end()
    }
}

/// The SPF records among the TXT records of a domain.
struct SPFLookupReport: Presentable {
    let name: DNSName
    let answer: ResolverAnswer<[UInt8]>
    let reviews: [SPFRecordReview]

    init(name: DNSName, answer: ResolverAnswer<[UInt8]>) {
        self.name = name
        self.answer = answer
        reviews = answer.records.filter { SPFRecord.isRecord($0[...]) }
            .map { SPFRecordReview($0) }
    }

    var status: CommandStatus {
        if answer.failureReason != nil { return .undetermined }
        return reviews.count == 1 && reviews[0].isUsable ? .success : .problem
    }

    private var outcome: String {
        if let reason = answer.failureReason { return "not known now: \(reason)" }
        switch reviews.count {
        case 0: return "no SPF record"
        case 1: return reviews[0].isUsable ? "found" : "found, but receivers cannot use it"
        case let count: return "\(count) SPF records, where one may be (RFC 7208 §3.2)"
        }
    }

    var text: [TextBlock] {
        [
            .steps(
                EvaluationStep(
                    "TXT \(name)", outcome, tone: status.tone, steps: reviews.map(\.step)))
        ]
    }

    var document: Document {
        .members([
            "name": .string(name.text), "result": .string(word),
            "reason": .text(answer.failureReason), "secure": .flag(answer.isSecure),
            "records": .array(reviews.map(\.document)),
        ])
    }

    private var word: String {
        switch status {
        case .success: "usable"
        case .problem, .usage: reviews.isEmpty ? "missing" : "unusable"
        case .undetermined: "temperror"
        }
    }
}

extension CommandStatus {
    /// How a step with this outcome looks.
    var tone: EvaluationStep.Tone {
        switch self {
        case .success: .good
        case .problem, .usage: .bad
        case .undetermined: .unsure
        }
    }
}
