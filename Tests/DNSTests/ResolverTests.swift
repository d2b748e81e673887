import DNS
import MailTypes
import Testing

@Suite struct StaticResolverTests {
    private func resolver() throws -> StaticResolver {
        var resolver = try StaticResolver(
            zoneFile: """
                $ORIGIN example.com.
                @      600 MX 20 mx2
                @      300 MX 10 mx1
                @      TXT "v=spf1 " "-all"
                @      TXT "other"
                mx1    A 192.0.2.1
                mx1    AAAA 2001:db8::1
                mx2    A 192.0.2.2
                null   MX 0 .
                alias  CNAME alias2
                alias2 CNAME mx1
                dead   CNAME nothing
                blank  CNAME null
                ring   CNAME ring
                toBroken CNAME broken
                half   A 192.0.2.3
                a.b    A 192.0.2.4
                1.2.0.192.in-addr.arpa. PTR mx1
                """)
        resolver.fail(DNSName("broken.example.com"), reason: "timeout")
        resolver.fail(DNSName("half.example.com"), .aaaa)
        resolver.secure(DNSName("mx1.example.com"))
        return resolver
    }

    @Test func tellsTheOutcomesApart() async throws {
        let resolver = try resolver()
        #expect(await resolver.lookUp(DNSName("mx1.example.com"), .mx).outcome == .noData)
        #expect(await resolver.lookUp(DNSName("no.example.com"), .mx).outcome == .nameNotFound)
        #expect(await resolver.lookUp(DNSName("b.example.com"), .a).outcome == .noData)
        #expect(await resolver.lookUp(DNSName("com"), .a).outcome == .noData)
        let broken = await resolver.lookUp(DNSName("Broken.example.com"), .a)
        #expect(broken.outcome == .temporaryFailure(reason: "timeout"))
        #expect(await resolver.lookUp(DNSName("toBroken.example.com"), .a).failureReason != nil)
        #expect(await resolver.lookUp(DNSName("toBroken.example.com"), .cname).failureReason == nil)
        #expect(await resolver.lookUp(DNSName("ring.example.com"), .a).failureReason != nil)
    }

    @Test func followsAliases() async throws {
        let resolver = try resolver()
        let answer = await resolver.lookUp(DNSName("alias.example.com"), .a)
        #expect(answer.records == [.address(.v4([192, 0, 2, 1]))])
        #expect(answer.aliases == [DNSName("alias.example.com"), DNSName("alias2.example.com")])
        #expect(answer.canonicalName == DNSName("mx1.example.com"))
        #expect(answer.ttl == .seconds(300))
        let dead = await resolver.lookUp(DNSName("dead.example.com"), .a)
        #expect(dead.outcome == .nameNotFound)
        #expect(dead.canonicalName == DNSName("nothing.example.com"))
        #expect(await resolver.lookUp(DNSName("blank.example.com"), .a).outcome == .noData)
    }

    @Test func isSecureAlongTheWholePath() async throws {
        let resolver = try resolver()
        #expect(await resolver.lookUp(DNSName("mx1.example.com"), .a).isSecure)
        #expect(await resolver.lookUp(DNSName("x.mx1.example.com"), .a).isSecure)
        #expect(!(await resolver.lookUp(DNSName("alias.example.com"), .a).isSecure))
    }

    @Test func findsWhatMailNeeds() async throws {
        let resolver = try resolver()
        let mx = await resolver.mxRecords(of: DomainName("example.com"))
        #expect(mx.records.map(\.exchange.text) == ["mx1.example.com", "mx2.example.com"])
        #expect(mx.ttl == .seconds(300))
        let null = await resolver.mxRecords(of: DomainName("null.example.com"))
        #expect(null.records.map(\.isNull) == [true])
        let texts = await resolver.textRecords(of: DomainName("example.com"))
        #expect(texts.records == [Array("v=spf1 -all".utf8), Array("other".utf8)])
        let names = await resolver.names(of: .v4([192, 0, 2, 1]))
        #expect(names.records == [DNSName("mx1.example.com")])
        let target = await resolver.canonicalName(of: DNSName("alias.example.com"))
        #expect(target.records == [DNSName("alias2.example.com")])
        #expect(
            await resolver.canonicalName(of: DNSName("mx1.example.com")).outcome == .noData)
    }

    @Test func findsAddressesOfBothFamilies() async throws {
        let resolver = try resolver()
        let both = await resolver.addresses(of: DNSName("alias.example.com"))
        #expect(both.records.map(\.description) == ["2001:db8::1", "192.0.2.1"])
        #expect(both.canonicalName == DNSName("mx1.example.com"))
        let one = await resolver.addresses(of: DomainName("mx2.example.com"))
        #expect(one.records.map(\.description) == ["192.0.2.2"])
        let half = await resolver.addresses(of: DNSName("half.example.com"))
        #expect(half.records.map(\.description) == ["192.0.2.3"])
        let broken = await resolver.addresses(of: DNSName("broken.example.com"))
        #expect(broken.failureReason == "timeout")
        #expect(await resolver.addresses(of: DNSName("no.example.com")).outcome == .nameNotFound)
        #expect(await resolver.addresses(of: DNSName("example.com")).outcome == .noData)
    }

    @Test func takesADomainThatIsTooLongAsUnknown() async throws {
        let label = String(repeating: "a", count: 63)
        let long = try DomainName(
            parsing: "\(label).\(label).\(label)." + String(repeating: "a", count: 62))
        #expect(await StaticResolver().mxRecords(of: long).outcome == .nameNotFound)
    }
}

@Suite struct LayeredResolverTests {
    private func resolver() throws -> LayeredResolver {
        let zones = ZoneStore()
        func publish(_ text: String) throws {
            for record in try ZoneFileParser.parse(text) {
                zones.replace([record], for: record.name)
            }
        }
        zones.addZone(DNSName("own.example"))
        try publish(
            """
            own.example. TXT "own"
            out.own.example. CNAME alias.far.example.
            t1.dkim.own.example. TXT "p=key"
            again.own.example. CNAME host.far.example.
            """)
        let next = try StaticResolver(
            zoneFile: """
                own.example. TXT "public"
                hidden.own.example. TXT "public"
                alias.far.example. CNAME host.far.example.
                host.far.example. TXT "far"
                t1._domainkey.far.example. CNAME t1.dkim.own.example.
                roundabout.far.example. CNAME again.own.example.
                """)
        return LayeredResolver(first: zones, next: next)
    }

    @Test(arguments: [
        ("own.example", "own", "own.example"),
        ("host.far.example", "far", "host.far.example"),
        ("out.own.example", "far", "host.far.example"),
        ("t1._domainkey.far.example", "p=key", "t1.dkim.own.example"),
        ("roundabout.far.example", "far", "host.far.example"),
    ])
    func looksInItsOwnZonesFirst(name: String, text: String, canonicalName: String) async throws {
        let answer = try await resolver().textRecords(of: DNSName(parsing: name))
        #expect(answer.records == [Array(text.utf8)])
        #expect(answer.canonicalName.text == canonicalName)
        #expect(answer.aliases.first.map(\.text) ?? name == name)
    }

    @Test func doesNotAskOthersAboutItsOwnNames() async throws {
        let answer = try await resolver().lookUp(DNSName("hidden.own.example"), .txt)
        #expect(answer.outcome == .nameNotFound)
    }
}
