import ArgumentParser
import DNS
import MailAuth
import MailTypes

struct DKIMVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verify the DKIM signatures of messages.",
        discussion: """
            A message passes when at least one of its signatures does. Exit status: 0 when all \
            messages pass, 1 when one does not, 2 when one cannot be read, 3 when a key could not \
            be looked up.

            Examples:
              waxwing dkim verify message.eml
              waxwing dkim verify --json --dns keys.zone Maildir/cur
              waxwing dkim verify --now 2024-05-01T12:00:00Z old.eml
            """)

    @OptionGroup var messages: MessageArguments
    @OptionGroup var dns: DNSOptions
    @OptionGroup var clock: ClockOptions
    @OptionGroup var results: OutputOptions

    func run() async throws {
        let keys = ResolverDKIMKeys(try dns.resolver())
        let now = clock.now
        let output = results.output
        var summary = MessageSummary()
        try await inOrder(try messages.paths()) { path in
            await DKIMMessageReport.make(of: path, keys: keys, now: now)
        } each: { report in
            summary.count(report.result, report.status)
            try output.write(report)
        }
        if output.isText, summary.total > 1 { try output.write(summary) }
        try summary.status.end()
    }
}
