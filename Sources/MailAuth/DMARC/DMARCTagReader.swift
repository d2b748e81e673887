import MailTypes

/// Takes the tags of a DMARC record apart, forgiving as RFC 9989 §4.8 demands: where ``TagList``
/// gives up, this one notes what is wrong and goes on behind the next semicolon.
struct DMARCTagReader {
    private let text: ArraySlice<UInt8>
    private(set) var tags: [DMARCRecord.Tag] = []
    private(set) var findings: [DMARCFinding] = []
    /// The values of tags that come once.
    private(set) var values: [String: String] = [:]
    /// The names of tags that come more than once; none of them counts.
    private(set) var repeated: Set<String> = []

    private static let known: Set = [
        "p", "sp", "np", "psd", "t", "adkim", "aspf", "rua", "ruf", "fo",
    ]
    /// Tags of RFC 7489 that RFC 9989 §9.3 calls historic.
    private static let historic: Set = ["pct", "rf", "ri"]

    init(_ text: ArraySlice<UInt8>) { self.text = text }

    mutating func read() {
        var elements = text.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        // A semicolon may end the record.
        if elements.last?.trimmingFoldingWhitespace.isEmpty == true { elements.removeLast() }
        for element in elements.prefix(DMARCRecord.tagCountLimit) { read(element) }
        if elements.count > DMARCRecord.tagCountLimit { findings.append(.tooManyTags) }
    }

    ///     dmarc-tag = 1*ALPHA *WSP "=" *WSP 1*dmarc-value
    private mutating func read(_ element: ArraySlice<UInt8>) {
        let element = element.trimmingFoldingWhitespace
        guard !element.isEmpty else {
            findings.append(.emptyTag)
            return
        }
        guard let equals = element.firstIndex(of: UInt8(ascii: "=")) else {
            findings.append(.malformedTag(Self.string(element)))
            return
        }
        let name = element[..<equals].trimmingFoldingWhitespace
        let value = element[(equals + 1)...].trimmingFoldingWhitespace
        guard !name.isEmpty, name.allSatisfy({ $0.isAlphanumeric || $0 == UInt8(ascii: "_") })
        else {
            findings.append(.malformedTag(Self.string(element)))
            return
        }
        add(DMARCRecord.Tag(name: Self.string(name).asciiLowercased, value: Self.string(value)))
    }

    private mutating func add(_ tag: DMARCRecord.Tag) {
        tags.append(tag)
        if Self.historic.contains(tag.name) {
            findings.append(
                .historicTag(tag.name, value: tag.value, wasValid: tag.hadValidValue))
        } else if !Self.known.contains(tag.name) {
            findings.append(.unknownTag(tag.name))
        } else if repeated.contains(tag.name) || values[tag.name] != nil {
            values[tag.name] = nil
            if repeated.insert(tag.name).inserted { findings.append(.repeatedTag(tag.name)) }
        } else {
            values[tag.name] = tag.value
        }
    }

    private static func string(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}

extension DMARCRecord.Tag {
    /// Whether a historic tag has a value that RFC 7489 §6.3 gave it.
    fileprivate var hadValidValue: Bool {
        let isNumber = !value.isEmpty && value.utf8.allSatisfy(\.isDigit)
        switch name {
        case "pct": return isNumber && UInt8(value).map { $0 <= 100 } ?? false
        case "ri": return isNumber && UInt32(value) != nil
        default:  // rf, with the second format that early drafts had
            return value.split(separator: ":", omittingEmptySubsequences: false).allSatisfy {
                let word = $0.asciiLowercased.filter { $0 != " " && $0 != "\t" }
                return word == "afrf" || word == "iodef"
            }
        }
    }
}
