import ArgumentParser

struct ARCCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "arc",
        abstract: "Verify ARC chains, and seal messages (RFC 8617).",
        discussion: """
            Examples:
              waxwing arc verify message.eml
              waxwing arc seal --key s1.pem --domain example.org --selector s1 \
            --authserv-id mx.example.org in.eml > out.eml
            """,
        subcommands: [ARCVerifyCommand.self, ARCSealCommand.self])
}
