import JSONText
import MailMessage
import MailReports
import MailTypes

extension Topic {
    /// Complaints and failure reports.
    static let feedbackReports = Topic(name: "arf") { folder in
        var cases = reportFieldCases(folder)
        for (path, document) in folder.jsonFiles() {
            let here = folder.folder(of: path)
            for entry in document.elements where entry.has("file", "reports") {
                cases += feedbackTypeCase(entry, here, suite: suite(of: path))
            }
            if document.has("feedback_type", "user_agent") {
                cases.append(feedbackCase(document, path, folder))
            }
        }
        return cases
    }

    /// One entry of a list of `reports` with a `feedback_type` each: the type that the report states.
    ///
    /// Messages without a `message/feedback-report` part are no cases: what they are is guessed from
    /// their text.
    private static func feedbackTypeCase(
        _ entry: Document, _ folder: DataFolder, suite: String
    ) -> [Case] {
        guard let name = entry["file"]?.text, let bytes = folder.bytes(name),
            let message = try? Message(parsing: bytes),
            ReportFields(in: message, mediaTypes: ["message/feedback-report"]) != nil,
            let expected = entry["reports"]?.elements.first?["feedback_type"]?.text
        else { return [] }
        return [
            Case(
                suite, name, expected: expected,
                actual: FeedbackReport(parsing: message)?.type.name ?? "no report")
        ]
    }

    /// `NNN.json` beside `NNN.eml`: every value that another program read in the report.
    private static func feedbackCase(
        _ expected: Document, _ path: String, _ folder: DataFolder
    ) -> Case {
        let mail = path.dropLast(".json".count) + ".eml"
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard let bytes = folder.bytes(String(mail)), let message = try? Message(parsing: bytes),
            let report = FeedbackReport(parsing: message)
        else { return Case(suite(of: path), name, failure: "not read") }
        var differences: [String] = []
        func check(_ name: String, _ actual: String?) {
            guard let value = expected[name], let wanted = plain(value) else { return }
            let actual = plain(actual ?? "")
            if wanted != actual {
                differences.append("\(name): expected \(wanted), got \(actual)")
            }
        }
        check("feedback_type", report.type.name.filter { $0 != "-" })
        check("user_agent", report.userAgent)
        check("version", report.version)
        check("original_envelope_id", report.originalEnvelopeID)
        check("original_mail_from", report.originalMailFrom?.formatted)
        check("original_rcpt_to", report.originalRecipients.last)
        check("arrival_date", report.arrivalDate.map { String($0.seconds) })
        check("reporting_mta", report.reportingMTA)
        check("source_ip", report.sourceIP?.description)
        check("source_port", String(report.sourcePort ?? 0))
        check("incidents", String(report.incidents ?? 1))
        check("authentication_results", report.authenticationResults.joined(separator: " "))
        check("reported_domain", report.reportedDomains.joined(separator: " "))
        check("reported_uri", report.reportedURIs.joined(separator: " "))
        if let failure = report.failure {
            check("auth_failure", failure.kind.name)
            check("dkim_domain", failure.dkimDomain)
            check("dkim_identity", failure.dkimIdentity)
            check("dkim_selector", failure.dkimSelector)
            check("spf_dns", failure.spfDNS.first)
            check(
                "dkim_canonicalized_body",
                failure.dkimCanonicalizedBody.map { Base64.encode($0) })
            check("delivery_result", failure.deliveryResult?.name ?? "unspecified")
        }
        return Case(
            suite(of: path), name,
            failure: differences.isEmpty ? nil : differences.joined(separator: "; "))
    }

    /// Texts without white space, brackets and capital letters, which programs keep or not.
    private static func plain(_ value: Document) -> String? {
        if value == .null { return nil }
        if case .array(let items) = value { return plain(items.compactMap(\.text).joined()) }
        return value.text.map(plain)
    }

    private static func plain(_ text: String) -> String {
        text.filter { !$0.isWhitespace && $0 != "<" && $0 != ">" }.asciiLowercased
    }
}
