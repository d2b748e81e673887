import ArgumentParser
import JSONText
import MailAuth

struct DMARCRecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Read the text of a DMARC record, without asking the DNS.",
        discussion: """
            Takes the text as it is, or the quoted strings of a zone file or of dig. Exit status: 0 \
            when its policies apply as they are written, else 1.

            Examples:
              waxwing dmarc record 'v=DMARC1; p=reject; rua=mailto:dmarc@example.com'
              dig +short TXT _dmarc.example.com | waxwing dmarc record -
            """)

    @Argument(help: "The text of the record, or - for standard input.")
    var text: String

    @OptionGroup var results: OutputOptions

    func run() async throws {
        let text = try RecordText.read(text)
        guard let record = DMARCRecord(parsing: text) else {
            try results.output.write(
                UnreadableRecord(
                    text: text, reason: "no DMARC record: it does not begin with v=DMARC1"))
            return try CommandStatus.problem.end()
        }
        let review = DMARCRecordReview(record)
        try results.output.write(review)
        try (review.isUsable ? CommandStatus.success : .problem).end()
    }
}
