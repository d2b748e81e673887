import DNS
import MailTypes
import Testing

@testable import MailAuth

@Suite struct SPFMacroTests {
    private func request(
        _ sender: String = "strong-bad@email.example.com", from address: String = "192.0.2.3",
        helo: String = "mx.example.org"
    ) throws -> SPFRequest {
        SPFRequest(
            sender: sender, helo: helo, address: try #require(IPAddress(parsing: address)))
    }

    private func expand(
        _ text: String, for request: SPFRequest, validatedName: DNSName? = nil
    ) throws -> String {
        try SPFMacroString(explanation: text.bytes[...]).expanded(
            for: request, validatedName: validatedName, receiver: "mx.example.net",
            now: SPFSample.now)
    }

    /// The examples of RFC 7208 §7.4.
    @Test(arguments: [
        ("%{s}", "strong-bad@email.example.com"),
        ("%{o}", "email.example.com"),
        ("%{d}", "email.example.com"),
        ("%{d4}", "email.example.com"),
        ("%{d3}", "email.example.com"),
        ("%{d2}", "example.com"),
        ("%{d1}", "com"),
        ("%{dr}", "com.example.email"),
        ("%{d2r}", "example.email"),
        ("%{l}", "strong-bad"),
        ("%{l-}", "strong.bad"),
        ("%{lr}", "strong-bad"),
        ("%{lr-}", "bad.strong"),
        ("%{l1r-}", "strong"),
        ("%{ir}.%{v}._spf.%{d2}", "3.2.0.192.in-addr._spf.example.com"),
        ("%{lr-}.lp._spf.%{d2}", "bad.strong.lp._spf.example.com"),
        (
            "%{lr-}.lp.%{ir}.%{v}._spf.%{d2}",
            "bad.strong.lp.3.2.0.192.in-addr._spf.example.com"
        ),
        ("%{ir}.%{v}.%{l1r-}.lp._spf.%{d2}", "3.2.0.192.in-addr.strong.lp._spf.example.com"),
        ("%{d2}.trusted-domains.example.net", "example.com.trusted-domains.example.net"),
    ])
    func expandsTheExamplesOfTheStandard(text: String, expanded: String) throws {
        #expect(try expand(text, for: request()) == expanded)
    }

    @Test func expandsAnIPv6AddressNibbleByNibble() throws {
        let request = try request(from: "2001:db8::cb01")
        #expect(
            try expand("%{ir}.%{v}._spf.%{d2}", for: request)
                == "1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6._spf.example.com"
        )
        #expect(try expand("%{c}", for: request) == "2001:db8::cb01")
    }

    @Test(
        arguments: [
            ("%{h} %{r} %{t} %{c}", "mx.example.org mx.example.net 1400000000 192.0.2.3"),
            ("%%%_%-", "% %20"),
            ("%{p}", "unknown"),
            ("%{D2}", "example.com"),
            ("%{d127}", "email.example.com"),
            ("%{d999999999999999999999}", "email.example.com"),
            ("%{d02}", "example.com"),
            ("%{DR}", "com.example.email"),
            ("%{S}", "strong-bad%40email.example.com"),
            ("%{o.-}", "email.example.com"),
            ("%{s-@}", nil),
            ("100 % sure", nil),
            ("caf\u{E9}", nil),
            ("two\r\nlines", nil),
        ] as [(String, String?)])
    func expandsExplanation(text: String, expanded: String?) throws {
        let request = try request()
        #expect((try? expand(text, for: request)) == expanded)
    }

    @Test(arguments: [
        ("%{l}", "~jack&jill=up-a_b3.c"),
        ("%{L}", "~jack%26jill%3Dup-a_b3.c"),
        ("%{l=}", "~jack&jill.up-a_b3.c"),
        ("%{lr-=_.}", "c.b3.a.up.~jack&jill"),
        ("%{l2-=_.}", "b3.c"),
    ])
    func splitsAtTheDelimitersGiven(text: String, expanded: String) throws {
        #expect(try expand(text, for: request("~jack&jill=up-a_b3.c@e8.example.com")) == expanded)
    }

    /// Nothing that a stranger put into an address is read as a macro.
    @Test func expandsOnce() throws {
        #expect(try expand("%{l}", for: request("%{d}@example.com")) == "%{d}")
    }

    @Test func keepsEmptyParts() throws {
        #expect(try expand("%{l2-}|%{lr-}", for: request("a--@example.com")) == ".|..a")
    }

    @Test func namesThePostmasterOfTheClient() throws {
        for request in [
            try request(""),
            SPFRequest(
                reversePath: .null, helo: "mx.example.org", address: .v4([192, 0, 2, 3])),
            SPFRequest(helo: "mx.example.org", address: .v4([192, 0, 2, 3])),
        ] {
            #expect(try expand("%{s}", for: request) == "postmaster@mx.example.org")
        }
        #expect(try expand("%{s}", for: request("@x.example")) == "postmaster@x.example")
        #expect(try expand("%{s}", for: request("x.example")) == "postmaster@x.example")
    }

    /// RFC 8616 §4
    @Test func writesULabelsAsALabels() throws {
        let request = try request("user@münchen.example", helo: "bücher.example")
        #expect(
            try expand("%{d} %{o} %{h}", for: request)
                == "xn--mnchen-3ya.example xn--mnchen-3ya.example xn--bcher-kva.example")
    }

    @Test(
        arguments: [
            ("a@localhost", nil),
            ("a@[192.0.2.1]", nil),
            ("a@x..example", nil),
            ("a@\(String(repeating: "x", count: 64)).example", nil),
            ("a@x.example.", "x.example"),
            ("a@b@x.example", "x.example"),
            ("a@_x.example", "_x.example"),
        ] as [(String, DNSName?)])
    func knowsTheDomainOfASender(sender: String, name: DNSName?) throws {
        #expect(try request(sender).name == name)
    }

    @Test func dropsLabelsFromTheLeftOfALongName() throws {
        let labels = Array(repeating: "abcdefghi", count: 30).joined(separator: ".")
        let macros = try SPFDomainSpec(parsing: "\(labels).%{d}".bytes[...]).macros
        let values = SPFMacroValues(request: try request("a@x.example"), domain: "x.example")
        let text = macros.expandedDomain(with: values)
        #expect(text.count == 249)
        #expect(DNSName(dotted: text) != nil)
        // As long as a name may be: nothing is dropped.
        let whole = Array(labels.utf8.prefix(253))
        let exact = try SPFDomainSpec(parsing: (whole.dropLast(5) + ".%{d1}".bytes)[...]).macros
        #expect(
            exact.expandedDomain(
                with: SPFMacroValues(request: try request(), domain: "abc")
            ).count == 252)
        // Far longer than what is kept on the way.
        let long = String(repeating: "%{d}.", count: 5_000) + "%{d}"
        let huge = try SPFDomainSpec(parsing: long.bytes[...]).macros
        #expect(huge.expandedDomain(with: values).count == 249)
    }

    @Test func boundsAnExplanation() throws {
        let text = String(repeating: "%{s}", count: 5_000)
        #expect(try expand(text, for: request()).utf8.count == 1000)
    }
}
