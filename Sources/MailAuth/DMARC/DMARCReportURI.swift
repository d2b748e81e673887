import MailMessage
public import MailTypes

/// Where a domain wants its reports (`rua=`, `ruf=`; RFC 9989 §4.6): `mailto:d@example.com`.
public struct DMARCReportURI: Hashable, Sendable {
    /// The URI, without the obsolete size behind it.
    public let text: String
    /// In lower case.
    public let scheme: String
    /// Whom to write to, when the scheme is `mailto`.
    public let mailbox: Mailbox?
    /// The host that takes the reports; nil where the URI names none, or an address.
    public let host: DomainName?
    /// The largest report that the domain wants, as RFC 7489 §6.4 let it say; without a meaning now.
    public let obsoleteSizeLimitInBytes: UInt64?

    public init(mailbox: Mailbox) {
        // What a mailto URI may hold as it is (RFC 6068 §2), less what a record parts its lists by.
        let plain = mailbox.formatted.utf8.map { byte -> String in
            let isPlain = byte.isAlphanumeric || "-._~@$'*+:[]".utf8.contains(byte)
            guard !isPlain else { return String(UnicodeScalar(byte)) }
            let digits = String(byte, radix: 16, uppercase: true)
            return digits.count == 1 ? "%0\(digits)" : "%\(digits)"
        }
        text = "mailto:" + plain.joined()
        scheme = "mailto"
        self.mailbox = mailbox
        host = mailbox.domain
        obsoleteSizeLimitInBytes = nil
    }

    /// Reads one URI with or without the size limit of RFC 7489.
    ///
    ///     dmarc-uri     = URI                                            ; RFC 9989 §4.8
    ///     obs-dmarc-uri = dmarc-uri "!" 1*DIGIT [ "k" / "m" / "g" / "t" ]
    ///
    /// White space around the `!` and before the unit is forgiven.
    public init?(parsing text: some StringProtocol) {
        let bytes = Array(text.utf8)[...]
        var uri = bytes
        var size: UInt64?
        if let mark = bytes.firstIndex(of: UInt8(ascii: "!")) {
            guard let limit = Self.readSize(bytes[(mark + 1)...]) else { return nil }
            size = limit
            uri = bytes[..<mark].trimmingFoldingWhitespace
        }
        guard let colon = uri.firstIndex(of: UInt8(ascii: ":")), Self.isURI(uri),
            Self.isScheme(uri[..<colon])
        else { return nil }
        scheme = String(decoding: uri[..<colon], as: UTF8.self).asciiLowercased
        self.text = String(decoding: uri, as: UTF8.self)
        let rest = uri[(colon + 1)...]
        if scheme == "mailto" {
            guard let mailbox = Self.mailbox(rest) else { return nil }
            self.mailbox = mailbox
            host = mailbox.domain
        } else {
            mailbox = nil
            host = Self.authorityHost(rest)
        }
        obsoleteSizeLimitInBytes = size
    }

    ///     scheme = ALPHA *( ALPHA / DIGIT / "+" / "-" / "." )     ; RFC 3986 §3.1
    private static func isScheme(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, first.isLetter else { return false }
        return bytes.allSatisfy { $0.isAlphanumeric || "+-.".utf8.contains($0) }
    }

    /// Whether all bytes may stand in a URI, and each `%` has its two digits (RFC 3986 §2).
    private static func isURI(_ bytes: ArraySlice<UInt8>) -> Bool {
        var cursor = ByteCursor(bytes)
        while let byte = cursor.next() {
            if byte == UInt8(ascii: "%") {
                guard cursor.next()?.isHexDigit == true, cursor.next()?.isHexDigit == true else {
                    return false
                }
            } else {
                guard byte.isAlphanumeric || "-._~:/?#[]@!$&'()*+,;=".utf8.contains(byte) else {
                    return false
                }
            }
        }
        return true
    }

    /// A size in bytes; one beyond counting is the largest number.
    private static func readSize(_ bytes: ArraySlice<UInt8>) -> UInt64? {
        var cursor = ByteCursor(bytes.trimmingFoldingWhitespace)
        let digits = cursor.take(while: \.isDigit)
        guard !digits.isEmpty else { return nil }
        cursor.skipSpaces()
        let shift: UInt64
        switch cursor.next()?.asciiLowercased {
        case nil: shift = 0
        case UInt8(ascii: "k"): shift = 10
        case UInt8(ascii: "m"): shift = 20
        case UInt8(ascii: "g"): shift = 30
        case UInt8(ascii: "t"): shift = 40
        default: return nil
        }
        guard cursor.isAtEnd else { return nil }
        guard let number = UInt64(String(decoding: digits, as: UTF8.self)) else { return .max }
        let (product, overflows) = number.multipliedReportingOverflow(by: 1 << shift)
        return overflows ? .max : product
    }

    /// The one address of a `mailto` URI; what stands behind a `?` are fields that nobody asked for.
    private static func mailbox(_ bytes: ArraySlice<UInt8>) -> Mailbox? {
        var cursor = ByteCursor(bytes.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
        var decoded: [UInt8] = []
        while let byte = cursor.next() {
            guard byte == UInt8(ascii: "%"), let high = cursor.next()?.hexValue,
                let low = cursor.next()?.hexValue
            else {
                decoded.append(byte)
                continue
            }
            decoded.append(high << 4 | low)
        }
        // No line break may find its way from the DNS into a header field.
        guard decoded.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
        guard let list = try? AddressList(parsing: decoded[...]), list.items.count == 1,
            case .address(let address) = list.items[0], address.displayName == nil,
            address.mailbox.domain != nil
        else { return nil }
        return address.mailbox
    }

    ///     "//" [ userinfo "@" ] host [ ":" port ]     ; RFC 3986 §3.2
    private static func authorityHost(_ bytes: ArraySlice<UInt8>) -> DomainName? {
        var cursor = ByteCursor(bytes)
        guard cursor.take(UInt8(ascii: "/")), cursor.take(UInt8(ascii: "/")) else { return nil }
        var authority = cursor.take { !"/?#".utf8.contains($0) }
        if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
            authority = authority[(at + 1)...]
        }
        let host = authority.prefix { $0 != UInt8(ascii: ":") }
        guard let name = try? DomainName(parsing: host),
            IPAddress(parsing: String(decoding: host, as: UTF8.self)) == nil
        else { return nil }
        return name
    }
}

extension DMARCReportURI: CustomStringConvertible {
    public var description: String { text }
}
