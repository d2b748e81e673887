import MailTypes

/// Reads the words of one entry of a master file as the fields of a record.
struct ZoneFileFields {
    private var tokens: ArraySlice<ZoneFileToken>
    private let origin: DNSName
    /// Behind the last word that was read.
    private var end = 0

    init(_ tokens: ArraySlice<ZoneFileToken>, origin: DNSName) {
        self.tokens = tokens
        self.origin = origin
    }

    var peek: ZoneFileToken? { tokens.first }

    func expected(_ expectation: SyntaxError.Expectation) -> SyntaxError {
        SyntaxError(expected: expectation, offset: peek?.offset ?? end)
    }

    func requireEnd() throws(SyntaxError) {
        guard tokens.isEmpty else { throw expected("the end of the entry") }
    }

    mutating func readToken(
        _ expectation: SyntaxError.Expectation = "another field"
    ) throws(SyntaxError) -> ZoneFileToken {
        guard let token = tokens.popFirst() else { throw expected(expectation) }
        end = token.bytes.endIndex
        return token
    }

    /// Reads a name; `@` is the origin.
    mutating func readName() throws(SyntaxError) -> DNSName {
        let token = try readToken("a name")
        if !token.isQuoted, token.bytes.elementsEqual([UInt8(ascii: "@")]) { return origin }
        return try DNSName(parsing: token.bytes, origin: origin)
    }

    /// Reads seconds, or a sum like `1h30m` of weeks, days, hours, minutes and seconds.
    mutating func readTime() throws(SyntaxError) -> UInt32 {
        let error = expected("a time of at most 2147483647 seconds")
        var total = 0
        var number: Int?
        for byte in try readToken().bytes {
            if byte.isDigit {
                number = (number ?? 0) * 10 + Int(byte - 0x30)
            } else {
                guard let count = number, let unit = Self.secondsByUnit[byte.asciiLowercased]
                else { throw error }
                total += count * unit
                number = nil
            }
            guard max(total, number ?? 0) <= Int(Int32.max) else { throw error }
        }
        total += number ?? 0
        guard total <= Int(Int32.max) else { throw error }
        return UInt32(total)
    }

    private static let secondsByUnit: [UInt8: Int] = [
        UInt8(ascii: "s"): 1, UInt8(ascii: "m"): 60, UInt8(ascii: "h"): 3600,
        UInt8(ascii: "d"): 86_400, UInt8(ascii: "w"): 604_800,
    ]

    mutating func readData(of type: DNSRecordType) throws(SyntaxError) -> DNSRecordData {
        if let first = peek, !first.isQuoted, first.text == "\\#" {
            return try readGenericData(of: type)
        }
        switch type {
        case .a, .aaaa: return .address(try readAddress(of: type))
        case .ns: return .ns(try readName())
        case .cname: return .cname(try readName())
        case .ptr: return .ptr(try readName())
        case .soa: return .soa(try readSOA())
        case .mx:
            return .mx(MXRecord(preference: try readNumber(), exchange: try readName()))
        case .txt: return .txt(try readStrings())
        case .srv:
            return .srv(
                SRVRecord(
                    priority: try readNumber(), weight: try readNumber(), port: try readNumber(),
                    target: try readName()))
        case .tlsa:
            return .tlsa(
                TLSARecord(
                    certificateUsage: try readNumber(), selector: try readNumber(),
                    matchingType: try readNumber(), associationData: try readHexadecimal()))
        case .caa:
            return .caa(
                CAARecord(
                    flags: try readNumber(), tag: try readString(), value: try readString(65_535)))
        default:
            throw expected("“\\#” and the data in hexadecimal digits")
        }
    }

    private mutating func readNumber<Number: FixedWidthInteger>() throws(SyntaxError) -> Number {
        let error = expected(.init("a number of at most \(Number.max)"))
        let token = try readToken()
        guard token.bytes.allSatisfy(\.isDigit), let number = Number(token.text) else {
            throw error
        }
        return number
    }

    private mutating func readAddress(of type: DNSRecordType) throws(SyntaxError) -> IPAddress {
        let error = expected(type == .a ? "an IPv4 address" : "an IPv6 address")
        let text = try readToken().text
        switch IPAddress(parsing: text) {
        case .v4(let bytes)? where type == .aaaa && text.contains(":"):
            // A mapped address is an IPv6 address to the DNS.
            return .v6([UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] + bytes)
        case .v4(let bytes)? where type == .a && !text.contains(":"): return .v4(bytes)
        case .v6(let bytes)? where type == .aaaa: return .v6(bytes)
        default: throw error
        }
    }

    private mutating func readSOA() throws(SyntaxError) -> SOARecord {
        SOARecord(
            primaryServer: try readName(), responsibleMailbox: try readName(),
            serial: try readNumber(), refresh: try readTime(), retry: try readTime(),
            expire: try readTime(), negativeTTL: try readTime())
    }

    private mutating func readStrings() throws(SyntaxError) -> [[UInt8]] {
        var strings = [try readString()]
        while !tokens.isEmpty { strings.append(try readString()) }
        return strings
    }

    /// Reads a character-string, with or without quotation marks.
    private mutating func readString(
        _ limit: Int = DNSRecordData.stringLengthLimit
    ) throws(SyntaxError) -> [UInt8] {
        var cursor = ByteCursor(try readToken("a string").bytes)
        var string: [UInt8] = []
        while !cursor.isAtEnd {
            guard string.count < limit else {
                throw cursor.expected(.init("a string of at most \(limit) bytes"))
            }
            string.append(try cursor.readMasterFileByte())
        }
        return string
    }

    /// Reads all words that are left as hexadecimal digits.
    private mutating func readHexadecimal() throws(SyntaxError) -> [UInt8] {
        let error = expected("pairs of hexadecimal digits")
        var digits: [UInt8] = []
        while !tokens.isEmpty {
            for byte in try readToken().bytes {
                guard let value = byte.hexValue else { throw error }
                digits.append(value)
            }
        }
        guard digits.count.isMultiple(of: 2) else { throw error }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    ///     "\#" length hexadecimal     ; RFC 3597 §5
    private mutating func readGenericData(
        of type: DNSRecordType
    ) throws(SyntaxError) -> DNSRecordData {
        _ = try readToken()
        let error = expected("a length, and as many bytes of the type")
        let length: UInt16 = try readNumber()
        let bytes = try readHexadecimal()
        guard bytes.count == Int(length) else { throw error }
        // The offset of an error in the bytes would be none of the file.
        guard let data = try? DNSRecordData(type: type, parsing: bytes[...]) else { throw error }
        return data
    }
}
