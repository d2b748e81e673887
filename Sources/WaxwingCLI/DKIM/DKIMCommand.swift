import ArgumentParser

struct DKIMCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dkim",
        abstract: "Sign messages, verify signatures, make and check keys (RFC 6376).",
        discussion: """
            Examples:
              waxwing dkim verify message.eml
              waxwing dkim keygen --selector s1 --domain example.com --out s1.pem
              waxwing dkim sign --key s1.pem --domain example.com --selector s1 message.eml
              waxwing dkim lookup s1 example.com
            """,
        subcommands: [
            DKIMVerifyCommand.self, DKIMSignCommand.self, DKIMKeygenCommand.self,
            DKIMLookupCommand.self, DKIMRecordCommand.self, DKIMRotateCommand.self,
        ])
}
