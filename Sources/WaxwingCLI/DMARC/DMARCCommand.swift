import ArgumentParser
import MailAuth
import MailTypes
import PublicSuffixes

struct DMARCCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dmarc",
        abstract: "Find DMARC policies and evaluate them (RFC 9989).",
        discussion: """
            Examples:
              waxwing dmarc lookup mail.example.com
              waxwing dmarc record 'v=DMARC1; p=reject; rua=mailto:dmarc@example.com'
              waxwing dmarc check --from example.com --spf pass:bounces.example.com
              waxwing dmarc reports example.com
            """,
        subcommands: [
            DMARCLookupCommand.self, DMARCRecordCommand.self, DMARCCheckCommand.self,
            DMARCReportsCommand.self,
        ])
}

/// How Organizational Domains are found.
struct DMARCModeOptions: ParsableArguments {
    enum Mode: String, ExpressibleByArgument, CaseIterable {
        case treewalk, psl
    }

    @Option(
        help: ArgumentHelp(
            """
            How Organizational Domains are found: treewalk (RFC 9989), or psl, the list of public \
            suffixes (RFC 7489).
            """, valueName: "mode"))
    var mode = Mode.treewalk

    var evaluator: DMARCEvaluator {
        var evaluator = DMARCEvaluator()
        evaluator.isThorough = true
        if mode == .psl {
            evaluator.organizationalDomains = .publicSuffixList {
                PublicSuffixList.builtin.registrableDomain(of: $0)
            }
        }
        return evaluator
    }
}
