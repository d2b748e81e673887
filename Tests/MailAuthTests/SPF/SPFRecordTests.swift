import MailTypes
import Testing

@testable import MailAuth

@Suite struct SPFRecordTests {
    @Test(arguments: [
        ("v=spf1", true),
        ("V=SPF1 -all", true),
        ("v=spf1 ", true),
        ("v=spf10 -all", false),
        ("v=spf1;", false),
        ("v=spf1\t-all", false),
        (" v=spf1", false),
        ("v=spf2.0/pra -all", false),
        ("", false),
    ])
    func isKnownByItsVersion(text: String, isRecord: Bool) {
        #expect(SPFRecord.isRecord(text.bytes[...]) == isRecord)
    }

    @Test func holdsWhatWasWritten() throws {
        let record = try SPFRecord(
            parsing:
                "v=spf1  ?A:h.example/24//64 MX -include:%{d2}.x.example ~ptr ip4:192.0.2.0/24 "
                + "ip6:2001:db8::/32 exists:%{ir}.x.example redirect=r.example exp=e.example x-y.z=%{c} "
        )
        let names = record.directives.map(\.text)
        #expect(
            names == [
                "?A:h.example/24//64", "MX", "-include:%{d2}.x.example", "~ptr",
                "ip4:192.0.2.0/24", "ip6:2001:db8::/32", "exists:%{ir}.x.example",
            ])
        #expect(
            record.directives.map(\.qualifier)
                == [.neutral, .pass, .fail, .softfail, .pass, .pass, .pass])
        guard case .a(let spec, let lengths) = record.directives[0].mechanism else {
            Issue.record("no a")
            return
        }
        #expect(spec?.text == "h.example")
        #expect(lengths == SPFPrefixLengths(ipv4: 24, ipv6: 64))
        #expect(record.directives[1].mechanism == .mx(nil, .whole))
        #expect(record.directives[2].mechanismText == "include:%{d2}.x.example")
        #expect(record.directives[3].mechanism == .ptr(nil))
        #expect(record.redirect?.text == "r.example")
        #expect(record.explanation?.text == "e.example")
        #expect(record.otherModifiers.map(\.name) == ["x-y.z"])
        #expect(record.queryingTermCount == 6)
        #expect(record.finalQualifier == nil)
    }

    /// `all` ends a record, and takes its redirect away (RFC 7208 §5.1).
    @Test func knowsWhatIsNeverReached() throws {
        let record = try SPFRecord(parsing: "v=spf1 redirect=x.example a ~all mx -all")
        #expect(record.effectiveDirectives.map(\.text) == ["a", "~all"])
        #expect(record.effectiveRedirect == nil)
        #expect(record.queryingTermCount == 1)
        #expect(record.finalQualifier == .softfail)
    }

    @Test(arguments: [
        "a", "a/0", "a/32", "a//0", "a//128", "a/24//64", "a:x.example", "a:foo:bar/baz.example",
        "a:x.example/24//64", "a:x.example.", "a:%{d}", "a:%{d}.x.example", "a:x%%", "a:x%_",
        "a:x%-", "a:%{d1r+-}", "a:%{l,/_=.}/24", "a:x.xn--zckzah", "a:x.1a", "a:x.a-b", "a:x..com",
        "mx:x.example/1", "ptr", "ptr:x.example", "ip4:0.0.0.0/0", "ip4:255.255.255.255",
        "ip6:::/0", "ip6:::ffff:192.0.2.1", "ip6:1:2:3:4:5:6:7:8/128", "ip6:::192.0.2.1/96",
        "exists:x.example", "all", "+all", "?ALL", "INCLUDE:x.example", "redirect=x.example",
        "exp=%{d}", "foo=bar", "foo=", "moo.cow-far_out=man:dog/cat", "f=%{c}%{r}%{t}",
    ])
    func readsTerm(text: String) throws {
        #expect(throws: Never.self) { try SPFRecord(parsing: "v=spf1 \(text)") }
    }

    @Test(arguments: [
        // No mechanism, or one with too much behind it.
        "foo", "foo:bar", "foo/bar", "redirect:x.example", "-redirect=x.example", "?exp=x.example",
        "1up=foo", "=all", "!", "--all", "all.", "all:x", "all/8", "a.b",
        "moo.cow/far_out=man",
        // Domains: of one label, of numbers, with a top-level label that is none.
        "a:", "a:x", "a:x.", "a:.", "a:111.222.33.44", "a:x.123", "a:x.-com", "a:x.com-",
        "a:example.com:8080", "a:x.ex_ample", "a:%{d}x", "a:%{d}.", "a:x.example/24.", "include",
        "include:", "include:x.example/24", "exists", "exists:", "exists:x.example/24", "ptr:",
        "ptr/0", "redirect=", "exp=", "exp=-all", "redirect=-all", "mx:", "include:a\u{E9}.example",
        // Prefix lengths.
        "a/33", "a//129", "a/032", "a/", "a//", "a/24/64", "a/24//", "a///64", "a:x.example/33",
        "a:x.example/032", "mx//129", "ip4:192.0.2.1/33", "ip4:192.0.2.1/032", "ip4:192.0.2.1//32",
        "ip4:192.0.2.1/", "ip6:::1/129", "ip6:::1//33", "ip6:::1/", "ip4:192.0.2.1/99999999999999",
        // Addresses.
        "ip4", "ip4:", "ip4:192.0.2", "ip4:192.0.2.256", "ip4:192.0.2.01", "ip4:192.0.2.1:8080",
        "ip4:2001:db8::1", "ip4:192.0.2.1.5", "ip6", "ip6:", "ip6:192.0.2.1", "ip6::CAFE::BABE",
        "ip6:2001:db8:::1", "ip6:1:2:3",
        // Macros.
        "a:%", "a:%x.example", "a:%(d).example", "a:%{", "a:%{d", "a:%{d.example", "a:%{x}",
        "a:%{d0}", "a:%{d00}", "a:%{rd}", "a:%{dr2}", "a:%{d!}", "a:%{c}", "a:%{r}", "exp=%{t}",
        "foo=%abc",
    ])
    func refusesTerm(text: String) {
        #expect(throws: SyntaxError.self) { try SPFRecord(parsing: "v=spf1 \(text)") }
        // Also where no client would ever come.
        #expect(throws: SyntaxError.self) { try SPFRecord(parsing: "v=spf1 +all \(text) -all") }
    }

    @Test(arguments: [
        ("v=spf1 a redirect=x.example redirect=x.example", 28),
        ("v=spf1 exp=x.example EXP=x.example", 21),
        ("v=spf1 a\tmx -all", 8),
        ("v=spf1 ip4:300.1.1.1 -all", 11),
        ("v=spf1 include:x", 15),
        ("v=spf1 a:x.example/40", 19),
        ("v=spf2", 0),
    ])
    func saysWhereTheRuleBreaks(text: String, offset: Int) {
        do {
            _ = try SPFRecord(parsing: text)
            Issue.record("it was read")
        } catch {
            #expect(error.offset == offset)
        }
    }

    @Test(arguments: [
        ("ip4:192.0.2.128/25", "192.0.2.129", true),
        ("ip4:192.0.2.128/25", "192.0.2.127", false),
        ("ip4:0.0.0.0/0", "203.0.113.9", true),
        ("ip4:0.0.0.0/0", "2001:db8::1", false),
        ("ip4:192.0.2.1", "::ffff:192.0.2.1", true),
        ("ip6:2001:db8:8000::/33", "2001:db8:8000::1", true),
        ("ip6:2001:db8:8000::/33", "2001:db8:7fff::1", false),
        ("ip6:2001:db8::1:0/112", "2001:db8::1:ffff", true),
        ("ip6:2001:db8::1:0/112", "2001:db8::2:0", false),
        ("ip6:2001:db8::/64", "2001:db8::1", true),
        ("ip6:2001:db8::/65", "2001:db8::8000:0:0:1", false),
        ("ip6:::/0", "192.0.2.1", false),
        ("ip6:::ffff:192.0.2.1", "192.0.2.1", false),  // mapped clients are clients of IPv4
    ])
    func knowsItsNetwork(term: String, address: String, contains: Bool) throws {
        let directive = try #require(try SPFRecord(parsing: "v=spf1 \(term)").directives.first)
        switch directive.mechanism {
        case .ip4(let network), .ip6(let network):
            #expect(network.contains(try #require(IPAddress(parsing: address))) == contains)
        default: Issue.record("no network")
        }
    }

    /// A record of 64 KiB costs as much for each term as a short one.
    @Test func readsLongRecords() throws {
        let terms = String(repeating: " ip4:192.0.2.1/31", count: 3_800)
        #expect(try SPFRecord(parsing: "v=spf1\(terms)").directives.count == 3_800)
        let slashes = String(repeating: "/1", count: 30_000)
        #expect(throws: SyntaxError.self) { try SPFRecord(parsing: "v=spf1 a:x\(slashes)") }
        let macros = String(repeating: "%{d}", count: 15_000)
        #expect(throws: Never.self) { try SPFRecord(parsing: "v=spf1 a:\(macros)") }
    }
}
