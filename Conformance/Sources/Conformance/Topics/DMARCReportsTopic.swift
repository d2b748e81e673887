import Archives
import JSONText
import MailReports
import MailTypes

extension Topic {
    /// Aggregate and failure reports: files, archives and mails.
    ///
    /// An index is a JSON list whose entries name a `file` and say whether it is `well_formed_xml`, or
    /// what kept its author from reading it. Reports in mails that no index names are failure reports.
    static let dmarcReports = Topic(name: "dmarc-reports") { folder in
        var cases: [Case] = []
        var indexed: Set<String> = []
        for (path, document) in folder.jsonFiles() where isAggregateIndex(document) {
            let paths = folder.folder(of: path).files()
            for entry in document.elements {
                guard let name = entry["file"]?.text else { continue }
                let source = entry["source"]?.text ?? ""
                guard let file = indexedFile(name, source: source, among: paths) else {
                    cases.append(Case(source, name, failure: "the file is not there"))
                    continue
                }
                indexed.insert(file)
                let bytes = folder.folder(of: path).bytes(file) ?? []
                cases.append(
                    Case(suite(of: file), name, failure: aggregateFailure(bytes, entry)))
            }
        }
        for path in folder.files(".eml") where !indexed.contains(path) {
            cases.append(
                Case(
                    suite(of: path), path.split(separator: "/").last.map(String.init) ?? path,
                    failure: failureReportFailure(folder.bytes(path) ?? [])))
        }
        return cases
    }

    private static func isAggregateIndex(_ document: Document) -> Bool {
        document.elements.contains { $0.has("file", "well_formed_xml") }
    }

    /// The file of an entry: in the folder that has the source's name, or one that begins like it.
    static func indexedFile(_ name: String, source: String, among paths: [String]) -> String? {
        let found = paths.filter { $0 == name || $0.hasSuffix("/\(name)") }
        let word = source.prefix { $0 != " " }
        return found.first { $0 == name || $0 == "\(source)/\(name)" }
            ?? found.first { $0.hasPrefix(word) } ?? found.first
    }

    static func suite(of path: String) -> String {
        let folders = path.split(separator: "/").dropLast()
        return folders.isEmpty ? "." : folders.joined(separator: "/")
    }

    // MARK: Aggregate reports

    private static func aggregateFailure(_ bytes: [UInt8], _ entry: Document) -> String? {
        var sums = RecordSums()
        let file = ReportFile.read(bytes) { sums.add($1) }
        let isSound = entry["well_formed_xml"]?.flag == true && entry["upstream_expects"] == nil
        guard case .aggregate(let reading)? = file.reports.first, file.reports.count == 1 else {
            return isSound ? "not read: \(file.failures)" : nil
        }
        guard entry["well_formed_xml"]?.flag == true else {
            // An archive that others could not open has its fault outside the report.
            return entry["error"] != nil || !reading.repairs.isEmpty
                ? nil : "read without a word on what is broken"
        }
        return compare(reading, sums, entry)
    }

    private static func compare(
        _ reading: AggregateReading, _ sums: RecordSums, _ entry: Document
    ) -> String? {
        var differences: [String] = []
        func check(_ name: String, _ expected: Document?, _ actual: String?) {
            let expected = expected?.text ?? ""
            if expected != (actual ?? "") {
                differences.append("\(name): expected \(expected), got \(actual ?? "nothing")")
            }
        }
        let report = reading.report
        check("namespace", entry["namespace"], report.namespace.text)
        check("version", entry["version"], report.version)
        check("org_name", entry["org_name"], report.metadata.organization)
        check("email", entry["email"], report.metadata.email)
        check("report_id", entry["report_id"], report.metadata.reportID)
        check("begin", entry["begin"], report.metadata.begin.map { String($0.seconds) })
        check("end", entry["end"], report.metadata.end.map { String($0.seconds) })
        check("records", entry["records"], String(reading.recordCount))
        check("messages", entry["messages"], String(reading.messageCount))
        let policy = entry["policy"] ?? .null
        let published = report.policy
        check("domain", policy["domain"], published.domain)
        check("p", policy["p"], published.policy.name)
        check("sp", policy["sp"], published.subdomainPolicy?.name)
        check("np", policy["np"], published.nonexistentSubdomainPolicy?.name)
        check("adkim", policy["adkim"], published.dkimAlignment?.name)
        check("aspf", policy["aspf"], published.spfAlignment?.name)
        check("fo", policy["fo"], published.failureOptions)
        check("pct", policy["pct"], published.percentage.map { String($0) })
        check("testing", policy["testing"], published.isTesting.map { $0 ? "y" : "n" })
        check("discovery_method", policy["discovery_method"], published.discoveryMethod?.name)
        for (name, sums) in [
            ("disposition", sums.disposition), ("evaluated_dkim", sums.dkim),
            ("evaluated_spf", sums.spf),
        ] {
            var expected: [String: Int] = [:]
            for field in entry[name]?.members ?? [] {
                expected[field.name.asciiLowercased, default: 0] += field.value.number ?? 0
            }
            if expected != sums { differences.append("\(name): expected \(expected), got \(sums)") }
        }
        return differences.isEmpty ? nil : differences.joined(separator: "; ")
    }

    // MARK: Failure reports

    /// A mail with a `message/feedback-report` part is such a report, and one without it is none.
    private static func failureReportFailure(_ bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes.filter { $0 != 0x0D }, as: UTF8.self).asciiLowercased
        let isReport = text.contains("\ncontent-type: message/feedback-report")
        let file = ReportFile.read(bytes)
        guard case .failure(let report)? = file.reports.first else {
            return isReport ? "not read: \(file.failures)" : nil
        }
        if !isReport { return "read, though it has no such part" }
        let fields = [report.userAgent, report.version] + report.reportedDomains
        return fields.contains("") || report.sourceIP == nil ? "fields are missing" : nil
    }
}

/// Messages by what became of them.
private struct RecordSums {
    var disposition: [String: Int] = [:]
    var dkim: [String: Int] = [:]
    var spf: [String: Int] = [:]

    mutating func add(_ record: AggregateRecord) {
        disposition[record.evaluation.disposition.name, default: 0] += record.count
        dkim[record.evaluation.dkim.name, default: 0] += record.count
        spf[record.evaluation.spf.name, default: 0] += record.count
    }
}

extension AggregateReport.Namespace {
    fileprivate var text: String {
        switch self {
        case .none: ""
        case .rfc7489: "http://dmarc.org/dmarc-xml/0.1"
        case .rfc9990: "urn:ietf:params:xml:ns:dmarc-2.0"
        case .other(let name): name
        }
    }
}
