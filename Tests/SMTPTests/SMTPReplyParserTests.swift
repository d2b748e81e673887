import MailTypes
import SMTP
import Testing

@Suite struct SMTPReplyParserTests {
    private func parse(
        _ input: String, pieceSize: Int
    ) throws(SMTPReplyError) -> [SMTPReply] {
        var parser = SMTPReplyParser()
        var replies: [SMTPReply] = []
        let bytes = Array(input.utf8)
        for start in stride(from: 0, to: bytes.count, by: pieceSize) {
            let piece = Array(bytes[start..<min(start + pieceSize, bytes.count)])
            parser.receive(piece.span.bytes)
            while let reply = try parser.next() { replies.append(reply) }
        }
        return replies
    }

    @Test(arguments: [
        ("250 ok\r\n", SMTPReply(250, nil, "ok")),
        ("250\r\n", SMTPReply(250, nil, "")),  // the code alone is legal (RFC 5321 §4.2)
        ("250 \r\n", SMTPReply(250, nil, "")),
        ("250-a\r\n250-b\r\n250 c\r\n", SMTPReply(250, lines: ["a", "b", "c"])),
        ("250-a\r\n250\r\n", SMTPReply(250, lines: ["a", ""])),
        ("220 old\n", SMTPReply(220, nil, "old")),
        (
            "550-5.1.1 no\r\n550 5.1.1 such user\r\n",
            SMTPReply(550, EnhancedStatusCode(5, 1, 1), lines: ["no", "such user"])
        ),
        ("550 4.1.1 odd\r\n", SMTPReply(550, nil, "4.1.1 odd")),  // another class
        ("250 2.0.0\r\n", SMTPReply(250, EnhancedStatusCode(2, 0, 0), "")),
        ("550 5.7.1\r\n", SMTPReply(550, EnhancedStatusCode(5, 7, 1), "")),
    ])
    func readsReply(input: String, reply: SMTPReply) throws {
        for pieceSize in 1...input.utf8.count {
            #expect(try parse(input, pieceSize: pieceSize) == [reply])
        }
    }

    @Test(arguments: [
        ("hello\r\n", SMTPReplyError.malformed), ("25\r\n", .malformed), ("\r\n", .malformed),
        ("250x\r\n", .malformed), ("650 x\r\n", .malformed),
        ("250-a\r\n550 b\r\n", .codesDiffer),
        (String(repeating: "2", count: 5000), .lineTooLong),
        (String(repeating: "250-a\r\n", count: 101), .tooManyLines),
    ])
    func refusesWhatIsNoReply(input: String, error: SMTPReplyError) {
        #expect(throws: error) { try parse(input, pieceSize: 100) }
        #expect(throws: error) { try parse(input, pieceSize: 1) }
    }

    @Test func readsCapabilities() {
        let capabilities = SMTPCapabilities(
            SMTPReply(
                250,
                lines: [
                    "mx.example PIPELINING", "SIZE 1000", "8bitmime", "AUTH PLAIN login",
                    "AUTH=LOGIN", "STARTTLS", "LIMITS RCPTMAX=20 MAILMAX=5 FOO=1", "X-NEW a",
                ]))
        var expected = SMTPCapabilities()
        expected.size = true
        expected.sizeLimit = 1000
        expected.eightBitMIME = true
        expected.authentication = ["PLAIN", "LOGIN"]
        expected.startTLS = true
        expected.recipientLimit = 20
        expected.messageLimit = 5
        #expect(capabilities == expected)
        #expect(SMTPCapabilities(SMTPReply(250, lines: ["a", "SIZE 0"])).sizeLimit == nil)
    }
}
