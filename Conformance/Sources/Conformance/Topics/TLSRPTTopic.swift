import JSONText
import MailAuth
import MailTypes

extension Topic {
    /// TLS reporting (RFC 8460).
    static let tlsRPT = Topic(name: "tls-rpt") { folder in
        recordCases(folder) + tlsReportCases(folder)
    }

    /// Lists of `record`, `valid` and `rua`.
    private static func recordCases(_ folder: DataFolder) -> [Case] {
        folder.jsonFiles().flatMap { path, document in
            document.elements.compactMap { entry -> Case? in
                guard let text = entry["record"]?.text, let isValid = entry["valid"]?.flag else {
                    return nil
                }
                let record = try? TLSRPTRecord(parsing: Array(text.utf8))
                let expected = isValid ? entry["rua"]?.elements.compactMap(\.text) : nil
                return Case(
                    path, text, expected: expected, actual: record?.destinations.map(\.uri))
            }
        }
    }
}
