/// An IPv4 or IPv6 address, as the bytes of its network order.
public enum IPAddress: Hashable, Sendable {
    /// Four bytes.
    case v4([UInt8])
    /// Sixteen bytes.
    case v6([UInt8])

    /// Reads `192.0.2.1` or `2001:db8::1`; a mapped address (`::ffff:192.0.2.1`) becomes IPv4.
    public init?(parsing text: some StringProtocol) {
        if let bytes = Self.parseIPv4(Array(text.utf8)[...]) {
            self = .v4(bytes)
        } else if let bytes = Self.parseIPv6(Array(text.utf8)) {
            self = IPAddress(bytes: bytes)
        } else {
            return nil
        }
    }

    private init(bytes: [UInt8]) {
        let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        self = Array(bytes.prefix(12)) == mapped ? .v4(Array(bytes.suffix(4))) : .v6(bytes)
    }

    public var bytes: [UInt8] {
        switch self {
        case .v4(let bytes), .v6(let bytes): bytes
        }
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
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var bytes: [UInt8] = []
        for part in parts {
            guard (1...3).contains(part.count), part.allSatisfy(\.isDigit),
                part.count == 1 || part.first != UInt8(ascii: "0"),
                let byte = UInt8(String(decoding: part, as: UTF8.self))
            else { return nil }
            bytes.append(byte)
        }
        return bytes
    }

    private static func parseIPv6(_ text: [UInt8]) -> [UInt8]? {
        guard text.count <= 45 else { return nil }
        let colon = UInt8(ascii: ":")
        var halves: [[ArraySlice<UInt8>]] = []
        var start = 0
        var index = 0
        while index + 1 < text.count {
            if text[index] == colon, text[index + 1] == colon {
                guard halves.isEmpty else { return nil }
                halves.append(split(text[start..<index]))
                start = index + 2
                index += 1
            }
            index += 1
        }
        halves.append(split(text[start...]))
        let parsed = halves.enumerated().compactMap {
            groups($0.element, mayEndInIPv4: $0.offset == halves.count - 1)
        }
        guard parsed.count == halves.count else { return nil }
        if parsed.count == 1 { return parsed[0].count == 16 ? parsed[0] : nil }
        let gap = 16 - parsed[0].count - parsed[1].count
        guard gap >= 2 else { return nil }
        return parsed[0] + [UInt8](repeating: 0, count: gap) + parsed[1]
    }

    private static func split(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        text.isEmpty
            ? [] : text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    }

    /// The bytes of some groups; dotted decimals may only end the whole address (RFC 4291 §2.2).
    private static func groups(_ parts: [ArraySlice<UInt8>], mayEndInIPv4: Bool) -> [UInt8]? {
        var bytes: [UInt8] = []
        for (index, part) in parts.enumerated() {
            if mayEndInIPv4, index == parts.count - 1, let last = parseIPv4(part) {
                bytes += last
                continue
            }
            guard (1...4).contains(part.count), part.allSatisfy(\.isHexDigit) else {
                return nil
            }
            let value = part.reduce(0) { $0 << 4 | Int($1.hexValue ?? 0) }
            bytes += [UInt8(value >> 8), UInt8(value & 255)]
        }
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
