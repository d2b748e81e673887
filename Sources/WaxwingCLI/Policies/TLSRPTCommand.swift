import ArgumentParser
import DNS
import JSONText
import MailAuth
import MailTypes

struct TLSRPTCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tls-rpt",
        abstract: "Look at records for reports on TLS (RFC 8460).",
        discussion: """
            Examples:
              waxwing tls-rpt lookup example.com
              waxwing tls-rpt record 'v=TLSRPTv1; rua=mailto:tls@example.com'
            """,
        subcommands: [TLSRPTLookupCommand.self, TLSRPTRecordCommand.self])
}

struct TLSRPTLookupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lookup",
        abstract: "Look up where reports on TLS with a domain go.",
        discussion: """
            Exit status: 0 when there is a record that can be used, 1 when not, 3 when the DNS does \
            not answer.

            Example:
              waxwing tls-rpt lookup example.com
            """)

    @Argument(help: "The domain of the recipients.")
    var domain: DomainArgument

    @OptionGroup var dns: DNSOptions
    @OptionGroup var results: OutputOptions

    func run() async throws {
        guard let name = try? domain.name.prefixed(with: TLSRPTRecord.label) else {
            throw ValidationError("The domain makes a name too long for the DNS.")
        }
        let answer = try await dns.resolver().textRecords(of: name)
        let report = TLSRPTLookupReport(
            name: name, records: answer.records, failureReason: answer.failureReason)
        try results.output.write(report)
        try report.status.end()
    }
}

struct TLSRPTRecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Read the text of a record for reports on TLS, without asking the DNS.",
        discussion: """
            Takes the text as it is, or the quoted strings of a zone file or of dig. Exit status: 0 \
            when the record can be used, else 1.

            Example:
              waxwing tls-rpt record 'v=TLSRPTv1; rua=mailto:tls@example.com'
            """)

    @Argument(help: "The text of the record, or - for standard input.")
    var text: String

    @OptionGroup var results: OutputOptions

    func run() async throws {
        let review = TLSRPTRecordReview(try RecordText.read(text))
        try results.output.write(review)
        try (review.isUsable ? CommandStatus.success : .problem).end()
    }
}

/// What is published for reports on TLS.
struct TLSRPTLookupReport: Presentable {
    let name: DomainName
    let reviews: [TLSRPTRecordReview]
    let failureReason: String?

    init(name: DomainName, records: [[UInt8]], failureReason: String?) {
        self.name = name
        self.failureReason = failureReason
        reviews = records.filter { $0.starts(with: "v=TLSRPTv1".utf8) }
            .map { TLSRPTRecordReview($0) }
    }

    var status: CommandStatus {
        if failureReason != nil { return .undetermined }
        return reviews.count == 1 && reviews[0].isUsable ? .success : .problem
    }

    private var outcome: String {
        if let failureReason { return "not known now: \(failureReason)" }
        switch reviews.count {
        case 0: return "no record: nobody reports"
        case 1: return reviews[0].isUsable ? "found" : "found, but it cannot be used"
        case let count: return "\(count) records, so none counts (RFC 8460 §3)"
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
            "name": .string(name.text), "result": .string(word), "reason": .text(failureReason),
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

/// One record for reports on TLS.
struct TLSRPTRecordReview: Presentable, Equatable, Sendable {
    let bytes: [UInt8]
    let record: TLSRPTRecord?
    let findings: [ReviewFinding]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        do {
            let record = try TLSRPTRecord(parsing: bytes)
            self.record = record
            findings = record.destinations.compactMap { destination in
                guard case .other(let uri) = destination else { return nil }
                return ReviewFinding(.unsure, "no report can be sent to \(uri)")
            }
        } catch {
            record = nil
            findings = [ReviewFinding(.bad, "\(error)")]
        }
    }

    var isUsable: Bool { record != nil }

    var step: EvaluationStep {
        EvaluationStep(
            "record", StyledText.escaped(bytes),
            tone: !isUsable ? .bad : findings.isEmpty ? .good : .unsure,
            steps: findings.map(\.step)
                + (record?.destinations ?? []).map { EvaluationStep("reports go to", $0.uri) })
    }

    var text: [TextBlock] { [.steps(step)] }

    var document: Document {
        .members([
            "text": .string(String(decoding: bytes, as: UTF8.self)), "usable": .bool(isUsable),
            "rua": record.map { .texts($0.destinations.map(\.uri)) },
            "findings": .array(findings.map(\.document)),
        ])
    }
}
