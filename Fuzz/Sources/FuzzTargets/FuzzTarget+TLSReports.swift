import MailReports

extension FuzzTarget {
    static let tlsReports = FuzzTarget("tls-reports") { bytes in
        guard let reading = try? TLSReport.read(bytes) else { return }
        require(reading.report.failedSessionCount >= 0, "no count is negative")
        guard let again = try? TLSReport.read(reading.report.json) else {
            return require(false, "what is written is read")
        }
        require(again.report.policies.count == reading.report.policies.count, "policies are kept")
        require(again.report.reportID == reading.report.reportID, "the identifier is kept")
    }
}
