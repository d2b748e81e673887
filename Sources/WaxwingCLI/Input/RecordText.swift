import DNS
import MailTypes

/// The text of a TXT record on the command line.
enum RecordText {
    /// Longest text that is read, in bytes.
    private static let sizeLimit = 65_536

    /// The text of an argument, where `-` stands for standard input.
    static func read(_ argument: String) throws(InputError) -> [UInt8] {
        try joined(
            argument == "-" ? try BoundedFile.readText("-", limit: sizeLimit) : argument)
    }

    /// The joined strings where there are quotation marks, else the text without its line end.
    static func joined(_ text: String) throws(InputError) -> [UInt8] {
        let trimmed = Array(text.utf8)[...].trimmingFoldingWhitespace
        guard trimmed.first == UInt8(ascii: "\"") else { return Array(trimmed) }
        let line = ". TXT ( \(String(decoding: trimmed, as: UTF8.self)) )"
        guard let record = try? ZoneFileParser.parse(line).first,
            let joined = record.data.joinedText
        else { throw InputError("these are no strings of a TXT record") }
        return joined
    }
}
