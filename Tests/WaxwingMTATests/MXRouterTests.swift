import DNS
import MailTypes
import Testing

@testable import WaxwingMTA

@Suite struct MXRouterTests {
    static let zone = """
        two.example. MX 10 mx1.two.example.
        two.example. MX 10 mx2.two.example.
        two.example. MX 20 late.two.example.
        mx1.two.example. A 192.0.2.1
        mx2.two.example. A 192.0.2.2
        mx2.two.example. AAAA 2001:db8::2
        late.two.example. A 192.0.2.9
        implicit.example. A 192.0.2.3
        null.example. MX 0 .
        nowhere.example. MX 10 gone.nowhere.example.
        here.example. MX 10 mx.here.example.
        mx.here.example. A 127.0.0.1
        mapped.example. MX 10 mx.mapped.example.
        mx.mapped.example. AAAA ::ffff:127.0.0.1
        anyone.example. MX 10 mx.anyone.example.
        mx.anyone.example. AAAA ::ffff:0.0.0.0
        own.example. MX 10 mx.own.example.
        mx.own.example. AAAA ::ffff:192.0.2.77
        backup.example. MX 10 first.example.
        backup.example. MX 20 us.example.
        backup.example. MX 30 third.example.
        first.example. A 192.0.2.4
        us.example. A 192.0.2.5
        third.example. A 192.0.2.6
        ours.example. MX 10 us.example.
        """

    private func route(to domain: DomainName) async throws -> Route {
        var resolver = try StaticResolver(zoneFile: Self.zone)
        resolver.fail("broken.example")
        var configuration = MXRouter.Configuration()
        configuration.ownNames = ["us.example"]
        configuration.ownAddresses = [.v4([192, 0, 2, 77])]
        return await MXRouter(resolver: resolver, configuration: configuration)
            .route(to: .domain(domain))
    }

    private func addresses(_ domain: DomainName) async throws -> [String] {
        guard case .hosts(let hosts) = try await route(to: domain) else { return [] }
        return hosts.map(\.address.description)
    }

    @Test func triesLowPreferencesFirstAndShufflesEquals() async throws {
        var seen = Set<[String]>()
        for _ in 0..<50 { seen.insert(try await addresses("two.example")) }
        #expect(
            seen == [
                ["192.0.2.1", "2001:db8::2", "192.0.2.2", "192.0.2.9"],
                ["2001:db8::2", "192.0.2.2", "192.0.2.1", "192.0.2.9"],
            ])
    }

    @Test func takesTheDomainItselfWithoutMX() async throws {
        #expect(try await addresses("implicit.example") == ["192.0.2.3"])
    }

    @Test func leavesOutItselfAndWhatIsNoBetter() async throws {
        #expect(try await addresses("backup.example") == ["192.0.2.4"])
    }

    @Test(arguments: [
        ("null.example", "5.1.10"), ("unknown.example", "5.1.2"), ("nowhere.example", "5.4.4"),
        ("here.example", "5.4.6"), ("ours.example", "5.4.6"), ("mapped.example", "5.4.6"),
        ("anyone.example", "5.4.6"), ("own.example", "5.4.6"),
    ])
    func bouncesWhatHasNoServer(domain: String, code: String) async throws {
        let route = try await route(to: DomainName(parsing: domain))
        guard case .unroutable(let reply) = route else {
            Issue.record("\(domain) gave \(route)")
            return
        }
        #expect(reply.enhancedCode?.description == code)
    }

    @Test func waitsWhileDNSDoesNotAnswer() async throws {
        guard case .temporaryFailure(let reply) = try await route(to: "broken.example") else {
            Issue.record("a failure of DNS must pass")
            return
        }
        #expect(reply.isTransientFailure)
    }

    @Test func readsAddressLiterals() throws {
        let router = MXRouter(resolver: StaticResolver(records: []))
        let v6 = try Mailbox(parsing: "a@[IPv6:2001:db8::1]")
        #expect(
            router.destination(of: v6) == .address(try #require(IPAddress(parsing: "2001:db8::1"))))
        #expect(
            router.destination(of: Mailbox(localPart: "a", host: .literal("mail")))
                == .invalid("mail"))
    }
}
