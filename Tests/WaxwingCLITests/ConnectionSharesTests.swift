import MailTypes
import Testing

@testable import WaxwingCLI

@Suite struct ConnectionSharesTests {
    private func address(_ text: String) throws -> IPAddress {
        try #require(IPAddress(parsing: text))
    }

    @Test func nobodyHasMoreThanItsShare() throws {
        let shares = ConnectionShares(limit: 2, trusted: [])
        let greedy = try address("192.0.2.1")
        #expect(shares.admit(greedy))
        #expect(shares.admit(greedy))
        #expect(!shares.admit(greedy))
        #expect(shares.admit(try address("192.0.2.2")))
        shares.release(greedy)
        #expect(shares.admit(greedy))
        #expect(!shares.admit(greedy))
    }

    @Test func aNetworkOfIPv6IsOnePeer() throws {
        let shares = ConnectionShares(limit: 1, trusted: [])
        #expect(shares.admit(try address("2001:db8:0:1::1")))
        #expect(!shares.admit(try address("2001:db8:0:1:ffff::9")))
        #expect(shares.admit(try address("2001:db8:0:2::1")))
    }

    @Test(arguments: ["127.0.0.1", "::1", "192.0.2.9"])
    func proxiesSpeakForMany(text: String) throws {
        let shares = ConnectionShares(limit: 1, trusted: [.v4([192, 0, 2, 9])])
        for _ in 0..<5 { #expect(shares.admit(try address(text))) }
    }
}
