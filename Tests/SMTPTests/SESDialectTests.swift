import MailTypes
import SMTP
import Testing

/// Replies as known of the submission endpoint of Amazon SES.
@Suite struct SESDialectTests {
    private var submission: ServerScript {
        var script = ServerScript(configuration: .submission(hostname: "email-smtp.amazonaws.com"))
        script.configuration.offersStartTLS = true
        script.tls = SMTPTLSInfo(version: "TLSv1.3")
        return script
    }

    private static let opening = """
        S: 220 email-smtp.amazonaws.com ESMTP SimpleEmailService-d-ABCDEFGHI JKLMNOPQRSTUVWXYZ012
        C: EHLO client.example
        S: 250-email-smtp.amazonaws.com
        S: 250-8BITMIME
        S: 250-SIZE 41943040
        S: 250-AUTH PLAIN LOGIN
        S: 250-PIPELINING
        S: 250-CHUNKING
        S: 250 Ok

        """

    @Test func takesAMessageAfterAuthentication() {
        let stored = submission.playInAllPieces(
            Self.opening + """
                C: AUTH LOGIN
                S: 334 VXNlcm5hbWU6
                C: dXNlcg==
                S: 334 UGFzc3dvcmQ6
                C: c2VjcmV0
                S: 235 Authentication successful.
                C: MAIL FROM:<a@example.com>
                S: 250 Ok
                C: RCPT TO:<b@example.com>
                S: 250 Ok
                C: DATA
                S: 354 End data with <CR><LF>.<CR><LF>
                C| a\\nb\\r\\n.\\r\\n
                S: 250 Ok 1
                C: QUIT
                S: 221 Bye
                S: (closed)
                """)
        #expect(stored.map(\.content) == ["a\r\nb\r\n"])
    }

    @Test func answersAuthentication() {
        submission.playInAllPieces(
            Self.opening + """
                C: MAIL FROM:<a@example.com>
                S: 530 Authentication required
                C: AUTH PLAIN AHVzZXIAd3Jvbmc=
                S: 535 Authentication Credentials Invalid
                C: AUTH PLAIN
                S: 334 Ok
                C: *
                S: 501 Authentication cancelled
                C: AUTH PLAIN =
                S: 535 Authentication Credentials Invalid
                C: AUTH LOGIN !!
                S: 501 Response is not base64
                C: AUTH CRAM-MD5
                S: 504 Unrecognized authentication mechanism
                C: AUTH LOGIN dXNlcg==
                S: 334 UGFzc3dvcmQ6
                C: \(String(repeating: "A", count: 13_000))
                S: 500 Authentication exchange line is too long
                C: AUTH PLAIN AHVzZXIAc2VjcmV0
                S: 235 Authentication successful.
                C: AUTH PLAIN AHVzZXIAc2VjcmV0
                S: 503 Already authenticated
                C: MAIL FROM:<a b>
                S: 553 <a> Invalid email address
                C: MAIL FROM: a@example.com
                S: 250 Ok
                C: RCPT TO:<b>
                S: 553 <b> address unknown
                C: RCPT TO: b@example.com
                S: 250 Ok
                """)
    }

    @Test func takesNoCredentialsInClearText() {
        var script = submission
        script.tls = nil
        script.playInAllPieces(
            Self.opening.replacing("AUTH PLAIN LOGIN", with: "STARTTLS") + """
                C: AUTH PLAIN AHVzZXIAc2VjcmV0
                S: 530 Must issue a STARTTLS command first
                """)
    }

    @Test func saysTimeoutAsSESDoes() {
        var conversation = SMTPServerConversation(
            configuration: submission.configuration, info: ServerScript.info)
        _ = conversation.takeOutput()
        conversation.timeOut()
        guard case .close = conversation.next() else {
            Issue.record("still open")
            return
        }
        #expect(
            String(decoding: conversation.takeOutput(), as: UTF8.self)
                == "451 4.4.2 Timeout waiting for data from client.\r\n")
    }

    @Test func refusesLargeMessagesBehindTheirEnd() {
        var script = submission
        script.configuration.messageSizeLimit = 10
        script.configuration.authentication = .notOffered
        let stored = script.playInAllPieces(
            Self.opening.replacing("S: 250-AUTH PLAIN LOGIN\n", with: "")
                .replacing("SIZE 41943040", with: "SIZE 10") + """
                    C: MAIL FROM:<a@example.com>
                    C: RCPT TO:<b@example.com>
                    C: DATA
                    S: 250 Ok
                    S: 250 Ok
                    S: 354 End data with <CR><LF>.<CR><LF>
                    C: 123456789
                    C: .
                    S: 552 Message is too long.
                    C: NOOP
                    S: 250 Ok
                    """)
        #expect(stored.isEmpty)
    }
}
