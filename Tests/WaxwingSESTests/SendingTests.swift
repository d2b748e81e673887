import MailMessage
import MailTypes
import Testing
import WaxwingCore
import WaxwingStore
import WaxwingTesting

@testable import WaxwingSES

/// Sends through the API, and what the queue holds of them.
@Suite struct SendingTests {
    private func bench() async throws -> ServiceBench {
        let bench = try await ServiceBench()
        try await bench.verified("example.com")
        return bench
    }

    private func send(
        _ bench: ServiceBench, to: [String] = ["you@example.net"], set: String? = nil
    ) async -> (status: Int, type: String?, body: String) {
        await bench.call(
            "POST", "/v2/email/outbound-emails", HandlerTests.simple(to: to, set: set))
    }

    private func sendRaw(
        _ bench: ServiceBench, _ fields: String
    ) async -> (status: Int, type: String?, body: String) {
        let message = "From: me@example.com\r\nTo: you@example.net\r\n\(fields)\r\nHello.\r\n"
        return await bench.call(
            "POST", "/v2/email/outbound-emails",
            "{\"Content\":{\"Raw\":{\"Data\":\"\(Base64.encode(message.utf8))\"}}}")
    }

    private func set(
        _ name: String = "set", _ change: (inout ConfigurationSet) -> Void = { _ in }
    ) -> ConfigurationSet {
        var set = ConfigurationSet(name: name, createdAt: .init(seconds: 0))
        change(&set)
        return set
    }

    @Test func honoursWhatTheConfigurationSetSaysOfDelivery() async throws {
        let bench = try await bench()
        let made = set {
            $0.delivery.requiresTLS = true
            $0.delivery.poolName = "pool"
            $0.delivery.maximumDeliverySeconds = 600
        }
        #expect(try await bench.store.insert(made, in: .development))
        let pool = DedicatedIPPool(name: "pool")
        #expect(try await bench.store.insert(pool, in: .development))
        #expect(await send(bench, set: "set").status == 200)
        let message = try #require(try await bench.queued().first?.message)
        #expect(message.handling == .init(requiresTLS: true, poolName: "pool"))
        #expect(message.expiresAt - message.acceptedAt == .seconds(600))
    }

    @Test func aFieldOfTheMessageNamesTheSetToo() async throws {
        let bench = try await bench()
        let answer = await sendRaw(bench, "X-SES-CONFIGURATION-SET: set\r\n")
        #expect(answer.type == "NotFoundException")
        #expect(answer.body.contains("Configuration set <set> does not exist."))
        #expect(try await bench.store.insert(set { $0.keepsMessageID = true }, in: .development))
        bench.clock.advance(by: .seconds(3))
        let sent = await sendRaw(
            bench, "X-SES-CONFIGURATION-SET: set\r\nMessage-ID: <own@example.com>\r\n")
        #expect(sent.status == 200)
        let message = try #require(try await bench.queued().first?.message)
        let section = try Message(parsing: message.content).headerSection
        #expect(section["Message-ID"] == "<own@example.com>")
        #expect(!section.contains("X-SES-CONFIGURATION-SET"))
    }

    @Test func theIdentitysOwnSetHoldsWhereNoneIsNamed() async throws {
        let bench = try await bench()
        _ = try await bench.store.update(
            try IdentityName(parsing: "example.com"), in: .development
        ) { $0.configurationSet = "gone" }
        let missing = await send(bench)
        #expect(missing.status == 400 && missing.type == "BadRequestException")
        #expect(missing.body.contains("Configuration set <gone> does not exist."))
        let paused = set("gone") { $0.sendingEnabled = false }
        #expect(try await bench.store.insert(paused, in: .development))
        bench.clock.advance(by: .seconds(3))
        let answer = await send(bench)
        #expect(answer.status == 400 && answer.type == "SendingPausedException")
        #expect(try await bench.store.insert(set("other"), in: .development))
        #expect(await send(bench, set: "other").status == 200)
    }

    @Test(
        arguments: [
            // account, set, whether a bounced address is left out
            (nil, nil, true), ([SuppressionReason.complaint], nil, false),
            ([], [SuppressionReason.bounce], true), (nil, [], false),
        ] as [([SuppressionReason]?, [SuppressionReason]?, Bool)])
    func suppressedRecipientsAreLeftOut(
        account: [SuppressionReason]?, set reasons: [SuppressionReason]?, isLeftOut: Bool
    ) async throws {
        let bench = try await bench()
        if let account {
            try await bench.store.updateSettings(in: .development) {
                $0.suppressedReasons = account
            }
        }
        let made = set {
            $0.suppression = reasons.map { .init(reasons: $0) }
        }
        #expect(try await bench.store.insert(made, in: .development))
        let entry = SuppressedDestination(
            address: SuppressedDestination.listed("You@EXAMPLE.net"), reason: .bounce,
            lastUpdatedAt: .init(seconds: 0))
        #expect(try await bench.store.insert(entry, in: .development))
        let answer = await send(bench, to: ["You@Example.NET", "a@example.net"], set: "set")
        #expect(answer.status == 200)
        let queued = try await bench.queued()
        #expect(queued.map(\.recipient.localPart) == (isLeftOut ? ["a"] : ["You", "a"]))
        let counts = try await bench.store.statistics(in: .development, since: .init(seconds: 0))
        #expect(counts.first?.accepted == 2)
        #expect(counts.first?.deliveryAttempts == (isLeftOut ? 1 : 2))
        #expect(counts.first?.suppressed == (isLeftOut ? 1 : 0))
        #expect(counts.first?.bounces == 0)
        let record = try #require(try await bench.store.record(of: queued[0].message.id))
        #expect(record.destinations.count == 2)
        #expect(record.suppressed.map(\.address) == (isLeftOut ? ["You@example.net"] : []))
    }

    @Test func aMessageWithNobodyLeftIsTakenAllTheSame() async throws {
        let bench = try await bench()
        let entry = SuppressedDestination(
            address: "you@example.net", reason: .complaint, lastUpdatedAt: .init(seconds: 0))
        #expect(try await bench.store.insert(entry, in: .development))
        let answer = await send(bench)
        #expect(answer.status == 200)
        #expect(try await bench.store.queueLength() == 0)
        let quota = await bench.call("GET", "/v2/email/account")
        #expect(quota.body.contains("\"SentLast24Hours\":1"))
    }

    @Test(arguments: [
        ("X-SES-TENANT: t\r\n", 404, "Tenant t for AwsAccountId 000000000000 not found."),
        ("X-SES-SOURCE-ARN: x\r\n", 400, "Invalid ARN <x>."),
        (
            "X-SES-FROM-ARN: arn:aws:ses:us-east-1:111122223333:identity/example.com\r\n", 400,
            "Email address is not verified."
        ),
        ("X-SES-LIST-MANAGEMENT-OPTIONS: list; topic=news\r\n", 400, "list management"),
        ("X-Waxwing-Send-At: soon\r\n", 400, "X-Waxwing-Send-At must be a time"),
        ("X-SES-MESSAGE-TAGS: a\r\n", 400, "X-SES-MESSAGE-TAGS"),
        ("Subject: a\r\nSubject: b\r\n", 400, "Duplicate header 'Subject'."),
    ])
    func refusesByTheFieldsOfTheMessage(fields: String, status: Int, text: String) async throws {
        let bench = try await bench()
        let answer = await sendRaw(bench, fields)
        #expect(answer.status == status)
        #expect(answer.body.contains(text), "\(answer.body)")
        #expect(try await bench.store.queueLength() == 0)
    }

    @Test func pausedAccountsAndUnknownTemplatesHaveTheirNamesInBothVersions() async throws {
        let bench = try await bench()
        let unknown = await bench.call(
            "POST", "/v2/email/outbound-emails",
            "{\"FromEmailAddress\":\"me@example.com\",\"Destination\":"
                + "{\"ToAddresses\":[\"a@b.example\"]},\"Content\":{\"Template\":"
                + "{\"TemplateName\":\"none\",\"TemplateData\":\"{}\"}}}")
        #expect(unknown.status == 404 && unknown.type == "NotFoundException")
        #expect(unknown.body.contains("Template none does not exist."))
        try await bench.store.updateSettings(in: .development) { $0.sendingEnabled = false }
        let v2 = await send(bench)
        #expect(v2.status == 400 && v2.type == "SendingPausedException")
        let v1 = await bench.call(
            "POST", "/",
            "Action=SendEmail&Version=2010-12-01&Source=me@example.com"
                + "&Destination.ToAddresses.member.1=you@example.net"
                + "&Message.Subject.Data=s&Message.Body.Text.Data=t")
        #expect(v1.body.contains("<Code>AccountSendingPausedException</Code>"))
    }
}

extension Scope {
    static let development = Scope(account: .development, region: .standard)
}

extension ServiceBench {
    /// What waits in the queue, each recipient with its message.
    func queued() async throws -> [(message: QueuedMessage, recipient: Mailbox)] {
        let now = clock.now() + .seconds(100 * 86_400)
        let lease = Lease(worker: WorkerID("test"), until: now + .seconds(60))
        var found: [(QueuedMessage, Mailbox)] = []
        for delivery in try await store.lease(1000, under: lease, now: now) {
            if let message = try await store.message(delivery.id.message) {
                found.append((message, delivery.recipient))
            }
        }
        return found
    }
}
