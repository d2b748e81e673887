import DNS
import MailTypes
import Testing

@testable import MailAuth

/// RFC 7208 appendix A.
@Suite struct SPFExamplesTests {
    private static let zone = #"""
        $ORIGIN example.com.
        @           MX  10 mail-a
        @           MX  20 mail-b
        @           A   192.0.2.10
        @           A   192.0.2.11
        amy         A   192.0.2.65
        bob         A   192.0.2.66
        mail-a      A   192.0.2.129
        mail-b      A   192.0.2.130
        www         CNAME example.com.
        $ORIGIN example.org.
        @           MX  10 mail-c
        mail-c      A   192.0.2.140
        $ORIGIN 2.0.192.in-addr.arpa.
        10          PTR example.com.
        11          PTR example.com.
        65          PTR amy.example.com.
        66          PTR bob.example.com.
        129         PTR mail-a.example.com.
        130         PTR mail-b.example.com.
        140         PTR mail-c.example.org.
        $ORIGIN 0.0.10.in-addr.arpa.
        4           PTR bob.example.com.

        """#

    /// A.1
    @Test(arguments: [
        ("v=spf1 +all", ["192.0.2.10", "203.0.113.1", "2001:db8::1"], []),
        ("v=spf1 a -all", ["192.0.2.10", "192.0.2.11"], ["192.0.2.12"]),
        ("v=spf1 a:example.org -all", [], ["192.0.2.10", "192.0.2.140"]),
        ("v=spf1 mx -all", ["192.0.2.129", "192.0.2.130"], ["192.0.2.10"]),
        ("v=spf1 mx:example.org -all", ["192.0.2.140"], ["192.0.2.129"]),
        (
            "v=spf1 mx mx:example.org -all", ["192.0.2.129", "192.0.2.130", "192.0.2.140"],
            ["192.0.2.10"]
        ),
        (
            "v=spf1 mx/30 mx:example.org/30 -all",
            ["192.0.2.128", "192.0.2.131", "192.0.2.140", "192.0.2.143"],
            ["192.0.2.132", "192.0.2.144"]
        ),
        ("v=spf1 ptr -all", ["192.0.2.65"], ["192.0.2.140", "10.0.0.4"]),
        ("v=spf1 ip4:192.0.2.128/28 -all", ["192.0.2.129"], ["192.0.2.65"]),
    ])
    func passesAndFails(record: String, passing: [String], failing: [String]) async throws {
        let sample = try SPFSample(Self.zone + "example.com. TXT \"\(record)\"")
        for address in passing { #expect(await sample.result(from: address) == .pass) }
        for address in failing { #expect(await sample.result(from: address) == .fail) }
    }

    /// A.2
    @Test func addsUpDomains() async throws {
        let sample = try SPFSample(
            Self.zone + #"""
                example.com. TXT "v=spf1 mx -all"
                example.net. TXT "v=spf1 ip4:203.0.113.0/24 -all"
                example.org. TXT "v=spf1 include:example.com include:example.net -all"
                la.example.org. TXT "v=spf1 redirect=example.org"
                """#)
        for sender in ["a@example.org", "a@la.example.org"] {
            #expect(await sample.result(sender, from: "192.0.2.130") == .pass)
            #expect(await sample.result(sender, from: "203.0.113.7") == .pass)
            #expect(await sample.result(sender, from: "192.0.2.140") == .fail)
        }
    }

    /// A.3
    @Test func looksUsersUp() async throws {
        let sample = try SPFSample(
            Self.zone + #"""
                $ORIGIN _spf.example.com.
                mary.mobile-users                   A 127.0.0.2
                fred.mobile-users                   A 127.0.0.2
                15.15.168.192.joel.remote-users     A 127.0.0.2
                16.15.168.192.joel.remote-users     A 127.0.0.2
                mobile-users TXT "v=spf1 exists:%{l1r+}.%{d}"
                remote-users TXT "v=spf1 exists:%{ir}.%{l1r+}.%{d}"
                example.com. ( TXT "v=spf1 mx include:mobile-users._spf.%{d} "
                    "include:remote-users._spf.%{d} -all" )
                """#)
        #expect(await sample.result("mary@example.com", from: "203.0.113.1") == .pass)
        #expect(await sample.result("mary+lists@example.com", from: "203.0.113.1") == .pass)
        #expect(await sample.result("joel@example.com", from: "192.168.15.15") == .pass)
        #expect(await sample.result("joel@example.com", from: "192.168.15.17") == .fail)
        #expect(await sample.result("anna@example.com", from: "203.0.113.1") == .fail)
    }

    /// A.4: both must hold, by De Morgan's law.
    @Test func asksForTwoThings() async throws {
        let sample = try SPFSample(
            Self.zone + #"""
                example.com. TXT "v=spf1 " "-include:ip4._spf.%{d} " "-include:ptr._spf.%{d} " "+all"
                ip4._spf.example.com. TXT "v=spf1 -ip4:192.0.2.0/24 +all"
                ptr._spf.example.com. TXT "v=spf1 -ptr:example.com +all"
                """#)
        #expect(await sample.result(from: "192.0.2.65") == .pass)
        #expect(await sample.result(from: "192.0.2.140") == .fail)  // a name elsewhere
        #expect(await sample.result(from: "10.0.0.4") == .fail)  // not in the network
    }
}
