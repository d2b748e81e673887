import SMTP
import Testing

@Suite struct DataDecoderTests {
    private static let rules = ContentRules(
        sizeLimit: 1000, headerSizeLimit: 1000, bareLineEndings: .refuse)

    /// Decodes in pieces of `pieceSize`; nil if the end is not found. Returns what is left, too.
    private func decode(
        _ input: [UInt8], pieceSize: Int, _ rules: ContentRules = rules
    ) -> (content: ReceivedContent, rest: [UInt8])? {
        var decoder = DataDecoder(rules)
        var offset = 0
        while offset < input.count, !decoder.isComplete {
            let piece = Array(input[offset..<min(offset + pieceSize, input.count)])
            offset += decoder.decode(piece.span.bytes)
        }
        return decoder.isComplete ? (decoder.finish(), Array(input[offset...])) : nil
    }

    @Test(arguments: [
        (".\r\n", ""),  // no line at all
        ("a\r\n.\r\n", "a\r\n"),
        ("..\r\n.\r\n", ".\r\n"),  // a stuffed dot
        ("...a\r\n\r\n..\r\n.\r\n", "..a\r\n\r\n.\r\n"),
        (".a\r\nb.\r\n.c.\r\n.\r\n", "a\r\nb.\r\nc.\r\n"),
        ("a.\r\n\r\n.\r\nQUIT\r\n", "a.\r\n\r\n"),  // what follows is not content
    ])
    func readsToTheEnd(input: String, content: String) throws {
        let bytes = Array(input.utf8)
        for pieceSize in 1...bytes.count {
            let decoded = try #require(decode(bytes, pieceSize: pieceSize))
            #expect(decoded.content == .message(Array(content.utf8)))
            #expect(decoded.rest == (input.hasSuffix("QUIT\r\n") ? Array("QUIT\r\n".utf8) : []))
        }
    }

    /// What servers were made to take for the end of data (CVE-2023-51764 and its kin).
    static let forgeries = [
        "\n.\n", "\n.\r", "\n.\r\n", "\r\n\0.\r\n", "\r\n.\r\r\n", "\r\r\n.\r\r\n", "\r.\n",
        "\r.\r", "\r.\r\n", "\r\n.\n", "\r\n.\r", "\n\n.\n\n", "\r\n.\n\r\n", "\r\n..\n.\r\n",
    ]

    @Test(arguments: forgeries)
    func noForgeryEndsTheData(forgery: String) throws {
        let bytes = Array("a\r\n\r\nbody\(forgery)MAIL FROM:<evil@x.example>\r\n.\r\n".utf8)
        for pieceSize in 1...bytes.count {
            let refused = try #require(decode(bytes, pieceSize: pieceSize))
            #expect(refused.rest.isEmpty)
            if case .message = refused.content {
                Issue.record("taken: \(forgery.debugDescription)")
            }

            var rules = Self.rules
            rules.bareLineEndings = .normalise
            let normalised = try #require(decode(bytes, pieceSize: pieceSize, rules))
            #expect(normalised.rest.isEmpty)
            guard case .message(let content) = normalised.content else {
                #expect(forgery.contains("\0"))
                continue
            }
            // What comes out can be sent on without harm: it survives the strict encoder.
            let encoded = try DataEncoder.encoded(content)
            #expect(decode(encoded, pieceSize: 7)?.content == .message(content))
        }
    }

    @Test(arguments: [
        ("a\nb\r\n", "a\r\nb\r\n"), ("a\rb\r\n", "a\r\nb\r\n"), ("a\r\r\n", "a\r\n\r\n"),
        ("a\n\rb\r\n", "a\r\n\r\nb\r\n"), ("\n\n\r\n", "\r\n\r\n\r\n"),
    ])
    func normalisesLineEndings(input: String, content: String) throws {
        var rules = Self.rules
        rules.bareLineEndings = .normalise
        let bytes = Array((input + ".\r\n").utf8)
        for pieceSize in 1...bytes.count {
            let decoded = try #require(decode(bytes, pieceSize: pieceSize, rules))
            #expect(decoded.content == .message(Array(content.utf8)))
        }
    }

    @Test func limitIsTheLastSizeThatPasses() {
        let line = [UInt8](repeating: 0x61, count: 998) + [13, 10]
        #expect(decode(line + Array(".\r\n".utf8), pieceSize: 64)?.content == .message(line))
        let long = [0x61] + line + Array(".\r\n".utf8)
        #expect(decode(long, pieceSize: 64)?.content == .refused(.tooLarge))
    }

    @Test func refusesLongHeaderSection() {
        var rules = Self.rules
        rules.headerSizeLimit = 20
        let long = Array("Subject: 0123456789012345\r\n\r\nbody\r\n.\r\n".utf8)
        #expect(decode(long, pieceSize: 5, rules)?.content == .refused(.headerTooLarge))
        let short = Array("Subject: 1\r\n\r\nbody of more than twenty\r\n.\r\n".utf8)
        #expect(decode(short, pieceSize: 5, rules)?.content == .message(Array(short.dropLast(3))))
    }

    @Test func bareCarriageReturnsTakeLinearTime() {
        var rules = Self.rules
        rules.sizeLimit = 10_000_000
        rules.bareLineEndings = .normalise
        let input = [UInt8](repeating: 13, count: 300_000) + Array("\r\n.\r\n".utf8)
        let decoded = decode(input, pieceSize: input.count, rules)
        #expect(
            decoded?.content
                == .message(Array(repeatElement([13, 10], count: 300_001).joined())))
    }
}

@Suite struct DataEncoderTests {
    @Test(arguments: [
        ("", ".\r\n"), ("a\r\n", "a\r\n.\r\n"), ("a", "a\r\n.\r\n"), (".\r\n", "..\r\n.\r\n"),
        ("\r\n.\r\n..a\r\n.", "\r\n..\r\n...a\r\n..\r\n.\r\n"), ("a.\r\n", "a.\r\n.\r\n"),
    ])
    func stuffsDots(content: String, encoded: String) throws {
        #expect(try DataEncoder.encoded(Array(content.utf8)) == Array(encoded.utf8))
    }

    @Test(arguments: [
        ("a\nb\r\n", DataEncodingError.bareLineEnding(offset: 1)),
        ("a\r\nb\rc\r\n", .bareLineEnding(offset: 4)),
        ("a\r\n\r\r\n", .bareLineEnding(offset: 3)),
        ("a\r", .bareLineEnding(offset: 1)),
        ("a\0\r\n", .null(offset: 1)),
    ])
    func refusesWhatAnotherServerMayReadOtherwise(content: String, error: DataEncodingError) {
        #expect(throws: error) { try DataEncoder.encoded(Array(content.utf8)) }
    }
}
