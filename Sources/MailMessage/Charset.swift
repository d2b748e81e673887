import MailTypes

/// How bytes stand for characters (RFC 2978), as far as it can be read without tables of others.
public enum Charset: Hashable, Sendable {
    case utf8
    case usASCII
    case latin1
    case windows1252
    /// Any other, by its label in lower case; read as UTF-8 with losses.
    case other(String)

    /// Finds the charset that a `charset` parameter or an encoded word names.
    public init(label: some StringProtocol) {
        switch label.asciiLowercased {
        case "utf-8", "utf8", "unicode-1-1-utf-8", "cp65001": self = .utf8
        case "us-ascii", "ascii", "ansi_x3.4-1968", "iso646-us", "us": self = .usASCII
        case "iso-8859-1", "iso8859-1", "latin1", "iso_8859-1", "l1": self = .latin1
        case "windows-1252", "cp1252", "x-cp1252", "cp-1252": self = .windows1252
        case let other: self = .other(other)
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

    /// The characters that `bytes` stand for.
    ///
    /// Bytes outside ASCII in a text that claims to be ASCII are read as UTF-8. ISO-8859-1 is read
    /// as windows-1252: its control characters from 0x80 never are meant, quotes and dashes are.
    public func decode(_ bytes: ArraySlice<UInt8>) -> DecodedText {
        if case .latin1 = self { return Self.decodeWindows1252(bytes) }
        if case .windows1252 = self { return Self.decodeWindows1252(bytes) }
        if let text = String(validating: bytes, as: UTF8.self) {
            return DecodedText(text: text, isLossy: self != .utf8 && !meansASCII(bytes))
        }
        return DecodedText(text: String(decoding: bytes, as: UTF8.self), isLossy: true)
    }

    /// Whether the bytes are ASCII, and stand for ASCII in this charset as well: ISO-2022 shifts
    /// with escapes, UTF-16 is full of NUL, UTF-7 and HZ write all of Unicode in printable ASCII.
    private func meansASCII(_ bytes: ArraySlice<UInt8>) -> Bool {
        if case .other(let label) = self, label == "utf-7" || label.hasPrefix("hz") {
            return false
        }
        return bytes.allSatisfy { $0 < 0x80 && $0 != 0 && $0 != 0x1B }
    }

    private static func decodeWindows1252(_ bytes: ArraySlice<UInt8>) -> DecodedText {
        if bytes.isASCII {
            return DecodedText(text: String(decoding: bytes, as: UTF8.self), isLossy: false)
        }
        let units = bytes.map { (0x80..<0xA0).contains($0) ? high[Int($0) - 0x80] : UInt16($0) }
        return DecodedText(text: String(decoding: units, as: UTF16.self), isLossy: false)
    }

    /// The bytes that stand for `text`, or nil when the charset lacks one of its characters.
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
