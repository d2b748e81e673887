import Archives
import Foundation
import MailMessage
import MailTypes
import Testing

@testable import MailReports

/// A report with every element of RFC 9990.
let fullReport = AggregateReport(
    metadata: .init(
        organization: "Waxwing <&> \"Sons\"", email: "dmarc@waxwing.example",
        extraContactInfo: "https://waxwing.example/dmarc", reportID: "20231114.example.com@waxwing",
        begin: UnixTime(seconds: 1_700_000_000), end: UnixTime(seconds: 1_700_086_399),
        errors: ["a record was too long"], generator: "Waxwing/1.0"),
    policy: .init(
        domain: "example.com", policy: .quarantine, subdomainPolicy: .reject,
        nonexistentSubdomainPolicy: .reject, dkimAlignment: .strict, spfAlignment: .relaxed,
        discoveryMethod: .treeWalk, failureOptions: "1", isTesting: false))

let fullRecords = [
    AggregateRecord(
        sourceIP: IPAddress(parsing: "192.0.2.1"), count: 12,
        evaluation: .init(disposition: .pass, dkim: .pass, spf: .pass),
        identifiers: .init(
            authorDomain: "example.com", mailFromDomain: "b.example.com",
            recipientDomain: "waxwing.example"),
        dkim: [.init(domain: "example.com", selector: "s1", result: .pass)],
        spf: [.init(domain: "b.example.com", result: .pass, explanation: "ok")]),
    AggregateRecord(
        sourceIP: IPAddress(parsing: "2001:db8::25"), count: 1,
        evaluation: .init(
            disposition: .none, dkim: .fail, spf: .fail,
            reasons: [.init(.mailingList, comment: "a list & more"), .init(.unlisted)]),
        identifiers: .init(authorDomain: "m.example.com", mailFromDomain: ""),
        dkim: [
            .init(
                domain: "example.com", selector: "s1", result: .fail, explanation: "body hash"),
            .init(domain: "list.example", selector: "x", result: .pass),
        ]),
]

@Suite struct AggregateReportWriterTests {
    @Test func readsWhatIsWritten() throws {
        let xml = AggregateReportWriter.format(fullReport, records: fullRecords)
        let (reading, records) = try AggregateReportReader.read(xml[...])
        #expect(reading.report == fullReport && records == fullRecords && reading.repairs == [])
    }

    @Test func elementsStandInTheOrderOfTheSchema() {
        let xml = String(
            decoding: AggregateReportWriter.format(fullReport, records: fullRecords), as: UTF8.self)
        let names = xml.matches(of: /<([a-z_]+)/).map { String($0.output.1) }
        #expect(
            names.prefix(24) == [
                "feedback", "version", "report_metadata", "org_name", "email",
                "extra_contact_info", "report_id", "date_range", "begin", "end", "error",
                "generator", "policy_published", "domain", "p", "sp", "np", "adkim", "aspf",
                "discovery_method", "fo", "testing", "record", "row",
            ])
        let second = names.lastIndex(of: "record") ?? 0
        #expect(
            names[second...] == [
                "record", "row", "source_ip", "count", "policy_evaluated", "disposition", "dkim",
                "spf", "reason", "type", "comment", "reason", "type", "identifiers", "header_from",
                "envelope_from", "auth_results", "dkim", "domain", "selector", "result",
                "human_result", "dkim", "domain", "selector", "result",
            ])
        #expect(xml.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feedback xmlns="))
    }

    /// What was read from a report of RFC 7489, or of nobody, is made to fit RFC 9990.
    @Test func whatTheSchemaLacksIsNotWritten() throws {
        var report = fullReport
        report.namespace = .rfc7489
        report.version = "0.1"
        report.metadata.errors = ["one", "two"]
        report.policy.policy = .other("maybe")
        report.policy.subdomainPolicy = .other("x")
        report.policy.percentage = 50
        var record = fullRecords[0]
        record.count = -5
        record.evaluation = .init(
            disposition: .other("x"), dkim: .other("x"), spf: .other("x"),
            reasons: [.init(.forwarded), .init(.sampledOut), .init(.other("y"))])
        record.dkim = (0..<150).map {
            .init(domain: "d\($0)", selector: nil, result: $0 < 149 ? .other("z") : .pass)
        }
        record.spf = [
            .init(domain: "h", scope: .helo, result: .pass),
            .init(domain: "m", scope: nil, result: .other("hardfail")),
            .init(domain: "n", result: .pass),
        ]
        let xml = AggregateReportWriter.format(report, records: [record])
        let (reading, records) = try AggregateReportReader.read(xml[...])
        #expect(reading.report.namespace == .rfc9990 && reading.report.version == "1.0")
        #expect(reading.report.metadata.errors == ["one; two"])
        #expect(reading.report.policy.policy == .none)
        #expect(reading.report.policy.subdomainPolicy == nil)
        #expect(records[0].evaluation.reasons == .init(repeating: .init(.unlisted), count: 3))
        #expect(records[0].evaluation.dkim == .fail && records[0].count == 0)
        #expect(records[0].dkim.count == 100 && records[0].dkim[0].domain == "d149")
        #expect(records[0].spf == [.init(domain: "m", scope: nil, result: .permanentError)])
        #expect(reading.repairs == [])
    }

    @Test func textsCannotBreakOut() throws {
        var report = fullReport
        report.metadata.organization =
            "</org_name><policy_published><!--]]>&ü\u{0}\u{1B}\u{FFFE}\r\n"
        let xml = AggregateReportWriter.format(report, records: [])
        let (reading, _) = try AggregateReportReader.read(xml[...])
        #expect(
            reading.report.metadata.organization
                == "</org_name><policy_published><!--]]>&ü\u{FFFD}\u{FFFD}\u{FFFD}")
        #expect(reading.repairs == [ReportRepair(.empty)])
    }

    @Test func goesByMail() throws {
        let message = fullReport.mail(
            records: fullRecords,
            from: Address(mailbox: try Mailbox(parsing: "dmarc@waxwing.example")),
            to: try Mailbox(parsing: "rua@example.com"),
            submitter: try DomainName(parsing: "waxwing.example"),
            date: UnixTime(seconds: 1_700_090_000), messageID: "1@waxwing.example")
        var generator = SplitMix(state: 1)
        let bytes = try message.formatted(using: &generator)
        let read = try Message(parsing: bytes)
        #expect(
            read.subject
                == "Report Domain: example.com Submitter: waxwing.example "
                + "Report-ID: <20231114.example.com@waxwing>")
        #expect(read.headerSection["Auto-Submitted"] == "auto-generated")
        let part = try #require(read.parts.attachments.first)
        #expect(part.contentType.mediaType == "application/gzip")
        #expect(
            part.filename
                == "waxwing.example!example.com!1700000000!1700086399!20231114examplecomwaxwing.xml.gz"
        )
        var records: [AggregateRecord] = []
        let file = ReportFile.read(bytes) { records.append($1) }
        guard case .aggregate(let reading)? = file.reports.first else {
            Issue.record("\(file.failures)")
            return
        }
        #expect(reading.report == fullReport && reading.repairs == [] && records == fullRecords)
        #expect(file.message == read)
    }

    /// Reports for other programs to read: `Tests/Peers/test_reports.py` says where.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["REPORT_SAMPLES"] != nil))
    func leavesSamples() throws {
        let folder = URL(filePath: ProcessInfo.processInfo.environment["REPORT_SAMPLES"] ?? "")
        func put(_ name: String, _ bytes: [UInt8]) throws {
            try Data(bytes).write(to: folder.appending(path: name))
        }
        let xml = AggregateReportWriter.format(fullReport, records: fullRecords)
        try put("aggregate.xml", xml)
        let submitter = try DomainName(parsing: "waxwing.example")
        let from = Address(mailbox: try Mailbox(parsing: "dmarc@waxwing.example"))
        let to = try Mailbox(parsing: "rua@example.com")
        try put(fullReport.fileName(submitter: submitter).formatted, GzipWriter.gzip(xml))
        var generator = SplitMix(state: 1)
        try put(
            "aggregate.eml",
            fullReport.mail(
                records: fullRecords, from: from, to: to, submitter: submitter,
                date: UnixTime(seconds: 1_700_090_000), messageID: "1@waxwing.example"
            ).formatted(using: &generator))
        try put("tls.json", fullTLSReport.json)
        try put(
            "tls.eml",
            fullTLSReport.mail(
                from: from, to: to, submitter: submitter, date: UnixTime(seconds: 1_700_090_000),
                messageID: "2@waxwing.example", using: &generator))
    }
}

@Suite struct ReportFileNameTests {
    @Test(arguments: [
        ("google.com!example.com!1709683200!1709769599.zip", "example.com", nil as String?, "zip"),
        ("a!b.example!1!2!x.y.xml.gz", "b.example", "x.y", "xml.gz"),
        ("a!b!1!2!id.JSON.GZ", "b", "id", "json.gz"),
    ])
    func readsNames(name: String, domain: String, id: String?, fileExtension: String) {
        let read = ReportFileName(parsing: name)
        #expect(read?.policyDomain == domain && read?.uniqueID == id)
        #expect(read?.fileExtension == fileExtension)
    }

    @Test(arguments: [
        "report.xml", "a!b!1!2", "a!b!1!2!3!4.xml", "a!b!x!2.xml", "!b!1!2.xml", "a!!1!2.xml",
        "a!b!1!2.exe", "", "a!b!-1!2.xml", String(repeating: "a", count: 2000),
    ])
    func otherNamesAreNone(name: String) { #expect(ReportFileName(parsing: name) == nil) }

    @Test func namesStayInTheirFolder() {
        let name = ReportFileName(
            reporter: "../../etc", policyDomain: "a!b\r\n/c", begin: UnixTime(seconds: 1),
            end: UnixTime(seconds: 2), fileExtension: "xml")
        #expect(name.formatted == "..-..-etc!a-b---c!1!2.xml")
    }
}
