/// An IPv4 or IPv6 address, as the bytes of its network order.
public enum IPAddress: Hashable, Sendable {
    /// Four bytes.
    case v4([UInt8])
    /// Sixteen bytes.
    case v6([UInt8])

    /// Reads `192.0.2.1` or `2001:db8::1`; a mapped address (`::ffff:192.0.2.1`) becomes IPv4.
    public init?(parsing text: some StringProtocol) {
        self.init(parsing: Array(text.utf8)[...])
    }

    public init?(parsing text: ArraySlice<UInt8>) {
        if let bytes = Self.parseIPv4(text) {
            self = .v4(bytes)
        } else if let bytes = Self.parseIPv6(text) {
            self = IPAddress(networkOrder: bytes)
        } else {
            return nil
        }
    }

    /// Four bytes, or sixteen; a mapped address becomes IPv4.
    init(networkOrder bytes: [UInt8]) {
        guard bytes.count == 16 else {
            self = .v4(bytes)
            return
        }
        let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        self = Array(bytes.prefix(12)) == mapped ? .v4(Array(bytes.suffix(4))) : .v6(bytes)
    }

    public var bytes: [UInt8] {
        switch self {
        case .v4(let bytes), .v6(let bytes): bytes
        }
    }

    /// What counts as one peer: an address of IPv4, the first 64 bits of one of IPv6, since whoever
    /// has one address of such a network has all of them.
    public var network: IPAddress {
        switch self {
        case .v4: return self
        case .v6(let bytes):
            return isLoopback ? self : .v6(bytes.prefix(8) + [UInt8](repeating: 0, count: 8))
        }
    }

    /// The same address as IPv4, where it is a mapped one (`::ffff:192.0.2.1`, RFC 4291 §2.5.5.2),
    /// as an AAAA record may hold it: systems connect to it as to that of IPv4.
    public var unmapped: IPAddress {
        if case .v6(let bytes) = self { IPAddress(networkOrder: bytes) } else { self }
    }

    public var isLoopback: Bool {
        switch self {
        case .v4(let bytes): bytes[0] == 127
        case .v6(let bytes): bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] == 1
        }
    }

    /// As an address literal without brackets: `IPv6:2001:db8::1` (RFC 5321 §4.1.3).
    public var literal: String {
        switch self {
        case .v4: description
        case .v6: "IPv6:\(description)"
        }
    }

    private static func parseIPv4(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard text.count <= 15 else { return nil }
        var bytes: [UInt8] = []
        var value = 0
        var digits = 0
        for byte in text {
            if byte.isDigit {
                guard digits == 0 || value > 0 else { return nil }  // a leading zero
                value = value * 10 + Int(byte &- 0x30)
                digits += 1
                guard value < 256 else { return nil }
            } else {
                guard byte == UInt8(ascii: "."), digits > 0, bytes.count < 3 else { return nil }
                bytes.append(UInt8(value))
                value = 0
                digits = 0
            }
        }
        guard digits > 0, bytes.count == 3 else { return nil }
        bytes.append(UInt8(value))
        return bytes
    }

    /// Reads the forms of RFC 4291 §2.2: groups, `::` for some that are zero, and dotted decimals
    /// for the last two.
    private static func parseIPv6(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard text.count <= 45 else { return nil }
        let colon = UInt8(ascii: ":")
        var bytes: [UInt8] = []
        bytes.reserveCapacity(16)
        var gap: Int?
        var rest = text
        if rest.first == colon {
            guard rest.dropFirst().first == colon else { return nil }
            rest = rest.dropFirst(2)
            gap = 0
        }
        while !rest.isEmpty {
            guard bytes.count <= 14 else { return nil }
            let group = rest.prefix { $0 != colon }
            rest = rest[group.endIndex...]
            if rest.isEmpty, group.contains(UInt8(ascii: ".")) {
                guard let last = parseIPv4(group) else { return nil }
                bytes += last
                break
            }
            guard (1...4).contains(group.count), group.allSatisfy(\.isHexDigit) else { return nil }
            let value = group.reduce(0) { $0 << 4 | Int($1.hexValue ?? 0) }
            bytes.append(UInt8(value >> 8))
            bytes.append(UInt8(value & 255))
            guard !rest.isEmpty else { break }
            rest = rest.dropFirst()
            if rest.first == colon {
                guard gap == nil else { return nil }
                gap = bytes.count
                rest = rest.dropFirst()
            } else if rest.isEmpty {
                return nil  // one colon at the end
            }
        }
        guard let gap else { return bytes.count == 16 ? bytes : nil }
        guard bytes.count <= 14 else { return nil }
        bytes.insert(contentsOf: repeatElement(0, count: 16 - bytes.count), at: gap)
        return bytes
    }
}

extension IPAddress: CustomStringConvertible {
    /// `192.0.2.1`, or the shortest form of RFC 5952 §4.
    public var description: String {
        switch self {
        case .v4(let bytes):
            return bytes.map { String($0) }.joined(separator: ".")
        case .v6(let bytes):
            let groups = stride(from: 0, to: 16, by: 2).map {
                Int(bytes[$0]) << 8 | Int(bytes[$0 + 1])
            }
            var longest = 0..<0
            var start = 0
            while start < 8 {
                var end = start
                while end < 8, groups[end] == 0 { end += 1 }
                if end - start > longest.count, end - start >= 2 { longest = start..<end }
                start = max(end, start + 1)
            }
            let text = groups.map { String($0, radix: 16) }
            guard !longest.isEmpty else { return text.joined(separator: ":") }
            return text[..<longest.lowerBound].joined(separator: ":") + "::"
                + text[longest.upperBound...].joined(separator: ":")
        }
    }
}
