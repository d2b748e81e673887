import ArgumentParser
import BIMI
import JSONText
import MailAuth
import MailTypes

struct BIMILookupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lookup",
        abstract: "Look up the BIMI record of a domain.",
        discussion: """
            Asks at the domain and then at its Organizational Domain, and fetches neither logo nor \
            certificate. Exit status: 0 when there is a record with a logo, 1 when not, 3 when the \
            DNS does not answer.

            Examples:
              waxwing bimi lookup mail.example.com
              waxwing bimi lookup example.com --selector brand
            """)

    @Argument(help: "The author domain: that of From.")
    var domain: DomainArgument

    @Option(help: ArgumentHelp("The selector.", valueName: "name"))
    var selector = BIMISelectorArgument(selector: .default)

    @OptionGroup var dns: DNSOptions
    @OptionGroup var results: OutputOptions

    func run() async throws {
        let resolver = try dns.resolver()
        let walk = await DMARCTreeWalk(from: domain.name, resolver: resolver)
        let discovery: BIMIDiscovery
        if let organization = walk.organizationalDomain {
            discovery = await .find(
                BIMIQuery(
                    authorDomain: domain.name, organizationalDomain: organization,
                    selector: selector.selector), resolver: resolver)
        } else {
            discovery = .temporaryFailure(reason: walk.failureReason ?? "")
        }
        let report = BIMILookupReport(
            domain: domain.name, organizationalDomain: walk.organizationalDomain,
            selector: selector.selector, discovery: discovery)
        try results.output.write(report)
        try report.status.end()
    }
}

struct BIMILookupReport: Presentable {
    let domain: DomainName
    let organizationalDomain: DomainName?
    let selector: BIMISelector
    let discovery: BIMIDiscovery

    private var assertion: BIMIAssertion? {
        guard case .found(let assertion) = discovery else { return nil }
        return assertion
    }

    var status: CommandStatus {
        switch discovery {
        case .found(let assertion): assertion.record.location == nil ? .problem : .success
        case .none, .malformed: .problem
        case .temporaryFailure: .undetermined
        }
    }

    private var outcome: String {
        switch discovery {
        case .found(let assertion) where assertion.record.isDeclination:
            "the domain takes no part"
        case .found(let assertion) where assertion.record.location == nil:
            "found, without a logo"
        case .found: "found"
        case .none(let reason): "none: \(reason)"
        case .malformed(let error, let name): "\(name) is malformed: \(error)"
        case .temporaryFailure(let reason): "not known now: \(reason)"
        }
    }

    private var reason: String? {
        switch discovery {
        case .found: nil
        case .none(let reason), .temporaryFailure(let reason): reason
        case .malformed(let error, _): "\(error)"
        }
    }

    var text: [TextBlock] {
        var steps: [EvaluationStep] = []
        if let organizationalDomain {
            steps.append(EvaluationStep("Organizational Domain", organizationalDomain.text))
        }
        if let assertion {
            steps.append(EvaluationStep("TXT \(assertion.name)", assertion.record.formatted))
            if let location = assertion.record.location {
                steps.append(EvaluationStep("logo", location))
            }
            let evidence = assertion.record.evidence
            steps.append(
                EvaluationStep(
                    "certificate", evidence ?? "none; many receivers show no logo without",
                    tone: evidence == nil ? .unsure : .plain))
        }
        return [
            .steps(
                EvaluationStep(
                    "BIMI of \(domain), selector \(selector)", outcome, tone: status.tone,
                    steps: steps))
        ]
    }

    var document: Document {
        .members([
            "domain": .string(domain.text), "selector": .string(selector.text),
            "organizationalDomain": .text(organizationalDomain), "result": .string(word),
            "reason": .text(reason), "name": .text(assertion?.name),
            "location": .text(assertion?.record.location),
            "evidence": .text(assertion?.record.evidence),
        ])
    }

    private var word: String {
        switch discovery {
        case .found(let assertion): assertion.record.isDeclination ? "declined" : "found"
        case .none: "missing"
        case .malformed: "malformed"
        case .temporaryFailure: "temperror"
        }
    }
}
