/// An address: `local-part@domain` (RFC 5321 §4.1.2).
///
/// The local-part is kept unquoted: `"john doe"@example.com` and the same written
/// `"john\ doe"@example.com` are equal (RFC 5321 §4.1.2), and ``formatted`` puts quotes where they
/// are needed. Its case is kept and compared: only its owner knows whether case matters there.
public struct Mailbox: Hashable, Sendable {
    /// What stands behind the `@`.
    public enum Host: Hashable, Sendable {
        case domain(DomainName)
        /// An address literal, without its brackets: `192.0.2.1`, `IPv6:2001:db8::1`.
        case literal(String)
    }

    /// Longest local-part, in octets (RFC 5321 §4.5.3.1.1).
    public static let localPartLengthLimit = 64
    /// Longest address, in octets: a path has 256, its angle brackets included (RFC 5321
    /// §4.5.3.1.3).
    public static let lengthLimit = 254

    public let localPart: String
    public let host: Host

    public init(localPart: String, host: Host) {
        self.localPart = localPart
        self.host = host
    }

    public init(localPart: String, domain: DomainName) {
        self.init(localPart: localPart, host: .domain(domain))
    }

    /// Reads a whole address; nothing may stand before or behind it.
    public init(parsing text: some StringProtocol) throws(SyntaxError) {
        var cursor = ByteCursor(Array(text.utf8)[...])
        self = try cursor.readMailbox()
        guard cursor.isAtEnd else { throw cursor.expected(.end) }
    }

    /// The domain, unless the host is an address literal.
    public var domain: DomainName? {
        if case .domain(let domain) = host { domain } else { nil }
    }

    /// The local-part as written: in quotes where it is no dot-string.
    public var formattedLocalPart: String {
        let bytes = Array(localPart.utf8)
        let atoms = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        if atoms.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isAtomText) }) { return localPart }
        var quoted: [UInt8] = [UInt8(ascii: "\"")]
        for byte in bytes {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                quoted.append(UInt8(ascii: "\\"))
            }
            quoted.append(byte)
        }
        quoted.append(UInt8(ascii: "\""))
        return String(decoding: quoted, as: UTF8.self)
    }

    /// `local-part@domain`, ready for a path or an `addr-spec`.
    public var formatted: String {
        switch host {
        case .domain(let domain): "\(formattedLocalPart)@\(domain)"
        case .literal(let literal): "\(formattedLocalPart)@[\(literal)]"
        }
    }

    /// Whether sending to it or from it takes SMTPUTF8 (RFC 6531 §3.4).
    public var isASCII: Bool { formatted.utf8.allSatisfy { $0 < 0x80 } }
}

extension Mailbox: CustomStringConvertible {
    public var description: String { formatted }
}

extension Mailbox: Codable {
    /// Reads what was encoded; header fields have hosts that no envelope takes.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        var cursor = ByteCursor(Array(text.utf8)[...])
        self = try cursor.readMailbox(inEnvelope: false)
        guard cursor.isAtEnd else { throw cursor.expected(.end) }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(formatted)
    }
}

extension ByteCursor {
    /// Reads an address.
    ///
    ///     Mailbox = Local-part "@" ( Domain / address-literal )     ; RFC 5321 §4.1.2
    public mutating func readMailbox() throws(SyntaxError) -> Mailbox {
        try readMailbox(inEnvelope: true)
    }

    fileprivate mutating func readMailbox(inEnvelope: Bool) throws(SyntaxError) -> Mailbox {
        let start = offset
        let localPart = try readLocalPart()
        guard take(UInt8(ascii: "@")) else { throw expected(.byte("@")) }
        let host = try readHost(inEnvelope: inEnvelope)
        guard !inEnvelope || offset - start <= Mailbox.lengthLimit else {
            throw SyntaxError(expected: "an address of at most 254 octets", offset: start)
        }
        return Mailbox(localPart: localPart, host: host)
    }

    /// Reads a local-part and gives it unquoted.
    ///
    ///     Local-part = Dot-string / Quoted-string     ; RFC 5321 §4.1.2
    public mutating func readLocalPart() throws(SyntaxError) -> String {
        let start = offset
        if peek == UInt8(ascii: "\"") { return try readQuotedLocalPart() }
        let bytes = take { $0.isAtomText || $0 == UInt8(ascii: ".") }
        let atoms = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard atoms.allSatisfy({ !$0.isEmpty }) else {
            move(to: start)
            throw expected(.localPart)
        }
        return try text(bytes, from: start)
    }

    private mutating func readQuotedLocalPart() throws(SyntaxError) -> String {
        let start = offset
        _ = next()
        var content: [UInt8] = []
        while let byte = next() {
            switch byte {
            case UInt8(ascii: "\""):
                return try text(content[...], from: start)
            case UInt8(ascii: "\\"):
                // quoted-pairSMTP = %d92 %d32-126
                guard let escaped = next(), escaped >= 0x20, escaped < 0x7F else {
                    throw expected("a printable character behind the backslash")
                }
                content.append(escaped)
            case 0x20..<0x7F, 0x80...:
                content.append(byte)
            default:
                throw SyntaxError(expected: .localPart, offset: offset - 1)
            }
        }
        throw expected(.byte("\""))
    }

    private func text(
        _ bytes: ArraySlice<UInt8>, from start: Int
    ) throws(SyntaxError) -> String {
        guard bytes.count <= Mailbox.localPartLengthLimit else {
            throw SyntaxError(
                expected: .shortLocalPart, offset: start)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw SyntaxError(expected: "UTF-8", offset: start)
        }
        return text
    }

    private mutating func readHost(inEnvelope: Bool) throws(SyntaxError) -> Mailbox.Host {
        let start = offset
        guard take(UInt8(ascii: "[")) else {
            let bytes = take {
                $0.isAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
                    || $0 == UInt8(ascii: "_") || $0 >= 0x80
            }
            guard !bytes.isEmpty else { throw SyntaxError(expected: .domain, offset: start) }
            // sub-domain = Let-dig [Ldh-str]: no hyphen at either end
            for label in bytes.split(separator: UInt8(ascii: ".")) where inEnvelope {
                guard label.first == UInt8(ascii: "-") || label.last == UInt8(ascii: "-") else {
                    continue
                }
                throw SyntaxError(expected: .label, offset: label.startIndex)
            }
            return .domain(try DomainName(parsing: bytes))
        }
        let literal = take { $0 != UInt8(ascii: "]") }
        // The registry has no tag but `IPv6` (RFC 5321 §4.1.3).
        let isIPv6 = literal.prefix(5).equalsIgnoringCase("IPv6:")
        let text = String(decoding: isIPv6 ? literal.dropFirst(5) : literal, as: UTF8.self)
        let isAddress =
            text.utf8.contains(UInt8(ascii: ":")) == isIPv6 && IPAddress(parsing: text) != nil
        guard isAddress || (!inEnvelope && !literal.isEmpty), take(UInt8(ascii: "]")) else {
            throw SyntaxError(expected: "an address literal and its bracket", offset: start)
        }
        return .literal(String(decoding: literal, as: UTF8.self))
    }
}
