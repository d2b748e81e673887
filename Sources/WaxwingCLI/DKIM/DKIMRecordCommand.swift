import ArgumentParser
import JSONText
import MailAuth

struct DKIMRecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Check the text of a key record, without asking the DNS.",
        discussion: """
            Takes the text as it is, or the quoted strings of a zone file or of dig. Exit status: 0 \
            when signatures may pass with the key, else 1.

            Examples:
              waxwing dkim record 'v=DKIM1; k=rsa; p=MIIBIjANBg...'
              dig +short TXT s1._domainkey.example.com | waxwing dkim record -
            """)

    @Argument(help: "The text of the record, or - for standard input.")
    var text: String

    @OptionGroup var results: OutputOptions

    func run() async throws {
        let review = DKIMKeyReview(try RecordText.read(text))
        try results.output.write(DKIMRecordReport(review: review))
        try (review.isUsable ? CommandStatus.success : .problem).end()
    }
}

private struct DKIMRecordReport: Presentable {
    let review: DKIMKeyReview

    var text: [TextBlock] { [.steps(review.step)] }
    var document: Document { review.document }
}
