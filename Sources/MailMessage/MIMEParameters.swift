import MailTypes

/// The parameters of a `Content-Type` or `Content-Disposition` field (RFC 2045 §5.1, RFC 2231).
public struct MIMEParameters: Equatable, Sendable {
    /// Most parameters of one field that are read; those behind are passed over.
    public static let countLimit = 100

    /// Names in lower case and values, in their order.
    private var list: [(name: String, value: String)] = []

    public init() {}

    /// The value of the first parameter of that name; `name` is in lower case.
    public subscript(name: String) -> String? { list.first { $0.name == name }?.value }

    public var names: [String] { list.map(\.name) }

    public static func == (first: MIMEParameters, second: MIMEParameters) -> Bool {
        first.list.elementsEqual(second.list) { $0 == $1 }
    }

    /// What one `name=value` says: `title*1*=…` is section 1 of `title`, percent-encoded.
    private struct Section {
        let name: String
        let number: Int
        let isExtended: Bool
        let bytes: [UInt8]
    }

    /// Reads what stands behind a type or a disposition: `; name=value` as often as it comes.
    ///
    /// Anything that is no parameter is passed over up to the next semicolon. A value in the
    /// notation of RFC 2231 goes before a plain one of the same name, which is there for programs
    /// that know no better.
    init(reading cursor: inout ByteCursor) {
        var sections: [Section] = []
        while sections.count < Self.countLimit {
            _ = cursor.take { $0 != UInt8(ascii: ";") }
            guard cursor.take(UInt8(ascii: ";")) else { break }
            if let section = cursor.readParameter() {
                sections.append(
                    Self.section(named: section.name, section.value))
            }
        }
        var names: [String] = []
        for section in sections where !names.contains(section.name) { names.append(section.name) }
        list = names.map { name in (name, Self.value(of: sections.filter { $0.name == name })) }
    }

    private static func section(named name: ArraySlice<UInt8>, _ value: [UInt8]) -> Section {
        let parts = name.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
        let base = String(decoding: (parts.first ?? []).map(\.asciiLowercased), as: UTF8.self)
        let isExtended = parts.count > 1 && parts.last?.isEmpty == true
        let numberPart = parts.dropFirst().first ?? []
        let number =
            numberPart.count <= 4 ? Int(String(decoding: numberPart, as: UTF8.self)) : nil
        return Section(
            name: base, number: number ?? (parts.count > 1 ? 0 : -1), isExtended: isExtended,
            bytes: value)
    }

    /// Puts the sections of one parameter together; number -1 stands for the plain notation.
    private static func value(of sections: [Section]) -> String {
        let continued = sections.filter { $0.number >= 0 }.sorted { $0.number < $1.number }
        guard let first = continued.first else {
            return String(decoding: sections.first?.bytes ?? [], as: UTF8.self)
        }
        var charset = Charset.utf8
        var bytes: [UInt8] = []
        var expected = 0
        for section in continued where section.number == expected {
            var content = section.bytes[...]
            if section.isExtended, expected == 0 {
                let parts = content.split(
                    separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
                if parts.count == 3 {
                    charset = Charset(label: String(decoding: parts[0], as: UTF8.self))
                    content = parts[2]
                }
            }
            bytes += section.isExtended ? percentDecoded(content) : Array(content)
            expected += 1
        }
        if first.number != 0 { return String(decoding: first.bytes, as: UTF8.self) }
        return charset.decode(bytes[...]).text
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
    /// Reads `attribute "=" value`, white space and comments being allowed around each of them.
    ///
    /// Values without quotes may hold bytes that should have been quoted (`/`, `=`, `:` and so on)
    /// and spaces inside, as in `name=my file.pdf`, when a semicolon or the end follows.
    fileprivate mutating func readParameter() -> (name: ArraySlice<UInt8>, value: [UInt8])? {
        _ = try? skipCFWS()
        let name = take { $0.isVisible && !"=;:\"(),<>".utf8.contains($0) }
        _ = try? skipCFWS()
        guard !name.isEmpty, take(UInt8(ascii: "=")) else { return nil }
        _ = try? skipCFWS()
        if peek == UInt8(ascii: "\"") {
            let start = offset
            if let text = try? readQuotedString() { return (name, text) }
            move(to: start + 1)
        }
        let value = take { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "(") }
        return (name, Array(value.trimmingFoldingWhitespace))
    }
}
