extension Topic {
    /// TLS reporting (RFC 8460).
    static let tlsReporting = Topic(name: "tls-rpt") { folder in tlsReportCases(folder) }
}
