import DNS
import JSONText

/// What is to change in the records of one name and type, so that they become what they should be.
///
///     _dmarc.example.com. TXT
///     - "v=DMARC1; p=none"
///     + "v=DMARC1; p=reject; rua=mailto:dmarc@example.com"
struct RecordDifference: Equatable, Sendable {
    let name: DNSName
    let type: DNSRecordType
    /// In the order in which they are found in the DNS; the others as they are wanted.
    let kept: [DNSRecordData]
    let removed: [DNSRecordData]
    let added: [DNSRecordData]

    init(
        name: DNSName, type: DNSRecordType, found: [DNSRecordData], wanted: [DNSRecordData]
    ) {
        self.name = name
        self.type = type
        kept = found.filter(wanted.contains)
        removed = found.filter { !wanted.contains($0) }
        added = wanted.filter { !found.contains($0) }
    }

    var isEmpty: Bool { removed.isEmpty && added.isEmpty }

    func lines(width: Int?) -> [StyledText] {
        var lines = [StyledText("\(name.absoluteText) \(type)", .strong)]
        func write(_ data: [DNSRecordData], _ sign: String, _ style: StyledText.Style) {
            for data in data {
                lines += StyledText("\(data)", style).wrapped(
                    to: width, first: StyledText("\(sign) ", style), rest: "  ")
            }
        }
        write(kept, " ", .plain)
        write(removed, "-", .bad)
        write(added, "+", .good)
        return lines
    }

    /// For programs.
    var document: Document {
        func texts(_ data: [DNSRecordData]) -> Document {
            .array(data.map { .string("\($0)") })
        }
        return .members([
            "name": .string(name.absoluteText), "type": .string("\(type)"), "keep": texts(kept),
            "remove": texts(removed), "add": texts(added),
        ])
    }
}
