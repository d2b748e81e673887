import MailMessage
import MailReports
import MailTypes
import Testing
import WaxwingCore
import WaxwingTesting

@testable import WaxwingMTA

/// What is read out of reports that come back.
@Suite struct RecipientFeedbackTests {
    private func read(
        _ text: String, addressees: String...
    ) throws -> RecipientFeedback? {
        let bytes = Array(text.replacing("\n", with: "\r\n").utf8)
        return RecipientFeedback(
            try Message(parsing: bytes), addressees: addressees.map(Mailbox.recipient),
            feedbackID: "f")
    }

    private func complaint(_ type: String, _ fields: String = "") -> String {
        """
        From: fbl@provider.example
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=feedback-report; boundary=b

        --b
        Content-Type: message/feedback-report

        Feedback-Type: \(type)
        User-Agent: test/1
        Version: 1
        \(fields)
        --b--

        """
    }

    private func bounce(
        _ status: String, action: String = "failed", _ more: String = ""
    ) -> String {
        """
        From: MAILER-DAEMON@provider.example
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; provider.example

        Final-Recipient: rfc822; anna@recipient.example
        Action: \(action)
        Status: \(status)
        \(more)
        --b--

        """
    }

    @Test func complaintsNameTheirReader() throws {
        let field = "Original-Rcpt-To: <bert@recipient.example>\n"
        let feedback = try #require(try read(complaint("abuse", field), addressees: "anna", "bert"))
        #expect(feedback.kind == .complaint)
        #expect(feedback.recipients == [.recipient("bert")])
        #expect(try read(complaint("not-spam", field))?.kind == .notSpam)
        #expect(try read(complaint("auth-failure", field)) == nil)
    }

    @Test func aComplaintWithoutNameIsOfTheOnlyRecipient() throws {
        #expect(
            try read(complaint("abuse"), addressees: "anna")?.recipients == [.recipient("anna")])
        #expect(try read(complaint("abuse"), addressees: "anna", "bert") == nil)
    }

    @Test func onlyAddressesThatAreNoneBounceHard() throws {
        let feedback = try #require(try read(bounce("5.1.1")))
        #expect(feedback.kind == .hardBounce)
        #expect(feedback.recipients == [.recipient("anna")])
        #expect(try read(bounce("5.2.2")) == nil)
        #expect(try read(bounce("4.1.1", action: "delayed")) == nil)
        #expect(try read(bounce("5.1.1", action: "delivered")) == nil)
    }

    @Test func forwardedMailBouncesForWhomItWasSentTo() throws {
        let more = "Original-Recipient: rfc822; bert@recipient.example\n"
        #expect(try read(bounce("5.1.1", more))?.recipients == [.recipient("bert")])
    }

    @Test func otherMailIsNoFeedback() throws {
        #expect(try read("From: a@b.example\nSubject: away\n\nI am away.\n") == nil)
    }
}
