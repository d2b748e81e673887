import DNS
import MailTypes
import Testing

@testable import WaxwingMTA

@Suite struct OwnDomainRouterTests {
    private let own = Destination.Relay(host: "127.0.0.1", port: 2525)

    private func router() throws -> OwnDomainRouter {
        let resolver = try StaticResolver(
            zoneFile: "example.net. MX 10 mx.example.net.\nmx.example.net. A 192.0.2.1\n")
        return OwnDomainRouter(
            domains: ["waxwing.example"], at: own, next: MXRouter(resolver: resolver))
    }

    @Test(arguments: [
        ("a@waxwing.example", true), ("a@eu-west-1.waxwing.example", true),
        ("a@example.net", false), ("a@notwaxwing.example", false),
    ])
    func tellsItsOwnDomains(recipient: String, isOwn: Bool) throws {
        let mailbox = try Mailbox(parsing: recipient)
        #expect((try router().destination(of: mailbox) == .relay(own)) == isOwn)
    }

    @Test func leavesTheRestToTheNext() async throws {
        let mailbox = try Mailbox(parsing: "a@example.net")
        let router = try router()
        let route = await router.route(to: router.destination(of: mailbox))
        guard case .hosts(let hosts) = route else { return #expect(Bool(false), "\(route)") }
        #expect(hosts.map(\.name) == ["mx.example.net"])
    }

    @Test func aRelayHostIsFoundByItsName() async throws {
        let resolver = try StaticResolver(
            zoneFile: "relay.example. A 192.0.2.1\nrelay.example. AAAA 2001:db8::1\n")
        let relay = RelayHostRouter(name: "relay.example", port: 587, resolver: resolver)
        let destination = relay.destination(of: try Mailbox(parsing: "a@anywhere.example"))
        guard case .hosts(let hosts) = await relay.route(to: destination) else {
            return #expect(Bool(false), "no hosts")
        }
        #expect(hosts.allSatisfy { $0.port == 587 && $0.name == "relay.example" })
        #expect(Set(hosts.map(\.address.description)) == ["192.0.2.1", "2001:db8::1"])
    }

    /// It is the operator's setting: mail waits for it to be mended.
    @Test func aRelayHostThatIsNotThereBouncesNothing() async throws {
        let relay = RelayHostRouter(
            name: "gone.example", port: 587, resolver: try StaticResolver(zoneFile: ""))
        let route = await relay.route(to: .relay(.init(host: "gone.example", port: 587)))
        guard case .temporaryFailure = route else { return #expect(Bool(false), "\(route)") }
    }
}
