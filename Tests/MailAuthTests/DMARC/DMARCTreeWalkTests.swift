import DNS
import MailTypes
import Testing

@testable import MailAuth

@Suite struct DMARCTreeWalkTests {
    private func walk(_ start: String, _ records: [String: String]) async throws -> DMARCTreeWalk {
        await DMARCTreeWalk(
            from: try DomainName(parsing: start), resolver: try StaticResolver(dmarc: records))
    }

    // RFC 9989 §4.10
    @Test func asksEightTimesAtMost() throws {
        let start = try DomainName(parsing: "a.b.c.d.e.f.g.h.i.j.mail.example.com")
        #expect(
            DMARCTreeWalk.names(from: start).map(\.text) == [
                "a.b.c.d.e.f.g.h.i.j.mail.example.com", "g.h.i.j.mail.example.com",
                "h.i.j.mail.example.com", "i.j.mail.example.com", "j.mail.example.com",
                "mail.example.com", "example.com", "com",
            ])
        #expect(
            DMARCTreeWalk.names(from: DomainName("b.c.d.e.f.g.example.com")).map(\.text) == [
                "b.c.d.e.f.g.example.com", "c.d.e.f.g.example.com", "d.e.f.g.example.com",
                "e.f.g.example.com", "f.g.example.com", "g.example.com", "example.com", "com",
            ])
        let long = try DomainName(parsing: Array(repeating: "a", count: 127).joined(separator: "."))
        #expect(DMARCTreeWalk.names(from: long).count == 8)
        #expect(DMARCTreeWalk.names(from: DomainName("com")) == [DomainName("com")])
    }

    // RFC 9989 §4.10.2 and appendix B.4
    @Test(
        arguments: [
            ("a.mail.example.com", ["mail.example.com": "", "example.com": ""], "example.com"),
            (
                "a.mail.example.com", ["mail.example.com": "psd=n", "example.com": ""],
                "mail.example.com"
            ),
            ("a.mail.example.com", ["com": "psd=y"], "example.com"),
            ("example.com", ["example.com": ""], "example.com"),
            ("signing.example.com", ["signing.example.com": "", "example.com": ""], "example.com"),
            ("a.b.c.d.e.f.g.h.i.j.k.example.com", ["example.com": ""], "example.com"),
            (
                "giant.bank.example", ["bank.example": "psd=y", "giant.bank.example": ""],
                "giant.bank.example"
            ),
            (
                "mail.giant.bank.example", ["bank.example": "psd=y", "giant.bank.example": ""],
                "giant.bank.example"
            ),
            ("mail.mega.bank.example", ["bank.example": "psd=y"], "mega.bank.example"),
            ("bank.example", ["bank.example": "psd=y", "example": ""], "bank.example"),
            ("a.example.com", [:], "a.example.com"),  // no record at all
            ("a.example.com", ["com": ""], "com"),
            // The record at the cut is never found behind the names left out (§5.1.8).
            (
                "mail.a.b.c.d.e.f.g.example.com",
                ["b.c.d.e.f.g.example.com": "psd=n", "example.com": ""], "example.com"
            ),
            ("a.b.c.d.e.f.g.h.example", ["d.e.f.g.h.example": "psd=y"], "c.d.e.f.g.h.example"),
        ] as [(String, [String: String], String)])
    func findsOrganizationalDomain(
        start: String, records: [String: String], domain: String
    ) async throws {
        let walk = try await walk(start, records)
        #expect(walk.organizationalDomain?.text == domain)
        #expect(walk.queries.count <= DMARCTreeWalk.queryLimit)
    }

    @Test(
        arguments: [
            ("mail.example.com", ["mail.example.com": "", "example.com": ""], "mail.example.com"),
            ("a.mail.example.com", ["mail.example.com": "", "example.com": ""], "example.com"),
            ("a.b.bank.example", ["bank.example": "psd=y"], "bank.example"),  // the public suffix's
            (
                "a.b.bank.example", ["bank.example": "psd=y", "b.bank.example": ""],
                "b.bank.example"
            ),
            (
                "a.b.c.bank.example", ["bank.example": "psd=y", "b.c.bank.example": ""],
                "bank.example"
            ),
            ("example.com", [:], nil),
        ] as [(String, [String: String], String?)])
    func findsPolicy(start: String, records: [String: String], place: String?) async throws {
        #expect(try await walk(start, records).policy?.domain.text == place)
    }

    @Test func stopsAtAPublicSuffixFlag() async throws {
        let walk = try await walk("a.b.example.com", ["b.example.com": "psd=n"])
        #expect(walk.queries.map(\.name) == ["_dmarc.a.b.example.com", "_dmarc.b.example.com"])
    }

    @Test func severalRecordsCountAsNone() async throws {
        var resolver = try StaticResolver(dmarc: ["mail.example.com": "", "example.com": ""])
        resolver.insert(DNSRecord("_dmarc.mail.example.com", .text("v=DMARC1; p=quarantine")))
        let walk = await DMARCTreeWalk(from: DomainName("mail.example.com"), resolver: resolver)
        #expect(walk.policy?.domain == DomainName("example.com"))
        guard case .severalRecords(let texts) = walk.queries[0].outcome else {
            Issue.record("\(walk.queries[0])")
            return
        }
        #expect(texts.count == 2)
    }

    @Test func aFailureLeavesItOpen() async throws {
        var resolver = try StaticResolver(dmarc: ["mail.example.com": ""])
        resolver.fail("_dmarc.example.com", reason: "timeout")
        let walk = await DMARCTreeWalk(from: DomainName("mail.example.com"), resolver: resolver)
        #expect(walk.organizationalDomain == nil)
        #expect(walk.failureReason == "timeout")
        #expect(walk.policy?.domain == DomainName("mail.example.com"))
    }

    @Test func aNameThatIsTooLongHasNoRecord() async throws {
        let label = String(repeating: "a", count: 60)
        let start = try DomainName(parsing: "\(label).\(label).\(label).\(label).example")
        let walk = await DMARCTreeWalk(from: start, resolver: StaticResolver())
        #expect(walk.queries.first?.outcome == .nameNotFound)
        #expect(walk.organizationalDomain == start)
    }
}

extension StaticResolver {
    /// Records `v=DMARC1; p=reject` with further tags, by domain.
    init(dmarc records: [String: String]) throws {
        self.init(
            records: try records.map { domain, tags in
                DNSRecord(
                    try DNSName(parsing: "_dmarc.\(domain)"),
                    .text("v=DMARC1; " + (tags.contains("p=") ? tags : "p=reject; \(tags)")))
            })
    }
}
