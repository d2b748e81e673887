import Foundation
import JSONText
import MailReports
import MailTypes
import Testing

@testable import WaxwingCLI

/// An aggregate report, as the simplest reporters write it.
private func report(
    id: String = "r1", domain: String = "example.com", begin: Int = 1_735_689_600,
    records: String = record("192.0.2.1", 8, "none", "pass", "pass")
) -> String {
    """
    <?xml version="1.0"?>
    <feedback><version>1.0</version><report_metadata><org_name>Big Mail</org_name>
    <email>dmarc@big.example</email><report_id>\(id)</report_id>
    <date_range><begin>\(begin)</begin><end>\(begin + 86_399)</end></date_range></report_metadata>
    <policy_published><domain>\(domain)</domain><adkim>r</adkim><aspf>r</aspf><p>reject</p>\
    <sp>reject</sp><pct>100</pct></policy_published>
    \(records)
    </feedback>
    """
}

private func record(
    _ source: String, _ count: Int, _ disposition: String, _ dkim: String, _ spf: String
) -> String {
    """
    <record><row><source_ip>\(source)</source_ip><count>\(count)</count><policy_evaluated>\
    <disposition>\(disposition)</disposition><dkim>\(dkim)</dkim><spf>\(spf)</spf>\
    </policy_evaluated></row><identifiers><header_from>example.com</header_from></identifiers>\
    <auth_results><spf><domain>example.com</domain><result>\(spf)</result></spf></auth_results>\
    </record>

    """
}

/// Files in a folder of their own, which goes with the test.
private final class Folder {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

    init(_ files: [String: String]) throws {
        try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
        for (name, text) in files {
            try Data(text.utf8).write(to: path.appending(path: name))
        }
    }

    deinit { try? FileManager.default.removeItem(at: path) }

    func overview(isNamed: Bool = true) throws -> ReportOverview {
        var overview = ReportOverview()
        let names = try FileManager.default.contentsOfDirectory(atPath: path.path).sorted()
        for name in names {
            let reading = ReportFileReading.read(
                path.appending(path: name).path, isNamed: isNamed, seen: overview.seen)
            overview.add(reading)
        }
        return overview
    }
}

private func text(_ overview: ReportOverview) -> String {
    let terminal = Terminal(isColoured: false, width: nil)
    return overview.text.flatMap { $0.lines(width: nil) }.map(terminal.rendered)
        .joined(separator: "\n")
}

@Suite struct ReportCommandTests {
    @Test func sumsUpByDomainAndSource() throws {
        let folder = try Folder([
            "1.xml": report(
                records: record("192.0.2.1", 8, "none", "pass", "pass")
                    + record("198.51.100.7", 1, "none", "pass", "fail")),
            "2.xml": report(
                id: "r2", begin: 1_735_776_000,
                records: record("192.0.2.1", 2, "none", "pass", "pass")
                    + record("203.0.113.9", 3, "reject", "fail", "fail")),
        ])
        let overview = try folder.overview()
        #expect(
            text(overview) == """
                example.com · 14 messages · 2025-01-01 to 2025-01-02
                passed 78.5% (aligned DKIM 78.5%, aligned SPF 71.4%), failed 3
                disposition: none 11, reject 3
                sources: ours 10, forwarder 1, unknown 3
                Source        Messages  Passed  DKIM  SPF  Quar.  Rej.  Kind       Seen
                192.0.2.1           10    100%    10   10      0     0  ours       2025-01-01 to 2025-01-02
                203.0.113.9          3      0%     0    0      0     3  unknown    2025-01-02
                198.51.100.7         1    100%     1    0      0     0  forwarder  2025-01-01

                2 files: 2 aggregate reports
                """)
        #expect(overview.status == .success)
        let domain = overview.document["domains"]
        guard case .array(let domains) = domain else {
            Issue.record("no list of domains")
            return
        }
        #expect(domains[0]["totals"]?["messages"] == .integer(14))
        #expect(domains[0]["dispositions"]?["reject"] == .integer(3))
    }

    @Test func countsAReportThatComesAgainOnce() throws {
        let folder = try Folder(["1.xml": report(), "2.xml": report(), "3.xml": report(id: "r2")])
        let overview = try folder.overview()
        #expect(overview.aggregate.domains[0].summary.totals.messages == 16)
        #expect(overview.repeatedCount == 1 && overview.reportCounts == [.aggregate: 2])
        #expect(overview.notes.map(\.outcome) == ["repeated"])
    }

    @Test func aRefusedReportCountsForNothing() throws {
        let many = String(repeating: record("192.0.2.1", 1, "none", "pass", "pass"), count: 3)
        let whole = report(records: many)
        let folder = try Folder([
            "broken.xml": whole.replacing("<domain>example.com</domain><adkim>", with: "<adkim>"),
            "other.xml": "<html><body>no report</body></html>",
        ])
        let overview = try folder.overview()
        #expect(overview.aggregate.domains.isEmpty)
        #expect(overview.refusedFileCount == 2 && overview.status == .problem)
        #expect(
            overview.notes[0].refusals == [
                "the report does not say which domain it is about",
                "3 records before that are not counted",
            ])
    }

    @Test func otherFilesInAFolderArePassedOver() throws {
        let folder = try Folder(["README": "about these files", "1.xml": report()])
        #expect(try folder.overview(isNamed: false).status == .success)
        #expect(try folder.overview(isNamed: false).passedOverCount == 1)
        #expect(try folder.overview(isNamed: true).status == .problem)
    }

    @Test func aMissingFileIsAnError() {
        var overview = ReportOverview()
        overview.add(ReportFileReading.read("/nowhere/x.xml", isNamed: true, seen: []))
        #expect(overview.status == .usage)
        #expect(overview.notes[0].refusals == ["there is no such file"])
    }

    @Test func namesRepairs() throws {
        let folder = try Folder([
            "1.xml": report(records: record("192.0.2.1", 1, "NONE", "pass", "pass"))
        ])
        let overview = try folder.overview()
        #expect(overview.repairedFileCount == 1 && overview.status == .success)
        #expect(text(overview).contains("? value in capital letters"))
    }
}

@Suite struct ReportPageTests {
    @Test(arguments: [
        ("a<b>&\"'", "a&lt;b&gt;&amp;&quot;&#39;"),
        ("\u{202E}moc.elpmaxe\u{1B}", "\\u{202E}moc.elpmaxe\\x1B"),
        ("grün", "grün"),
    ])
    func escapesText(text: String, escaped: String) {
        #expect(HTMLText.escaped(text) == escaped)
        let html: HTMLText = "<p title=\"\(text)\">\(text)</p>"
        #expect(html.markup == "<p title=\"\(escaped)\">\(escaped)</p>")
    }

    @Test func nothingInAReportBecomesMarkup() throws {
        let attack = "&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&quot;x"
        let folder = try Folder([
            "<img src=x>.xml": report(
                domain: attack, records: record("192.0.2.1", 1, attack, "pass", "pass")),
            "tls.json": """
            {"organization-name":"<b>","report-id":"<i>","policies":[{"policy":
            {"policy-type":"<u>","policy-domain":"<script>"},"summary":
            {"total-successful-session-count":1,"total-failure-session-count":2},
            "failure-details":[{"result-type":"<s>","failed-session-count":2}]}]}
            """,
        ])
        let page = ReportPage(try folder.overview()).html
        for tag in ["<script", "<img", "<b>", "<i>", "<u>", "<s>", "\" onload"] {
            #expect(!page.contains(tag))
        }
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&quot;x"))
        #expect(!page.contains("http:") && !page.contains("https:"))
    }

    @Test func drawsDaysAndDispositions() throws {
        let folder = try Folder([
            "1.xml": report(
                records: record("192.0.2.1", 8, "none", "pass", "pass")
                    + record("203.0.113.9", 2, "reject", "fail", "fail"))
        ])
        let page = ReportPage(try folder.overview()).html
        #expect(page.contains("<title>2025-01-01: 8 passed, 2 failed</title>"))
        #expect(page.contains("aria-label=\"Dispositions: none 8, reject 2\""))
        #expect(page.contains("<title>reject: 2</title>"))
    }

    @Test(arguments: [
        (0, 0, "–"), (0, 5, "0%"), (5, 5, "100%"), (999_999, 1_000_000, "99.9%"),
        (1, 1_000_000, "<0.1%"), (1, 8, "12.5%"),
    ])
    func roundsNeitherUpToAllNorDownToNone(part: Int, whole: Int, share: String) {
        #expect("\(Share(part, of: whole))" == share)
    }

    @Test(arguments: [
        (9999, "9999"), (12_345, "12k"), (1_250_000, "1.2M"), (7_800_000_000, "7.8G"),
    ])
    func shortensNumbers(count: Int, short: String) {
        #expect(DonutChart.short(count) == short)
    }
}
