import ArgumentParser

struct MTASTSCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mta-sts",
        abstract: "Look at MTA-STS records and policies (RFC 8461).",
        discussion: """
            Examples:
              waxwing mta-sts lookup example.com
              waxwing mta-sts check --policy mta-sts.txt --mx mx1.example.com --mx mx2.example.com
            """,
        subcommands: [MTASTSLookupCommand.self, MTASTSCheckCommand.self])
}
