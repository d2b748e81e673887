import DNS
import MailTypes
import Testing

/// The bytes of hexadecimal digits, blanks between them passed over.
func hexadecimal(_ text: String) -> [UInt8] {
    let digits = text.utf8.compactMap(\.hexValue)
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}

@Suite struct DNSMessageTests {
    /// The names of RFC 1035 §4.1.4: F.ISI.ARPA, FOO.F.ISI.ARPA, ARPA and the root, here as the
    /// questions of a message.
    static let compressedNames = hexadecimal(
        """
        1234 0100 0004 0000 0000 0000
        0146 03495349 0441525041 00 0001 0001
        03464f4f c00c 0001 0001
        c012 0001 0001
        00 0001 0001
        """)

    @Test func readsCompressedNames() throws {
        let message = try DNSMessage(parsing: Self.compressedNames[...])
        #expect(message.id == 0x1234)
        #expect(message.isRecursionDesired)
        #expect(
            message.questions.map(\.name.text) == ["F.ISI.ARPA", "FOO.F.ISI.ARPA", "ARPA", "."])
        #expect(message.formatted() == Self.compressedNames)
    }

    @Test func readsFromTheMiddleOfABuffer() throws {
        let padded = [0xFF, 0xFF, 0xFF] + Self.compressedNames + [0xFF]
        let message = try DNSMessage(parsing: padded[3..<(padded.count - 1)])
        #expect(message.questions[1].name.text == "FOO.F.ISI.ARPA")
    }

    /// A response as a public server gave it to `dig example.com MX`, with EDNS.
    @Test func readsAResponse() throws {
        let bytes = hexadecimal(
            """
            a1b2 81a0 0001 0001 0000 0001
            07 6578616d706c65 03 636f6d 00 000f 0001
            c00c 000f 0001 00000e10 0003 0000 00
            00 0029 04d0 0000 8000 0000
            """)
        let message = try DNSMessage(parsing: bytes[...])
        #expect(message.isResponse && message.isRecursionAvailable && message.isAuthenticData)
        #expect(
            message.answers == [
                DNSRecord(
                    DNSName("example.com"), ttl: .seconds(3600),
                    .mx(MXRecord(preference: 0, exchange: .root)))
            ])
        #expect(message.edns == EDNS(payloadSizeLimit: 1232, isDNSSECOK: true))
        #expect(message.formatted() == bytes)
    }

    @Test(arguments: [
        ("a header cut short", "1234 0100 0001 0000 0000", 10),
        ("a question that is not there", "1234 0100 0001 0000 0000 0000", 12),
        ("a pointer to itself", "1234 0100 0001 0000 0000 0000 c00c 0001 0001", 12),
        ("a pointer forwards", "1234 0100 0001 0000 0000 0000 c00e 00 0001 0001", 12),
        ("a pointer into the header", "1234 0100 0001 0000 0000 0000 c000 0001 0001", 12),
        ("a label that ends in a pointer to it", "1234 0100 0001 0000 0000 0000 0161 c00c", 14),
        (
            "two pointers to each other",
            "1234 0100 0002 0000 0000 0000 0161 c012 0001 0001 0162 c00c 0001 0001", 14
        ),
        ("half a pointer", "1234 0100 0001 0000 0000 0000 c0", 13),
        ("a label beyond the end", "1234 0100 0001 0000 0000 0000 05 6162", 12),
        ("a label of the kind 01", "1234 0100 0001 0000 0000 0000 41 61 00 0001 0001", 12),
        ("bytes behind the end", "1234 0100 0000 0000 0000 0000 00", 12),
        (
            "an address of three octets",
            "1234 8100 0000 0001 0000 0000 00 0001 0001 00000000 0003 010203", 23
        ),
        (
            "a name that runs out of its record",
            "1234 8100 0000 0001 0000 0000 00 0002 0001 00000000 0002 0161 00", 25
        ),
        (
            "data behind the fields",
            "1234 8100 0000 0001 0000 0000 00 000f 0001 00000000 0004 0000 0000", 26
        ),
        (
            "a string beyond its record",
            "1234 8100 0000 0001 0000 0000 00 0010 0001 00000000 0002 0561", 24
        ),
        (
            "two OPT records",
            "1234 0100 0000 0000 0000 0002 00002904d000000000 0000 00002904d000000000 0000", 23
        ),
        (
            "an OPT record with a name",
            "1234 0100 0000 0000 0000 0001 0161 00 002904d000000000 0000", 12
        ),
        (
            "an option beyond its record",
            "1234 0100 0000 0000 0000 0001 00002904d000000000 0004 000a 0001", 27
        ),
    ])
    func saysWhereBytesAreNoMessage(what: String, digits: String, offset: Int) {
        let bytes = hexadecimal(digits)
        let error = #expect(throws: SyntaxError.self) { try DNSMessage(parsing: bytes[...]) }
        #expect(error?.offset == offset, "\(what)")
    }

    @Test func refusesNamesThatPointersMakeTooLong() {
        // Each name is a label of 63 octets in front of the one before.
        var bytes = hexadecimal("1234 0100 0005 0000 0000 0000")
        var previous: [UInt8] = [0]
        for _ in 0..<5 {
            let start = bytes.count
            bytes += [63] + [UInt8](repeating: 0x61, count: 63) + previous + [0, 1, 0, 1]
            previous = [0xC0 | UInt8(start >> 8), UInt8(start & 0xFF)]
        }
        #expect(throws: SyntaxError.self) { try DNSMessage(parsing: bytes[...]) }
    }

    @Test func followsNoLongChainOfPointers() {
        // A run of pointers, each to the one before.
        var bytes = hexadecimal("1234 8100 0000 0001 0000 0000 00 ff00 0001 00000000 0200 00")
        let first = bytes.count - 1
        for index in 0..<255 {
            let target = index == 0 ? first : first + 1 + 2 * (index - 1)
            bytes += [0xC0 | UInt8(target >> 8), UInt8(target & 0xFF)]
        }
        bytes.append(0)
        bytes[7] = 1
        bytes[9] = 1
        let last = bytes.count - 3
        bytes += [0xC0 | UInt8(last >> 8), UInt8(last & 0xFF), 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]
        let error = #expect(throws: SyntaxError.self) { try DNSMessage(parsing: bytes[...]) }
        #expect(error?.expected == "a pointer to a name before")
    }

    static let records: [DNSRecord] = [
        DNSRecord(DNSName("example.com"), .address(.v4([192, 0, 2, 1]))),
        DNSRecord(DNSName("example.com"), .address(.v6([UInt8](1...16)))),
        DNSRecord(DNSName("example.com"), .ns(DNSName("ns.example.com"))),
        DNSRecord(DNSName("www.example.com"), .cname(DNSName("example.com"))),
        DNSRecord(
            DNSName("example.com"),
            .soa(
                SOARecord(
                    primaryServer: DNSName("ns.example.com"),
                    responsibleMailbox: DNSName("dns\\.admin.example.com"), serial: 4_294_967_295))),
        DNSRecord(DNSName("1.2.0.192.in-addr.arpa"), .ptr(DNSName("example.com"))),
        DNSRecord(
            DNSName("example.com"), ttl: .zero,
            .mx(MXRecord(preference: 10, exchange: DNSName("mx.example.com")))),
        DNSRecord(DNSName("example.com"), .txt([Array("a".utf8), [], [0, 0xFF, 0x22, 0x5C]])),
        DNSRecord(
            DNSName("_smtp._tcp.example.com"), ttl: DNSRecord.ttlLimit,
            .srv(SRVRecord(priority: 1, weight: 2, port: 25, target: DNSName("mx.example.com")))),
        DNSRecord(
            DNSName("_25._tcp.mx.example.com"),
            .tlsa(
                TLSARecord(
                    certificateUsage: 3, selector: 1, matchingType: 1, associationData: [1, 0xAB]))),
        DNSRecord(
            DNSName("example.com"),
            .caa(CAARecord(flags: 128, tag: Array("issue".utf8), value: Array("ca.example".utf8)))),
        DNSRecord(DNSName("example.com"), .unknown(DNSRecordType(rawValue: 65_280), [1, 2, 3])),
        DNSRecord(DNSName("example.com"), .unknown(.dnskey, [])),
    ]

    @Test func readsWhatItWrites() throws {
        var message = DNSMessage(id: 7, asking: DNSQuestion(DNSName("example.com"), .any))
        message.isResponse = true
        message.isAuthoritative = true
        message.responseCode = DNSResponseCode(rawValue: 0xABC)
        message.answers = Self.records
        message.authorities = [Self.records[2]]
        message.additionals = [Self.records[0], Self.records[8]]
        message.edns?.options = [EDNS.Option(code: 10, data: [1, 2, 3])]
        let bytes = message.formatted()
        #expect(try DNSMessage(parsing: bytes[...]) == message)
        // Whatever is cut off, or changed, there is no trap.
        for count in 0..<bytes.count { _ = try? DNSMessage(parsing: bytes[..<count]) }
        for index in bytes.indices {
            for value: UInt8 in [0, 1, 0x3F, 0x40, 0xC0, 0xFF] {
                var changed = bytes
                changed[index] = value
                _ = try? DNSMessage(parsing: changed[...])
            }
        }
    }

    @Test func cutsLongTextsIntoStrings() throws {
        let text = [UInt8](repeating: 0x61, count: 700)
        guard case .txt(let strings) = DNSRecordData.text(text) else { return }
        #expect(strings.map(\.count) == [255, 255, 190])
        #expect(DNSRecordData.text(text).joinedText == text)
        var message = DNSMessage(id: 1)
        message.answers = [DNSRecord(DNSName("x"), .txt([text]))]
        let read = try DNSMessage(parsing: message.formatted()[...])
        #expect(read.answers[0].data == .txt(strings))
    }

    @Test func truncatesToTheLimit() throws {
        let question = DNSQuestion(DNSName("example.com"), .txt)
        var message = DNSMessage(id: 7, asking: question).response()
        message.answers = [
            DNSRecord(DNSName("example.com"), .text(String(repeating: "a", count: 400)))
        ]
        message.additionals = message.answers
        #expect(message.formatted().count > 512)
        let shorter = try DNSMessage(parsing: message.formatted(sizeLimit: 512)[...])
        #expect(!shorter.isTruncated && shorter.answers.count == 1 && shorter.additionals.isEmpty)
        let shortest = try DNSMessage(parsing: message.formatted(sizeLimit: 300)[...])
        #expect(shortest.isTruncated && shortest.answers.isEmpty && shortest.edns != nil)
        #expect(shortest.questions == [question])
    }

    @Test func truncatesWhatNoMessageCanHold() throws {
        var message = DNSMessage(id: 7)
        let long = DNSRecordData.text([UInt8](repeating: 0x61, count: 70_000))
        message.answers = [DNSRecord(DNSName("x"), long)]
        #expect(try DNSMessage(parsing: message.formatted()[...]).isTruncated)
        message.answers = (0..<70_000).map { _ in DNSRecord(.root, .ns(.root)) }
        #expect(try DNSMessage(parsing: message.formatted()[...]).isTruncated)
    }

    @Test(arguments: [(nil, 512), (0, 512), (600, 600), (65_535, 1232)] as [(UInt16?, Int)])
    func limitsDatagrams(payload: UInt16?, limit: Int) {
        let edns = payload.map { EDNS(payloadSizeLimit: $0) }
        let query = DNSMessage(id: 1, asking: DNSQuestion(.root, .ns), edns: edns)
        #expect(query.datagramSizeLimit(atMost: 1232) == limit)
    }

    @Test func answersWhatItCannotReadUnlessItIsAResponse() {
        let query = hexadecimal("1234 0100 0001 0000 0000 0000")
        let reply = DNSMessage.formatError(replyingTo: query[...])
        #expect(reply?.id == 0x1234)
        #expect(reply?.responseCode == .formatError)
        #expect(reply?.isRecursionDesired == true)
        #expect(DNSMessage.formatError(replyingTo: query[..<11]) == nil)
        let response = hexadecimal("1234 8100 0001 0000 0000 0000")
        #expect(DNSMessage.formatError(replyingTo: response[...]) == nil)
    }
}
