extension UInt8 {
    @inlinable public var isDigit: Bool { self &- 0x30 < 10 }
    @inlinable public var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    @inlinable public var isAlphanumeric: Bool { isDigit || isLetter }
    @inlinable public var isHexDigit: Bool { hexValue != nil }
    /// SP or HTAB (`WSP`, RFC 5234 appendix B.1).
    @inlinable public var isSpaceOrTab: Bool { self == 0x20 || self == 0x09 }
    @inlinable public var isFoldingWhitespace: Bool {
        self == 0x20 || self == 0x09 || self == 0x0D || self == 0x0A
    }
    /// `VCHAR`: printable ASCII without the space.
    @inlinable public var isVisible: Bool { self > 0x20 && self < 0x7F }
    /// `atext` (RFC 5322 §3.2.3), with the bytes of UTF-8 sequences (RFC 6532 §3.2).
    public var isAtomText: Bool {
        if isAlphanumeric || self >= 0x80 { return true }
        switch self {
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"),
            UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"),
            UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "?"),
            UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "{"),
            UInt8(ascii: "|"), UInt8(ascii: "}"), UInt8(ascii: "~"):
            return true
        default:
            return false
        }
    }
    @inlinable public var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
    @inlinable public var asciiUppercased: UInt8 { self &- 0x61 < 26 ? self & 0xDF : self }
    /// 0 to 15, or nil for what is no hexadecimal digit.
    @inlinable public var hexValue: UInt8? {
        if isDigit { return self &- 0x30 }
        let letter = (self | 0x20) &- 0x61
        return letter < 6 ? letter + 10 : nil
    }
}

extension StringProtocol {
    /// A to Z made lower case, everything else left alone: what mail means by “case-insensitive”.
    @inlinable public var asciiLowercased: String {
        if utf8.allSatisfy({ $0.asciiLowercased == $0 }) { return String(self) }
        return String(decoding: utf8.map(\.asciiLowercased), as: UTF8.self)
    }

    /// Equal when A to Z and a to z are taken as the same letters.
    @inlinable public func equalsIgnoringCase(_ other: some StringProtocol) -> Bool {
        utf8.count == other.utf8.count
            && zip(utf8, other.utf8).allSatisfy { $0.asciiLowercased == $1.asciiLowercased }
    }
}

extension ArraySlice<UInt8> {
    @inlinable public func equalsIgnoringCase(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { wanted in
            zip(self, wanted).allSatisfy { $0.asciiLowercased == $1.asciiLowercased }
        }
    }

    /// The same bytes without SP, HTAB, CR and LF at either end.
    @inlinable public var trimmingFoldingWhitespace: ArraySlice<UInt8> {
        guard let first = firstIndex(where: { !$0.isFoldingWhitespace }),
            let last = lastIndex(where: { !$0.isFoldingWhitespace })
        else { return self[startIndex..<startIndex] }
        return self[first...last]
    }
}

/// Whether two secrets are equal, in time that depends on their length alone.
@inlinable public func equalInConstantTime(
    _ first: some Collection<UInt8>, _ second: some Collection<UInt8>
) -> Bool {
    guard first.count == second.count else { return false }
    return zip(first, second).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}
