import MailMessage
import MailTypes
import Testing

@testable import MailReports

private func crlf(_ text: String) -> [UInt8] { LineEndings.normalized(Array(text.utf8)) }

private let original = crlf(
    """
    From: a@b.example
    Message-ID: <1@b.example>
    Subject: the original
      and folded

    the body – with UTF-8

    """)

/// Boundaries need no more than different numbers.
private struct CountingGenerator: RandomNumberGenerator {
    var state: UInt64 = 0
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return state >> 7
    }
}

@Suite struct DeliveryStatusNotificationTests {
    private static let notification = DeliveryStatusNotification(
        reportingMTA: "mta.example", originalEnvelopeID: "env-1", gateway: "gw.example",
        receivedFromMTA: "client.example", arrivalDate: UnixTime(seconds: 1_000_000_000),
        otherFields: [ReportField(name: "X-Queue-ID", value: "q7")],
        recipients: [
            .init(
                originalRecipient: "c@d.example", finalRecipient: "x@d.example", action: .failed,
                status: EnhancedStatusCode(5, 1, 1), remoteMTA: "mx.d.example",
                diagnosticCode: "550 5.1.1 No such user",
                lastAttemptDate: UnixTime(seconds: 1_000_000_060), finalLogID: "q7"),
            .init(
                finalRecipient: "y@d.example", action: .delayed,
                status: EnhancedStatusCode(4, 2, 2),
                willRetryUntil: UnixTime(seconds: 1_000_009_000),
                otherFields: [ReportField(name: "X-Actual-Recipient", value: "rfc822; z@d.example")]
            ),
        ])

    private func format(
        _ notification: DeliveryStatusNotification, returning: ReturnedContent = .headerSection
    ) throws -> Message {
        var generator = CountingGenerator()
        let output = try notification.formatted(
            from: Address(
                displayName: "Mail", mailbox: try Mailbox(parsing: "MAILER-DAEMON@mta.example")),
            to: try Mailbox(parsing: "a@b.example"), date: UnixTime(seconds: 1_000_000_100),
            messageID: "2@mta.example", original: original, returning: returning, using: &generator)
        #expect(LineEndings.firstBareLineEnd(in: output.span) == nil)
        return try Message(parsing: output)
    }

    @Test func readsWhatIsWritten() throws {
        let message = try format(Self.notification)
        #expect(DeliveryStatusNotification(parsing: message) == Self.notification)
        #expect(message.subject == "Delivery Status Notification (Failure)")
        #expect(message.headerSection["Auto-Submitted"] == "auto-replied")
        #expect(message.parts.root.contentType.parameters["report-type"] == "delivery-status")
        #expect(
            message.parts.root.allParts.map(\.contentType.mediaType) == [
                "multipart/report", "text/plain", "message/delivery-status", "text/rfc822-headers",
            ])
        #expect(
            message.parts.plainText?.decodedText.text.contains("550 5.1.1 No such user") == true)
    }

    @Test func returnsHeaderSectionOrAll() throws {
        let short = try #require(try format(Self.notification).parts.root.allParts.last)
        #expect(Array(short.body) == Array(original.prefix { $0 < 0x80 }.prefix(short.body.count)))
        #expect(!String(decoding: short.body, as: UTF8.self).contains("the body"))
        let message = try format(Self.notification, returning: .full)
        let full = try #require(message.parts.root.allParts.last)
        #expect(full.contentType.mediaType == "message/rfc822" && Array(full.body) == original)
        #expect(full.transferEncoding == .eightBit)
        #expect(message.parts.root.transferEncoding == .eightBit)
    }

    @Test(arguments: [
        ("Out of order.", "us-ascii", TransferEncoding.sevenBit),
        ("Außer Betrieb.\n--\nZoë", "utf-8", .quotedPrintable),
        ("Закрыто навсегда", "utf-8", .base64),
    ])
    func explainsInTheCallersWords(
        text: String, charset: String, encoding: TransferEncoding
    ) throws {
        var generator = CountingGenerator()
        let output = try Self.notification.formatted(
            from: Address(mailbox: try Mailbox(parsing: "a@mta.example")),
            to: try Mailbox(parsing: "a@b.example"), date: UnixTime(seconds: 1_000_000_100),
            messageID: "2@mta.example", original: original, returning: .fitting(original.count),
            explanation: text, using: &generator)
        let message = try Message(parsing: output)
        let part = try #require(message.parts.plainText)
        #expect(part.decodedText.text.replacing("\r\n", with: "\n") == text)
        #expect(part.contentType.parameters["charset"] == charset)
        #expect(part.transferEncoding == encoding)
        #expect(DeliveryStatusNotification(parsing: message) == Self.notification)
    }

    @Test func answersOfPeersCannotForgeFields() throws {
        var notification = Self.notification
        let answer =
            "550 no\r\nAction: delivered\r\n\r\n--x\u{0} ü " + String(repeating: "y", count: 20_000)
        notification.recipients[0].diagnosticCode = answer
        notification.recipients[0].remoteMTA = "mx\r\nStatus: 2.0.0"
        notification.reportingMTA = "m\r\n\r\nFinal-Recipient: rfc822; z@z.example"
        notification.recipients[1].finalRecipient = "y\n@d.example"
        let message = try format(notification)
        let read = try #require(DeliveryStatusNotification(parsing: message))
        #expect(read.recipients.map(\.action) == [.failed, .delayed])
        #expect(read.recipients[0].status == EnhancedStatusCode(5, 1, 1))
        #expect(message.parts.root.allParts.count == 4)
        #expect(message.formatted.split(separator: 0x0A).allSatisfy { $0.count <= 999 })
    }

    /// RFC 3464 appendix E.1 and E.2, the fields only, and what other systems write.
    @Test(arguments: [
        (
            "Reporting-MTA: dns; cs.utk.edu\n\nOriginal-Recipient: rfc822;louisl@larry.slip.umd.edu\n"
                + "Final-Recipient: rfc822;louisl@larry.slip.umd.edu\nAction: failed\nStatus: 4.0.0\n"
                + "Diagnostic-Code: smtp; 426 connection timed out\n"
                + "Last-Attempt-Date: Thu, 7 Jul 1994 17:15:49 -0400\n",
            "louisl@larry.slip.umd.edu failed 4.0.0"
        ),
        (
            "\n\nReporting-MTA: dns; a\n\n\n\nFinal-Recipient: <a@b>\nAction: Failed (bad)\n"
                + "Status: 5.1.1 (no such user)\n\nFinal-Recipient: RFC822; c@d\nAction: delayed\nStatus: 4.4.1",
            "a@b failed 5.1.1 & c@d delayed 4.4.1"
        ),
        (
            "Reporting-MTA: dns; a\n\nFinal-Recipient: rfc822; a@b\nAction: failed\nStatus: 5.0.0\n"
                + "Diagnostic-Code: smtp; 550-5.2.1 full", "a@b failed 5.2.1"
        ),
        (
            "Reporting-MTA: dns; a\n\nFinal-Recipient: rfc822; a@b\nDiagnostic-Code: smtp;451 later",
            "a@b delayed 4.0.0"
        ),
        ("Final-Recipient: rfc822; a@b\nStatus: 2.0.0\nAction: odd", "a@b delivered 2.0.0"),
        // What a host said stands behind who said it; a code of another class is no status.
        (
            "Final-Recipient: rfc822; a@b\nAction: failed\nStatus: 5.0.0\n"
                + "Diagnostic-Code: X-Postfix; host m[192.0.2.1] (v 4.3.2) said: 554 5.6.0 spam",
            "a@b failed 5.6.0"
        ),
        // A line that was not folded, and a delimiter that is none.
        (
            "Reporting-MTA: dns; a\n\nDiagnostic-Code: smtp; 550-no\n550 relaying\n"
                + "Status: 5.7.1\nAction: failed\nFinal-Recipient: rfc822; a@b\n\n"
                + "--other\nFinal-Recipient: rfc822; c@d\nStatus: 5.1.1\n", "a@b failed 5.7.1"
        ),
    ])
    func readsFields(text: String, expected: String) throws {
        for fields in [Array(text.utf8), crlf(text)] {
            let report = try #require(DeliveryStatusNotification(ReportFields(fields[...])))
            let summary = report.recipients.map {
                "\($0.finalRecipient) \($0.action.rawValue) \($0.status)"
            }
            #expect(summary.joined(separator: " & ") == expected)
        }
    }

    @Test func messagesThatAreNoReportsAreNone() throws {
        #expect(DeliveryStatusNotification(parsing: try Message(parsing: original)) == nil)
        let empty = crlf("Content-Type: message/delivery-status\n\nReporting-MTA: dns; a\n")
        #expect(DeliveryStatusNotification(parsing: try Message(parsing: empty)) == nil)
    }

    @Test func mutatedReportsAreRead() throws {
        let text = try format(Self.notification).formatted
        var generator = CountingGenerator(state: 99)
        for _ in 0..<500 {
            var mutated = text
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                let index = Int.random(in: 0..<mutated.count, using: &generator)
                if Bool.random(using: &generator) {
                    mutated[index] = UInt8.random(in: 0...255, using: &generator)
                } else {
                    mutated.removeSubrange(index..<min(mutated.count, index + 9))
                }
            }
            let message = try Message(parsing: mutated)
            _ = DeliveryStatusNotification(parsing: message)
            _ = FeedbackReport(parsing: message)
        }
    }
}

@Suite struct FeedbackReportTests {
    @Test func readsWhatIsWritten() throws {
        let report = FeedbackReport(
            type: .abuse, userAgent: "Waxwing/1.0",
            originalMailFrom: .mailbox(try Mailbox(parsing: "a@b.example")),
            originalRecipients: ["c@d.example", "e@d.example"],
            arrivalDate: UnixTime(seconds: 1_000_000_000),
            reportingMTA: "mx.d.example", sourceIP: IPAddress(parsing: "192.0.2.1"), incidents: 3,
            authenticationResults: ["mx.d.example; spf=pass smtp.mailfrom=a@b.example"],
            reportedDomains: ["b.example"], reportedURIs: ["https://b.example/x"])
        var generator = CountingGenerator()
        let output = try report.formatted(
            from: Address(mailbox: try Mailbox(parsing: "fbl@d.example")),
            to: try Mailbox(parsing: "abuse@b.example"), subject: "FW: the original",
            date: UnixTime(seconds: 1_000_000_100), messageID: "3@d.example", original: original,
            returning: .full, using: &generator)
        let message = try Message(parsing: output)
        #expect(FeedbackReport(parsing: message) == report)
        #expect(message.parts.root.contentType.parameters["report-type"] == "feedback-report")
        #expect(
            message.parts.root.allParts.map(\.contentType.mediaType) == [
                "multipart/report", "text/plain", "message/feedback-report", "message/rfc822",
            ])
    }

    @Test func failureReportsKeepAllFields() throws {
        let failure = AuthenticationFailure(
            .dmarc, identityAlignment: ["dkim", "spf"], deliveryResult: .reject,
            dkimDomain: "b.example", dkimIdentity: "@b.example", dkimSelector: "s",
            dkimCanonicalizedHeader: Array("from:a\r\n".utf8),
            dkimCanonicalizedBody: Array(repeating: 0x61, count: 2000),
            dkimSelectorDNS: "v=DKIM1; p=", adspDNS: "dkim=all",
            spfDNS: ["txt : b.example : \"v=spf1 -all\"", "txt : c.example : \"v=spf1\""])
        var report = FeedbackReport(
            type: .authenticationFailure, userAgent: "Waxwing/1.0", originalEnvelopeID: "e1",
            sourceIP: IPAddress(parsing: "2001:db8::1"), sourcePort: 4711,
            reportedDomains: ["b.example"], failure: failure,
            otherFields: [ReportField(name: "X-More", value: "more")])
        func written() throws -> FeedbackReport? {
            var generator = CountingGenerator()
            let output = try report.formatted(
                from: Address(mailbox: try Mailbox(parsing: "fbl@d.example")),
                to: try Mailbox(parsing: "ruf@b.example"), subject: "FW: the original",
                date: UnixTime(seconds: 1_000_000_100), messageID: "3@d.example",
                original: original, returning: .headerSection, using: &generator)
            let message = try Message(parsing: output)
            #expect(ReportedMessage(in: message)?.isWhole == false)
            return FeedbackReport(parsing: message)
        }
        #expect(try written() == report)
        // Half a body would show nothing.
        report.failure?.dkimCanonicalizedBody = Array(repeating: 0x61, count: 5000)
        report.failure?.identityAlignment = []
        let read = try written()?.failure
        #expect(read?.dkimCanonicalizedBody == nil && read?.identityAlignment == [])
    }

    @Test(arguments: [
        ("Source-IP: [192.0.2.1]", "192.0.2.1"), ("Source-IP: 192.0.2.1 (host)", "192.0.2.1"),
        ("Source-IP: IPv6", nil), ("Source-Ip: 2001:db8::1", "2001:db8::1"),
    ])
    func readsAddresses(field: String, address: String?) {
        let fields = ReportFields(Array("Feedback-Type: abuse\n\(field)\n".utf8)[...])
        #expect(FeedbackReport(fields)?.sourceIP?.description == address)
    }

    @Test func returnsTheMessage() throws {
        let message = try Message(
            parsing: crlf(
                """
                Content-Type: multipart/report; boundary=b

                --b
                Content-Type: message/feedback-report

                Feedback-Type: abuse
                --b
                Content-Type: message/rfc822

                Subject: x

                y
                --b--
                """))
        let returned = try #require(ReportedMessage(in: message))
        #expect(returned.isWhole && returned.bytes == crlf("Subject: x\n\ny"))
        #expect(ReportedMessage(in: try Message(parsing: original)) == nil)
    }

    /// RFC 5965 appendix B.1
    @Test func readsTheStandardsExample() throws {
        let message = try Message(
            parsing: crlf(
                """
                From: <abusedesk@example.com>
                Subject: FW: Earn money
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=feedback-report;
                     boundary="part1_13d.2e68ed54_boundary"

                --part1_13d.2e68ed54_boundary
                Content-Type: text/plain; charset="US-ASCII"

                This is an email abuse report.

                --part1_13d.2e68ed54_boundary
                Content-Type: message/feedback-report

                Feedback-Type: abuse
                User-Agent: SomeGenerator/1.0
                Version: 1

                --part1_13d.2e68ed54_boundary
                Content-Type: message/rfc822

                From: <somespammer@example.net>

                Spam
                --part1_13d.2e68ed54_boundary--
                """))
        let report = FeedbackReport(parsing: message)
        #expect(report == FeedbackReport(type: .abuse, userAgent: "SomeGenerator/1.0"))
    }
}

@Suite struct AutomaticReplyTests {
    @Test func namesTheMessageItAnswers() throws {
        var generator = CountingGenerator()
        let output = try AutomaticReply(text: "I am away.").formatted(
            from: Address(mailbox: try Mailbox(parsing: "c@d.example")),
            to: try Mailbox(parsing: "a@b.example"), answering: try Message(parsing: original),
            date: UnixTime(seconds: 0), messageID: "4@d.example", using: &generator)
        let reply = try Message(parsing: output)
        #expect(reply.subject == "Auto: the original  and folded")
        #expect(reply.headerSection["Auto-Submitted"] == "auto-replied")
        #expect(reply.headerSection["In-Reply-To"] == "<1@b.example>")
        #expect(reply.headerSection["References"] == "<1@b.example>")
        #expect(reply.parts.plainText?.decodedText.text == "I am away.\r\n")
        let path = ReversePath.mailbox(try Mailbox(parsing: "c@d.example"))
        #expect(!AutomaticReply.mayAnswer(reply, reversePath: path))
    }

    @Test(arguments: [
        ("Subject: x", "a@b.example", true), ("Auto-Submitted: no", "a@b.example", true),
        ("Auto-Submitted: NO (really)", "a@b.example", true), ("Subject: x", "", false),
        ("Auto-Submitted: auto-generated", "a@b.example", false),
        ("List-Id: <x>", "a@b.example", false),
        ("Precedence: BULK", "a@b.example", false), ("A: b", "MAILER-DAEMON@b.example", false),
        ("A: b", "owner-list@b.example", false), ("A: b", "list-request@b.example", false),
    ])
    func answersPeopleOnly(field: String, reversePath: String, mayAnswer: Bool) throws {
        let message = try Message(parsing: Array("\(field)\r\n\r\n".utf8))
        let path =
            reversePath.isEmpty ? .null : ReversePath.mailbox(try Mailbox(parsing: reversePath))
        #expect(AutomaticReply.mayAnswer(message, reversePath: path) == mayAnswer)
    }
}
