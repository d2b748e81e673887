import ArgumentParser
import DNS
import JSONText

struct DNSCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dns",
        abstract: "Look at the DNS as the other commands see it.",
        discussion: """
            Example:
              waxwing dns query example.com MX
            """,
        subcommands: [DNSQueryCommand.self])
}

struct DNSQueryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query",
        abstract: "Look up the records of a name.",
        discussion: """
            Exit status: 0 when there are records, 1 when there are none, 3 when the DNS does not \
            answer.

            Examples:
              waxwing dns query _dmarc.example.com TXT
              waxwing dns query example.com MX --resolver 127.0.0.1:8053
            """)

    @Argument(help: "The name.")
    var name: DNSNameArgument

    @Argument(help: "The type of the records: A, AAAA, MX, TXT, TYPE65 …")
    var type: RecordTypeArgument

    @OptionGroup var dns: DNSOptions
    @OptionGroup var results: OutputOptions

    func run() async throws {
        let answer = try await dns.resolver().lookUp(name.name, type.type)
        let report = DNSQueryReport(name: name.name, type: type.type, answer: answer)
        try results.output.write(report)
        try report.status.end()
    }
}

struct RecordTypeArgument: ExpressibleByArgument {
    let type: DNSRecordType

    init?(argument: String) {
        guard let type = DNSRecordType(parsing: argument) else { return nil }
        self.type = type
    }
}
