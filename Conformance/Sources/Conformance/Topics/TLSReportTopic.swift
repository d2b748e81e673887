import JSONText
import MailReports
import MailTypes

extension Topic {
    /// The reports of a folder of TLS reporting: an index is a JSON list whose entries name a `file`
    /// and say whether it is `valid_json`. Reports in JSON that no index names must be readable.
    static func tlsReportCases(_ folder: DataFolder) -> [Case] {
        var cases: [Case] = []
        var indexed: Set<String> = []
        for (path, document) in folder.jsonFiles()
        where document.elements.contains(where: { $0.has("file", "valid_json") }) {
            let here = folder.folder(of: path)
            for entry in document.elements {
                guard let file = entry["file"]?.text else { continue }
                indexed.insert(file)
                let name = file.split(separator: "/").last.map(String.init) ?? file
                let suite = suite(of: file)
                cases.append(
                    Case(suite, name, failure: tlsFailure(here.bytes(file) ?? [], entry)))
                if let expected = entry["expected"]?.text {
                    let path = "\(suite)/\(expected)"
                    indexed.insert(path)
                    cases.append(
                        Case(
                            suite, "\(name) as \(expected)",
                            failure: sameReport(here.bytes(file), here.bytes(path))))
                }
            }
        }
        for (path, document) in folder.jsonFiles()
        where !indexed.contains(path) && document.has("policies", "report-id") {
            let file = ReportFile.read(folder.bytes(path) ?? [])
            let name = path.split(separator: "/").last.map(String.init) ?? path
            cases.append(
                Case(
                    suite(of: path), name,
                    failure: tlsReading(file) == nil ? "not read: \(file.failures)" : nil))
        }
        return cases
    }

    private static func tlsReading(_ file: ReportFile) -> TLSReading? {
        guard file.reports.count == 1, case .tls(let reading) = file.reports[0] else { return nil }
        return reading
    }

    private static func tlsFailure(_ bytes: [UInt8], _ entry: Document) -> String? {
        let file = ReportFile.read(bytes)
        guard let report = tlsReading(file)?.report else {
            return entry["valid_json"]?.flag == true ? "not read: \(file.failures)" : nil
        }
        var differences: [String] = []
        func check(_ name: String, _ actual: String) {
            let expected = entry[name]?.text ?? ""
            if expected != actual {
                differences.append("\(name): expected \(expected), got \(actual)")
            }
        }
        check("organization", report.organization ?? "")
        check("report_id", report.reportID)
        check("policies", String(report.policies.count))
        check("successful_sessions", String(report.successfulSessionCount))
        check("failed_sessions", String(report.failedSessionCount))
        check("failure_details", String(report.policies.reduce(0) { $0 + $1.failures.count }))
        return differences.isEmpty ? nil : differences.joined(separator: "; ")
    }

    /// What another program made of a mail is a report in JSON again.
    private static func sameReport(_ mail: [UInt8]?, _ json: [UInt8]?) -> String? {
        let first = tlsReading(ReportFile.read(mail ?? []))?.report
        let second = tlsReading(ReportFile.read(json ?? []))?.report
        guard let first, let second else { return "not read" }
        return first == second ? nil : "expected \(second), got \(first)"
    }
}
