import DNS
import MailAuth
import MailTypes
import Testing

@testable import WaxwingCLI

@Suite struct RecordReviewTests {
    @Test(arguments: [
        ("v=spf1 mx -all", true, 0),
        ("v=spf1 ip4:192.0.2.1", true, 1),
        ("v=spf1 +all", true, 1),
        ("v=spf1 -all a", true, 1),
        ("v=spf1 redirect=example.com", true, 0),
        ("v=spf1 ptr redirect=example.com -all", true, 2),
        ("v=spf1 a a a a a a a a a a a -all", true, 1),
        ("v=spf1 x=y -all", true, 1),
        ("v=spf1 ip4:192.0.2.300", false, 1),
        ("v=spf1 foo", false, 1),
        ("", false, 1),
    ])
    func saysWhatIsWrongWithAnSPFRecord(text: String, isUsable: Bool, findingCount: Int) {
        let review = SPFRecordReview(Array(text.utf8))
        #expect(review.isUsable == isUsable)
        #expect(review.findings.count == findingCount, "\(review.findings)")
    }

    @Test(arguments: [
        ("v=DMARC1; p=reject; rua=mailto:a@example.com", true, 0),
        ("v=DMARC1; p=reject", true, 1),
        ("v=DMARC1; p=x; rua=mailto:a@example.com", false, 2),
        ("v=DMARC1; p=reject; t=y; pct=3; rua=mailto:a@example.com", true, 2),
    ])
    func saysWhatIsWrongWithADMARCRecord(text: String, isUsable: Bool, findingCount: Int) throws {
        let review = DMARCRecordReview(try #require(DMARCRecord(parsing: Array(text.utf8))))
        #expect(review.isUsable == isUsable)
        #expect(review.findings.count == findingCount, "\(review.findings)")
    }

    @Test(arguments: [
        ("v=TLSRPTv1; rua=mailto:a@example.com", true, 0),
        ("v=TLSRPTv1; rua=ftp://example.com/", true, 1),
        ("v=TLSRPTv1; rua=", false, 1),
    ])
    func saysWhatIsWrongWithATLSRPTRecord(text: String, isUsable: Bool, findingCount: Int) {
        let review = TLSRPTRecordReview(Array(text.utf8))
        #expect(review.isUsable == isUsable)
        #expect(review.findings.count == findingCount, "\(review.findings)")
    }

    @Test func namesTheLineOfAMistakeInAPolicy() {
        let file = Array("version: STSv1\r\nmode: on\r\n".utf8)
        let report = MTASTSPolicyReport(name: "policy", file: file, hosts: [])
        #expect(report.status == .problem)
        #expect(
            report.text.flatMap { $0.lines(width: nil) }.last?.plainText.contains("line 2") == true)
    }

    @Test(arguments: [
        ("mx.example.com", CommandStatus.success), ("mx.example.net", .problem),
        ("a.b.example.com", .problem),
    ])
    func checksHostsAgainstAPolicy(host: String, status: CommandStatus) throws {
        let file = Array("version: STSv1\nmode: testing\nmx: *.example.com\nmax_age: 604800\n".utf8)
        let report = MTASTSPolicyReport(
            name: "policy", file: file, hosts: [try DNSName(parsing: host)])
        #expect(report.status == status)
    }
}

@Suite struct PolicyArgumentTests {
    @Test(arguments: [
        (
            #"{"ip": "192.0.2.1", "mail_from": "a@example.com", "helo": "x.example"}"#, "mailfrom",
            "example.com"
        ),
        (#"{"ip": "192.0.2.1", "mail_from": "", "helo": "x.example"}"#, "mailfrom", "x.example"),
        (#"{"ip": "2001:db8::1", "helo": "x.example"}"#, "helo", "x.example"),
        (#"{"ip": "2001:db8::1", "mail_from": null, "helo": "x.example"}"#, "helo", "x.example"),
    ])
    func readsALineOfABatch(line: String, identity: String, domain: String) throws {
        let request = try SPFBatch.request(Array(line.utf8)).get()
        #expect(request.identity.rawValue == identity)
        #expect(request.domain == domain)
    }

    @Test(arguments: ["", "x", "[]", "{}", #"{"ip": 1, "helo": "x"}"#, #"{"ip": "192.0.2.1"}"#])
    func refusesALineThatIsNoClient(line: String) {
        #expect(throws: InputError.self) { try SPFBatch.request(Array(line.utf8)).get() }
    }

    @Test(
        arguments: [
            ("pass:example.com", nil), ("fail:example.com:s1", "s1"),
        ] as [(String, String?)])
    func readsTheResultOfAMechanism(text: String, selector: String?) throws {
        let argument = try #require(MechanismArgument(argument: text))
        #expect(argument.domain.text == "example.com")
        #expect(argument.selector == selector)
    }

    @Test(arguments: ["", "pass", "pass:", "maybe:example.com", "pass:example.com:a:b"])
    func refusesWhatIsNoResult(text: String) {
        #expect(MechanismArgument(argument: text) == nil)
    }
}

@Suite struct DANEReportTests {
    private static let record = """
        mx.example.com. A 192.0.2.1
        _25._tcp.mx.example.com. TLSA 3 1 1 \(String(repeating: "00", count: 32))
        """

    @Test(arguments: [true, false])
    func countsOnlyWhatIsSecure(isSecure: Bool) async throws {
        var resolver = try StaticResolver(zoneFile: Self.record)
        if isSecure { resolver.secure("example.com") }
        let lookup = await DANELookup.lookUp("mx.example.com", resolver: resolver)
        let report = DANEReport(host: "mx.example.com", port: 25, lookup: lookup, verdict: nil)
        #expect(report.status == (isSecure ? .success : .problem))
    }

    @Test func failsWhereNoRecordNamesTheCertificate() async throws {
        var resolver = try StaticResolver(zoneFile: Self.record)
        resolver.secure("example.com")
        let lookup = await DANELookup.lookUp("mx.example.com", resolver: resolver)
        let report = DANEReport(
            host: "mx.example.com", port: 25, lookup: lookup, verdict: .fail(.noMatch, depth: nil))
        #expect(report.status == .problem)
    }
}
