import MailTypes
import Testing
import WaxwingCore
import WaxwingStore
import WaxwingTesting

@testable import WaxwingSES

/// What a send takes from its request and from the sender's settings.
@Suite struct SendSettingsTests {
    private static let sends = "/v2/email/outbound-emails"

    private func bench() async throws -> ServiceBench {
        let bench = try await ServiceBench()
        try await bench.verified("example.com")
        return bench
    }

    private static func simple(_ members: String, set: String? = nil) -> String {
        "{" + members + "," + HandlerTests.simple(set: set).dropFirst()
    }

    // MARK: Overrides

    @Test(
        arguments: [
            ("{}", nil, nil), (#"{"Tracking":{}}"#, nil, nil),
            (#"{"Tracking":{"OpenTrackingEnabled":"DISABLED"}}"#, false, nil),
            (
                #"{"Tracking":{"OpenTrackingEnabled":"ENABLED","ClickTrackingEnabled":"DISABLED"}}"#,
                true, false
            ),
        ] as [(String, Bool?, Bool?)])
    func overridesAreKeptWithTheMessage(overrides: String, opens: Bool?, clicks: Bool?) async throws
    {
        let bench = try await bench()
        let sent = await bench.call(
            "POST", Self.sends, Self.simple("\"ConfigurationOverrides\":\(overrides)"))
        #expect(sent.status == 200, "\(sent.body)")
        let message = try #require(try await bench.queued().first).message
        let record = try #require(try await bench.store.record(of: message.id))
        #expect(record.tracking == TrackingOverrides(opens: opens, clicks: clicks))
    }

    @Test func anOverrideIsOneOfSESsWords() async throws {
        let bench = try await bench()
        let sent = await bench.call(
            "POST", Self.sends,
            Self.simple(#""ConfigurationOverrides":{"Tracking":{"OpenTrackingEnabled":"no"}}"#))
        #expect(sent.status == 400 && sent.type == "BadRequestException", "\(sent.body)")
        #expect(try await bench.store.queueLength() == 0)
    }

    // MARK: Feedback

    @Test(
        arguments: [
            // forwarding, topics, events of the set's destination, what is not mailed
            (true, [.bounce, .complaint], [.bounce, .complaint], []),
            (false, [], [], []),
            (false, [.bounce, .complaint], [], .all),
            (false, [.bounce], [], .bounces),
            (false, [.delivery], [.complaint], .complaints),
            (false, [.bounce], [.complaint], .all),
            (false, [], [.send], []),
        ] as [(Bool, [NotificationSettings.Kind], [EmailEventType], FeedbackKinds)])
    func reportsAreNotMailedToWhoHearsOfThemOtherwise(
        forwards: Bool, topics: [NotificationSettings.Kind], events: [EmailEventType],
        withheld: FeedbackKinds
    ) async throws {
        let bench = try await bench()
        let topic = "arn:aws:sns:us-east-1:000000000000:t"
        _ = try await bench.store.update(
            try IdentityName(parsing: "example.com"), in: .development
        ) { identity in
            identity.feedbackForwarding = forwards
            var settings = NotificationSettings()
            for kind in topics { settings.topics[kind] = topic }
            identity.notifications = settings
        }
        let set = ConfigurationSet(name: "set", createdAt: bench.clock.now())
        #expect(try await bench.store.insert(set, in: .development))
        if !events.isEmpty {
            let destination = EventDestination(
                configurationSet: "set", name: "d", isEnabled: true, events: events,
                target: .sns(topic: topic))
            #expect(try await bench.store.insert(destination, in: .development))
        }
        let sent = await bench.call("POST", Self.sends, HandlerTests.simple(set: "set"))
        #expect(sent.status == 200, "\(sent.body)")
        let message = try #require(try await bench.queued().first).message
        #expect(message.handling.withheldFeedback == withheld)
        let sender = try await bench.store.sender(of: message.id)
        #expect(sender?.withheldFeedback == withheld)
    }

    @Test(
        arguments: [
            ("back@example.com", nil), ("back@other.example", "identity/other.example"),
            ("BACK@Sub.Other.Example", "identity/other.example"),
        ] as [(String, String?)])
    func theAddressForReportsIsJudgedByTheIdentityThatCoversIt(
        address: String, denied: String?
    ) async throws {
        let bench = try await bench()
        try await bench.verified("other.example")
        let arn = Scope.development.arn("identity", "other.example")
        let policy = IdentityPolicy(
            name: "p", identity: "other.example",
            document: #"{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","#
                + #""Action":"ses:SendEmail","Resource":"\#(arn)"}]}"#)
        #expect(try await bench.store.insert(policy, in: .development))
        let sent = await bench.call(
            "POST", Self.sends, Self.simple("\"FeedbackForwardingEmailAddress\":\"\(address)\""))
        #expect(sent.status == (denied == nil ? 200 : 403), "\(sent.body)")
        if let denied { #expect(sent.body.contains(denied), "\(sent.body)") }
    }

    // MARK: Endpoints

    private func endpoint(_ bench: ServiceBench, in region: String) async throws -> String {
        let made = await bench.call(
            "POST", "/v2/email/multi-region-endpoints",
            #"{"EndpointName":"e","Details":{"RoutesDetails":[{"Region":"us-west-2"}]}}"#,
            region: region)
        let id = made.body.split(separator: "\"").first { $0.utf8.count == 12 && $0.contains(".") }
        return String(try #require(id))
    }

    @Test func aSendThroughAnEndpointBelongsToItsPrimaryRegion() async throws {
        let bench = try await bench()
        try await bench.verified("example.com", in: "eu-west-1")
        let id = try await endpoint(bench, in: "eu-west-1")
        let body = Self.simple("\"EndpointId\":\"\(id)\"")
        let sent = await bench.call("POST", Self.sends, body)
        #expect(sent.status == 200, "\(sent.body)")
        let message = try #require(try await bench.queued().first).message
        #expect(message.scope.region.description == "eu-west-1")
        #expect(message.messageID.hasPrefix("0102"))
        #expect(try await bench.store.record(of: message.id)?.endpointID == id)
        let home = Scope(account: .development, region: message.scope.region)
        let counts = try await bench.store.statistics(in: home, since: .init(seconds: 0))
        #expect(counts.first?.accepted == 1)
        #expect(
            try await bench.store.statistics(in: .development, since: .init(seconds: 0)).isEmpty)

        #expect(
            await bench.call(
                "DELETE", "/v2/email/multi-region-endpoints/e", region: "eu-west-1"
            ).status == 200)
        let gone = await bench.call("POST", Self.sends, body)
        #expect(gone.status == 404 && gone.type == "NotFoundException")
        #expect(gone.body.contains("Multi-region endpoint <\(id)> does not exist."))
    }

    @Test func anEndpointIsItsAccountsOwn() async throws {
        let bench = try await bench()
        let id = try await endpoint(bench, in: "us-east-1")
        for unknown in [id, "abcdef12.g3h", ""] {
            let sent = await bench.call(
                "POST", Self.sends, Self.simple("\"EndpointId\":\"\(unknown)\""),
                fromOtherAccount: true)
            #expect(sent.status == 404 && sent.type == "NotFoundException", "\(sent.body)")
        }
    }

    @Test(
        arguments: [
            // signed for, signed set, where the key is good, may send
            ("eu-west-1", nil, [], true), ("us-west-2", nil, [], true),
            ("us-east-1", nil, [], false),
            ("us-east-1", "*", [], true), ("us-east-1", "us-*", [], false),
            ("us-east-1", "us-east-1,eu-*", [], true), ("eu-west-1", nil, ["us-east-1"], false),
            ("us-west-2", "*", ["eu-west-1"], true),
        ] as [(String, String?, [String], Bool)])
    func theRequestIsSignedForTheEndpointsRegions(
        region: String, set: String?, keyRegions: [String], isGood: Bool
    ) {
        var caller = Caller(
            accessKeyID: "A", principal: Principal(account: .development), region: region)
        caller.regionSet = set.flatMap { RegionSet($0) }
        caller.credentialRegions = keyRegions.compactMap { Region($0) }
        let home = Region("eu-west-1") ?? .standard
        #expect(caller.isGood(in: home, signedForAnother: region == "us-west-2") == isGood)
    }

    // MARK: Scheduled mail

    @Test func scheduledMailIsListedShownAndCancelled() async throws {
        let bench = try await bench()
        let scope = Scope.development
        var ids: [String] = []
        for number in 1...5 {
            let time = bench.clock.now() + .seconds(3600 * (6 - number))
            let message =
                "From: me@example.com\r\nTo: you@example.net\r\nSubject: s\(number)\r\n"
                + "X-Waxwing-Send-At: \(time.iso8601)\r\n\r\nHello.\r\n"
            let sent = await bench.call(
                "POST", Self.sends,
                "{\"Content\":{\"Raw\":{\"Data\":\"\(Base64.encode(message.utf8))\"}}}")
            #expect(sent.status == 200, "\(sent.body)")
            ids.insert(
                String(try #require(sent.body.split(separator: "\"").first { $0.count > 50 })),
                at: 0)
        }
        let list = "/v2/email/scheduled-emails"
        let first = await bench.call("GET", "\(list)?PageSize=2")
        #expect(first.status == 200, "\(first.body)")
        #expect(first.body.contains(#""Subject":"s5""#) && first.body.contains(ids[0]))
        #expect(!first.body.contains(ids[2]) && first.body.contains("NextToken"))
        let shown = await bench.call("GET", "\(list)/\(ids[0])")
        #expect(shown.body.contains(#""Status":"SCHEDULED""#))
        for (region, isOther) in [("eu-west-1", false), ("us-east-1", true)] {
            let path = "\(list)/\(ids[0])"
            for method in ["GET", "DELETE"] {
                let other = await bench.call(
                    method, path, region: region, fromOtherAccount: isOther)
                #expect(other.status == 404 && other.type == "NotFoundException")
            }
        }
        for _ in 1...2 {
            let cancelled = await bench.call("DELETE", "\(list)/\(ids[0])")
            #expect(cancelled.status == 200 && cancelled.body == "{}", "\(cancelled.body)")
        }
        #expect(
            await bench.call("GET", "\(list)/\(ids[0])").body.contains(#""Status":"CANCELLED""#))
        #expect(try await bench.store.queueLength() == 4)
        let counts = try await bench.store.statistics(in: scope, since: .init(seconds: 0))
        #expect(counts.first?.deliveryAttempts == 4)

        bench.clock.advance(by: .seconds(2 * 3600))
        let late = await bench.call("DELETE", "\(list)/\(ids[1])")
        #expect(late.status == 409 && late.type == "ConflictException", "\(late.body)")
        #expect(
            await bench.call("GET", "\(list)/\(ids[1])").body.contains(#""Status":"RELEASED""#))
        #expect(try await bench.store.queueLength() == 4)
        let rest = await bench.call("GET", list)
        #expect(ids.map { rest.body.contains($0) } == [false, false, true, true, true])
        #expect(!rest.body.contains("NextToken"))
    }

    @Test(arguments: [
        ("?PageSize=0", "The page size must be between 1 and 1000"),
        ("?PageSize=1001", "The page size must be between 1 and 1000"),
        ("?NextToken=x", "Invalid NextToken <x>."),
    ])
    func pagesOfScheduledMailHaveBounds(query: String, text: String) async throws {
        let answer = try await bench().call("GET", "/v2/email/scheduled-emails\(query)")
        #expect(answer.status == 400 && answer.body.contains(text), "\(answer.body)")
    }
}
