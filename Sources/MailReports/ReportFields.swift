public import MailMessage
import MailTypes

/// The fields for programs in a report: groups with empty lines between them, the first about the
/// message, and in delivery status notifications one more for each recipient (RFC 3464 §2.1).
public struct ReportFields: Equatable, Sendable {
    /// Most groups of one report that are read.
    public static let groupLimit = 10_000

    public let groups: [HeaderSection]

    /// Finds the part of the message that has one of the media types, and takes it apart.
    /// - Returns: nil when the message has no such part.
    public init?(in message: Message, mediaTypes: [String]) {
        let part = message.parts.root.allParts.first {
            mediaTypes.contains($0.contentType.mediaType)
        }
        guard let part else { return nil }
        // Some systems encode the part, though that is forbidden.
        self.init(part.decodedBytes[...])
    }

    init(_ bytes: ArraySlice<UInt8>) {
        var groups: [HeaderSection] = []
        var fields: [Field] = []
        // A group that begins with something else is text: a delimiter that was not recognised, or
        // what came behind it.
        var isText: Bool?
        var rest = bytes
        while !rest.isEmpty, groups.count < Self.groupLimit {
            guard let section = try? HeaderSection(parsing: rest) else { break }
            isText = isText ?? (section.fields.first?.isWellFormed != true)
            fields += section.fields.filter(\.isWellFormed)
            rest = rest.dropFirst(section.sizeInBytes)
            if section.separator.isEmpty, let end = rest.firstIndex(of: 0x0A) {
                // A single line within a group is a field's that was not folded.
                rest = rest[(end + 1)...]
            } else {
                if section.separator.isEmpty { rest = [] }
                if isText == false { groups.append(HeaderSection(fields)) }
                fields = []
                isText = nil
            }
        }
        if isText == false { groups.append(HeaderSection(fields)) }
        self.groups = groups
    }
}

/// A field of a report that no standard lists.
public struct ReportField: Equatable, Sendable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }

    init(_ field: Field) {
        self.init(name: field.name, value: field.reportValue)
    }
}

extension Field {
    /// The value on one line.
    fileprivate var reportValue: String { String(decoding: unfoldedValue, as: UTF8.self) }
}

extension HeaderSection {
    /// The value of a field without white space around.
    func reportValue(_ name: String) -> String? {
        guard let value = first(name)?.reportValue, !value.isEmpty else { return nil }
        return value
    }

    /// The values of all fields of the name.
    func allReportValues(_ name: String) -> [String] { all(name).map(\.reportValue) }

    /// A number of digits.
    func reportNumber(_ name: String) -> Int? {
        reportValue(name).flatMap { Int(reportText: Array($0.utf8)[...]) }
    }

    /// What stands behind the type: `a@b.example` for `rfc822; a@b.example`.
    func typedReportValue(_ name: String) -> String? {
        guard let value = first(name)?.unfoldedValue else { return nil }
        let semicolon = value.firstIndex(of: UInt8(ascii: ";")).map { $0 + 1 } ?? 0
        let text = value[semicolon...].trimmingFoldingWhitespace
        return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
    }

    func reportDate(_ name: String) -> UnixTime? {
        guard let value = first(name)?.rawValue else { return nil }
        return try? UnixTime(parsingMessageDate: value)
    }
}
