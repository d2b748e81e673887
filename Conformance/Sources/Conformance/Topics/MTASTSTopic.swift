import DNS
import JSONText
import MailAuth
import MailTypes

extension Topic {
    /// MTA-STS (RFC 8461). Three forms of JSON: an object with `records` and `policies`; a list of
    /// `mx`, `pattern`, `matches`; a list of domains with what their DNS and web server answer.
    static let mtaSTS = Topic(name: "mta-sts") { folder in
        folder.jsonFiles().flatMap { path, document in
            let records = document["records"]?.elements ?? []
            let policies = document["policies"]?.elements ?? []
            return records.enumerated().compactMap { recordCase(path, $0, $1) }
                + policies.enumerated().compactMap { policyCase(path, $0, $1) }
                + document.elements.compactMap { entry in
                    matchCase(path, entry) ?? domainCase(path, entry, among: document)
                }
        }
    }

    private static func recordCase(_ suite: String, _ index: Int, _ entry: Document) -> Case? {
        guard let text = entry["record"]?.text, let isValid = entry["valid"]?.flag else {
            return nil
        }
        let record = try? MTASTSRecord(parsing: Array(text.utf8))
        return Case(
            suite, "record \(index): \(text)",
            expected: isValid ? entry["id"]?.text : nil, actual: record?.id)
    }

    private static func policyCase(_ suite: String, _ index: Int, _ entry: Document) -> Case? {
        guard let text = entry["policy"]?.text, let isValid = entry["valid"]?.flag else {
            return nil
        }
        let policy = try? MTASTSPolicy(parsing: Array(text.utf8))
        let expected = isValid ? summary(entry) : nil
        let actual = policy.map {
            "\($0.mode.rawValue) \($0.mxPatterns.map(\.description)) \($0.maxAge.components.seconds)"
        }
        return Case(suite, "policy \(index): \(text)", expected: expected, actual: actual)
    }

    private static func summary(_ entry: Document) -> String {
        let patterns = entry["mx"]?.elements.compactMap(\.text) ?? []
        return "\(entry["mode"]?.text ?? "") \(patterns) \(entry["max_age"]?.number ?? -1)"
    }

    private static func matchCase(_ suite: String, _ entry: Document) -> Case? {
        guard let host = entry["mx"]?.text, let text = entry["pattern"]?.text,
            let expected = entry["matches"]?.flag
        else { return nil }
        let pattern = try? MTASTSPattern(parsing: Array(text.utf8)[...])
        let name = try? DNSName(parsing: host)
        let matches = name.flatMap { name in pattern.map { $0.matches(name) } }
        return Case(suite, "\(host) \(text)", expected: expected, actual: matches ?? false)
    }

    private static func domainCase(
        _ suite: String, _ entry: Document, among all: Document
    ) -> Case? {
        guard entry.has("domain", "outcome"), let domain = entry["domain"]?.text,
            let expected = entry["outcome"]?.text
        else { return nil }
        // An entry may be another spelling of a name whose answers stand at another entry.
        let name = (try? DomainName(parsing: domain))?.text
        let answers = all.elements.first { $0["domain"]?.text == name }
        return Case(suite, domain, expected: expected, actual: answers.map(outcome) ?? "NONE")
    }

    private static func outcome(_ entry: Document) -> String {
        guard let text = entry["txt"]?.text,
            case .record = MTASTSRecordLookup(records: [Array(text.utf8)])
        else { return "NONE" }
        // What the certificate is worth is for whoever fetches to say.
        guard entry["tls"] == nil else { return "FETCH_ERROR" }
        var body = Array((entry["body"]?.text ?? "").utf8)
        if let padding = entry["body_padding"], let byte = padding["char"]?.text?.utf8.first {
            body += Array(repeating: byte, count: padding["count"]?.number ?? 0)
        }
        let fetched = MTASTSFetchOutcome(
            status: entry["http_status"]?.number ?? 0, contentType: entry["content_type"]?.text,
            body: body)
        if case .policy = fetched { return "VALID" } else { return "FETCH_ERROR" }
    }
}
