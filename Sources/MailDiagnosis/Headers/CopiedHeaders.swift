import MailTypes

/// Header fields as people copy them out of a mailbox: from a web page that dropped the white
/// space in front of folded lines, with a heading above and prose below.
///
/// The result is a header section as RFC 5322 has it. Mending is safe for reading what the fields
/// say, and useless for checking signatures.
public enum CopiedHeaders {
    /// Most bytes that are looked at.
    public static let sizeLimit = 1 << 20

    /// The fields with CRLF line ends, folded lines begun with a space. Whole messages keep their
    /// header section only.
    public static func mended(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var lines = bytes.prefix(sizeLimit).split(
            separator: 0x0A, omittingEmptySubsequences: false
        ).map { $0.last == 0x0D ? $0.dropLast() : $0 }
        // What stands above the first field is a heading, or the `From ` line of a mailbox file.
        lines.removeFirst(lines.prefix { !isFieldStart($0) }.count)
        var mended: [UInt8] = []
        var index = 0
        while index < lines.count {
            let line = lines[index]
            index += 1
            if line.allSatisfy(\.isFoldingWhitespace) {
                while index < lines.count, lines[index].allSatisfy(\.isFoldingWhitespace) {
                    index += 1
                }
                // An empty line ends the fields, unless the page only put it between them.
                guard index < lines.count, isFieldStart(lines[index]) else { break }
                continue
            }
            let isFolded = line.first?.isSpaceOrTab == true
            if !isFolded, !isFieldStart(line) { mended.append(UInt8(ascii: " ")) }
            mended += withoutHiddenAddresses(line)
            mended += [0x0D, 0x0A]
        }
        return mended
    }

    /// Web pages that hide addresses from harvesters put these words in their place. They stand for
    /// something that is lost, and break the grammar of the fields.
    private static let hiddenAddresses = ["[email protected]", "[email\u{A0}protected]"]

    private static func withoutHiddenAddresses(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard line.contains(UInt8(ascii: "[")) else { return line }
        var text = String(decoding: line, as: UTF8.self)
        for hidden in hiddenAddresses { text.replace(hidden, with: "") }
        return Array(text.utf8)[...]
    }

    /// Whether a line begins a field. Names in mail are letters, digits and hyphens, which tells
    /// `h=from:to` and `Mon, 25 Apr 2022 05:56` from fields; no field name is a bare tag.
    private static func isFieldStart(_ line: ArraySlice<UInt8>) -> Bool {
        guard let first = line.first, first.isLetter,
            let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex
        else { return false }
        return line[..<colon].allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
            && !line[colon...].dropFirst().starts(with: "//".utf8)  // of a link
    }
}
