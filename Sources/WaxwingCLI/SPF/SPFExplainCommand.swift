import ArgumentParser
import DNS
import JSONText
import MailAuth

struct SPFExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Follow a domain's SPF record through all it includes, and count look-ups.",
        discussion: """
            Shows which records lead to which, how many of the ten terms with look-ups each of \
            them takes, and what receivers will object to, whoever sends. Exit status: 0 when there \
            is nothing to object to, 1 when there is, 3 when the DNS does not answer.

            Example:
              waxwing spf explain example.com
            """)

    @Argument(help: "The domain.")
    var domain: DNSNameArgument

    @OptionGroup var dns: DNSOptions
    @OptionGroup var results: OutputOptions

    func run() async throws {
        let survey = await SPFSurvey.survey(domain.name, resolver: try dns.resolver())
        let report = SPFSurveyReport(domain: domain.name, survey: survey)
        try results.output.write(report)
        try report.status.end()
    }
}

struct SPFSurveyReport: Presentable {
    let domain: DNSName
    let survey: SPFSurvey

    private var problems: [SPFProblem] { survey.problems() }

    var status: CommandStatus {
        let problems = problems
        if problems.contains(where: { !$0.isTemporary }) { return .problem }
        if !problems.isEmpty { return .undetermined }
        return survey.root.record == nil ? .problem : .success
    }

    private var outcome: String {
        let problems = problems
        if let first = problems.first {
            return problems.count == 1 ? "\(first)" : "\(problems.count) problems"
        }
        guard survey.root.record != nil else { return "no SPF record" }
        let count = "\(survey.termCount) of \(SPFLimits().termLimit) terms with look-ups"
        return survey.isComplete ? count : "\(count), and what hangs on the message"
    }

    var text: [TextBlock] {
        let problems = problems
        let told = problems.count < 2 ? [] : problems
        return [
            .steps(
                EvaluationStep(
                    "SPF of \(domain)", outcome, tone: status.tone,
                    steps: told.map {
                        EvaluationStep("\($0)", tone: $0.isTemporary ? .unsure : .bad)
                    } + [survey.step]))
        ]
    }

    var document: Document {
        .members([
            "domain": .string(domain.text),
            "terms": .number(survey.termCount),
            "complete": .flag(survey.isComplete),
            "problems": .array(
                problems.map {
                    .members([
                        "text": .string("\($0)"), "temporary": .bool($0.isTemporary),
                    ])
                }),
            "branches": .array(survey.branches.map(\.document)),
        ])
    }
}

extension SPFSurvey.Branch {
    fileprivate var document: Document {
        .members([
            "domain": .text(domain), "term": .text(term), "record": .text(record),
            "terms": .number(termCount),
            "lookUpTerms": .texts(terms.map(\.text)),
            "voidTerms": .texts(terms.filter(\.isVoid).map(\.text)),
        ])
    }
}
