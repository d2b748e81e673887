import DNS
import MailTypes
import Testing

@testable import MailAuth

@Suite struct DMARCEvaluatorTests {
    typealias SPF = DMARCEvaluator.SPFInput
    typealias DKIM = DMARCEvaluator.DKIMInput

    private func evaluate(
        _ author: String, spf: SPF? = nil, dkim: [DKIM] = [], _ resolver: StaticResolver,
        _ change: (inout DMARCEvaluator) -> Void = { _ in }
    ) async -> DMARCEvaluation {
        var evaluator = DMARCEvaluator()
        change(&evaluator)
        return await evaluator.evaluate(
            authors: DMARCAuthors(fromFields: [author.bytes[...]]), spf: spf, dkim: dkim,
            resolver: resolver)
    }

    @Test func oneAlignedPassIsEnough() async throws {
        let resolver = try StaticResolver(dmarc: ["example.com": ""])
        let result = await evaluate(
            "a@mail.example.com", spf: SPF(.fail, domain: DomainName("example.com")),
            dkim: [
                DKIM(.pass, domain: DomainName("other.example"), selector: "x"),
                DKIM(.pass, domain: DomainName("Example.com"), selector: "s1"),
            ], resolver)
        #expect(result.result == .pass)
        #expect(result.disposition == .pass)
        #expect(result.recordDomain == DomainName("example.com"))
        #expect(result.organizationalDomain == DomainName("example.com"))
        #expect(result.alignedPasses.map(\.selector) == ["s1"])
        #expect(result.alignedPasses.map(\.alignment) == [.relaxed])
        #expect(result.passes(.dkim) && !result.passes(.spf))
        #expect(result.method == .treeWalk)
    }

    @Test(arguments: [
        ("p=reject", "example.com", DMARCEvaluation.Result.pass),
        ("p=reject", "a.b.example.com", .pass),
        ("p=reject", "badexample.com", .fail),
        ("p=reject", "com", .fail),
        ("p=reject; adkim=s", "mail.example.com", .pass),
        ("p=reject; adkim=s", "example.com", .fail),
        ("p=reject; aspf=s", "example.com", .pass),  // that is for SPF
    ])
    func alignsSignatures(tags: String, domain: String, expected: DMARCEvaluation.Result)
        async throws
    {
        let resolver = try StaticResolver(dmarc: ["example.com": tags])
        let result = await evaluate(
            "a@mail.example.com", dkim: [DKIM(.pass, domain: try DomainName(parsing: domain))],
            resolver)
        #expect(result.result == expected)
    }

    @Test func psdNCutsATenantOff() async throws {
        let resolver = try StaticResolver(dmarc: [
            "host.example": "", "evil.host.example": "p=none; psd=n",
        ])
        let result = await evaluate(
            "a@shop.host.example", dkim: [DKIM(.pass, domain: DomainName("evil.host.example"))],
            resolver)
        #expect(result.result == .fail)
        #expect(result.identifiers[0].organizationalDomain == DomainName("evil.host.example"))
    }

    // RFC 9989 §4.7 and §4.10.1
    @Test(arguments: [
        ("a@example.com", "p=none; sp=reject; np=reject", "p", DMARCPolicy.none),
        ("a@real.example.com", "p=reject; sp=quarantine; np=none", "sp", .quarantine),
        ("a@real.example.com", "p=reject; np=none", "p", .reject),
        ("a@ghost.example.com", "p=none; sp=none; np=reject", "np", .reject),
        ("a@ghost.example.com", "p=none; sp=quarantine", "sp", .quarantine),
        ("a@ghost.example.com", "p=quarantine", "p", .quarantine),
        ("a@text.example.com", "p=none; np=reject", "p", .none),  // no address, and yet it exists
        ("a@alias.example.com", "p=none; np=reject", "p", .none),  // the target is missing
        ("a@parent.example.com", "p=none; np=reject", "p", .none),  // only a name below has records
        ("a@example.com", "p=reject; sp=x; rua=mailto:r@example.com", "assumed", .none),
    ])
    func choosesPolicy(
        author: String, tags: String, source: String, policy: DMARCPolicy
    ) async throws {
        var resolver = try StaticResolver(dmarc: ["example.com": tags])
        resolver.insert(
            DNSRecord("real.example.com", .address(try #require(IPAddress(parsing: "192.0.2.1")))))
        resolver.insert(DNSRecord("text.example.com", .text("x")))
        resolver.insert(DNSRecord("alias.example.com", .cname("gone.example.net")))
        resolver.insert(DNSRecord("x.parent.example.com", .text("x")))
        let result = await evaluate(author, resolver) { $0.rejectsOnPolicyAlone = true }
        #expect(result.result == .fail)
        #expect(result.policy?.source.rawValue == source)
        #expect(result.policy?.applied == policy)
        #expect(result.disposition.rawValue == policy.rawValue)
    }

    @Test func aSubdomainsOwnRecordHasNoSp() async throws {
        let resolver = try StaticResolver(dmarc: [
            "mail.example.com": "p=none; sp=reject", "example.com": "p=reject",
        ])
        let result = await evaluate("a@mail.example.com", resolver)
        #expect(result.policy?.source == .p)
        #expect(result.policy?.applied == DMARCPolicy.none)
    }

    @Test func testModeSoftensByOne() async throws {
        let resolver = try StaticResolver(dmarc: ["example.com": "p=quarantine; t=y; pct=10"])
        let result = await evaluate("a@example.com", resolver)
        #expect(result.policy?.published == .quarantine)
        #expect(result.policy?.applied == DMARCPolicy.none)
        #expect(result.disposition == DMARCEvaluation.Disposition.none)
        #expect(result.overrides.map(\.kind) == [.policyTestMode])
    }

    // RFC 9989 §7.4
    @Test func rejectsOnPolicyAloneOnlyWhenTold() async throws {
        let resolver = try StaticResolver(dmarc: ["example.com": ""])
        let mild = await evaluate("a@example.com", resolver)
        #expect(mild.disposition == .quarantine)
        #expect(mild.overrides.map(\.kind) == [.localPolicy])
        let strict = await evaluate("a@example.com", resolver) { $0.rejectsOnPolicyAlone = true }
        #expect(strict.disposition == .reject)
        #expect(strict.overrides.isEmpty)
    }

    @Test func failuresOfLookupsAreNeitherPassNorFail() async throws {
        var resolver = try StaticResolver(dmarc: ["example.com": ""])
        let undecided = await evaluate(
            "a@example.com", spf: SPF(.fail, domain: DomainName("example.com")),
            dkim: [DKIM(.temperror, domain: DomainName("example.com"))], resolver)
        #expect(undecided.result == .temperror)
        #expect(undecided.disposition == DMARCEvaluation.Disposition.none)
        let elsewhere = await evaluate(
            "a@example.com", dkim: [DKIM(.temperror, domain: DomainName("other.example"))], resolver
        )
        #expect(elsewhere.result == .fail)  // it could not have helped
        resolver.fail("_dmarc.b.example.com")
        let walk = await evaluate(
            "a@example.com", dkim: [DKIM(.pass, domain: DomainName("b.example.com"))], resolver)
        #expect(walk.result == .temperror)
        let passed = await evaluate(
            "a@example.com",
            dkim: [
                DKIM(.pass, domain: DomainName("b.example.com")),
                DKIM(.pass, domain: DomainName("example.com")),
            ], resolver)
        #expect(passed.result == .pass)
        resolver.fail("_dmarc.example.com")
        let policy = await evaluate("a@example.com", resolver)
        #expect(policy.result == .temperror)
        #expect(policy.reason == .lookupFailed(name: "_dmarc.example.com", reason: "SERVFAIL"))
    }

    @Test func severalAuthorsPassOnlyTogether() async throws {
        let resolver = try StaticResolver(dmarc: ["one.example": "p=none", "two.example": ""])
        let dkim = [DKIM(.pass, domain: DomainName("one.example"))]
        let result = await evaluate("a@one.example, b@two.example", dkim: dkim, resolver)
        #expect(result.result == .fail)
        #expect(result.authorDomain == DomainName("two.example"))
        #expect(result.others.map(\.result) == [.pass])
    }

    @Test func withoutAnAuthorDomainThereIsNothingToSay() async throws {
        let none = await evaluate("nobody:;", StaticResolver())
        #expect(none.result == .none)
        #expect(none.reason == .noAuthorDomain)
        let literal = await evaluate("a@[192.0.2.1]", StaticResolver())
        #expect(literal.result == .none)
    }

    /// What looks like a protected name and is none gets neither its protection nor a free pass.
    @Test func aDomainWithAHiddenCharacterIsAPermanentError() async throws {
        let resolver = try StaticResolver(dmarc: ["example.com": ""])
        let result = await evaluate("a@exam\u{200B}ple.com", resolver)
        #expect(result.result == .permerror)
        #expect(result.disposition == DMARCEvaluation.Disposition.none)
        #expect(result.step.outcome.contains("exam\\u{200B}ple.com"))
        let both = await evaluate(
            "a@example.com, b@exam\u{200B}ple.com",
            dkim: [DKIM(.pass, domain: DomainName("example.com"))], resolver)
        #expect(both.result == .permerror)
    }

    @Test func asksNoMoreThanItNeeds() async throws {
        let resolver = try StaticResolver(dmarc: ["mail.example.com": ""])
        let dkim = [DKIM(.pass, domain: DomainName("mail.example.com"))]
        let result = await evaluate("a@mail.example.com", dkim: dkim, resolver)
        #expect(result.queries.map(\.name) == ["_dmarc.mail.example.com"])
        #expect(result.organizationalDomain == DomainName("mail.example.com"))
        let thorough = await evaluate("a@mail.example.com", dkim: dkim, resolver) {
            $0.isThorough = true
        }
        #expect(thorough.queries.count == 3)
        let many = (0..<100).map {
            DKIM(.pass, domain: try! DomainName(parsing: "a.b.c.d\($0).example.com"))
        }
        let limited = await evaluate("a@mail.example.com", dkim: many, resolver)
        #expect(limited.queries.count < 5 * DMARCEvaluator.signatureWalkLimit)
    }

    @Test func theWayOfRFC7489StandsBeside() async throws {
        var resolver = try StaticResolver(dmarc: [
            "example.com": "p=quarantine", "com": "p=reject; psd=y",
        ])
        let bySuffix = DMARCEvaluator.OrganizationalDomains.publicSuffixList { domain in
            domain.labels.count < 2
                ? nil : try? DomainName(parsing: domain.labels.suffix(2).joined(separator: "."))
        }
        let dkim = [DKIM(.pass, domain: DomainName("b.example.com"))]
        let result = await evaluate("a@x.y.example.com", dkim: dkim, resolver) {
            $0.organizationalDomains = bySuffix
        }
        #expect(result.result == .pass)
        #expect(result.method == .publicSuffixList)
        #expect(result.queries.map(\.domain.text) == ["x.y.example.com", "example.com"])
        resolver.insert(DNSRecord("_dmarc.x.y.example.com", .text("v=DMARC1; p=none")))
        resolver.insert(DNSRecord("_dmarc.x.y.example.com", .text("v=DMARC1; p=reject")))
        let several = await evaluate("a@x.y.example.com", dkim: dkim, resolver) {
            $0.organizationalDomains = bySuffix
        }
        #expect(several.reason == .severalRecords(DomainName("x.y.example.com")))
    }

    @Test func tellsWhatItDid() async throws {
        let resolver = try StaticResolver(dmarc: ["example.com": "p=reject; t=y; pct=3"])
        let result = await evaluate(
            "a@mail.example.com", spf: SPF(.pass, domain: DomainName("bounce.example.net")),
            resolver)
        let step = result.step
        #expect(step.subject == "dmarc mail.example.com")
        #expect(step.tone == .bad)
        #expect(step.steps.map(\.subject).contains("_dmarc.example.com"))
        #expect(step.steps.contains { $0.outcome.contains("because of t=y") })
        #expect(step.steps.contains { $0.subject == "spf bounce.example.net" && $0.tone == .bad })
        #expect(step.steps.flatMap(\.steps).contains { $0.outcome.hasPrefix("pct=3") })
    }
}
