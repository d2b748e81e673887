import Testing

@testable import MailTypes

@Suite struct IPAddressTests {
    @Test(arguments: [
        ("192.0.2.1", "192.0.2.1"), ("0.0.0.0", "0.0.0.0"), ("255.255.255.255", "255.255.255.255"),
        ("2001:DB8::1", "2001:db8::1"), ("::", "::"), ("::1", "::1"), ("1::", "1::"),
        ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),  // RFC 5952 §4.2.3: the first of equals
        ("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"),  // the longest
        ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),  // one zero is not shortened
        ("::ffff:192.0.2.1", "192.0.2.1"), ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"),
        ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), ("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"),
        ("1:2:3:4:5::1.2.3.4", "1:2:3:4:5:0:102:304"), ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"),
    ])
    func readsAndWrites(text: String, written: String) {
        #expect(IPAddress(parsing: text)?.description == written)
    }

    @Test(arguments: [
        "", "1", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.-4", ":", ":::", "1::2::3",
        ":1", "1:", "12345::", "g::", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", "1.2.3.4::",
        "1.2.3.4::1", "::1.2.3.4:5", "1:2:3:4:5:1.2.3.4", "1:2:3:4:5:6::1.2.3.4", "1..2.3",
        "1.2.3.",
        ".1.2.3", "1.2.3.00", "::1.2.3.4.5", "1:2:3:4:5:6:7:8:", "::1.2.3", "fe80::1%eth0",
        "1:2:3:4:5:6:7:1.2.3.4",
    ])
    func refuses(text: String) {
        #expect(IPAddress(parsing: text) == nil)
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("127.9.9.9", true), ("128.0.0.1", false), ("::1", true),
        ("::2", false), ("::ffff:127.0.0.1", true),
    ])
    func knowsLoopback(text: String, isLoopback: Bool) {
        #expect(IPAddress(parsing: text)?.isLoopback == isLoopback)
    }

    @Test(arguments: [
        ("192.0.2.1", "192.0.2.1"), ("2001:db8:1:2:3::4", "2001:db8:1:2::"), ("::1", "::1"),
    ])
    func knowsThePeersNetwork(text: String, network: String) {
        #expect(IPAddress(parsing: text)?.network.description == network)
    }

    @Test func unmapsWhatADNSRecordHolds() {
        let prefix = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]
        #expect(IPAddress.v6(prefix + [127, 0, 0, 1]).unmapped == .v4([127, 0, 0, 1]))
        #expect(IPAddress.v4([127, 0, 0, 1]).unmapped == .v4([127, 0, 0, 1]))
    }

    @Test func writesLiterals() {
        #expect(IPAddress(parsing: "192.0.2.1")?.literal == "192.0.2.1")
        #expect(IPAddress(parsing: "2001:db8::1")?.literal == "IPv6:2001:db8::1")
    }
}
