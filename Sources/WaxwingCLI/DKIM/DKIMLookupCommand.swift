import ArgumentParser
import DNS
import JSONText
import MailAuth
import MailTypes

struct DKIMLookupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lookup",
        abstract: "Look up a key in the DNS and check it.",
        discussion: """
            Exit status: 0 when signatures may pass with the key, 1 when there is none or they may \
            not, 3 when the DNS does not answer.

            Examples:
              waxwing dkim lookup s1 example.com
              waxwing dkim lookup s1 example.com --resolver 9.9.9.9
            """)

    @Argument(help: "The selector (s=).")
    var selector: DomainArgument

    @Argument(help: "The signing domain (d=).")
    var domain: DomainArgument

    @OptionGroup var dns: DNSOptions
    @OptionGroup var results: OutputOptions

    func run() async throws {
        guard let mailName = try? domain.name.prefixed(with: "\(selector.name)._domainkey"),
            let name = try? DNSName(mailName)
        else { throw ValidationError("Selector and domain make a name too long for the DNS.") }
        let answer = try await dns.resolver().textRecords(of: name)
        let report = DKIMLookupReport(name: name, answer: answer)
        try results.output.write(report)
        try report.status.end()
    }
}

/// What is published under the name of a key.
struct DKIMLookupReport: Presentable {
    let name: DNSName
    let answer: ResolverAnswer<[UInt8]>
    let reviews: [DKIMKeyReview]

    init(name: DNSName, answer: ResolverAnswer<[UInt8]>) {
        self.name = name
        self.answer = answer
        reviews = answer.records.map { DKIMKeyReview($0) }
    }

    var status: CommandStatus {
        if answer.failureReason != nil { return .undetermined }
        return reviews.contains(where: \.isUsable) ? .success : .problem
    }

    var text: [TextBlock] {
        var steps = answer.aliases.dropFirst().map { EvaluationStep("alias", $0.text) }
        if !answer.aliases.isEmpty {
            steps.append(EvaluationStep("alias", answer.canonicalName.text))
        }
        if reviews.count > 1 {
            steps.append(
                EvaluationStep(
                    "\(reviews.count) records", "which one counts is left open (RFC 6376 §3.6.2.2)",
                    tone: .unsure))
        }
        steps += reviews.map(\.step)
        return [.steps(EvaluationStep(name.text, outcome, tone: status.tone, steps: steps))]
    }

    private var outcome: String {
        switch answer.outcome {
        case .records: status == .success ? "found" : "found, but no signature passes with it"
        case .noData: "the name is there, but has no TXT record"
        case .nameNotFound: "no such name"
        case .temporaryFailure(let reason): "not known now: \(reason)"
        }
    }

    var document: Document {
        .members([
            "name": .string(name.text), "result": .string(resultWord),
            "reason": .text(answer.failureReason),
            "canonicalName": answer.aliases.isEmpty ? nil : .string(answer.canonicalName.text),
            "secure": .flag(answer.isSecure),
            "keys": .array(reviews.map(\.document)),
        ])
    }

    private var resultWord: String {
        switch status {
        case .success: "usable"
        case .problem, .usage: reviews.isEmpty ? "missing" : "unusable"
        case .undetermined: "temperror"
        }
    }
}
