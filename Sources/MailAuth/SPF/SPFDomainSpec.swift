import DNS
import MailTypes

/// The domain that a term is about, in which macros may stand (RFC 7208 §4.8).
public struct SPFDomainSpec: Equatable, Sendable {
    public let macros: SPFMacroString
    /// What it names whatever the message; nil where macros make it, or no name could be it.
    let constantName: DNSName?

    /// As it was written.
    public var text: String { macros.text }

    /// Reads a whole domain-spec.
    ///
    ///     domain-spec = macro-string domain-end
    ///     domain-end  = ( "." toplabel [ "." ] ) / macro-expand     ; RFC 7208 §7.1
    init(parsing bytes: ArraySlice<UInt8>) throws(SyntaxError) {
        macros = try SPFMacroString(parsing: bytes, as: .domain)
        guard !bytes.isEmpty else {
            throw SyntaxError(expected: .domainSpec, offset: bytes.startIndex)
        }
        // What a macro ends is not checked here, and not after it was expanded either.
        if !macros.endsInMacro { try Self.checkTopLabel(of: bytes) }
        constantName = macros.constantDomain.flatMap(DNSName.init(spfText:))
    }

    ///     toplabel = ( *alphanum ALPHA *alphanum ) /
    ///                ( 1*alphanum "-" *( alphanum / "-" ) alphanum )
    private static func checkTopLabel(of bytes: ArraySlice<UInt8>) throws(SyntaxError) {
        let text = bytes.last == UInt8(ascii: ".") ? bytes.dropLast() : bytes
        guard let dot = text.lastIndex(of: UInt8(ascii: ".")) else {
            throw SyntaxError(expected: .severalLabels, offset: bytes.startIndex)
        }
        let label = text[(dot + 1)...]
        guard let first = label.first, let last = label.last,
            first.isAlphanumeric, last.isAlphanumeric,
            label.allSatisfy({ $0.isAlphanumeric || $0 == UInt8(ascii: "-") }),
            !label.allSatisfy(\.isDigit)
        else { throw SyntaxError(expected: .topLabel, offset: dot + 1) }
    }
}

extension DNSName {
    /// A name that a domain-spec came to; nil when the DNS can hold no such name, or when it has
    /// bytes that no domain-spec has.
    init?(spfText text: ArraySlice<UInt8>) {
        guard text.allSatisfy({ $0.isVisible || $0 == 0x20 }) else { return nil }
        self.init(dotted: text)
    }
}

extension SyntaxError.Expectation {
    static let domainSpec: Self = "a domain"
    static let severalLabels: Self = "a domain of at least two labels, or a macro at its end"
    static let topLabel: Self = "a top-level label that is not a number"
}
