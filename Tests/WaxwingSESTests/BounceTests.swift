import MailMessage
import MailReports
import MailTypes
import Testing
import WaxwingCore
import WaxwingStore
import WaxwingTesting

@testable import WaxwingSES

/// Received messages that are sent back.
@Suite struct BounceTests {
    private static let original = "From: anna@author.example\r\nSubject: Hello\r\n\r\nIt works.\r\n"

    private func bench() async throws -> ServiceBench {
        let bench = try await ServiceBench()
        try await bench.verified("example.com")
        return bench
    }

    /// Files a message for `user@example.com`.
    private func receive(
        _ bench: ServiceBench, id: String = "r1", from sender: String = "anna@author.example",
        of account: AccountID = .development, content: String = original
    ) async throws {
        let reversePath: ReversePath =
            sender.isEmpty ? .null : .mailbox(try Mailbox(parsing: sender))
        try await bench.store.insert(
            InboxMessage(
                id: Int64(id.utf8.last ?? 0), receiptID: id, account: account, region: nil,
                receivedAt: bench.clock.now(), reversePath: reversePath,
                recipients: ["User@example.com"], messageID: "m@author.example", subject: "Hello",
                from: sender, sizeInBytes: content.utf8.count, remoteAddress: "192.0.2.1",
                heloDomain: "author.example", tlsVersion: nil,
                authentication: AuthenticationSummary(dkim: [])), content: Array(content.utf8))
    }

    private func bounce(
        _ bench: ServiceBench, id: String = "r1", sender: String = "mailer-daemon%40example.com",
        recipient: String = "user%40example.com", type: String = "DoesNotExist",
        _ more: String = "", region: String = "us-east-1", fromOtherAccount: Bool = false
    ) async -> (status: Int, body: String) {
        let member = "BouncedRecipientInfoList.member.1"
        let answer = await bench.call(
            "POST", "/",
            "Action=SendBounce&Version=2010-12-01&OriginalMessageId=\(id)&BounceSender=\(sender)"
                + "&\(member).Recipient=\(recipient)&\(member).BounceType=\(type)\(more)",
            region: region, fromOtherAccount: fromOtherAccount)
        return (answer.status, answer.body)
    }

    @Test func goesToTheReversePathWithTheNullOne() async throws {
        let bench = try await bench()
        try await receive(bench)
        let answer = await bounce(bench)
        #expect(answer.status == 200, "\(answer.body)")
        let queued = try await bench.queued()
        let (queuedMessage, recipient) = try #require(queued.first)
        #expect(queued.count == 1)
        #expect(recipient.formatted == "anna@author.example")
        #expect(queuedMessage.reversePath == .null && queuedMessage.feedbackPath == .null)
        #expect(answer.body.contains("<MessageId>\(queuedMessage.messageID)</MessageId>"))
        let message = try Message(parsing: queuedMessage.content)
        #expect(message.headerSection["From"] == "mailer-daemon@example.com")
        #expect(message.headerSection["To"] == "anna@author.example")
        let report = try #require(DeliveryStatusNotification(parsing: message))
        #expect(report.reportingMTA == "inbound-smtp.us-east-1.amazonaws.com")
        #expect(report.arrivalDate == bench.clock.now())
        let status = try #require(report.recipients.first)
        #expect(status.finalRecipient == "user@example.com" && status.action == .failed)
        #expect(status.status == EnhancedStatusCode(5, 1, 1))
        #expect(status.diagnosticCode == "550 5.1.1 Mailbox does not exist")
        #expect(ReportedMessage(in: message)?.bytes == Array(Self.original.utf8))
        let record = try await bench.store.record(of: queuedMessage.id)
        #expect(record?.operation == "SendBounce")
    }

    @Test(arguments: [
        ("DoesNotExist", "5.1.1"), ("MessageTooLarge", "5.3.4"), ("ExceededQuota", "5.2.2"),
        ("ContentRejected", "5.6.1"), ("Undefined", "5.0.0"), ("TemporaryFailure", "4.0.0"),
    ])
    func eachTypeHasItsStatus(type: String, status: String) async throws {
        let bench = try await bench()
        try await receive(bench)
        #expect(await bounce(bench, type: type).status == 200)
        let message = try #require(try await bench.queued().first?.message)
        let report = DeliveryStatusNotification(parsing: try Message(parsing: message.content))
        #expect(report.map { "\($0.recipients[0].status)" } == status)
    }

    @Test func saysWhatTheCallerSays() async throws {
        let bench = try await bench()
        try await receive(bench)
        let fields = "&BouncedRecipientInfoList.member.1.RecipientDsnFields"
        let answer = await bounce(
            bench,
            "&Explanation=Geschlossen%20%E2%80%93%20f%C3%BCr%20immer"
                + "&MessageDsn.ReportingMta=dns%3B%20mx.example.com"
                + "&MessageDsn.ArrivalDate=2026-11-22T09%3A00%3A00Z"
                + "&MessageDsn.ExtensionFields.member.1.Name=X-Shard"
                + "&MessageDsn.ExtensionFields.member.1.Value=7"
                + "\(fields).FinalRecipient=box%40store.example\(fields).Action=delayed"
                + "\(fields).Status=4.2.2\(fields).RemoteMta=DNS%3B%20store.example"
                + "\(fields).DiagnosticCode=X-Store%3B%20no%20room"
                + "\(fields).LastAttemptDate=2026-11-22T10%3A00%3A00Z"
                + "\(fields).ExtensionFields.member.1.Name=X-Box"
                + "\(fields).ExtensionFields.member.1.Value=b")
        #expect(answer.status == 200, "\(answer.body)")
        let queued = try #require(try await bench.queued().first?.message)
        let message = try Message(parsing: queued.content)
        #expect(message.parts.plainText?.decodedText.text == "Geschlossen – für immer")
        let report = try #require(DeliveryStatusNotification(parsing: message))
        #expect(
            report
                == DeliveryStatusNotification(
                    reportingMTA: "mx.example.com",
                    arrivalDate: bench.clock.now() - .seconds(86_400),
                    otherFields: [ReportField(name: "X-Shard", value: "7")],
                    recipients: [
                        .init(
                            originalRecipient: "user@example.com",
                            finalRecipient: "box@store.example", action: .delayed,
                            status: EnhancedStatusCode(4, 2, 2), remoteMTA: "store.example",
                            diagnosticCode: "no room", diagnosticType: "x-store",
                            lastAttemptDate: bench.clock.now() - .seconds(82_800),
                            otherFields: [ReportField(name: "X-Box", value: "b")])
                    ]))
    }

    @Test func findsWhatItsAccountReceivedOfLate() async throws {
        let bench = try await bench()
        try await bench.verified("example.com", in: "eu-west-1")
        try await receive(bench)
        let unknown = "Message &lt;%&gt; was not received in the last 24 hours."
        for (id, other) in [("r2", false), ("R1", false), ("", false)] {
            let answer = await bounce(bench, id: id, fromOtherAccount: other)
            #expect(answer.status == 400)
            #expect(answer.body.contains(unknown.replacing("%", with: id)), "\(answer.body)")
        }
        try await receive(bench, id: "r3", of: #require(AccountID("111111111111")))
        #expect(await bounce(bench, id: "r3").body.contains(unknown.replacing("%", with: "r3")))
        #expect(await bounce(bench, region: "eu-west-1").status == 200)
        bench.clock.advance(by: .seconds(86_399))
        #expect(await bounce(bench).status == 200)
        bench.clock.advance(by: .seconds(1))
        #expect(await bounce(bench).body.contains(unknown.replacing("%", with: "r1")))
    }

    /// A bounce of a bounce would go round for ever (RFC 5321 §4.5.5).
    @Test func neverAnswersABounce() async throws {
        let bench = try await bench()
        try await receive(bench, from: "")
        let answer = await bounce(bench)
        #expect(answer.status == 400)
        #expect(answer.body.contains("<Code>MessageRejected</Code>"))
        #expect(answer.body.contains("no return path"))
        #expect(try await bench.queued().isEmpty)
    }

    @Test(arguments: [
        ("", "someone%40example.com", "", "was not received for &lt;someone@example.com&gt;"),
        ("", "user", "", "Invalid email address&lt;user&gt;"),
        ("a%40unverified.example", "user%40example.com", "", "US-EAST-1: a@unverified.example"),
        (
            "", "user%40example.com", "&MessageDsn.ReportingMta=x%3B%20y",
            "Invalid MTA name: x; y"
        ),
        (
            "", "user%40example.com",
            "&MessageDsn.ReportingMta=a&MessageDsn.ExtensionFields.member.1.Name=status"
                + "&MessageDsn.ExtensionFields.member.1.Value=2.0.0",
            "Invalid extension field name: status"
        ),
        (
            "", "user%40example.com",
            "&MessageDsn.ReportingMta=a&MessageDsn.ExtensionFields.member.1.Name=X-A"
                + "&MessageDsn.ExtensionFields.member.1.Value=a%0D%0AStatus%3A%202.0.0",
            "Invalid extension field value"
        ),
    ])
    func refuses(sender: String, recipient: String, more: String, text: String) async throws {
        let bench = try await bench()
        try await receive(bench)
        let answer = await bounce(
            bench, sender: sender.isEmpty ? "a%40example.com" : sender, recipient: recipient, more)
        #expect(answer.status == 400)
        #expect(answer.body.contains(text), "\(answer.body)")
        #expect(try await bench.queued().isEmpty)
    }

    @Test func countsTowardsTheQuota() async throws {
        let bench = try await bench()
        try await receive(bench)
        let scope = Scope(account: .development, region: .standard)
        try await bench.store.updateSettings(in: scope) { $0.dailyQuota = 1 }
        #expect(await bounce(bench).status == 200)
        let answer = await bounce(bench)
        #expect(answer.body.contains("Daily message quota exceeded."), "\(answer.body)")
        #expect(try await bench.queued().count == 1)
    }

    @Test func sendsNothingForAPausedAccount() async throws {
        let bench = try await bench()
        try await receive(bench)
        let scope = Scope(account: .development, region: .standard)
        try await bench.store.updateSettings(in: scope) { $0.sendingEnabled = false }
        #expect(await bounce(bench).body.contains("AccountSendingPausedException"))
    }

    @Test func returnsTheHeaderSectionOfALongMessage() async throws {
        let bench = try await bench()
        let body = String(repeating: "0123456789\r\n", count: 10_000)
        try await receive(bench, content: Self.original + body)
        #expect(await bounce(bench).status == 200)
        let queued = try #require(try await bench.queued().first?.message)
        let returned = ReportedMessage(in: try Message(parsing: queued.content))
        #expect(returned?.isWhole == false)
        #expect(queued.content.count < 5000)
    }
}
