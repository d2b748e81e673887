import BIMI
import DNS
import MailAuth
import MailTypes
import Testing

@Suite struct BIMIEvaluationTests {
    private static let query = BIMIQuery(
        authorDomain: DomainName("example.com"), organizationalDomain: DomainName("example.com"))
    private static let qualification = BIMIQualification(
        passesDMARC: true, authorPolicy: .init(policy: .reject),
        organizationalPolicy: .init(policy: .reject))

    private func evaluation(needsEvidence: Bool = true) throws -> BIMIEvaluation {
        BIMIEvaluation(
            requirements: .init(roots: try Fixture.roots()), needsEvidence: needsEvidence)
    }

    private func finish(
        evidence: BIMIFetch, indicator: BIMIFetch = .notTried, hasEvidence: Bool = true,
        needsEvidence: Bool = true
    ) throws -> BIMIResult {
        let record = BIMIRecord(
            location: "https://example.com/l.svg",
            evidence: hasEvidence ? "https://example.com/a.pem" : nil)
        return try evaluation(needsEvidence: needsEvidence).finish(
            BIMIAssertion(record: record, domain: Self.query.authorDomain, selector: .default),
            Self.query, indicator: indicator, evidence: evidence, now: Fixture.now)
    }

    private func bytes(_ file: String) throws -> BIMIFetch { .bytes(try Fixture.bytes(file)) }

    @Test func passesWithAMarkCertificate() throws {
        let result = try finish(evidence: bytes("good.pem"))
        #expect(result.word == .pass)
        #expect(result.authority == .pass)
        #expect(result.indicator?.svg == (try Fixture.bytes("logo.svg")))
        #expect(result.step.tone == .good)
        let digest = try #require(result.indicator?.digest)
        #expect(
            result.properties.map { "\($0).\($1)=\($2)" } == [
                "header.d=example.com", "header.selector=default", "policy.authority=pass",
                "policy.authority-uri=https://example.com/a.pem",
                "policy.indicator-uri=https://example.com/l.svg",
                "policy.indicator-hash=\(hexadecimal(digest.bytes.suffix(4)))",
                "policy.logo-preference=brand",
            ])
    }

    @Test func comparesTheLogos() throws {
        for file in ["logo.svg", "logo.svgz"] {
            #expect(
                try finish(evidence: bytes("good.pem"), indicator: bytes(file)).word == .pass)
        }
        let other = try finish(evidence: bytes("good.pem"), indicator: .bytes([0x3C]))
        #expect(other.reason == .indicatorMismatch)
        #expect(other.word == .fail)
        #expect(other.indicator == nil)
    }

    @Test(arguments: ["no-logo.pem", "other-name.pem", "wrong-hash.pem", "logo.svg"])
    func failsWithoutAGoodCertificate(file: String) throws {
        let result = try finish(evidence: bytes(file), indicator: bytes("logo.svg"))
        #expect(result.word == .fail)
        #expect(result.authority == .fail)
        guard case .evidence = result.reason else {
            Issue.record("\(result)")
            return
        }
    }

    @Test func failsWithABadLogoInside() throws {
        let bad = try finish(evidence: bytes("bad-logo.pem"))
        guard case .indicator(.profile(let findings)) = bad.reason else {
            Issue.record("\(bad)")
            return
        }
        #expect(findings.map(\.rule) == [.element("script")])
        guard case .indicator(.packing) = try finish(evidence: bytes("bomb.pem")).reason else {
            Issue.record("a logo that expands to a megabyte is none")
            return
        }
    }

    @Test func wantsEvidenceWhereTheReceiverDoes() throws {
        let without = try finish(
            evidence: .notTried, indicator: bytes("logo.svg"), hasEvidence: false)
        #expect(without.reason == .evidenceMissing)
        let lenient = try finish(
            evidence: .notTried, indicator: bytes("logo.svgz"), hasEvidence: false,
            needsEvidence: false)
        #expect(lenient.word == .pass)
        #expect(lenient.authority == .none)
    }

    @Test func tellsFailuresApart() throws {
        let later = try finish(evidence: .temporaryFailure(reason: "timeout"))
        #expect(later.word == .temperror)
        let gone = try finish(evidence: .failed(reason: "status 404"))
        #expect(gone.word == .fail)
        #expect(gone.step.outcome == "fail: not fetched: status 404")
    }

    // MARK: The beginning

    private func begin(
        _ text: String, qualification: BIMIQualification = qualification, fails: Bool = false
    ) async throws -> BIMIResult.Word? {
        var resolver = StaticResolver()
        let name = DNSName("default._bimi.example.com")
        if !text.isEmpty { resolver.insert(DNSRecord(name, .text(text))) }
        if fails { resolver.fail(name) }
        let beginning = try await evaluation().begin(
            Self.query, qualification, resolver: resolver)
        if case .ended(let result) = beginning { return result.word }
        return nil
    }

    @Test func beginsWithQualificationAndRecord() async throws {
        #expect(try await begin("v=BIMI1; l=https://x/") == nil)
        #expect(try await begin("v=BIMI1; l=; a=;") == .declined)
        #expect(try await begin("v=BIMI1; l=x") == .fail)
        #expect(try await begin("") == BIMIResult.Word.none)
        #expect(try await begin("", fails: true) == .temperror)
        var unqualified = Self.qualification
        unqualified.passesDMARC = false
        #expect(try await begin("v=BIMI1; l=https://x/", qualification: unqualified) == .skipped)
    }
}
