import MailMessage
import MailTypes
import Testing
import WaxwingCore

@testable import WaxwingMTA

@Suite struct ForwardedReportTests {
    private static func message(_ type: String) -> [UInt8] {
        Array(
            """
            Received: from x by y; Thu, 26 Nov 2026 08:00:00 +0000\r
            From: Postmaster <postmaster@peer.example>\r
            Reply-To: help@peer.example\r
            To: 0100-x@amazonses.com\r
            Subject: Undelivered: caf\u{E9}\r
            Content-Type: \(type)\r
            \r
            --b\r
            \r
            one\r
            --b--\r

            """.utf8)
    }

    @Test(arguments: [
        (
            "multipart/report; report-type=delivery-status; boundary=b", FeedbackKinds.bounces,
            "MAILER-DAEMON@amazonses.com"
        ),
        (
            "Multipart/Report; boundary=b; Report-Type=\"Feedback-Report\"", .complaints,
            "complaints@email-abuse.amazonses.com"
        ),
    ])
    func reportsComeFromTheService(type: String, kind: FeedbackKinds, sender: String) {
        let received = Self.message(type)
        let report = ForwardedReport(received, provider: Provider())
        #expect(report.kind == kind)
        // Nothing else of it changes.
        let text = String(decoding: received, as: UTF8.self).replacing(
            "Postmaster <postmaster@peer.example>", with: sender)
        #expect(String(decoding: report.content, as: UTF8.self) == text)
    }

    @Test(arguments: [
        "text/plain", "multipart/report; report-type=disposition-notification; boundary=b",
        "multipart/mixed; report-type=delivery-status; boundary=b", "",
    ])
    func whatIsNoReportStaysAsItIs(type: String) {
        let received = Self.message(type)
        let report = ForwardedReport(received, provider: Provider())
        #expect(report.kind == .bounces)
        #expect(report.content == received)
    }

    @Test(arguments: [
        (FeedbackKinds(), true), (.complaints, true), (.bounces, false), (.all, false),
    ])
    func aBounceIsMailedUnlessTheSenderHearsOfItOtherwise(
        withheld: FeedbackKinds, isMailed: Bool
    ) throws {
        let reports = BounceReports(hostname: "amazonses.com", identifiers: MessageIdentifiers())
        let sender = Mailbox(localPart: "me", domain: "sender.example")
        let message = QueuedMessage(
            id: .init(number: 1), scope: Scope(account: .development, region: .standard),
            messageID: "m", reversePath: .mailbox(sender), feedbackPath: .mailbox(sender),
            content: Array("Subject: s\r\n\r\n".utf8), isEightBit: false,
            acceptedAt: UnixTime(seconds: 0), expiresAt: UnixTime(seconds: 9),
            handling: .init(withheldFeedback: withheld))
        let failure = BounceReports.Failure(
            recipient: sender, reply: SMTPReply(550, nil, "no"), peer: "mx")
        let report = reports.report([failure], of: message, at: UnixTime(seconds: 1))
        #expect((report != nil) == isMailed)
        guard let report else { return }
        let section = try Message(parsing: report.message.content).headerSection
        #expect(section["From"] == "MAILER-DAEMON@amazonses.com")
        #expect(section["Subject"] == "Delivery Status Notification (Failure)")
        #expect(report.recipients == [sender])
    }
}
