import ArgumentParser

struct SPFCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "spf",
        abstract: "Check who may send for a domain, and look at SPF records (RFC 7208).",
        discussion: """
            Examples:
              waxwing spf check --ip 192.0.2.1 --mail-from alice@example.com --helo mx.example.com
              waxwing spf lookup example.com
              waxwing spf explain example.com
              waxwing spf record 'v=spf1 mx -all'
            """,
        subcommands: [
            SPFCheckCommand.self, SPFLookupCommand.self, SPFExplainCommand.self,
            SPFRecordCommand.self,
        ])
}
