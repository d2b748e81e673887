import BIMI
import MailTypes
import Testing

@Suite struct BIMIRecordTests {
    private func record(_ text: String) throws(BIMIRecordError) -> BIMIRecord {
        try BIMIRecord(parsing: Array(text.utf8))
    }

    private static let logo = "https://example.com/logo.svg"

    @Test(arguments: [
        ("v=BIMI1; l=\(logo)", BIMIRecord(location: logo)),
        ("v=BIMI1;l=\(logo);a=;", BIMIRecord(location: logo)),
        (" v = BIMI1 ; l = \(logo) ; a = \(logo) ;", BIMIRecord(location: logo, evidence: logo)),
        ("v=BIMI1; a=\(logo); l=", BIMIRecord(evidence: logo)),
        ("v=BIMI1; l=; a=;", BIMIRecord()),
        ("v=BIMI1; l=", BIMIRecord()),
        (
            "v=BIMI1; l=\(logo); avp=personal",
            BIMIRecord(location: logo, avatarPreference: .personal)
        ),
        ("v=BIMI1; l=\(logo); avp=other; x=y", BIMIRecord(location: logo)),
        ("v=BIMI1; l=\(logo); lps=", BIMIRecord(location: logo, localPartPrefixes: [])),
        (
            "v=BIMI1; l=\(logo); lps=News , sales-1",
            BIMIRecord(location: logo, localPartPrefixes: ["news", "sales-1"])
        ),
        ("v=BIMI1; l=HTTPS://x/%2C", BIMIRecord(location: "HTTPS://x/%2C")),
    ])
    func reads(text: String, expected: BIMIRecord) throws {
        #expect(try record(text) == expected)
        #expect(try record(expected.formatted) == expected)
    }

    @Test(arguments: [
        ("v=bimi1; l=\(logo)", BIMIRecordError.version),
        ("V=BIMI1; l=\(logo)", .version),
        ("v=BIMI10; l=\(logo)", .version),
        ("l=\(logo); v=BIMI1", .version),
        ("l=\(logo)", .version),
        ("v=BIMI1", .locationMissing),
        ("v=BIMI1; a=\(logo)", .locationMissing),
        ("v=BIMI1; l=http://x/y", .uri(tag: "l", value: "http://x/y")),
        ("v=BIMI1; l=https:x", .uri(tag: "l", value: "https:x")),
        ("v=BIMI1; l=https://u@x/", .uri(tag: "l", value: "https://u@x/")),
        ("v=BIMI1; l=https://x/a b", .uri(tag: "l", value: "https://x/a b")),
        ("v=BIMI1; l=https://x/,https://y/", .uri(tag: "l", value: "https://x/,https://y/")),
        ("v=BIMI1; l=; a=data:x", .uri(tag: "a", value: "data:x")),
        ("v=BIMI1; l=; lps=a_b", .localPartPrefixes),
        ("v=BIMI1; l=; lps=a,,b", .localPartPrefixes),
    ])
    func refuses(text: String, error: BIMIRecordError) {
        #expect(throws: error) { try record(text) }
    }

    @Test(arguments: ["", ";", "v=BIMI1; l=; l=", "v=BIMI1;; l=", "v=BIMI1; l", "v=BIMI1; 1=x"])
    func refusesBrokenLists(text: String) {
        #expect(throws: BIMIRecordError.self) { try record(text) }
    }

    @Test func tellsDeclination() throws {
        #expect(try record("v=BIMI1; l=; a=;").isDeclination)
        #expect(try !record("v=BIMI1; l=; a=https://x/").isDeclination)
    }
}

@Suite struct BIMISelectorTests {
    @Test(arguments: [
        ("v=BIMI1; s=brand", "brand"), (" v=BIMI1;\r\n s=Brand.x;", "brand.x"),
        ("v=BIMI1; s=a; t=u", "a"),
    ])
    func readsFields(body: String, selector: String) throws {
        let read = try BIMISelector(parsingField: Array(body.utf8)[...])
        #expect(read.text == selector)
        #expect(try BIMISelector(parsingField: Array(read.formattedField.utf8)[...]) == read)
    }

    @Test(arguments: [
        "", "s=a; v=BIMI1", "v=bimi1; s=a", "v=BIMI1", "v=BIMI1; s=", "v=BIMI1; s=a b;c",
    ])
    func refusesFields(body: String) {
        #expect(throws: BIMIRecordError.self) {
            try BIMISelector(parsingField: Array(body.utf8)[...])
        }
    }

    @Test(
        arguments: [
            ("News_Letter.01+x", [], "news-letter-01"), ("a..b__c", [], "a-b-c"),
            (".a.", [], "a"), ("news", ["new"], "news"), ("news", ["sales"], nil),
            ("+x", [], nil), ("___", [], nil), ("é", [], nil), ("a b", [], nil),
            (String(repeating: "a", count: 64), [], nil),
        ] as [(String, [String], String?)])
    func makesSelectorsOfLocalParts(localPart: String, prefixes: [String], expected: String?) {
        #expect(BIMISelector(localPart: localPart, prefixes: prefixes)?.text == expected)
    }
}

@Suite struct BIMIQualificationTests {
    private typealias Policy = BIMIQualification.DomainPolicy

    private func refusal(
        _ author: BIMIQualification.DomainPolicy?, _ organization: BIMIQualification.DomainPolicy?
    ) -> BIMIQualification.Refusal? {
        BIMIQualification(
            passesDMARC: true, authorPolicy: author, organizationalPolicy: organization
        ).refusal
    }

    @Test func wantsPoliciesThatAreEnforced() {
        #expect(refusal(nil, Policy(policy: .reject)) == nil)
        #expect(refusal(nil, Policy(policy: .quarantine)) == nil)
        #expect(refusal(nil, Policy(policy: .quarantine, percentage: 100)) == nil)
        #expect(refusal(nil, Policy(policy: .reject, percentage: 10)) == nil)
        #expect(refusal(nil, Policy(policy: .quarantine, percentage: 99)) == .partialQuarantine)
        #expect(refusal(nil, Policy(policy: .none)) == .policyNone)
        #expect(
            refusal(nil, Policy(policy: .reject, subdomainPolicy: Policy(policy: .none).policy))
                == .subdomainPolicyNone)
        #expect(refusal(nil, Policy(policy: .reject, isTesting: true)) == .testing)
        #expect(refusal(nil, nil) == .policyMissing)
    }

    @Test func looksAtBothRecords() {
        #expect(refusal(Policy(policy: .reject), Policy(policy: .none)) == .policyNone)
        #expect(refusal(Policy(policy: .none), Policy(policy: .reject)) == .policyNone)
        #expect(refusal(Policy(policy: .reject), Policy(policy: .quarantine)) == nil)
    }

    @Test func wantsOneAuthorAndDMARC() {
        let policy = Policy(policy: .reject)
        #expect(
            BIMIQualification(
                passesDMARC: false, authorPolicy: policy, organizationalPolicy: policy
            ).refusal == .dmarcNotPassed)
        #expect(
            BIMIQualification(
                hasSoleAuthor: false, passesDMARC: true, authorPolicy: policy,
                organizationalPolicy: policy
            ).refusal == .severalAuthors)
    }
}
