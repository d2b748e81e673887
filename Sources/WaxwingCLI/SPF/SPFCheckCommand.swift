import ArgumentParser
import DNS
import MailAuth
import MailTypes

struct SPFCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check whether a client may send for a domain.",
        discussion: """
            Checks MAIL FROM when it is given, be it empty, else HELO. With --batch, each line of \
            the file is a JSON object with "ip", "mail_from" and "helo", and gives one line of \
            JSON, in the same order.

            Exit status: 0 for pass, 3 for temperror, else 1. With --batch it is 0 when all lines \
            were read, whatever the results, and 2 when one was not.

            Examples:
              waxwing spf check --ip 192.0.2.1 --mail-from alice@example.com --helo mx.example.com
              waxwing spf check --ip 2001:db8::1 --helo mx.example.com --json
              waxwing spf check --batch clients.jsonl --dns example.zone
            """)

    @Option(help: ArgumentHelp("The address of the client.", valueName: "address"))
    var ip: AddressArgument?

    @Option(
        help: ArgumentHelp(
            "The address in MAIL FROM, without the angle brackets; empty for bounces.",
            valueName: "address"))
    var mailFrom: String?

    @Option(help: ArgumentHelp("What the client said behind HELO or EHLO.", valueName: "name"))
    var helo: String?

    @Option(help: ArgumentHelp("The name of the host that checks.", valueName: "name"))
    var receiver = "unknown"

    @Option(
        help: ArgumentHelp(
            "Check the clients in this file, one JSON object a line; - for standard input.",
            valueName: "file"),
        completion: .file())
    var batch: String?

    @OptionGroup var dns: DNSOptions
    @OptionGroup var clock: ClockOptions
    @OptionGroup var results: OutputOptions

    func validate() throws {
        if batch != nil {
            guard ip == nil, mailFrom == nil, helo == nil else {
                throw ValidationError(
                    "--batch takes --ip, --mail-from and --helo from the lines of its file.")
            }
        } else {
            guard ip != nil else { throw ValidationError("Give the client's address with --ip.") }
            guard mailFrom != nil || helo != nil else {
                throw ValidationError("Give what is to be checked: --mail-from, --helo or both.")
            }
        }
    }

    func run() async throws {
        let evaluator = SPFEvaluator(receiver: receiver)
        if let batch {
            try await SPFBatch(
                evaluator: evaluator, resolver: dns.resolver(), now: clock.now
            ).run(batch, output: results.lineOutput)
            return
        }
        guard let ip else { return }
        let request = SPFRequest(mailFrom: mailFrom, helo: helo, address: ip.address)
        let evaluation = await evaluator.check(
            request, resolver: try dns.resolver(), now: clock.now)
        let report = SPFCheckReport(evaluation: evaluation, receiver: receiver)
        try results.output.write(report)
        try report.status.end()
    }
}

extension SPFRequest {
    /// MAIL FROM where it was given, else HELO.
    init(mailFrom: String?, helo: String?, address: IPAddress) {
        if let mailFrom {
            self.init(sender: mailFrom, helo: helo ?? "", address: address)
        } else {
            self.init(helo: helo ?? "", address: address)
        }
    }
}

/// An IPv4 or IPv6 address on the command line.
struct AddressArgument: ExpressibleByArgument {
    let address: IPAddress

    init?(argument: String) {
        guard let address = IPAddress(parsing: argument) else { return nil }
        self.address = address
    }
}
