import MailTypes
import SMTP
import Testing

/// Plays a server, `S:` lines, to a client without a socket, and checks its `C:` lines. What the
/// client shows its caller stands on lines with `->`.
private struct ClientScript {
    var configuration = SMTPClientConfiguration(helloName: "client.example")
    var messages: [Envelope] = []
    var pieceSize = 0

    func play(_ script: String, sourceLocation: SourceLocation = #_sourceLocation) {
        for size in [0, 1] {
            var copy = self
            copy.pieceSize = size
            copy.playOnce(script, sourceLocation)
        }
    }

    private func playOnce(_ script: String, _ sourceLocation: SourceLocation) {
        var conversation = SMTPClientConversation(configuration: configuration)
        var messages = messages[...]
        var seen: [String] = []
        var input: [UInt8] = []

        func take() {
            let output = String(decoding: conversation.takeOutput(), as: UTF8.self)
            seen += output.split(separator: "\r\n").map { "C: \($0)" }
        }
        func proceed() {
            take()
            while let step = conversation.next() {
                take()
                switch step {
                case .sendContent: seen.append("C: (content)")
                case .startTLS:
                    seen.append("-> TLS")
                    conversation.tlsStarted()
                case .ready: seen.append("-> ready")
                case .finished(let outcomes): seen += outcomes.map { "-> \(describe($0))" }
                case .failed(let failure, let outcomes):
                    seen.append("-> failed: \(failure)")
                    seen += outcomes.map { "-> \(describe($0))" }
                case .close: seen.append("-> closed")
                }
                take()
            }
            take()
            if conversation.isReady {
                if let message = messages.popFirst() {
                    conversation.send(message, size: 100)
                    proceed()
                } else {
                    conversation.quit()
                    proceed()
                }
            }
        }
        var expected: [String] = []
        func check() {
            let size = pieceSize == 0 ? max(input.count, 1) : pieceSize
            for start in stride(from: 0, to: input.count, by: size) {
                let piece = Array(input[start..<min(start + size, input.count)])
                conversation.receive(piece.span.bytes)
                proceed()
            }
            #expect(seen == expected, sourceLocation: sourceLocation)
            seen = []
            input = []
            expected = []
        }
        for line in script.split(separator: "\n") {
            if line.hasPrefix("S:") {
                if !expected.isEmpty { check() }
                input += Array((line.dropFirst(3) + "\r\n").utf8)
            } else {
                expected.append(String(line))
            }
        }
        check()
    }

    private func describe(_ outcome: SMTPRecipientOutcome) -> String {
        switch outcome {
        case .accepted(let reply): "accepted: \(reply)"
        case .refused(let reply, let stage): "refused at \(stage): \(reply)"
        case .deferred(let reply, let stage): "deferred at \(stage): \(reply)"
        case .undecided(let failure): "undecided: \(failure)"
        }
    }
}

@Suite struct SMTPClientConversationTests {
    private func envelope(
        _ recipients: String..., bodyType: Envelope.BodyType = .sevenBit
    ) throws -> Envelope {
        Envelope(
            reversePath: .mailbox(try Mailbox(parsing: "a@example.com")),
            forwardPaths: try recipients.map { .mailbox(try Mailbox(parsing: $0)) },
            bodyType: bodyType)
    }

    private static let opening = """
        S: 220 mx.example ESMTP
        C: EHLO client.example
        S: 250 mx.example
        -> ready

        """

    @Test func sendsStepByStep() throws {
        var script = ClientScript()
        script.messages = [try envelope("b@example.com", "c@example.com")]
        script.play(
            Self.opening + """
                C: MAIL FROM:<a@example.com>
                S: 250 ok
                C: RCPT TO:<b@example.com>
                S: 550 5.1.1 No such user
                C: RCPT TO:<c@example.com>
                S: 250 ok
                C: DATA
                S: 354 go
                C: (content)
                S: 250 2.0.0 queued
                -> refused at recipient: 550 5.1.1 No such user
                -> accepted: 250 2.0.0 queued
                C: QUIT
                S: 221 bye
                -> closed
                """)
    }

    @Test func pipelinesAndUsesWhatIsOffered() throws {
        var script = ClientScript()
        script.messages = [
            try envelope("b@example.com", "c@example.com", bodyType: .eightBitMIME),
            try envelope("d@example.com"),
        ]
        script.play(
            """
            S: 220 mx.example ESMTP
            C: EHLO client.example
            S: 250-mx.example
            S: 250-PIPELINING
            S: 250-SIZE 1000
            S: 250 8BITMIME
            -> ready
            C: MAIL FROM:<a@example.com> SIZE=100 BODY=8BITMIME
            C: RCPT TO:<b@example.com>
            C: RCPT TO:<c@example.com>
            C: DATA
            S: 250 ok
            S: 452 4.5.3 later
            S: 250 ok
            S: 354 go
            C: (content)
            S: 250 2.0.0 queued
            -> deferred at recipient: 452 4.5.3 later
            -> accepted: 250 2.0.0 queued
            C: MAIL FROM:<a@example.com> SIZE=100
            C: RCPT TO:<d@example.com>
            C: DATA
            S: 250 ok
            S: 250 ok
            S: 451 4.3.0 not now
            -> deferred at data: 451 4.3.0 not now
            C: QUIT
            S: 221 bye
            -> closed
            """)
    }

    /// RFC 2920 §3.1: a server may ask for data though every recipient was refused.
    @Test func sendsNothingWhenNobodyIsLeft() throws {
        var script = ClientScript()
        script.messages = [try envelope("b@example.com"), try envelope("c@example.com")]
        script.play(
            """
            S: 220 mx.example ESMTP
            C: EHLO client.example
            S: 250-mx.example
            S: 250 PIPELINING
            -> ready
            C: MAIL FROM:<a@example.com>
            C: RCPT TO:<b@example.com>
            C: DATA
            S: 250 ok
            S: 550 no
            S: 354 go
            C: .
            S: 554 no valid recipients
            -> refused at recipient: 550 no
            C: MAIL FROM:<a@example.com>
            C: RCPT TO:<c@example.com>
            C: DATA
            S: 550 5.7.1 not you
            S: 503 no
            S: 503 no
            -> refused at mail: 550 5.7.1 not you
            C: QUIT
            """)
    }

    @Test func resetsWhatWasLeftOpen() throws {
        var script = ClientScript()
        script.messages = [try envelope("b@example.com"), try envelope("c@example.com")]
        script.play(
            Self.opening + """
                C: MAIL FROM:<a@example.com>
                S: 250 ok
                C: RCPT TO:<b@example.com>
                S: 552 too many recipients
                -> deferred at recipient: 552 too many recipients
                C: RSET
                S: 250 ok
                C: MAIL FROM:<a@example.com>
                S: 421 4.3.2 closing
                -> failed: refused(421 4.3.2 closing, at: SMTP.SMTPClientStage.mail)
                -> deferred at mail: 421 4.3.2 closing
                """)
    }

    @Test func fallsBackToHELO() throws {
        var script = ClientScript()
        script.messages = [try envelope("ü@example.com"), try envelope("b@example.com")]
        script.play(
            """
            S: 220 old
            C: EHLO client.example
            S: 500 what?
            C: HELO client.example
            S: 250 old
            -> ready
            -> refused at local: 553 5.6.7 The server does not offer SMTPUTF8
            C: MAIL FROM:<a@example.com>
            S: 250 ok
            C: RCPT TO:<b@example.com>
            """)
    }

    @Test func startsTLSAndAuthenticates() {
        var script = ClientScript()
        script.configuration.tls = .required
        script.configuration.credentials = SMTPCredentials(username: "user", password: "secret")
        script.play(
            """
            S: 220 mx.example ESMTP
            C: EHLO client.example
            S: 250-mx.example
            S: 250-AUTH LOGIN
            S: 250 STARTTLS
            C: STARTTLS
            S: 220 go
            -> TLS
            C: EHLO client.example
            S: 250-mx.example
            S: 250 AUTH LOGIN
            C: AUTH LOGIN
            S: 334 VXNlcm5hbWU6
            C: dXNlcg==
            S: 334 UGFzc3dvcmQ6
            C: c2VjcmV0
            S: 235 ok
            -> ready
            C: QUIT
            S: 221 bye
            -> closed
            """)
    }

    @Test(arguments: [
        ("554 no service", "refused(554 no service, at: SMTP.SMTPClientStage.greeting)"),
        ("421 busy", "refused(421 busy, at: SMTP.SMTPClientStage.greeting)"),
        (
            "SSH-2.0-x",
            "protocolViolation(\"malformed reply\", at: SMTP.SMTPClientStage.greeting)"
        ),
    ])
    func tellsFailuresOfTheConnectionApart(banner: String, failure: String) {
        ClientScript().play("S: \(banner)\n-> failed: \(failure)")
    }

    @Test func requiresTLSWhereItMust() {
        var script = ClientScript()
        script.configuration.tls = .required
        script.play(
            """
            S: 220 mx.example ESMTP
            C: EHLO client.example
            S: 250 mx.example
            -> failed: tlsNotOffered
            """)
    }

    @Test func refusesClearTextBehindSTARTTLS() {
        var conversation = SMTPClientConversation(
            configuration: SMTPClientConfiguration(helloName: "client.example"))
        let input = "220 mx\r\n250-mx\r\n250 STARTTLS\r\n220 go\r\n250 forged\r\n"
        conversation.receive(Array(input.utf8).span.bytes)
        #expect(
            conversation.next()
                == .failed(
                    .protocolViolation(
                        "clear text behind the reply to STARTTLS", at: .startTLS), []))
        #expect(conversation.next() == nil)
    }

    @Test func neverWritesALineEndInsideAnAddress() throws {
        var script = ClientScript()
        script.messages = [
            Envelope(
                reversePath: .null,
                forwardPaths: [
                    .mailbox(Mailbox(localPart: "a>\r\nDATA", domain: DomainName("b.example")))
                ])
        ]
        script.play(
            Self.opening + """
                -> refused at local: 553 5.1.3 An address holds a control character
                C: QUIT
                """)
    }
}
