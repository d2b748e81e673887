import MailMessage
import MailTypes

/// The fields for programs in a report: groups with empty lines between them.
struct ReportFields {
    /// Most groups of one report that are read.
    static let groupLimit = 10_000

    let groups: [HeaderSection]

    /// Finds the part of the message that has one of the media types, and takes it apart.
    init?(in message: Message, mediaTypes: [String]) {
        let part = message.parts.root.allParts.first {
            mediaTypes.contains($0.contentType.mediaType)
        }
        guard let part else { return nil }
        // Some systems encode the part, though that is forbidden.
        self.init(part.decodedBytes[...])
    }

    init(_ bytes: ArraySlice<UInt8>) {
        var groups: [HeaderSection] = []
        var rest = bytes
        while !rest.isEmpty, groups.count < Self.groupLimit {
            guard let group = try? HeaderSection(parsing: rest) else { break }
            if !group.fields.isEmpty { groups.append(group) }
            rest = rest.dropFirst(group.sizeInBytes)
        }
        self.groups = groups
    }
}

extension HeaderSection {
    /// The value of a field without comments and white space around.
    func reportValue(_ name: String) -> String? {
        guard let value = first(name)?.unfoldedValue, !value.isEmpty else { return nil }
        return String(decoding: value, as: UTF8.self)
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
