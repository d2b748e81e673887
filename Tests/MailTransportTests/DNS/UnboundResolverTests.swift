import DNS
import MailTransport
import MailTypes
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1))) struct UnboundResolverTests {
    /// Counts the queries that reach a server.
    final class Counter: Sendable {
        private let counts = Mutex<[DNSQuestion: Int]>([:])
        func add(_ question: DNSQuestion) { counts.withLock { $0[question, default: 0] += 1 } }
        func count(_ question: DNSQuestion) -> Int { counts.withLock { $0[question] ?? 0 } }
    }

    static let zones: ZoneSet = {
        let records = try? ZoneFileParser.parse(
            """
            $ORIGIN mail.test.
            @       MX 20 mx2
            @       MX 10 mx1
            @       TXT "v=spf1 " "-all"
            mx1     A 192.0.2.1
            mx1     AAAA 2001:db8::1
            alias   120 CNAME Alias2
            alias2  60 CNAME mx1
            far     CNAME t1.dkim.test.
            dead    CNAME nothing
            we\\.ird A 192.0.2.7
            _25._tcp.mx1 TLSA 3 1 1 0102
            """)
        let long = DNSRecord(
            DNSName("long.mail.test"), .text(String(repeating: "x", count: 3000)))
        let far = DNSRecord(DNSName("t1.dkim.test"), .text("p=key"))
        return ZoneSet([
            Zone(DNSName("mail.test"), records: (records ?? []) + [long]),
            Zone(DNSName("dkim.test"), records: [far]),
        ])
    }()

    /// Runs a server, with failures for the names below `broken.test`, and a resolver that asks
    /// it alone.
    private func withResolver(
        changing change: (inout UnboundConfiguration) -> Void = { _ in },
        body: (UnboundResolver, Counter) async throws -> Void
    ) async throws {
        let counter = Counter()
        let server = try await AuthoritativeDNSServer.start(DNSServerConfiguration()) { query in
            if let question = query.questions.first { counter.add(question) }
            guard query.questions.first?.name.isEqualToOrBelow(DNSName("broken.test")) != true
            else { return query.response(.serverFailure) }
            guard query.questions.first?.name != DNSName("bare.test") else {
                return query.response(.nameError)
            }
            return Self.zones.answer(query)
        }
        var configuration = UnboundConfiguration(
            upstream: .forwarders(["127.0.0.1@\(server.port)"]))
        configuration.asksLocalhost = true
        configuration.transparentZones = [DNSName("test")]
        change(&configuration)
        let resolver = try UnboundResolver(configuration)
        do {
            try await body(resolver, counter)
        } catch {
            await resolver.shutDown()
            await server.shutDown()
            throw error
        }
        await resolver.shutDown()
        await server.shutDown()
    }

    @Test func findsWhatMailNeeds() async throws {
        try await withResolver { resolver, _ in
            let mx = await resolver.mxRecords(of: DomainName("mail.test"))
            #expect(mx.records.map(\.exchange.text) == ["mx1.mail.test", "mx2.mail.test"])
            let addresses = await resolver.addresses(of: DNSName("mx1.mail.test"))
            #expect(addresses.records.map(\.description) == ["2001:db8::1", "192.0.2.1"])
            let texts = await resolver.textRecords(of: DNSName("mail.test"))
            #expect(texts.records == [Array("v=spf1 -all".utf8)])
            let tlsa = await resolver.lookUp(DNSName("_25._tcp.mx1.mail.test"), .tlsa)
            #expect(tlsa.records.map(\.description) == ["3 1 1 0102"])
            let weird = await resolver.lookUp(DNSName("we\\.ird.mail.test"), .a)
            #expect(weird.records.map(\.description) == ["192.0.2.7"])
            #expect(!mx.isSecure)
        }
    }

    @Test func tellsTheOutcomesApart() async throws {
        try await withResolver { resolver, _ in
            #expect(await resolver.lookUp(DNSName("mail.test"), .a).outcome == .noData)
            #expect(await resolver.lookUp(DNSName("no.mail.test"), .a).outcome == .nameNotFound)
            #expect(await resolver.lookUp(DNSName("dead.mail.test"), .a).outcome == .nameNotFound)
            let broken = await resolver.lookUp(DNSName("broken.test"), .a)
            #expect(broken.failureReason == "broken.test. IN A: SERVFAIL")
        }
    }

    /// RFC 2308 §5: without a SOA record nobody said for how long there is nothing.
    @Test func remembersNothingThatIsMissingWithoutASOARecord() async throws {
        try await withResolver { resolver, _ in
            let bare = await resolver.lookUp(DNSName("bare.test"), .txt)
            #expect(bare.outcome == .nameNotFound)
            #expect(bare.ttl == .zero)
            let proper = await resolver.lookUp(DNSName("no.mail.test"), .txt)
            #expect(proper.ttl > .zero && proper.ttl < .seconds(86_400))
        }
    }

    @Test func followsAliases() async throws {
        try await withResolver { resolver, _ in
            let answer = await resolver.lookUp(DNSName("alias.mail.test"), .a)
            #expect(answer.records.map(\.description) == ["192.0.2.1"])
            #expect(answer.aliases.map(\.text) == ["alias.mail.test", "Alias2.mail.test"])
            #expect(answer.canonicalName == DNSName("mx1.mail.test"))
            #expect(answer.ttl <= .seconds(60))
            let target = await resolver.canonicalName(of: DNSName("alias.mail.test"))
            #expect(target.records == [DNSName("alias2.mail.test")])
            #expect(target.aliases.isEmpty)
            let key = await resolver.textRecords(of: DNSName("far.mail.test"))
            #expect(key.records == [Array("p=key".utf8)])
        }
    }

    @Test func asksAgainOverTCPWhenADatagramIsTooShort() async throws {
        try await withResolver { resolver, _ in
            let long = await resolver.textRecords(of: DNSName("long.mail.test"))
            #expect(long.records.map(\.count) == [3000])
        }
    }

    @Test func asksStubServersAboutTheirZones() async throws {
        try await withResolver(
            changing: { configuration in
                guard case .forwarders(let addresses) = configuration.upstream else { return }
                configuration.upstream = .forwarders(["127.0.0.1@9"])
                configuration.stubs = [
                    UnboundConfiguration.Stub(zone: DNSName("mail.test"), address: addresses[0])
                ]
            },
            body: { resolver, _ in
                let answer = await resolver.lookUp(DNSName("mx1.mail.test"), .a)
                #expect(answer.records.map(\.description) == ["192.0.2.1"])
            })
    }

    @Test func asksOnceForManyWaiters() async throws {
        try await withResolver { resolver, counter in
            let name = DNSName("mx1.mail.test")
            await withTaskGroup(of: Int.self) { group in
                for _ in 0..<200 {
                    group.addTask { await resolver.lookUp(name, .a).records.count }
                }
                for await count in group { #expect(count == 1) }
            }
            #expect(await resolver.lookUp(DNSName("MX1.mail.TEST"), .a).records.count == 1)
            #expect(counter.count(DNSQuestion(name, .a)) == 1)
        }
    }

    @Test func takesBogusAnswersAsFailures() async throws {
        // The zone ought to be signed with a key of this digest, and is not signed.
        let digest = String(repeating: "ab", count: 32)
        try await withResolver(
            changing: {
                $0.trustAnchors = ["mail.test. IN DS 12345 13 2 \(digest)"]
            },
            body: { resolver, _ in
                let answer = await resolver.lookUp(DNSName("mx1.mail.test"), .a)
                #expect(answer.failureReason?.contains("DNSSEC") == true)
                #expect(!answer.isSecure)
            })
    }

    @Test func givesUpAtTheDeadline() async throws {
        let silent = try SilentPort()
        try await withResolver(
            changing: {
                $0.upstream = .forwarders(["127.0.0.1@\(silent.port)"])
                $0.deadline = .milliseconds(100)
            },
            body: { resolver, _ in
                let answer = await resolver.lookUp(DNSName("mail.test"), .a)
                #expect(answer.failureReason == "mail.test. IN A: no answer in time")
                // And again: a name may be asked anew while libunbound still waits for it.
                #expect(await resolver.lookUp(DNSName("mail.test"), .a).failureReason != nil)
            })
    }

    @Test func endsWithItsTask() async throws {
        let silent = try SilentPort()
        try await withResolver(
            changing: {
                $0.upstream = .forwarders(["127.0.0.1@\(silent.port)"])
            },
            body: { resolver, _ in
                let task = Task { await resolver.lookUp(DNSName("mail.test"), .a) }
                task.cancel()
                #expect(await task.value.failureReason?.contains("cancelled") == true)
            })
    }

    @Test func endsLookUpsWhenItShutsDown() async throws {
        let silent = try SilentPort()
        try await withResolver(
            changing: {
                $0.upstream = .forwarders(["127.0.0.1@\(silent.port)"])
                $0.inFlightLimit = 50
            },
            body: { resolver, _ in
                await withTaskGroup(of: String?.self) { group in
                    for index in 0..<60 {
                        group.addTask {
                            guard let name = try? DNSName(parsing: "n\(index).test") else {
                                return nil
                            }
                            return await resolver.lookUp(name, .a).failureReason
                        }
                    }
                    // The first to end are those beyond the limit; then all others are under way.
                    for _ in 0..<10 {
                        #expect(await group.next()??.contains("too many") == true)
                    }
                    await resolver.shutDown()
                    for await reason in group { #expect(reason?.contains("shut down") == true) }
                }
                let late = await resolver.lookUp(DNSName("mail.test"), .a)
                #expect(late.failureReason?.contains("shut down") == true)
            })
    }

    @Test func freesItselfWithoutBeingShutDown() async throws {
        let silent = try SilentPort()
        for _ in 0..<5 {
            var configuration = UnboundConfiguration(
                upstream: .forwarders(["127.0.0.1@\(silent.port)"]))
            configuration.asksLocalhost = true
            configuration.deadline = .milliseconds(1)
            let resolver = try UnboundResolver(configuration)
            #expect(await resolver.lookUp(DNSName("mail.example"), .a).failureReason != nil)
        }
    }

    @Test(
        arguments: [
            { $0.upstream = .forwarders(["not an address"]) },
            { $0.trustAnchors = ["nonsense"] },
            { $0.options = [UnboundConfiguration.Option(name: "nonsense:", value: "1")] },
            { $0.upstream = .resolvConf(path: "/nonexistent") },
            { $0.trustAnchorFile = "/nonexistent" },
        ] as [@Sendable (inout UnboundConfiguration) -> Void])
    func saysWhatItDoesNotAccept(change: @Sendable (inout UnboundConfiguration) -> Void) async {
        var configuration = UnboundConfiguration(upstream: .rootServers)
        change(&configuration)
        let broken = configuration
        #expect(throws: UnboundError.self) { try UnboundResolver(broken) }
    }
}
