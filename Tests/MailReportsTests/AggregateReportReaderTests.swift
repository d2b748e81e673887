import MailTypes
import Testing

@testable import MailReports

/// A report of RFC 9990 with what its test puts in.
func aggregateXML(
    feedback: String = "<feedback xmlns=\"urn:ietf:params:xml:ns:dmarc-2.0\">",
    metadata: String = """
    <org_name>Reporter</org_name><email>dmarc@reporter.example</email>
    <report_id>id-1</report_id><date_range><begin>1700000000</begin><end>1700086399</end></date_range>
    """,
    policy: String = "<domain>example.com</domain><p>reject</p>",
    records: String = aggregateRecordXML()
) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    \(feedback)<version>1.0</version>
    <report_metadata>\(metadata)</report_metadata>
    <policy_published>\(policy)</policy_published>
    \(records)
    </feedback>
    """
}

func aggregateRecordXML(
    source: String = "192.0.2.1", count: String = "2",
    evaluation: String = "<disposition>none</disposition><dkim>pass</dkim><spf>fail</spf>",
    identifiers: String = "<header_from>example.com</header_from>",
    results: String = """
    <dkim><domain>example.com</domain><selector>s</selector><result>pass</result></dkim>
    <spf><domain>b.example.net</domain><scope>mfrom</scope><result>softfail</result></spf>
    """
) -> String {
    """
    <record><row><source_ip>\(source)</source_ip><count>\(count)</count>
    <policy_evaluated>\(evaluation)</policy_evaluated></row>
    <identifiers>\(identifiers)</identifiers><auth_results>\(results)</auth_results></record>
    """
}

private func read(
    _ xml: String, limits: AggregateReportLimits = .init()
) throws(AggregateReportError) -> (reading: AggregateReading, records: [AggregateRecord]) {
    try AggregateReportReader.read(Array(xml.utf8)[...], limits: limits)
}

private func kinds(_ reading: AggregateReading) -> [ReportRepair.Kind] {
    reading.repairs.map(\.kind)
}

@Suite struct AggregateReportReaderTests {
    @Test func readsHeadAndRecords() throws {
        let (reading, records) = try read(
            aggregateXML(
                metadata: """
                    <org_name>Reporter &amp; Co</org_name><email>a@b.example</email>
                    <extra_contact_info lang="en">call us</extra_contact_info>
                    <report_id>id-1</report_id>
                    <date_range><begin> 1700000000 </begin><end>1700086399</end></date_range>
                    <error>one</error><generator>G 1</generator>
                    """,
                policy: """
                    <domain>example.com</domain><p>reject</p><sp>quarantine</sp><np>none</np>
                    <adkim>s</adkim><aspf>r</aspf><discovery_method>treewalk</discovery_method>
                    <fo>1:d</fo><testing>y</testing>
                    """,
                records: aggregateRecordXML(
                    source: "2001:db8::1",
                    evaluation: """
                        <disposition>pass</disposition><dkim>pass</dkim><spf>fail</spf>
                        <reason><type>mailing_list</type><comment>a list</comment></reason>
                        <reason><type>policy_test_mode</type></reason>
                        """,
                    identifiers: """
                        <header_from>mail.example.com</header_from><envelope_from></envelope_from>
                        <envelope_to>reporter.example</envelope_to>
                        """)))
        #expect(
            reading.report
                == AggregateReport(
                    metadata: .init(
                        organization: "Reporter & Co", email: "a@b.example",
                        extraContactInfo: "call us", reportID: "id-1",
                        begin: UnixTime(seconds: 1_700_000_000),
                        end: UnixTime(seconds: 1_700_086_399), errors: ["one"], generator: "G 1"),
                    policy: .init(
                        domain: "example.com", policy: .reject, subdomainPolicy: .quarantine,
                        nonexistentSubdomainPolicy: AggregateReport.Policy.none,
                        dkimAlignment: .strict, spfAlignment: .relaxed, discoveryMethod: .treeWalk,
                        failureOptions: "1:d", isTesting: true)))
        #expect(
            records == [
                AggregateRecord(
                    sourceIP: IPAddress(parsing: "2001:db8::1"), count: 2,
                    evaluation: .init(
                        disposition: .pass, dkim: .pass, spf: .fail,
                        reasons: [
                            .init(.mailingList, comment: "a list"), .init(.policyTestMode),
                        ]),
                    identifiers: .init(
                        authorDomain: "mail.example.com", mailFromDomain: "",
                        recipientDomain: "reporter.example"),
                    dkim: [.init(domain: "example.com", selector: "s", result: .pass)],
                    spf: [.init(domain: "b.example.net", result: .softfail)])
            ])
        #expect(reading.recordCount == 1 && reading.messageCount == 2 && reading.repairs == [])
    }

    @Test(arguments: [
        ("<feedback>", AggregateReport.Namespace.none, []),
        ("<feedback xmlns=\"http://dmarc.org/dmarc-xml/0.1\">", .rfc7489, []),
        (
            "<feedback xmlns=\"http://dmarc.org/dmarc-xml/0.2\">",
            .other("http://dmarc.org/dmarc-xml/0.2"), [ReportRepair.Kind.foreignNamespace]
        ),
    ])
    func readsEachNamespace(
        feedback: String, namespace: AggregateReport.Namespace, repairs: [ReportRepair.Kind]
    ) throws {
        let (reading, records) = try read(aggregateXML(feedback: feedback))
        #expect(reading.report.namespace == namespace && kinds(reading) == repairs)
        #expect(records.count == 1)
    }

    @Test func readsAnyPrefix() throws {
        let xml = aggregateXML().replacing("</", with: "</d:")
            .replacing(/<([a-z])/, with: { "<d:\($0.output.1)" })
            .replacing("xmlns=", with: "xmlns:d=")
        let (reading, records) = try read(xml)
        #expect(reading.report.namespace == .rfc9990 && records.count == 1)
        #expect(records.first == (try read(aggregateXML())).records.first)
    }

    @Test func extensionsArePassedOver() throws {
        let (reading, records) = try read(
            aggregateXML(
                records: "<extension><x><domain>evil.example</domain></x></extension>"
                    + aggregateRecordXML().replacing(
                        "</record>",
                        with: "<e:x xmlns:e='u'><count>9</count></e:x></record>")))
        #expect(reading.report.policy.domain == "example.com" && records[0].count == 2)
        #expect(reading.repairs == [])
    }

    @Test func recordsComeBeforeTheReportEnds() throws {
        var seen: [String] = []
        var reader = AggregateReportReader { report, record in
            seen.append("\(report.policy.domain) \(record.count)")
        }
        let start = Array(aggregateXML().utf8).dropLast("</feedback>".utf8.count)
        try reader.read(start)
        // The XML reader works on blocks.
        try reader.read(Array(repeating: 0x20, count: 1 << 16)[...])
        #expect(seen == ["example.com 2"])
        try reader.read(Array("</feedback>".utf8)[...])
        #expect(try reader.finish().recordCount == 1)
    }

    @Test(arguments: [1, 3, 64, 1000])
    func piecesMakeNoDifference(size: Int) throws {
        let bytes = Array(aggregateXML(records: aggregateRecordXML() + aggregateRecordXML()).utf8)
        let whole = try AggregateReportReader.read(bytes[...])
        var records: [AggregateRecord] = []
        var reader = AggregateReportReader { records.append($1) }
        for start in stride(from: 0, to: bytes.count, by: size) {
            try reader.read(bytes[start..<min(start + size, bytes.count)])
        }
        let reading = try reader.finish()
        #expect(reading == whole.reading && records == whole.records)
    }
}

/// What real reporters break, and how it is read.
@Suite struct AggregateRepairTests {
    @Test func capitalLettersCount() throws {
        let (reading, records) = try read(
            aggregateXML(
                policy: "<domain>example.com</domain><p>Reject</p>",
                records: aggregateRecordXML(
                    evaluation:
                        "<disposition>None</disposition><dkim>Pass</dkim><spf>FAIL</spf>")))
        #expect(reading.report.policy.policy == .reject)
        #expect(records[0].evaluation == .init(disposition: .none, dkim: .pass, spf: .fail))
        #expect(
            reading.repairs == [ReportRepair(.letterCase, count: 4, example: "p: Reject")])
    }

    @Test func unlistedValuesAreKept() throws {
        let (reading, records) = try read(
            aggregateXML(
                records: aggregateRecordXML(
                    results: """
                        <spf><domain>a.example</domain><scope>pra</scope><result>hardfail</result></spf>
                        """)))
        #expect(
            records[0].spf == [
                .init(domain: "a.example", scope: .other("pra"), result: .other("hardfail"))
            ])
        #expect(kinds(reading) == [.unlistedValue] && reading.repairs[0].count == 2)
    }

    @Test(arguments: [
        ("0", 0, []), ("1000000000", 1_000_000_000, []), (" 7\n", 7, []),
        ("-1", 0, [ReportRepair.Kind.badNumber]), ("18446744073709551616", 0, [.badNumber]),
        ("9999999999999", 0, [.badNumber]), ("1e9", 0, [.badNumber]), ("", 0, [.badNumber]),
        ("٣", 0, [.badNumber]), ("0x10", 0, [.badNumber]),
    ])
    func countsAreNumbers(text: String, count: Int, repairs: [ReportRepair.Kind]) throws {
        let (reading, records) = try read(
            aggregateXML(records: aggregateRecordXML(count: text) + aggregateRecordXML()))
        #expect(records.map(\.count) == [count, 2] && reading.messageCount == count + 2)
        #expect(kinds(reading) == repairs)
    }

    @Test(arguments: [
        ("192.0.2.1", "192.0.2.1"), ("::ffff:192.0.2.1", "192.0.2.1"), ("0.0.0.0", "0.0.0.0"),
        ("255.255.255.255", "255.255.255.255"), ("2001:db8::1", "2001:db8::1"),
        ("192.0.2.256", nil), ("192.0.2.01", nil), ("192.0.2", nil), ("192.0.2.1.1", nil),
        ("192..2.1", nil), ("192.0.2.", nil), ("mail.example", nil), ("1:2", nil), ("", nil),
        (String(repeating: "1", count: 4000), nil),
    ])
    func addressesAreAddresses(text: String, address: String?) throws {
        let (reading, records) = try read(aggregateXML(records: aggregateRecordXML(source: text)))
        #expect(records[0].sourceIP?.description == address)
        #expect(kinds(reading) == (address == nil ? [.badAddress] : []))
    }

    @Test func missingElementsAreNamed() throws {
        let (reading, records) = try read(
            aggregateXML(
                metadata: "<email>a@b.example</email>", records: "<record><row/></record>"))
        #expect(records == [.empty])
        #expect(kinds(reading) == [.missing])
        #expect(reading.repairs[0].example == "source_ip" && reading.repairs[0].count == 9)
        let old = try read(
            aggregateXML(feedback: "<feedback>").replacing("<version>1.0</version>", with: ""))
        #expect(old.reading.repairs == [ReportRepair(.missing, example: "version")])
        let new = try read(aggregateXML().replacing("<version>1.0</version>", with: ""))
        #expect(new.reading.repairs == [] && new.reading.report.version == nil)
        let noSelector = try read(aggregateXML().replacing("<selector>s</selector>", with: ""))
        #expect(kinds(noSelector.reading) == [.missing])
    }

    @Test func periodsEndAfterTheyBegin() throws {
        for range in ["<begin>2</begin><end>1</end>", "<begin>2</begin><end>soon</end>"] {
            let (reading, _) = try read(
                aggregateXML(
                    metadata: """
                        <org_name>o</org_name><email>e</email><report_id>i</report_id>
                        <date_range>\(range)</date_range>
                        """))
            #expect(kinds(reading).first == .badPeriod)
        }
    }

    @Test func brokenXMLIsReadAroundTheBreak() throws {
        let address = aggregateXML().replacing(
            "<email>dmarc@reporter.example</email>",
            with: "<email><dmarc@reporter.example></email>")
        let cut = String(
            aggregateXML().dropLast("</spf></auth_results></record>\n</feedback>".count))
        let schema = aggregateXML().replacing(
            "<feedback", with: "<xs:schema xmlns:xs=\"u\" targetNamespace=\"v\"><feedback")
        for (xml, kind) in [
            (address, ReportRepair.Kind.malformed), (cut, .malformed), (schema, .misplaced),
            (
                aggregateXML().replacing("</record>", with: "").replacing(
                    "fail<", with: "fail & <"),
                .malformed
            ),
        ] {
            let (reading, records) = try read(xml)
            #expect(records.count == 1 && records.first?.count == 2)
            #expect(records.first?.identifiers.authorDomain == "example.com")
            #expect(kinds(reading).contains(kind), "\(xml)")
        }
    }

    @Test func bytesThatAreNoTextAreReadAsLatin1() throws {
        var bytes = Array(aggregateXML(records: aggregateRecordXML(results: "")).utf8)
        let index = try #require(bytes.firstIndex(of: UInt8(ascii: "R")))
        bytes[index] = 0xE9
        let (reading, records) = try AggregateReportReader.read(bytes[...])
        #expect(kinds(reading).contains(.malformed) && records.count == 1)
    }

    @Test func reportsThatLieAboutTheirDomainAreMarked() throws {
        let records = ["example.com", "EXAMPLE.com.", "a.b.example.com", "badexample.com", "com"]
        let xml = records.map {
            aggregateRecordXML(identifiers: "<header_from>\($0)</header_from>")
        }.joined()
        let (reading, _) = try read(aggregateXML(records: xml))
        #expect(
            reading.repairs
                == [ReportRepair(.foreignAuthorDomain, count: 2, example: "badexample.com")])
    }

    @Test func emptyReasonsAreNone() throws {
        let (reading, records) = try read(
            aggregateXML(
                records: aggregateRecordXML(
                    evaluation: """
                        <disposition>none</disposition><dkim>pass</dkim><spf>fail</spf>
                        <reason><type></type><comment></comment></reason><reason/>
                        """)))
        #expect(records[0].evaluation.reasons == [] && reading.repairs == [])
    }
}

/// Reports that are meant to hurt, and what becomes of each.
@Suite struct HostileAggregateReportTests {
    @Test(arguments: [
        ("", AggregateReportError.noReport), ("   ", .noReport), ("<a/>", .noReport),
        ("<feedback/>", .noPolicyDomain),
        ("<feedback><policy_published><p>none</p></policy_published></feedback>", .noPolicyDomain),
        ("<!DOCTYPE feedback SYSTEM \"file:///etc/passwd\"><feedback/>", .documentType),
        (
            "<!DOCTYPE f [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><feedback>&b;</feedback>",
            .documentType
        ),
    ])
    func refuses(xml: String, error: AggregateReportError) {
        #expect(throws: error) { try read(xml) }
    }

    @Test func textThatIsNoXMLIsRefused() {
        for text in ["hello", "{\"a\":1}", "<html><body>x</body></html>", "<feed\u{0}back/>"] {
            #expect(throws: AggregateReportError.self) { try read(text) }
        }
    }

    @Test func deepNestingIsRefused() {
        let deep = String(repeating: "<a>", count: 100_000)
        #expect(throws: AggregateReportError.self) { try read(aggregateXML(records: deep)) }
        // Records that are never closed nest as well.
        let records = String(repeating: "<record><row><count>1</count></row>", count: 100)
        #expect(throws: AggregateReportError.self) { try read(aggregateXML(records: records)) }
    }

    @Test func longTextsAreCutOrRefused() throws {
        let long = String(repeating: "x", count: 100_000)
        let (reading, records) = try read(
            aggregateXML(
                records: aggregateRecordXML(identifiers: "<header_from>\(long)</header_from>")))
        #expect(records[0].identifiers.authorDomain.utf8.count == 4096)
        #expect(kinds(reading) == [.longText, .foreignAuthorDomain])
        #expect(reading.repairs.allSatisfy { $0.example.utf8.count <= 120 })
        let huge = String(repeating: "x", count: 3 << 20)
        #expect(throws: AggregateReportError.self) {
            try read(
                aggregateXML(
                    records: aggregateRecordXML(identifiers: "<header_from>\(huge)</header_from>")))
        }
    }

    @Test func valuesOfARecordAreBounded() throws {
        let signature = "<dkim><domain>a</domain><selector>s</selector><result>fail</result></dkim>"
        let reason = "<reason><type>other</type></reason>"
        let (reading, records) = try read(
            aggregateXML(
                records: aggregateRecordXML(
                    evaluation: "<disposition>none</disposition><dkim>fail</dkim><spf>fail</spf>"
                        + String(repeating: reason, count: 150),
                    results: String(repeating: signature, count: 150)
                        + String(
                            repeating: "<spf><domain>a</domain><result>fail</result></spf>",
                            count: 150))))
        #expect(records[0].dkim.count == 100 && records[0].spf.count == 100)
        #expect(records[0].evaluation.reasons.count == 100)
        #expect(reading.repairs == [ReportRepair(.tooMany, count: 150, example: "reason")])
    }

    @Test func recordsAreBounded() throws {
        var limits = AggregateReportLimits()
        limits.recordLimit = 3
        let records = { String(repeating: aggregateRecordXML(), count: $0) }
        #expect(try read(aggregateXML(records: records(3)), limits: limits).records.count == 3)
        #expect(throws: AggregateReportError.tooManyRecords) {
            try read(aggregateXML(records: records(4)), limits: limits)
        }
    }

    @Test func sumsDoNotOverflow() throws {
        var limits = AggregateReportLimits()
        limits.countLimit = .max
        let (reading, _) = try read(
            aggregateXML(
                records: String(
                    repeating: aggregateRecordXML(count: "999999999999999999"), count: 20)),
            limits: limits)
        #expect(reading.messageCount == .max)
    }

    @Test func mutatedReportsNeverTrap() {
        var generator = SplitMix(state: 3)
        let whole = Array(aggregateXML(records: aggregateRecordXML() + aggregateRecordXML()).utf8)
        for _ in 0..<2000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let index = Int.random(in: 0..<bytes.count, using: &generator)
                if Bool.random(using: &generator) {
                    bytes[index] = UInt8.random(in: 0...255, using: &generator)
                } else {
                    bytes.removeSubrange(index..<min(bytes.count, index + 20))
                }
            }
            _ = try? AggregateReportReader.read(bytes[...])
        }
    }
}

struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
