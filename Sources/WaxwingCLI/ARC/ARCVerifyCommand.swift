import ArgumentParser
import DNS
import MailAuth
import MailTypes

struct ARCVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verify the ARC chains of messages.",
        discussion: """
            That a chain passes says that it is whole, and nothing about whether its sealers are to \
            be believed. Exit status: 0 when all messages pass, 1 when one does not or has no chain, \
            2 when one cannot be read, 3 when a key could not be looked up.

            Examples:
              waxwing arc verify message.eml
              waxwing arc verify --json --dns keys.zone Maildir/cur
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
            await ARCMessageReport.make(of: path, keys: keys, now: now)
        } each: { report in
            summary.count(report.result, report.status)
            try output.write(report)
        }
        if output.isText, summary.total > 1 { try output.write(summary) }
        try summary.status.end()
    }
}
