import MailTypes
import SMTP
import Testing

@Suite struct SMTPServerConversationTests {
    private var exchanger: ServerScript {
        ServerScript(configuration: .mailExchanger(hostname: "mx.example"))
    }

    private static let opening = """
        S: 220 mx.example ESMTP Waxwing
        C: EHLO client.example
        S: 250-mx.example
        S: 250-8BITMIME
        S: 250-SIZE 41943040
        S: 250-PIPELINING
        S: 250-CHUNKING
        S: 250-ENHANCEDSTATUSCODES
        S: 250 SMTPUTF8

        """

    /// A page of any site can post to a port of the machine that it is read on.
    @Test func carriesOutNothingOfABrowsersRequest() {
        let stored = exchanger.play(
            """
            S: 220 mx.example ESMTP Waxwing
            C: POST / HTTP/1.1
            C: Host: 127.0.0.1:2525
            C: Content-Type: text/plain
            C:
            C: HELO page.example
            C: MAIL FROM:<a@page.example>
            C: RCPT TO:<b@far.example>
            C: BDAT 3 LAST
            C: x
            S: 500 5.5.2 Command not recognized
            S: (closed)
            """)
        #expect(stored.isEmpty)
    }

    /// RFC 5321 appendix D.1, with the extensions and texts of this server.
    @Test func takesAMessage() {
        let stored = exchanger.playInAllPieces(
            Self.opening + """
                C: MAIL FROM:<Smith@bar.com>
                S: 250 2.1.0 Ok
                C: RCPT TO:<Jones@foo.com>
                S: 250 2.1.5 Ok
                C: RCPT TO:<Brown@foo.com>
                S: 250 2.1.5 Ok
                C: DATA
                S: 354 End data with <CR><LF>.<CR><LF>
                C: Blah blah blah...
                C: ..etc.
                C: .
                S: 250 Ok 1
                C: QUIT
                S: 221 2.0.0 Bye
                S: (closed)
                """)
        #expect(
            stored == [
                ServerScript.Stored(
                    from: "Smith@bar.com", recipients: ["Jones@foo.com", "Brown@foo.com"],
                    content: "Blah blah blah...\r\n.etc.\r\n")
            ])
    }

    /// RFC 2920 §4: commands in one piece, and a recipient among them that is refused.
    @Test func answersPipelinedCommandsInOrder() {
        var script = exchanger
        script.refusedRecipients["nobody@example.com"] = SMTPReply(
            550, EnhancedStatusCode(5, 1, 1), "No such user")
        let stored = script.playInAllPieces(
            Self.opening + """
                C: MAIL FROM:<a@example.com>
                C: RCPT TO:<nobody@example.com>
                C: RCPT TO:<b@example.com>
                C: DATA
                S: 250 2.1.0 Ok
                S: 550 5.1.1 No such user
                S: 250 2.1.5 Ok
                S: 354 End data with <CR><LF>.<CR><LF>
                C: x
                C: .
                C: MAIL FROM:<>
                C: RCPT TO:<c@example.com>
                C: RSET
                C: NOOP
                C: QUIT
                S: 250 Ok 1
                S: 250 2.1.0 Ok
                S: 250 2.1.5 Ok
                S: 250 2.0.0 Ok
                S: 250 2.0.0 Ok
                S: 221 2.0.0 Bye
                S: (closed)
                """)
        #expect(stored.map(\.recipients) == [["b@example.com"]])
    }

    /// RFC 3030 §4.
    @Test func takesChunks() {
        let stored = exchanger.playInAllPieces(
            Self.opening + """
                C: MAIL FROM:<a@example.com>
                S: 250 2.1.0 Ok
                C: RCPT TO:<b@example.com>
                S: 250 2.1.5 Ok
                C: BDAT 5
                C| a\\r\\n.\\r
                S: 250 2.0.0 Ok
                C: MAIL FROM:<x@example.com>
                S: 503 5.5.1 Bad sequence of commands
                C: BDAT 4
                C| \\n.\\r\\n
                C: BDAT 0 LAST
                S: 250 2.0.0 Ok
                S: 250 Ok 1
                C: BDAT 3 LAST
                C: a
                S: 503 5.5.1 Bad sequence of commands
                C: NOOP
                S: 250 2.0.0 Ok
                """)
        #expect(stored.map(\.content) == ["a\r\n.\r\n.\r\n"])
    }

    @Test func refusesChunksThatAreTooLargeOrHoldBareLineEndings() {
        var script = exchanger
        script.configuration.messageSizeLimit = 10
        let start = """
            C: MAIL FROM:<a@example.com>
            S: 250 2.1.0 Ok
            C: RCPT TO:<b@example.com>
            S: 250 2.1.5 Ok

            """
        let opening = Self.opening.replacing("SIZE 41943040", with: "SIZE 10")
        let stored = script.playInAllPieces(
            opening + start + """
                C: BDAT 8
                C: 123456
                S: 250 2.0.0 Ok
                C: BDAT 4
                C: 12
                S: 552 5.3.4 Message is too long
                C: BDAT 2 LAST
                C| \\r\\n
                S: 503 5.5.1 Bad sequence of commands

                """ + start + """
                    C: BDAT 4 LAST
                    C| a\\n\\r\\n
                    S: 550 5.5.2 Message holds a CR or LF that is no CRLF

                    """ + start + """
                    C: BDAT 3 LAST
                    C| ab\\r
                    S: 550 5.5.2 Message holds a CR or LF that is no CRLF
                    """)
        #expect(stored.isEmpty)
    }

    @Test(arguments: DataDecoderTests.forgeries)
    func refusesMessagesThatSmuggle(forgery: String) {
        let escaped = forgery.replacing("\r", with: "\\r").replacing("\n", with: "\\n")
            .replacing("\0", with: "\\0")
        var script = exchanger
        script.configuration.refusesEarlyTalk = false
        let opening =
            Self.opening + """
                C: MAIL FROM:<a@example.com>
                C: RCPT TO:<b@example.com>
                C: DATA
                S: 250 2.1.0 Ok
                S: 250 2.1.5 Ok
                S: 354 End data with <CR><LF>.<CR><LF>
                C| x\(escaped)MAIL FROM:<evil@example.com>\\r\\n.\\r\\n

                """
        let reply =
            forgery.contains("\0")
            ? "S: 550 5.6.0 Message holds a NUL\n"
            : "S: 550 5.5.2 Message holds a CR or LF that is no CRLF\n"
        let stored = script.playInAllPieces(opening + reply + "C: NOOP\nS: 250 2.0.0 Ok\n")
        #expect(stored.isEmpty)
    }

    @Test func bareLineFeedEndsTheSessionAndNoCommand() {
        exchanger.playInAllPieces(
            Self.opening + """
                C| MAIL FROM:<a@example.com>\\nRCPT TO:<b@example.com>\\r\\n
                S: 521 5.5.2 Commands end with CRLF, not with a bare LF
                S: (closed)
                """)
    }

    @Test func refusesWhatIsSentTooEarly() {
        exchanger.play(
            Self.opening + """
                C: MAIL FROM:<a@example.com>
                C: RCPT TO:<b@example.com>
                C: DATA
                C: Subject: x
                S: 250 2.1.0 Ok
                S: 250 2.1.5 Ok
                S: 554 5.5.0 Sent before the reply that permits it
                S: (closed)
                """)
    }

    @Test func answersMistakes() {
        exchanger.playInAllPieces(
            """
            S: 220 mx.example ESMTP Waxwing
            C: MAIL FROM:<a@example.com>
            S: 503 5.5.1 Bad sequence of commands
            C: FOO
            S: 500 5.5.2 Command not recognized
            C: HELO client.example
            S: 250 mx.example
            C: RCPT TO:<b@example.com>
            S: 503 5.5.1 Bad sequence of commands
            C: MAIL FROM:a@example.com
            S: 501 5.1.7 a@example.com: bad reverse-path
            C: MAIL FROM:<a@example.com> SIZE=41943041
            S: 552 5.3.4 Message is too long
            C: MAIL FROM:<a@example.com> RET=FULL
            S: 555 5.5.4 Parameter not recognized
            C: MAIL FROM:<a@example.com> BODY=BINARYMIME
            S: 501 5.5.4 Syntax error in arguments
            C: MAIL FROM:<ü@example.com>
            S: 553 5.6.7 Address is not ASCII and SMTPUTF8 was not given
            C: MAIL FROM:<ü@example.com> SMTPUTF8
            S: 250 2.1.0 Ok
            C: MAIL FROM:<a@example.com>
            S: 503 5.5.1 Bad sequence of commands
            C: RCPT TO:<>
            S: 501 5.1.3 : bad forward-path
            C: DATA
            S: 554 5.5.1 No valid recipients
            C: VRFY b
            S: 252 2.5.2 Cannot verify the user, but send mail to try
            C: EXPN b
            S: 502 5.5.1 Command not implemented
            C: AUTH PLAIN
            S: 502 5.5.1 Command not implemented
            C: STARTTLS
            S: 502 5.5.1 Command not implemented
            C: HELP
            S: 214 2.0.0 See RFC 5321
            """)
    }

    @Test func limitsRecipientsMessagesAndErrors() {
        var script = exchanger
        script.configuration.recipientLimit = 1
        script.configuration.messageLimit = 1
        script.configuration.errorLimit = 1
        script.playInAllPieces(
            Self.opening + """
                C: MAIL FROM:<a@example.com>
                C: RCPT TO:<b@example.com>
                C: RCPT TO:<c@example.com>
                C: RSET
                S: 250 2.1.0 Ok
                S: 250 2.1.5 Ok
                S: 452 4.5.3 Too many recipients
                S: 250 2.0.0 Ok
                C: MAIL FROM:<a@example.com>
                S: 421 4.7.0 Too many messages on one connection
                S: (closed)
                """)
        script.playInAllPieces(
            Self.opening + """
                C: X
                S: 500 5.5.2 Command not recognized
                C: X
                S: 421 4.7.0 Too many errors
                S: (closed)
                """)
    }

    @Test func passesOverLongLinesAndEndsEndlessOnes() {
        let long = String(repeating: "x", count: 3000)
        exchanger.playInAllPieces(
            Self.opening + """
                C: \(long)
                C: NOOP
                S: 500 5.5.2 Line too long
                S: 250 2.0.0 Ok
                C| \(String(repeating: "x", count: 70_000))
                S: 500 5.5.2 Line too long
                S: (closed)
                """)
    }

    @Test func forgetsEverythingSaidBeforeTLS() {
        var script = exchanger
        script.configuration.offersStartTLS = true
        let opening = Self.opening.replacing(
            "SIZE 41943040\n", with: "SIZE 41943040\nS: 250-STARTTLS\n")
        script.playInAllPieces(
            opening + """
                C: MAIL FROM:<a@example.com>
                S: 250 2.1.0 Ok
                C: STARTTLS
                S: 220 2.0.0 Ready to start TLS
                C: RCPT TO:<b@example.com>
                S: 503 5.5.1 Bad sequence of commands
                C: STARTTLS
                S: 503 5.5.1 TLS is active already
                """)
        script.play(
            opening + """
                C: STARTTLS
                C: MAIL FROM:<evil@example.com>
                S: 554 5.5.0 Sent before the reply that permits it
                S: (closed)
                """)
    }

    @Test func shutsDownBetweenTransactions() {
        var conversation = SMTPServerConversation(
            configuration: .mailExchanger(hostname: "mx.example"), info: ServerScript.info)
        _ = conversation.takeOutput()
        let commands = Array(
            "HELO a\r\nMAIL FROM:<>\r\nRCPT TO:<a@example.com>\r\n".utf8)
        for line in [commands.prefix(8), commands.dropFirst(8)] {
            conversation.receive(Array(line).span.bytes)
            while case .checkRecipient = conversation.next() {
                conversation.answer(recipient: nil)
            }
        }
        _ = conversation.takeOutput()
        conversation.shutDown()
        #expect(conversation.next() == nil)
        #expect(conversation.takeOutput().isEmpty)
        conversation.receive(Array("RSET\r\n".utf8).span.bytes)
        guard case .close = conversation.next() else {
            Issue.record("still open")
            return
        }
        let output = String(decoding: conversation.takeOutput(), as: UTF8.self)
        #expect(output == "250 2.0.0 Ok\r\n421 4.3.2 Service shutting down\r\n")
    }

    @Test func survivesAnyBytes() {
        var generator = SeededGenerator(seed: 42)
        let words = [
            "EHLO a\r\n", "MAIL FROM:<a@b.example>", "RCPT TO:<a@b.example>\r\n", "DATA\r\n",
            "BDAT 3", " LAST", "\r\n", "\n", "\r", ".", "\0", "AUTH PLAIN ", "*\r\n", "RSET\r\n",
            "=", "a", "STARTTLS\r\n", "\u{FF}", " SIZE=1", "QUIT\r\n",
        ]
        for _ in 0..<2000 {
            var script = exchanger
            script.configuration.refusesEarlyTalk = Bool.random(using: &generator)
            script.configuration.authentication = .offered
            script.configuration.allowsCleartextAuthentication = true
            var conversation = SMTPServerConversation(
                configuration: script.configuration, info: ServerScript.info)
            for _ in 0..<20 {
                let word = words.randomElement(using: &generator) ?? ""
                conversation.receive(Array(word.utf8).span.bytes)
                while let request = conversation.next() {
                    switch request {
                    case .checkRecipient: conversation.answer(recipient: nil)
                    case .authenticate: conversation.answer(authentication: .temporaryFailure)
                    case .store(let transaction, _):
                        #expect(!transaction.envelope.forwardPaths.isEmpty)
                        conversation.answer(stored: SMTPReply(250, nil, "Ok"))
                    case .startTLS: conversation.tlsStarted(SMTPTLSInfo(version: "TLSv1.3"))
                    case .close: break
                    }
                }
            }
        }
    }
}

/// Repeatable randomness (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
