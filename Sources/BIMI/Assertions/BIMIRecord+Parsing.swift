import MailAuth
import MailTypes

extension BIMIRecord {
    /// Reads the strings of a TXT record, joined with nothing between.
    ///
    /// Nothing is mended: receivers must not correct case or syntax. Unknown tags are passed over, and
    /// so is an unknown value of `avp=`.
    public init(parsing text: [UInt8]) throws(BIMIRecordError) {
        guard text.count <= Self.lengthLimit else {
            throw BIMIRecordError.syntax(
                SyntaxError(expected: .end, offset: Self.lengthLimit))
        }
        let tags: TagList
        do {
            tags = try TagList(parsing: text[...])
        } catch {
            throw BIMIRecordError.syntax(error)
        }
        guard let first = tags.tags.first, first.name.elementsEqual("v".utf8),
            first.value.elementsEqual("BIMI1".utf8)
        else { throw BIMIRecordError.version }
        guard let location = tags["l"] else { throw BIMIRecordError.locationMissing }
        self.init(
            location: try Self.uri(location, tag: "l"),
            evidence: try tags["a"].flatMap { (tag) throws(BIMIRecordError) in
                try Self.uri(tag, tag: "a")
            },
            avatarPreference: tags["avp"].flatMap { AvatarPreference(rawValue: $0.compactText) }
                ?? .brand,
            localPartPrefixes: try tags["lps"].map { (tag) throws(BIMIRecordError) in
                try Self.prefixes(tag)
            })
    }

    /// Nil for an empty value.
    private static func uri(_ tag: Tag, tag name: String) throws(BIMIRecordError) -> String? {
        let value = tag.value
        guard !value.isEmpty else { return nil }
        let text = String(decoding: value, as: UTF8.self)
        guard URISyntax.httpsHost(of: value) != nil, !value.contains(UInt8(ascii: ",")) else {
            throw BIMIRecordError.uri(tag: name, value: text)
        }
        return text
    }

    private static func prefixes(_ tag: Tag) throws(BIMIRecordError) -> [String] {
        guard !tag.value.isEmpty else { return [] }
        var prefixes: [String] = []
        for part in tag.value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        {
            let prefix = part.trimmingFoldingWhitespace
            guard !prefix.isEmpty, prefixes.count < prefixCountLimit,
                prefix.allSatisfy({ $0.isAlphanumeric || $0 == UInt8(ascii: "-") })
            else { throw BIMIRecordError.localPartPrefixes }
            prefixes.append(String(decoding: prefix, as: UTF8.self).asciiLowercased)
        }
        return prefixes
    }
}
