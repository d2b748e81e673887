import Testing

@testable import MailTypes

@Suite struct ProxyHeaderTests {
    private static let signature: [UInt8] = [
        0x0D, 0x0A, 0x0D, 0x0A, 0x00, 0x0D, 0x0A, 0x51, 0x55, 0x49, 0x54, 0x0A,
    ]

    /// A header of version 2.
    private static func binary(_ command: UInt8, _ family: UInt8, _ body: [UInt8]) -> [UInt8] {
        signature + [command, family, UInt8(body.count >> 8), UInt8(body.count & 255)] + body
    }

    private static let version4: [UInt8] = [203, 0, 113, 7, 192, 0, 2, 25, 0xDC, 0x04, 0x00, 0x19]
    private static let version6: [UInt8] =
        [0x20, 0x01, 0x0D, 0xB8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7]
        + [0x20, 0x01, 0x0D, 0xB8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] + [0x01, 0x00, 0x00, 0x19]

    private static func client(_ address: String, _ port: Int) -> ProxyHeader.Client {
        ProxyHeader.Client(address: IPAddress(parsing: address)!, port: port)
    }

    static let good: [(bytes: [UInt8], header: ProxyHeader)] = [
        // The examples of §2.1.
        (
            Array("PROXY TCP4 192.168.0.1 192.168.0.11 56324 443\r\n".utf8),
            ProxyHeader(client: client("192.168.0.1", 56324))
        ),
        (
            Array("PROXY TCP4 255.255.255.255 255.255.255.255 65535 65535\r\n".utf8),
            ProxyHeader(client: client("255.255.255.255", 65535))
        ),
        (
            Array(
                ("PROXY TCP6 ffff:f:f:ffff:ffff:ffff:ffff:ffff ffff:f:f:ffff:ffff:ffff:ffff:ffff "
                    + "65535 65535\r\n").utf8),
            ProxyHeader(client: client("ffff:f:f:ffff:ffff:ffff:ffff:ffff", 65535))
        ),
        (Array("PROXY UNKNOWN\r\n".utf8), ProxyHeader(client: nil)),
        (
            Array(
                ("PROXY UNKNOWN ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff "
                    + "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff 65535 65535\r\n").utf8),
            ProxyHeader(client: nil)
        ),
        (
            Array("PROXY TCP4 1.2.3.4 5.6.7.8 0 0\r\n".utf8),
            ProxyHeader(client: client("1.2.3.4", 0))
        ),
        (binary(0x21, 0x11, version4), ProxyHeader(client: client("203.0.113.7", 56324))),
        (binary(0x21, 0x21, version6), ProxyHeader(client: client("2001:db8::7", 256))),
        (binary(0x20, 0x00, []), ProxyHeader(client: nil)),
        (binary(0x20, 0x11, version4), ProxyHeader(client: nil)),
        (binary(0x21, 0x00, []), ProxyHeader(client: nil)),
        (binary(0x21, 0x31, Array(repeating: 0, count: 216)), ProxyHeader(client: nil)),
        // Fields: PP2_TYPE_NOOP, PP2_TYPE_AUTHORITY, and PP2_TYPE_SSL of a client over TLS.
        (
            binary(0x21, 0x11, version4 + [4, 0, 0, 2, 0, 1, 97, 0x20, 0, 5, 1, 0, 0, 0, 0]),
            ProxyHeader(client: client("203.0.113.7", 56324), isSecure: true)
        ),
        (
            binary(0x21, 0x11, version4 + [0x20, 0, 5, 0, 0, 0, 0, 0]),
            ProxyHeader(client: client("203.0.113.7", 56324))
        ),
    ]

    @Test(arguments: good.indices)
    func readsAWholeHeaderAndNothingBehindIt(index: Int) throws {
        let (bytes, header) = Self.good[index]
        let expected = ProxyHeader.Reading(header: header, length: bytes.count)
        #expect(try ProxyHeader.reading(bytes[...]) == expected)
        let more = [0, 1] + bytes + Array("EHLO a\r\n".utf8)
        #expect(try ProxyHeader.reading(more[2...]) == expected)
        for count in 0..<bytes.count {
            #expect(try ProxyHeader.reading(bytes[..<count]) == nil)
        }
    }

    @Test(arguments: [
        "EHLO client.example\r\n", "PROXI", "proxy TCP4 1.2.3.4 5.6.7.8 1 2\r\n", " PROXY",
        "PROXY TCP4 1.2.3.4 5.6.7.8 1 2\n", "PROXY TCP4 1.2.3.4 5.6.7.8 1 2 \r\n",
        "PROXY TCP4  1.2.3.4 5.6.7.8 1 2\r\n", "PROXY TCP4 ::1 ::1 1 2\r\n",
        "PROXY TCP6 1.2.3.4 5.6.7.8 1 2\r\n", "PROXY TCP4 1.2.3.4 5.6.7.8 1 65536\r\n",
        "PROXY TCP4 1.2.3.4 5.6.7.8 01 2\r\n", "PROXY TCP4 1.2.3.4 5.6.7.8 -1 2\r\n",
        "PROXY TCP4 1.2.3.4 5.6.7.8 1\r\n", "PROXY TCP4 1.2.3.4\r\n", "PROXY UDP4\r\n",
        "PROXY \r\n", "PROXY \n", "PROXY TCP4 1.2.3 5.6.7.8 1 2\r\n", "GET / HTTP/1.1\r\n",
    ])
    func refusesOtherText(text: String) {
        #expect(throws: SyntaxError.self) { try ProxyHeader.reading(Array(text.utf8)[...]) }
    }

    @Test func refusesALineThatDoesNotEnd() throws {
        let line = Array("PROXY UNKNOWN ".utf8) + Array(repeating: UInt8(ascii: "x"), count: 93)
        #expect(line.count == 107)
        #expect(try ProxyHeader.reading(line[..<106]) == nil)
        #expect(throws: SyntaxError.self) { try ProxyHeader.reading(line[...]) }
    }

    @Test func refusesOtherBinary() {
        let broken = [
            Self.signature.dropLast() + [0x0B],  // another signature
            Self.binary(0x11, 0x11, Self.version4),  // version 1 in binary
            Self.binary(0x22, 0x11, Self.version4),  // no such command
            Self.binary(0x21, 0x12, Self.version4),  // datagrams
            Self.binary(0x21, 0x41, Self.version4),  // no such family
            Self.binary(0x21, 0x11, Array(Self.version4.dropLast())),
            Self.binary(0x21, 0x21, Self.version4),
            Self.binary(0x21, 0x11, Self.version4 + [2, 0, 2, 97]),  // a field past the end
            Self.binary(0x21, 0x11, Self.version4 + [2, 0]),
            Self.signature + [0x21, 0x11, 0xFF, 0xFF],  // longer than the limit
        ]
        for bytes in broken {
            #expect(throws: SyntaxError.self) { try ProxyHeader.reading(bytes[...]) }
        }
    }
}
