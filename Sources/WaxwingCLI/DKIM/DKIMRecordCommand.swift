import ArgumentParser
import DNS
import JSONText
import MailAuth
import MailTypes

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

    /// Longest text that is read, in bytes.
    private static let sizeLimit = 65_536

    @Argument(help: "The text of the record, or - for standard input.")
    var text: String

    @OptionGroup var results: OutputOptions

    func run() async throws {
        let text =
            text == "-" ? try BoundedFile.readText("-", limit: Self.sizeLimit) : text
        let review = DKIMKeyReview(try Self.recordText(text))
        try results.output.write(DKIMRecordReport(review: review))
        try (review.isUsable ? CommandStatus.success : .problem).end()
    }

    /// The joined strings where there are quotation marks, else the text without its line end.
    static func recordText(_ text: String) throws(InputError) -> [UInt8] {
        let trimmed = Array(text.utf8)[...].trimmingFoldingWhitespace
        guard trimmed.first == UInt8(ascii: "\"") else { return Array(trimmed) }
        let line = ". TXT ( \(String(decoding: trimmed, as: UTF8.self)) )"
        guard let record = try? ZoneFileParser.parse(line).first,
            let joined = record.data.joinedText
        else { throw InputError("these are no strings of a TXT record") }
        return joined
    }
}

private struct DKIMRecordReport: Presentable {
    let review: DKIMKeyReview

    var text: [TextBlock] { [.steps(review.step)] }
    var document: Document { review.document }
}
