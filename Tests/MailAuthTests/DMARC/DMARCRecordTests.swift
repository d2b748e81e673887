import MailTypes
import Testing

@testable import MailAuth

@Suite struct DMARCRecordTests {
    private func record(_ text: String) throws -> DMARCRecord {
        try #require(DMARCRecord(parsing: text.bytes))
    }

    @Test(arguments: [
        "", "v=", "v=DMARC1 p=none", "v=dmarc1; p=none", "v=DMARC12; p=none", "v=DMARC1x",
        "p=none; v=DMARC1", " v=DMARC1; p=none", "v=spf1 -all", "vv=DMARC1; p=none",
        "v:DMARC1; p=none", "v=\r\nDMARC1",
    ])
    func passesOverOtherRecords(text: String) {
        #expect(DMARCRecord(parsing: text.bytes) == nil)
    }

    @Test(arguments: [
        ("v=DMARC1; p=reject", DMARCPolicy.reject),
        ("V = DMARC1 ; P\t=\tReJect ;", .reject),
        ("v=DMARC1;rua=mailto:a@b.example;p=quarantine", .quarantine),  // in any order
        ("v=DMARC1; pct=0; p=none;;;; x=1", DMARCPolicy.none),
        ("v=DMARC1", nil), ("v=DMARC1;", nil), ("v=DMARC1; p=", nil), ("v=DMARC1; p=rejct", nil),
        ("v=DMARC1; p=reject; p=reject", nil),  // twice, so neither
    ])
    func readsPolicy(text: String, policy: DMARCPolicy?) throws {
        #expect(try record(text).policy == policy)
    }

    @Test func brokenOptionalTagsAreDefaults() throws {
        let record = try record(
            "v=DMARC1; p=reject; adkim=x; aspf=strict; t=yes; psd=maybe; fo=0:1; ruf=mailto:a@b.example"
        )
        #expect(record.dkimAlignment == .relaxed)
        #expect(record.spfAlignment == .relaxed)
        #expect(!record.isTesting)
        #expect(record.publicSuffix == .unspecified)
        #expect(record.failureOptions == [.allFail])
        #expect(record.standing == .asPublished)
        #expect(
            Set(record.findings) == [
                .invalidValue(tag: "adkim", value: "x"),
                .invalidValue(tag: "aspf", value: "strict"),
                .invalidValue(tag: "t", value: "yes"), .invalidValue(tag: "psd", value: "maybe"),
                .invalidValue(tag: "fo", value: "0:1"),
            ])
    }

    // RFC 9989 §4.10.1
    @Test(arguments: [
        ("v=DMARC1; p=reject; sp=rejct; rua=mailto:a@b.example", DMARCRecord.Standing.asPolicyNone),
        ("v=DMARC1; p=reject; sp=rejct", .notApplied),
        ("v=DMARC1; p=reject; np=rejct", .notApplied),
        ("v=DMARC1; p=reject; sp=none; sp=reject", .notApplied),
        ("v=DMARC1; rua=mailto:a@b.example", .asPolicyNone),
        ("v=DMARC1; rua=nonsense", .notApplied),
        ("v=DMARC1; adkim=s", .notApplied),
        ("v=DMARC1; p=none; fo=nonsense", .asPublished),
    ])
    func policiesThatCannotBeReadNeedAnAddress(text: String, standing: DMARCRecord.Standing) throws
    {
        #expect(try record(text).standing == standing)
    }

    @Test(arguments: [
        ("v=DMARC1; p=none; pct=50", DMARCFinding.historicTag("pct", value: "50", wasValid: true)),
        ("v=DMARC1; p=none; pct=101", .historicTag("pct", value: "101", wasValid: false)),
        ("v=DMARC1; p=none; ri=-1", .historicTag("ri", value: "-1", wasValid: false)),
        ("v=DMARC1; p=none; rf=afrf", .historicTag("rf", value: "afrf", wasValid: true)),
        ("v=DMARC1; p=none; x=1", .unknownTag("x")),
        ("v=DMARC1; p=none; fo:0", .malformedTag("fo:0")),
        ("v=DMARC1; p=none; a@b=1", .malformedTag("a@b=1")),
        ("v=DMARC1; p=none; ; t=n", .emptyTag),
        ("v=DMARC1; p=none; t=y; t=n", .repeatedTag("t")),
        ("v=DMARC1; sp=none", .missingPolicy),
        ("v=DMARC1; p=none; fo=1", .failureOptionsWithoutAddress),
        ("v=DMARC1; p=none; rua=b.example", .invalidReportURI(tag: "rua", text: "b.example")),
        (
            "v=DMARC1; p=none; rua=https://b.example/r",
            .unsupportedScheme(tag: "rua", text: "https://b.example/r")
        ),
        (
            "v=DMARC1; p=none; ruf=mailto:a@b.example!1m",
            .obsoleteReportSize(tag: "ruf", text: "mailto:a@b.example!1m")
        ),
    ])
    func findsWhatToMend(text: String, finding: DMARCFinding) throws {
        let findings = try record(text).findings
        #expect(findings.contains(finding))
        #expect(!finding.description.isEmpty)
    }

    @Test func hasNothingToMendInAGoodRecord() throws {
        let text =
            "v=DMARC1; p=reject; sp=none; np=reject; psd=n; t=y; adkim=s; aspf=s; "
            + "rua=mailto:a@b.example,mailto:c@d.example; ruf=mailto:e@f.example; fo=1:d:s"
        let record = try record(text)
        #expect(record.findings.isEmpty)
        #expect(record.formatted == text)
    }

    @Test func boundsWhatItReads() throws {
        let many = "v=DMARC1; p=none" + (0..<5000).map { "; x\($0)=1" }.joined()
        #expect(DMARCRecord(parsing: many.bytes) == nil)  // too long
        let some = "v=DMARC1; p=none" + String(repeating: ";a=1", count: 3000)
        let record = try record(some)
        #expect(record.tags.count == DMARCRecord.tagCountLimit)
        #expect(record.findings.contains(.tooManyTags))
    }
}

@Suite struct DMARCReportURITests {
    @Test(
        arguments: [
            ("mailto:d@example.com", "d@example.com", "example.com", nil),
            ("MAILTO:d@example.com!10K", "d@example.com", "example.com", 10_240),
            ("mailto:d@example.com ! 2 g", "d@example.com", "example.com", 2_147_483_648),
            ("mailto:d%2Ce@example.com", nil, nil, nil),  // two addresses are none
            ("mailto:a%2Bb@example.com?subject=x", "a+b@example.com", "example.com", nil),
            ("https://u:p@h.example:8443/x?y!1m", nil, "h.example", 1_048_576),
            ("https://192.0.2.1/x", nil, nil, nil),
            (
                "mailto:d@example.com!999999999999999999999999t", "d@example.com", "example.com",
                .max
            ),
        ] as [(String, String?, String?, UInt64?)])
    func reads(text: String, mailbox: String?, host: String?, size: UInt64?) {
        let uri = DMARCReportURI(parsing: text)
        #expect(uri?.mailbox?.formatted == mailbox)
        #expect(uri?.host?.text == host)
        #expect(uri?.obsoleteSizeLimitInBytes == size)
    }

    @Test(arguments: [
        "", "bogus", "mailto:", "mailto:nobody", "mailto:@example.com", "mailto:a@b.example!",
        "mailto:a@b.example!10p", "mailto:a@b.example!1m!1m",
        "mailto:a@b.example%0d%0aBcc:x@y.example",
        "mailto:a@b.example%00", "mailto:a b@c.example", "mailto:a@[192.0.2.1]",
        "mailto:%zz@b.example",
        "1http://b.example", "mailto:ü@b.example",
    ])
    func refuses(text: String) {
        #expect(DMARCReportURI(parsing: text) == nil)
    }

    @Test func writesWhatItReads() throws {
        for text in ["a@b.example", "\"a,b!c\"@b.example", "a+b=c@b.example", "ä@b.example"] {
            let mailbox = try Mailbox(parsing: text)
            let uri = DMARCReportURI(mailbox: mailbox)
            #expect(DMARCReportURI(parsing: uri.text)?.mailbox == mailbox)
            let record = DMARCRecord(policy: .reject, aggregateReportURIs: [uri, uri])
            let read = DMARCRecord(parsing: record.formatted.bytes)
            #expect(read?.aggregateReportURIs.map(\.mailbox) == [mailbox, mailbox])
        }
    }
}
