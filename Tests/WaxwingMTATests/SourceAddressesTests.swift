import MailTypes
import SMTP
import Testing
import WaxwingCore
import WaxwingTesting

@testable import WaxwingMTA

@Suite struct SourceAddressesTests {
    private static func addresses(_ list: (pool: String, address: String)...) -> SourceAddresses {
        var addresses = SourceAddresses()
        for (pool, address) in list { addresses.add(IPAddress(parsing: address)!, to: pool) }
        return addresses
    }

    private static let v4 = IPAddress(parsing: "198.51.100.1")!
    private static let v6 = IPAddress(parsing: "2001:db8::1")!

    @Test func addressesOfAPoolAndFamilyTakeTurns() {
        var addresses = Self.addresses(
            ("news", "192.0.2.1"), ("news", "192.0.2.2"), ("news", "2001:db8::2"),
            ("default", "192.0.2.9"))
        var taken: [String?] = []
        for _ in 1...3 {
            taken.append(addresses.next(Self.v4, from: "news"))
            // What others take in between changes nothing.
            #expect(addresses.next(Self.v6, from: "news") == "2001:db8::2")
            #expect(addresses.next(Self.v4, from: nil) == "192.0.2.9")
        }
        #expect(taken == ["192.0.2.1", "192.0.2.2", "192.0.2.1"])
        #expect(addresses.all.count == 4)
    }

    @Test(arguments: [
        ("news", "news"), ("default", nil), ("unknown", nil), (nil, nil), ("ses-shared-pool", nil),
        ("ses-default-dedicated-pool", nil),
    ])
    func onlyPoolsWithAddressesAreTheirOwn(name: String?, pool: String?) {
        let addresses = Self.addresses(
            ("news", "192.0.2.1"), ("default", "192.0.2.9"), ("ses-shared-pool", "192.0.2.8"))
        #expect(addresses.pool(named: name) == pool)
    }

    @Test func aPoolGoesToTheHostsOfItsFamiliesFirst() {
        var addresses = Self.addresses(("news", "192.0.2.1"), ("default", "2001:db8::9"))
        let hosts = [Self.v6, Self.v4].map { MailHost(name: "mx", address: $0, port: 25) }
        #expect(addresses.hosts(hosts, for: "news") == [hosts[1]])
        #expect(addresses.hosts(hosts, for: nil) == hosts)
        // What it cannot reach itself it reaches through the default.
        #expect(addresses.hosts([hosts[0]], for: "news") == [hosts[0]])
        #expect(addresses.next(Self.v6, from: "news") == "2001:db8::9")
        #expect(addresses.next(Self.v4, from: nil) == "any")
    }

    @Test func poolsShareNoConnections() async throws {
        let names = ["news", "offers", "unknown", "ses-shared-pool"]
        let own = ["news": "192.0.2.1", "offers": "192.0.2.2"]
        let bench = try await Bench(
            sourceAddresses: Self.addresses(
                ("news", "192.0.2.1"), ("offers", "192.0.2.2"), ("default", "192.0.2.9"))
        ) { _ in .accepted(SMTPReply(250, nil, "Ok")) }
        try await bench.run { bench in
            for number in 0..<80 {
                let name = names[number % names.count]
                try await bench.accept(
                    .sample(Int64(number + 1), to: [name], handling: .init(poolName: name)))
            }
            try await bench.waitUntilSettled()
        }
        #expect(bench.peer.deliveries.count == 80)
        for delivery in bench.peer.deliveries {
            let name = String(delivery.recipient.prefix { $0 != "@" })
            #expect(delivery.source?.description == own[name] ?? "192.0.2.9", "\(name)")
        }
        // Three groups, as the pools without addresses are one with the default.
        #expect(Set(bench.peer.deliveries.map(\.source)).count == 3)
    }
}

extension SourceAddresses {
    /// The choice for a message to one recipient, as text.
    fileprivate mutating func next(_ target: IPAddress, from pool: String?) -> String {
        switch next(for: target, from: pool, count: 1, at: .testStart) {
        case .address(let address): address.description
        case .anyAddress: "any"
        case .exhausted: "exhausted"
        }
    }
}
