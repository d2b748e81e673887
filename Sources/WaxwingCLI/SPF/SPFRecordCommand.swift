import ArgumentParser

struct SPFRecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Read the text of an SPF record, without asking the DNS.",
        discussion: """
            Takes the text as it is, or the quoted strings of a zone file or of dig. Exit status: 0 \
            when receivers can evaluate the record, else 1.

            Examples:
              waxwing spf record 'v=spf1 mx include:_spf.example.net -all'
              dig +short TXT example.com | grep spf1 | waxwing spf record -
            """)

    @Argument(help: "The text of the record, or - for standard input.")
    var text: String

    @OptionGroup var results: OutputOptions

    func run() async throws {
        let review = SPFRecordReview(try RecordText.read(text))
        try results.output.write(review)
        try (review.isUsable ? CommandStatus.success : .problem).end()
    }
}
