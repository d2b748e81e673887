import DNS
import MailTypes
import Testing

@testable import MailAuth

/// RFC 8601 §2.7.3, §3
@Suite struct ReverseDNSCheckTests {
    private static let zone = """
        $ORIGIN 2.0.192.in-addr.arpa.
        1 PTR mail.example.com.
        2 PTR forged.example.com.
        3 PTR nx.example.com.
        4 PTR broken.example.com.
        5 PTR broken.example.com.
        5 PTR mail.example.com.
        $ORIGIN example.com.
        mail A 192.0.2.1
        mail A 192.0.2.5
        mail AAAA 2001:db8::1
        forged A 192.0.2.99
        1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa. PTR mail

        """

    @Test(arguments: [
        ("192.0.2.1", ReverseDNSCheck.Result.pass),
        ("::ffff:192.0.2.1", .pass),
        ("2001:db8::1", .pass),
        ("192.0.2.2", .fail),  // the name has another address
        ("192.0.2.3", .fail),  // the name does not exist
        ("192.0.2.4", .temporaryError),
        ("192.0.2.5", .pass),  // a name that can be looked up decides
        ("192.0.2.6", .permanentError),  // no name
        ("192.0.2.7", .temporaryError),
    ])
    func comparesBothDirections(address: String, result: ReverseDNSCheck.Result) async throws {
        var resolver = try StaticResolver(zoneFile: Self.zone)
        resolver.fail("broken.example.com")
        resolver.fail("7.2.0.192.in-addr.arpa")
        let check = await ReverseDNSCheck.check(
            try #require(IPAddress(parsing: address)), resolver: resolver)
        #expect(check.result == result)
        #expect(check.confirmedName == (result == .pass ? "mail.example.com" : nil))
        #expect(check.step.outcome.hasPrefix(result.word))
        #expect(check.step.steps.count == check.lookUps.count)
    }

    @Test func looksAtTenNames() async throws {
        let names = (0..<50).map { "1.2.0.192.in-addr.arpa. PTR x\($0).example.com.\n" }
        let resolver = try StaticResolver(zoneFile: names.joined())
        let check = await ReverseDNSCheck.check(.v4([192, 0, 2, 1]), resolver: resolver)
        #expect(check.result == .fail)
        #expect(check.names.count == 10)
        #expect(check.lookUps.count == 11)
    }
}
