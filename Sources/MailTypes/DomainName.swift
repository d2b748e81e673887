/// A domain name as mail writes it: labels with dots between, without the final dot.
///
/// Names are compared without regard to case, so the value keeps its letters lower-cased. Labels
/// may hold letters, digits, hyphens and underscores, and UTF-8 sequences (U-labels, RFC 6531),
/// which only receivers that speak SMTPUTF8 ever see.
public struct DomainName: Hashable, Sendable {
    /// Longest name, in octets (RFC 5321 §4.5.3.1.2).
    public static let lengthLimit = 255
    /// Longest label, in octets (RFC 1035 §2.3.4).
    public static let labelLengthLimit = 63

    /// The name, `mail.example.com`.
    public let text: String

    /// Reads `example.com`; one dot at the end is passed over.
    public init(parsing text: some StringProtocol) throws(SyntaxError) {
        var bytes = Array(text.utf8)
        if bytes.last == UInt8(ascii: "."), bytes.count > 1 { bytes.removeLast() }
        try self.init(parsing: bytes[...])
    }

    public init(parsing bytes: ArraySlice<UInt8>) throws(SyntaxError) {
        guard bytes.count <= Self.lengthLimit else {
            throw SyntaxError(
                expected: .domainEnd, offset: bytes.startIndex + Self.lengthLimit)
        }
        var labelLength = 0
        var isASCII = true
        for (index, byte) in zip(bytes.indices, bytes) {
            if byte == UInt8(ascii: ".") {
                guard labelLength > 0 else { throw SyntaxError(expected: .label, offset: index) }
                labelLength = 0
                continue
            }
            guard
                byte.isAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
                    || byte >= 0x80
            else { throw SyntaxError(expected: .label, offset: index) }
            if byte >= 0x80 { isASCII = false }
            labelLength += 1
            guard labelLength <= Self.labelLengthLimit else {
                throw SyntaxError(expected: .byte("."), offset: index)
            }
        }
        guard labelLength > 0 else {
            throw SyntaxError(expected: .label, offset: bytes.endIndex)
        }
        guard !isASCII else {
            text = String(unsafeUninitializedCapacity: bytes.count) { memory in
                for (place, byte) in bytes.enumerated() { memory[place] = byte.asciiLowercased }
                return bytes.count
            }
            return
        }
        guard let text = String(validating: bytes.map(\.asciiLowercased), as: UTF8.self) else {
            throw SyntaxError(expected: "UTF-8", offset: bytes.startIndex)
        }
        self.text = text
    }

    /// A name that the source code spells; traps when it is none.
    public init(_ literal: StaticString) {
        do {
            try self.init(parsing: literal.description)
        } catch {
            preconditionFailure("“\(literal)” in the source is no domain name: \(error)")
        }
    }

    public var labels: [Substring] { text.split(separator: ".") }

    public var isASCII: Bool { text.utf8.allSatisfy { $0 < 0x80 } }

    /// `example.com` for `mail.example.com`; nil for a single label.
    public var parent: DomainName? {
        guard let dot = text.firstIndex(of: ".") else { return nil }
        return DomainName(checked: String(text[text.index(after: dot)...]))
    }

    /// Whether this is `other`, or a name below it. `badexample.com` is not below `example.com`.
    public func isEqualToOrBelow(_ other: DomainName) -> Bool {
        // Bytes are compared, not characters: two spellings of a U-label are two names in the DNS.
        let rest = text.utf8.count - other.text.utf8.count
        guard rest >= 0, text.utf8.suffix(other.text.utf8.count).elementsEqual(other.text.utf8)
        else { return false }
        return rest == 0 || text.utf8.dropLast(other.text.utf8.count).last == UInt8(ascii: ".")
    }

    /// This name with labels put in front: `prefixed(with: "_dmarc")`.
    /// - Throws: ``SyntaxError`` when the result is no name, or too long for one.
    public func prefixed(with labels: some StringProtocol) throws(SyntaxError) -> DomainName {
        try DomainName(parsing: "\(labels).\(text)")
    }

    /// This name below `suffix`, with a label between: a selector, `_domainkey`, and a domain.
    /// - Throws: ``SyntaxError`` when the result is too long for a name.
    public func joined(
        by label: StaticString, to suffix: DomainName
    ) throws(SyntaxError) -> DomainName {
        let length = text.utf8.count + label.utf8CodeUnitCount + suffix.text.utf8.count + 2
        guard length <= Self.lengthLimit else {
            throw SyntaxError(expected: .domainEnd, offset: Self.lengthLimit)
        }
        return DomainName(checked: "\(text).\(label).\(suffix.text)")
    }

    private init(checked text: String) { self.text = text }
}

extension DomainName: CustomStringConvertible, Comparable {
    public var description: String { text }
    public static func < (first: DomainName, second: DomainName) -> Bool {
        first.text < second.text
    }
}

extension DomainName: Codable {
    public init(from decoder: any Decoder) throws {
        try self.init(parsing: decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension SyntaxError.Expectation {
    public static let label: Self = "a label of letters, digits and hyphens"
    public static let domainEnd: Self = "the end of the domain"
    public static let localPart: Self = "a local-part"
    public static let shortLocalPart: Self = "a local-part of at most 64 octets"
    public static let domain: Self = "a domain"
    public static let path: Self = "a path in angle brackets"
}
