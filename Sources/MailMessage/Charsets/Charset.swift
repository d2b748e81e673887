import MailTypes

/// How bytes stand for characters (RFC 2978).
///
///     Charset(label: "ks_c_5601-1987").decode(bytes).text
///
/// Mail names charsets badly: labels are old, misspelt, or narrower than what was written. A label
/// stands for the charset that its users mean, which is what browsers decided as well (WHATWG
/// Encoding Standard §4.2): `iso-8859-1` for windows-1252, `gb2312` for GB 18030.
public enum Charset: Hashable, Sendable {
    case utf8
    case usASCII
    case latin1
    case windows1252
    /// Any other, by its label in lower case.
    case other(String)

    /// Longest label that is looked at.
    static let labelLengthLimit = 60

    /// Finds the charset that a `charset` parameter or an encoded word names.
    public init(label: some StringProtocol) {
        if let common = Self.common(label.utf8) {
            self = common
            return
        }
        switch Self.normalized(label.utf8) {
        case "utf-8", "utf8", "unicode-1-1-utf-8", "unicode-2-0-utf-8", "utf_8", "utf-8n",
            "x-unicode20utf8", "cp65001", "windows-65001":
            self = .utf8
        case "us-ascii", "ascii", "ansi_x3.4-1968", "ansi_x3.4-1986", "iso646-us", "us", "iso-ir-6",
            "iso_646.irv:1991", "ibm367", "cp367", "csascii", "usascii", "us_ascii", "7bit",
            "x-us-ascii":
            self = .usASCII
        case "iso-8859-1", "iso8859-1", "iso88591", "latin1", "latin-1", "iso_8859-1", "l1",
            "iso-ir-100", "csisolatin1", "ibm819", "cp819", "iso_8859-1:1987", "iso8859_1":
            self = .latin1
        case "windows-1252", "cp1252", "x-cp1252", "cp-1252", "windows1252", "win-1252", "ansi",
            "x-ansi":
            self = .windows1252
        case let other: self = .other(other)
        }
    }

    /// In lower case, without spaces and quotes at either end.
    private static func normalized(_ label: some Collection<UInt8>) -> String {
        var bytes: [UInt8] = []
        for byte in label.prefix(labelLengthLimit) { bytes.append(byte.asciiLowercased) }
        func isPadding(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x22 || byte == 0x27 }
        while let last = bytes.last, isPadding(last) { bytes.removeLast() }
        return String(decoding: bytes.drop(while: isPadding), as: UTF8.self)
    }

    /// The labels that nearly all mail has, told apart without a copy.
    private static func common(_ label: some Collection<UInt8>) -> Charset? {
        func isEqual(_ name: StaticString) -> Bool {
            name.withUTF8Buffer {
                $0.elementsEqual(label) { $0 == $1.asciiLowercased }
            }
        }
        switch label.count {
        case 5: return isEqual("utf-8") ? .utf8 : nil
        case 8: return isEqual("us-ascii") ? .usASCII : nil
        case 10: return isEqual("iso-8859-1") ? .latin1 : nil
        default: return nil
        }
    }

    /// The name as MIME writes it.
    public var label: String {
        switch self {
        case .utf8: "UTF-8"
        case .usASCII: "US-ASCII"
        case .latin1: "ISO-8859-1"
        case .windows1252: "windows-1252"
        case .other(let label): label
        }
    }

    /// Whether there is a table for it; bytes of another charset are read by guessing.
    public var isKnown: Bool {
        if case .other(let label) = self { CharsetConversion(label: label) != nil } else { true }
    }

    /// The characters that `bytes` stand for; what is no character of the charset becomes U+FFFD.
    ///
    /// Text is never hidden because of its label. Bytes outside ASCII in a text that claims to be
    /// ASCII, or names no charset that exists, are read as UTF-8 where they are that, and else as
    /// windows-1252. ISO-8859-1 is read as windows-1252: its control characters from 0x80 never
    /// are meant, quotes and dashes are.
    public func decode(_ bytes: ArraySlice<UInt8>) -> DecodedText {
        switch self {
        case .utf8:
            if let text = String(validating: bytes, as: UTF8.self) {
                return DecodedText(text: text, isLossy: false)
            }
            return DecodedText(text: String(decoding: bytes, as: UTF8.self), isLossy: true)
        case .latin1, .windows1252:
            return DecodedText(text: Self.decodeWindows1252(bytes), isLossy: false)
        case .usASCII:
            return Self.guess(bytes, isLossy: false)
        case .other(let label):
            guard let conversion = CharsetConversion(label: label) else {
                return Self.guess(bytes, isLossy: true)
            }
            return conversion.decode(bytes)
        }
    }

    private static func guess(_ bytes: ArraySlice<UInt8>, isLossy: Bool) -> DecodedText {
        if let text = String(validating: bytes, as: UTF8.self) {
            let isASCII = text.utf8.count == text.unicodeScalars.count && bytes.isASCII
            return DecodedText(text: text, isLossy: isLossy || !isASCII)
        }
        return DecodedText(text: decodeWindows1252(bytes), isLossy: true)
    }

    static func decodeWindows1252(_ bytes: ArraySlice<UInt8>) -> String {
        if bytes.isASCII { return String(decoding: bytes, as: UTF8.self) }
        return String(unsafeUninitializedCapacity: bytes.count * 3) { output in
            var count = 0
            for byte in bytes {
                if byte < 0x80 {
                    output[count] = byte
                    count += 1
                    continue
                }
                let unit = byte < 0xA0 ? high[Int(byte) - 0x80] : UInt16(byte)
                if unit < 0x800 {
                    output[count] = 0xC0 | UInt8(truncatingIfNeeded: unit >> 6)
                    count += 1
                } else {
                    output[count] = 0xE0 | UInt8(truncatingIfNeeded: unit >> 12)
                    output[count + 1] = 0x80 | UInt8(truncatingIfNeeded: unit >> 6) & 0x3F
                    count += 2
                }
                output[count] = 0x80 | UInt8(truncatingIfNeeded: unit) & 0x3F
                count += 1
            }
            return count
        }
    }

    /// The bytes that stand for `text`, or nil when the charset lacks one of its characters, or is
    /// none that is written: UTF-8 is what everybody reads.
    public func encode(_ text: String) -> [UInt8]? {
        switch self {
        case .utf8: return Array(text.utf8)
        case .usASCII: return text.utf8.allSatisfy { $0 < 0x80 } ? Array(text.utf8) : nil
        case .latin1:
            return Self.encode(text) { UInt8(exactly: $0) }
        case .windows1252:
            return Self.encode(text) { unit in
                if let index = Self.high.firstIndex(of: unit) { return UInt8(0x80 + index) }
                return (0x80..<0xA0).contains(unit) ? nil : UInt8(exactly: unit)
            }
        case .other: return nil
        }
    }

    private static func encode(_ text: String, _ byte: (UInt16) -> UInt8?) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for unit in text.utf16 {
            guard let byte = byte(unit) else { return nil }
            bytes.append(byte)
        }
        return bytes
    }

    /// Windows-1252 from 0x80 to 0x9F; the five bytes without a character stand for themselves.
    private static let high: [UInt16] = [
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
        0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
    ]
}

/// Text that was read from bytes.
public struct DecodedText: Equatable, Sendable {
    public let text: String
    /// Whether some characters may differ from what was meant: the charset is unknown, or the
    /// bytes are not of it.
    public let isLossy: Bool

    public init(text: String, isLossy: Bool) {
        self.text = text
        self.isLossy = isLossy
    }
}
