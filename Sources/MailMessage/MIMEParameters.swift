import MailTypes

/// The parameters of a `Content-Type` or `Content-Disposition` field (RFC 2045 §5.1, RFC 2231).
public struct MIMEParameters: Equatable, Sendable {
    /// Most parameters of one field that are read; those behind are passed over.
    public static let countLimit = 100

    /// Names in lower case and values, in their order.
    private var list: [Parameter] = []

    private struct Parameter: Equatable, Sendable {
        let name: String
        let value: String
        let language: String?
    }

    public init() {}

    /// The value of the first parameter of that name; `name` is in lower case.
    public subscript(name: String) -> String? { list.first { $0.name == name }?.value }

    /// The value as people read it: with its encoded words decoded, which do not belong there
    /// (RFC 2047 §5) and which half the world writes.
    public func text(_ name: String) -> String? {
        self[name].map { EncodedWord.decode(Array($0.utf8)[...]) }
    }

    /// The language that an extended value names: `en` of `title*=us-ascii'en'text` (RFC 2231 §4).
    public func language(of name: String) -> String? { list.first { $0.name == name }?.language }

    public var names: [String] { list.map(\.name) }

    /// What one `name=value` says: `title*1*=…` is section 1 of `title`, percent-encoded.
    private struct Section {
        let name: String
        let number: Int
        let isExtended: Bool
        let bytes: ArraySlice<UInt8>
    }

    /// Reads what stands behind a type or a disposition: `; name=value` as often as it comes.
    ///
    /// Anything that is no parameter is passed over up to the next semicolon; a folded line that
    /// begins with a parameter needs none (the examples of RFC 2231 §4.1 have none). A value in
    /// the notation of RFC 2231 goes before a plain one of the same name, which is there for
    /// programs that know no better.
    init(reading cursor: inout ByteCursor) {
        var sections: [Section] = []
        while sections.count < Self.countLimit, cursor.skipToParameter() {
            guard let parameter = cursor.readParameter() else { continue }
            let section = Self.section(named: parameter.name, parameter.value)
            if !section.name.isEmpty { sections.append(section) }
        }
        guard sections.contains(where: { $0.number >= 0 }) else {
            // Nothing to put together: nearly every field is like that.
            for section in sections where self[section.name] == nil {
                let value = String(decoding: section.bytes, as: UTF8.self)
                list.append(Parameter(name: section.name, value: value, language: nil))
            }
            return
        }
        var names: [String] = []
        for section in sections where !names.contains(section.name) { names.append(section.name) }
        list = names.map { name in
            Self.parameter(name, sections.filter { $0.name == name })
        }
    }

    private static func section(
        named name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>
    ) -> Section {
        guard name.contains(UInt8(ascii: "*")) else {
            return Section(
                name: name.asciiLowercasedText, number: -1, isExtended: false, bytes: value)
        }
        let parts = name.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
        let base = String(decoding: (parts.first ?? []).map(\.asciiLowercased), as: UTF8.self)
        let isExtended = parts.count > 1 && parts.last?.isEmpty == true
        let numberPart = parts.dropFirst().first ?? []
        let number =
            numberPart.count <= 4 ? Int(String(decoding: numberPart, as: UTF8.self)) : nil
        return Section(
            name: base, number: max(0, number ?? 0), isExtended: isExtended, bytes: value)
    }

    /// Puts the sections of one parameter together; number -1 stands for the plain notation.
    private static func parameter(_ name: String, _ sections: [Section]) -> Parameter {
        let continued = sections.filter { $0.number >= 0 }.sorted { $0.number < $1.number }
        guard let first = continued.first else {
            let value = String(decoding: sections.first?.bytes ?? [], as: UTF8.self)
            return Parameter(name: name, value: value, language: nil)
        }
        if first.number != 0 {
            let value = String(decoding: first.bytes, as: UTF8.self)
            return Parameter(name: name, value: value, language: nil)
        }
        var charset = Charset.utf8
        var language: String?
        var bytes: [UInt8] = []
        var expected = 0
        for section in continued where section.number == expected {
            var content = section.bytes
            if section.isExtended, expected == 0 {
                let parts = content.split(
                    separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
                if parts.count == 3 {
                    charset = Charset(label: String(decoding: parts[0], as: UTF8.self))
                    if !parts[1].isEmpty { language = String(decoding: parts[1], as: UTF8.self) }
                    content = parts[2]
                }
            }
            bytes += section.isExtended ? percentDecoded(content) : Array(content)
            expected += 1
        }
        return Parameter(name: name, value: charset.decode(bytes[...]).text, language: language)
    }

    private static func percentDecoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            if text[index] == UInt8(ascii: "%"), index + 2 < text.endIndex,
                let high = text[index + 1].hexValue, let low = text[index + 2].hexValue
            {
                bytes.append(high << 4 | low)
                index += 3
            } else {
                bytes.append(text[index])
                index += 1
            }
        }
        return bytes
    }
}

extension ByteCursor {
    /// Goes behind the next semicolon, or to a folded line that begins with `attribute=`; false at
    /// the end.
    fileprivate mutating func skipToParameter() -> Bool {
        while true {
            _ = take { $0 != UInt8(ascii: ";") && $0 != 0x0A }
            guard let byte = next() else { return false }
            if byte == UInt8(ascii: ";") { return true }
            if isAtParameter { return true }
        }
    }

    /// Whether white space, a token and `=` come next.
    private var isAtParameter: Bool {
        var cursor = self
        cursor.skipSpaces()
        let name = cursor.take(while: \.isMIMEToken)
        return !name.isEmpty && cursor.peek == UInt8(ascii: "=")
    }

    /// Reads `attribute "=" value`, white space and comments being allowed around each of them.
    ///
    /// Values without quotes may hold bytes that should have been quoted (`/`, `=`, `:` and so on)
    /// and spaces inside, as in `name=my file.pdf`, when a semicolon or the end follows.
    fileprivate mutating func readParameter()
        -> (name: ArraySlice<UInt8>, value: ArraySlice<UInt8>)?
    {
        skipComments()
        let name = take(while: \.isAttributeName)
        skipComments()
        guard !name.isEmpty, take(UInt8(ascii: "=")) else { return nil }
        skipComments()
        if peek == UInt8(ascii: "\"") {
            let start = offset
            _ = next()
            // Mostly there is nothing to take out, and the bytes can be used where they are.
            let plain = take {
                $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") && $0 != 0x0D && $0 != 0x0A
            }
            if take(UInt8(ascii: "\"")) { return (name, plain) }
            move(to: start)
            if let text = try? readQuotedString() { return (name, text[...]) }
            move(to: start + 1)
        }
        let start = offset
        while let byte = peek, byte != UInt8(ascii: ";"), byte != UInt8(ascii: "(") {
            _ = next()
            if byte == 0x0A, isAtParameter {
                move(to: offset - 1)
                break
            }
        }
        return (name, slice(from: start).trimmingFoldingWhitespace)
    }

    /// Passes over white space and comments; a comment that never ends is left where it is.
    private mutating func skipComments() {
        guard let byte = peek, byte.isFoldingWhitespace || byte == UInt8(ascii: "(") else { return }
        _ = try? skipCFWS()
    }
}

extension UInt8 {
    /// What the name of a parameter may hold: more than a token, because some programs write more.
    fileprivate var isAttributeName: Bool {
        switch self {
        case UInt8(ascii: "="), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "\""),
            UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "<"),
            UInt8(ascii: ">"):
            false
        default: isVisible
        }
    }
}
