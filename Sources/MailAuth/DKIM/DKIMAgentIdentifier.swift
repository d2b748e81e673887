public import MailTypes

/// On whose behalf a message is signed (`i=`, RFC 6376 §3.5): a user, or the domain as a whole.
public struct DKIMAgentIdentifier: Hashable, Sendable {
    /// Decoded; empty when the identifier names a domain only.
    public var localPart: String
    public var domain: DomainName

    public init(localPart: String = "", domain: DomainName) {
        self.localPart = localPart
        self.domain = domain
    }

    /// Reads the value of the tag.
    ///
    ///     sig-i-tag-data = [Local-part] "@" domain-name     ; in dkim-quoted-printable, §2.11
    ///
    /// The domain may be quoted too, and so may the `@`.
    init(parsing value: ArraySlice<UInt8>) throws(SyntaxError) {
        guard let text = DKIMQuotedPrintable.decode(value) else {
            throw SyntaxError(expected: "quoted-printable text", offset: value.startIndex)
        }
        guard let at = text.lastIndex(of: UInt8(ascii: "@")) else {
            throw SyntaxError(expected: .byte("@"), offset: value.endIndex)
        }
        guard let localPart = String(validating: text[..<at], as: UTF8.self) else {
            throw SyntaxError(expected: "UTF-8", offset: value.startIndex)
        }
        do {
            self.init(localPart: localPart, domain: try DomainName(parsing: text[(at + 1)...]))
        } catch {
            throw SyntaxError(expected: error.expected, offset: value.startIndex)
        }
    }

    /// `user@example.com`, `@example.com`.
    public var formatted: String { "\(localPart)@\(domain)" }

    /// The value of the tag, quoted-printable where it has to be.
    var encoded: String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in localPart.utf8 {
            if byte.isVisible, byte != UInt8(ascii: ";"), byte != UInt8(ascii: "=") {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return "\(String(decoding: bytes, as: UTF8.self))@\(domain)"
    }
}

extension DKIMAgentIdentifier: CustomStringConvertible {
    public var description: String { formatted }
}
