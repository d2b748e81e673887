import ArgumentParser
import JSONText
import MailAuth
import MailTypes

struct DMARCCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Evaluate DMARC from the results of SPF and DKIM.",
        discussion: """
            Exit status: 0 for pass, 3 for temperror, else 1.

            Examples:
              waxwing dmarc check --from example.com --spf pass:bounces.example.com
              waxwing dmarc check --from example.com --spf fail:example.net --dkim pass:example.com
            """)

    @Option(help: ArgumentHelp("The author domain: that of From.", valueName: "domain"))
    var from: DomainArgument

    @Option(
        help: ArgumentHelp(
            "What SPF found about the domain of MAIL FROM.", valueName: "result:domain"))
    var spf: MechanismArgument?

    @Option(
        help: ArgumentHelp(
            "What verifying a signature found, and its d= (and s=). May be repeated.",
            valueName: "result:domain:selector"))
    var dkim: [MechanismArgument] = []

    @OptionGroup var mode: DMARCModeOptions
    @OptionGroup var dns: DNSOptions
    @OptionGroup var results: OutputOptions

    func run() async throws {
        let evaluation = await mode.evaluator.evaluate(
            authorDomain: from.name,
            spf: spf.map { DMARCEvaluator.SPFInput($0.result, domain: $0.domain) },
            dkim: dkim.map {
                DMARCEvaluator.DKIMInput($0.result, domain: $0.domain, selector: $0.selector)
            },
            resolver: try dns.resolver())
        let report = DMARCCheckReport(evaluation: evaluation)
        try results.output.write(report)
        try report.status.end()
    }
}

/// `pass:example.com`, or for a signature `pass:example.com:s1`.
struct MechanismArgument: ExpressibleByArgument {
    let result: DMARCMechanismResult
    let domain: DomainName
    let selector: String?

    init?(argument: String) {
        let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count),
            let result = DMARCMechanismResult(rawValue: String(parts[0])),
            let domain = try? DomainName(parsing: parts[1])
        else { return nil }
        self.result = result
        self.domain = domain
        selector = parts.count == 3 ? String(parts[2]) : nil
    }
}

private struct DMARCCheckReport: Presentable {
    let evaluation: DMARCEvaluation

    var status: CommandStatus {
        switch evaluation.result {
        case .pass: .success
        case .temperror: .undetermined
        case .none, .fail, .permerror: .problem
        }
    }

    var text: [TextBlock] { [.steps(evaluation.step)] }
    var document: Document { evaluation.document }
}
