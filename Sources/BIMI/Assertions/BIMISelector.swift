import MailAuth
public import MailTypes

/// The name under which a domain keeps one of its assertion records: `default` in
/// `default._bimi.example.com`.
public struct BIMISelector: Hashable, Sendable {
    public static let `default` = BIMISelector(checked: "default")

    /// In lower case.
    public let text: String

    private init(checked text: String) { self.text = text }

    /// - Throws: ``SyntaxError`` for what is no sequence of labels.
    public init(parsing text: some StringProtocol) throws(SyntaxError) {
        self.text = try DomainName(parsing: text).text
    }

    /// Reads the body of a `BIMI-Selector` field.
    ///
    ///     v=BIMI1; s=brand
    ///
    /// A field counts only when the DKIM signature that is aligned with the author domain signs it.
    public init(parsingField body: ArraySlice<UInt8>) throws(BIMIRecordError) {
        do {
            let tags = try TagList(parsing: body)
            guard let first = tags.tags.first, first.name.elementsEqual("v".utf8),
                first.value.elementsEqual("BIMI1".utf8)
            else { throw BIMIRecordError.version }
            guard let selector = tags["s"] else {
                throw SyntaxError(expected: "“s=”", offset: body.endIndex)
            }
            try self.init(parsing: selector.compactText)
        } catch let error as BIMIRecordError {
            throw error
        } catch let error as SyntaxError {
            throw BIMIRecordError.syntax(error)
        } catch {
            preconditionFailure("the functions above throw these two types only")
        }
    }

    /// The value of a `BIMI-Selector` field.
    public var formattedField: String { "v=BIMI1; s=\(text)" }

    /// The selector of a local-part where a record has prefixes for such (`lps=`).
    ///
    /// `News_Letter.01+x` becomes `news-letter-01`: what follows a plus is cut off, runs of `_` and
    /// `.` become a hyphen, hyphens at the ends go. Nil when the result is no label.
    public init?(localPart: String, prefixes: [String]) {
        let name = localPart.asciiLowercased.utf8.prefix { $0 != UInt8(ascii: "+") }
        var label: [UInt8] = []
        for byte in name {
            let isSeparator = byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
            if !isSeparator {
                label.append(byte)
            } else if label.last != UInt8(ascii: "-") {
                label.append(UInt8(ascii: "-"))
            }
        }
        let hyphen = UInt8(ascii: "-")
        while label.last == hyphen { label.removeLast() }
        let text = String(decoding: label.drop { $0 == hyphen }, as: UTF8.self)
        guard (1...DomainName.labelLengthLimit).contains(text.utf8.count),
            text.utf8.allSatisfy({ $0.isAlphanumeric || $0 == hyphen }),
            prefixes.isEmpty || prefixes.contains(where: text.hasPrefix)
        else { return nil }
        self.init(checked: text)
    }
}

extension BIMISelector: CustomStringConvertible {
    public var description: String { text }
}
