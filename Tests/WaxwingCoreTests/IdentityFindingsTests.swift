import DNS
import MailTypes
import Testing

@testable import WaxwingCore

@Suite struct IdentityFindingsTests {
    typealias Finding = IdentityFindings.Finding

    @Test(arguments: [
        (VerificationStatus.notStarted, Finding.absent, 0, VerificationStatus.pending),
        (.notStarted, .present, 0, .success),
        (.pending, .absent, 71, .pending),
        (.pending, .absent, 72, .failed),
        (.pending, .unknown, 100, .pending),
        (.success, .absent, 0, .temporaryFailure),
        (.success, .unknown, 100, .success),
        (.temporaryFailure, .absent, 71, .temporaryFailure),
        (.temporaryFailure, .absent, 72, .failed),
        (.temporaryFailure, .present, 71, .success),
        (.failed, .absent, 0, .failed),
    ])
    func movesOn(
        status: VerificationStatus, finding: Finding, hours: Int, next: VerificationStatus
    ) {
        let waited = Duration.seconds(hours * 3600)
        #expect(status.next(finding, searchingFor: waited, missingFor: waited) == next)
    }

    @Test func foundKeysVerifyTheDomain() {
        var identity = newDomain()
        identity.apply(
            IdentityFindings(ownership: .absent, dkim: .present, mailFrom: nil),
            at: UnixTime(seconds: 5))
        #expect(identity.isVerified)
        #expect(identity.activeDKIM != nil)
        #expect(identity.nextCheckAt == UnixTime(seconds: 3605))
    }

    @Test func looksOftenInTheFirstMinute() {
        var identity = newDomain()
        let nothing = IdentityFindings(ownership: .absent, dkim: .absent, mailFrom: nil)
        identity.apply(nothing, at: UnixTime(seconds: 5))
        #expect(identity.nextCheckAt == UnixTime(seconds: 6))
        identity.apply(nothing, at: UnixTime(seconds: 7200))
        #expect(identity.nextCheckAt == UnixTime(seconds: 7800))
    }

    @Test func whatWasGivenUpIsLookedForAnewWhenItIsAskedFor() {
        var identity = newDomain()
        let late = UnixTime(seconds: 73 * 3600)
        let nothing = IdentityFindings(ownership: .present, dkim: .absent, mailFrom: nil)
        identity.apply(nothing, at: late)
        identity.apply(nothing, at: late)
        #expect(identity.dkim?.status == .failed && identity.isVerified)
        identity.restartVerification(at: late)
        identity.apply(nothing, at: late + .seconds(71 * 3600))
        #expect(identity.dkim?.status == .pending)
        identity.apply(nothing, at: late + .seconds(72 * 3600))
        #expect(identity.dkim?.status == .failed)
    }

    @Test func aMailedLinkFailsAfterADay() throws {
        var identity = Identity(
            name: try IdentityName(parsing: "a@example.com"), createdAt: UnixTime(seconds: 0),
            verificationToken: "t")
        let nothing = IdentityFindings(ownership: .unknown, dkim: nil, mailFrom: nil)
        identity.apply(nothing, at: UnixTime(seconds: 86_399))
        #expect(identity.verification == .pending)
        identity.apply(nothing, at: UnixTime(seconds: 86_400))
        #expect(identity.verification == .failed && identity.nextCheckAt == nil)
    }

    @Test(arguments: [
        ("", VerificationProblem.hostNotFound),
        ("s1._domainkey.example.com. A 192.0.2.1", .typeNotFound),
        ("s1._domainkey.example.com. TXT p=other", .invalidValue),
        ("s1._domainkey.example.com. TXT p=p", nil),
    ])
    func tellsWhyADomainIsNotProven(records: String, problem: VerificationProblem?) async throws {
        let resolver = try StaticResolver(zoneFile: records)
        let checker = IdentityChecker(resolver: resolver, provider: Provider())
        let findings = await checker.findings(for: newDomain(), in: .standard)
        #expect(findings.problem == problem)
        #expect(findings.authority == nil)
    }

    @Test func tellsOfServersThatDoNotAnswer() async throws {
        var resolver = StaticResolver()
        resolver.fail(try DNSName(parsing: "s1._domainkey.example.com"), reason: "timeout")
        let checker = IdentityChecker(resolver: resolver, provider: Provider())
        let findings = await checker.findings(for: newDomain(), in: .standard)
        #expect(findings.problem == .dnsServerError)
    }

    @Test func findsTheZoneOfASubdomain() async throws {
        let resolver = try StaticResolver(
            zoneFile: #"example.com. SOA ns1.example.net. dns\.admin.example.net. 7 1 1 1 1"#)
        let checker = IdentityChecker(resolver: resolver, provider: Provider())
        let identity = Identity(
            name: .domain("a.b.example.com"), createdAt: UnixTime(seconds: 0),
            verificationToken: "t")
        let authority = await checker.findings(for: identity, in: .standard).authority
        #expect(authority?.primaryServer == "ns1.example.net")
        #expect(authority?.mailbox == "dns.admin@example.net")
        #expect(authority?.serial == 7)
    }

    @Test func aZoneThatCannotBeAskedIsKept() throws {
        var identity = newDomain()
        var findings = IdentityFindings(ownership: .absent, dkim: .absent, mailFrom: nil)
        let record = SOARecord(
            primaryServer: try DNSName(parsing: "ns.example.com"),
            responsibleMailbox: try DNSName(parsing: "host.example.com"), serial: 1)
        findings.authority = ZoneAuthority(record)
        findings.problem = .hostNotFound
        identity.apply(findings, at: UnixTime(seconds: 5))
        #expect(identity.problem == .hostNotFound)
        findings = IdentityFindings(ownership: .present, dkim: .present, mailFrom: nil)
        identity.apply(findings, at: UnixTime(seconds: 6))
        #expect(identity.problem == nil)
        #expect(identity.authority?.serial == 1)
    }

    private func newDomain() -> Identity {
        var identity = Identity(
            name: .domain("example.com"), createdAt: UnixTime(seconds: 0), verificationToken: "t")
        let key = DKIMKeyPair(selector: "s1", privateKey: "k", publicKey: "p")
        identity.dkim = DKIMSettings(origin: .external(ExternalDKIM(key: key)))
        return identity
    }
}
