import JSONText
import MailMessage
import MailTypes

/// Values of single header fields: lists of `header`, the value with its line end, and `expected`.
///
/// What a field is, is told from what is expected of it: `c_type` of a content type, `year` of a
/// date, `List` or `Group` of addresses, text of unstructured fields, a list of texts of message
/// identifiers (all with an `@`) or of keywords; any other object is a trace field.
extension Topic {
    static let headers = Topic(name: "headers") { HeaderSuite.run(in: $0) }
}

/// The files of this form in a folder.
enum HeaderSuite {
    static func run(in folder: DataFolder) -> [Case] {
        folder.jsonFiles().flatMap { path, document -> [Case] in
            guard case .array(let entries) = document, !entries.isEmpty,
                entries.allSatisfy({ $0.has("header", "expected") }),
                let form = HeaderForm(of: entries)
            else { return [] }
            return entries.enumerated().map { number, entry in
                let header = Array((entry["header"]?.text ?? "").utf8)
                return Case(
                    path, "\(number + 1)",
                    failure: form.failure(of: header[...], expected: entry["expected"] ?? .null))
            }
        }
    }
}

/// What kind of field the values of a file are.
enum HeaderForm {
    case contentType, date, addresses, text, identifiers, keywords, trace

    init?(of entries: [Document]) {
        guard let sample = entries.compactMap({ $0["expected"] }).first(where: { $0 != .null })
        else { return nil }
        switch sample {
        case .string: self = .text
        case .array:
            let isIdentifiers = entries.allSatisfy { $0["header"]?.text?.contains("@") == true }
            self = isIdentifiers ? .identifiers : .keywords
        case _ where sample["c_type"] != nil: self = .contentType
        case _ where sample["year"] != nil: self = .date
        case _ where sample["List"] != nil || sample["Group"] != nil: self = .addresses
        case .object, .map: self = .trace
        default: return nil
        }
    }

    /// What differs between what is read and what is expected; nil where nothing does.
    func failure(of value: ArraySlice<UInt8>, expected: Document) -> String? {
        // Some entries go on with a second field, which is not to be looked at.
        let field = (try? HeaderSection(parsing: Array("X:".utf8) + value))?.fields.first
        let value = field?.rawValue ?? value
        switch self {
        case .contentType: return MailParserValue.difference(contentType: value, expected)
        case .date: return MailParserValue.difference(date: value, expected)
        case .addresses: return MailParserValue.difference(addresses: value, expected)
        case .trace: return MailParserValue.difference(trace: value, expected)
        case .text:
            return MailParserValue.difference(text: field?.text ?? "", expected.text ?? "")
        case .identifiers:
            let identifiers = MessageIdentifier.list(reading: value).map(\.text)
            return MailParserValue.difference(list: identifiers, expected)
        case .keywords:
            return MailParserValue.difference(list: field?.commaSeparatedTexts ?? [], expected)
        }
    }
}
