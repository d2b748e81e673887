/// What a proxy says of a connection before the client's own first byte: the PROXY protocol,
/// versions 1 and 2 (HAProxy, proxy-protocol.txt of 2020-03-05).
///
/// ```text
/// PROXY TCP4 203.0.113.7 192.0.2.25 56324 25\r\n
/// ```
///
/// A header is believed from proxies alone that are known to write one: from anybody else it is a
/// stranger's word.
public struct ProxyHeader: Equatable, Sendable {
    /// Whom the proxy was called by.
    public struct Client: Equatable, Sendable {
        public let address: IPAddress
        public let port: Int

        public init(address: IPAddress, port: Int) {
            self.address = address
            self.port = port
        }
    }

    /// Nil where the proxy speaks for itself (`LOCAL`: it looks whether the server is up), or does
    /// not know its client by an IP address (`UNKNOWN`).
    public let client: Client?
    /// Whether the proxy and its client spoke over TLS (`PP2_CLIENT_SSL` of §2.2.6).
    public let isSecure: Bool

    public init(client: Client?, isSecure: Bool = false) {
        self.client = client
        self.isSecure = isSecure
    }

    /// Longest header that is read, in bytes. Version 1 has 107 at the most (§2.1); version 2 could
    /// have 65,551, and has about 300 with all that proxies are known to add.
    public static let lengthLimit = 4096

    /// A header, and how many bytes it has.
    public struct Reading: Equatable, Sendable {
        public let header: ProxyHeader
        public let length: Int
    }

    /// Reads the header that `bytes` begin with.
    ///
    /// - Returns: nil as long as more bytes are needed to know.
    /// - Throws: ``SyntaxError`` as soon as it is clear that this is no header, or none that
    ///   belongs to a TCP connection.
    public static func reading(_ bytes: ArraySlice<UInt8>) throws(SyntaxError) -> Reading? {
        guard let first = bytes.first else { return nil }
        return first == signature[0]
            ? try readingBinary(bytes) : try readingText(bytes)
    }

    // MARK: - Version 1

    private static let word = Array("PROXY ".utf8)
    private static let lineLimit = 107

    /// ```text
    /// "PROXY" SP ("TCP4" / "TCP6") SP source SP destination SP port SP port CRLF
    /// "PROXY" SP "UNKNOWN" *any CRLF
    /// ```
    private static func readingText(
        _ bytes: ArraySlice<UInt8>
    ) throws(SyntaxError) -> Reading? {
        try requirePrefix(word, of: bytes)
        guard bytes.count >= word.count else { return nil }
        let line = bytes.prefix(lineLimit)
        guard let end = line.firstIndex(of: 0x0A) else {
            guard bytes.count < lineLimit else {
                throw SyntaxError(expected: "the end of a line of 107 bytes", offset: line.endIndex)
            }
            return nil
        }
        // The CR stands behind the word, so that this index exists.
        guard line[end - 1] == 0x0D else { throw SyntaxError(expected: "CR", offset: end) }
        var cursor = ByteCursor(line[(line.startIndex + word.count)..<(end - 1)])
        let client = try readClient(&cursor)
        return Reading(
            header: ProxyHeader(client: client), length: end + 1 - bytes.startIndex)
    }

    private static func readClient(_ cursor: inout ByteCursor) throws(SyntaxError) -> Client? {
        let start = cursor.offset
        let family = readWord(&cursor)
        // What else stands there is to be passed over.
        if family.elementsEqual("UNKNOWN".utf8) { return nil }
        let isVersion6 = family.elementsEqual("TCP6".utf8)
        guard isVersion6 || family.elementsEqual("TCP4".utf8) else {
            throw SyntaxError(expected: "TCP4, TCP6 or UNKNOWN", offset: start)
        }
        let source = try readAddress(&cursor, isVersion6: isVersion6)
        _ = try readAddress(&cursor, isVersion6: isVersion6)
        let port = try readPort(&cursor)
        _ = try readPort(&cursor)
        guard cursor.isAtEnd else { throw cursor.expected(.end) }
        return Client(address: source, port: port)
    }

    private static func readWord(_ cursor: inout ByteCursor) -> ArraySlice<UInt8> {
        cursor.take(while: { $0 != UInt8(ascii: " ") })
    }

    private static func readAddress(
        _ cursor: inout ByteCursor, isVersion6: Bool
    ) throws(SyntaxError) -> IPAddress {
        guard cursor.take(UInt8(ascii: " ")) else { throw cursor.expected("a space") }
        let start = cursor.offset
        let text = readWord(&cursor)
        guard text.contains(UInt8(ascii: ":")) == isVersion6, let address = IPAddress(parsing: text)
        else { throw SyntaxError(expected: "an address of the family", offset: start) }
        return address
    }

    private static func readPort(_ cursor: inout ByteCursor) throws(SyntaxError) -> Int {
        guard cursor.take(UInt8(ascii: " ")) else { throw cursor.expected("a space") }
        let start = cursor.offset
        let digits = readWord(&cursor)
        let value = digits.reduce(0) { min($0 * 10 + Int($1 &- 0x30), 1 << 20) }
        guard (1...5).contains(digits.count), digits.allSatisfy(\.isDigit), value < 65_536,
            digits.count == 1 || digits.first != UInt8(ascii: "0")
        else { throw SyntaxError(expected: "a port", offset: start) }
        return value
    }

    /// - Throws: where `bytes`, as far as they go, begin with something else.
    private static func requirePrefix(
        _ prefix: [UInt8], of bytes: ArraySlice<UInt8>
    ) throws(SyntaxError) {
        for (index, expected) in zip(bytes.indices, prefix) where bytes[index] != expected {
            throw SyntaxError(expected: "a PROXY header", offset: index)
        }
    }
}
