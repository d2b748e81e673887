import DNS
import JSONText
import MailAuth
import MailTypes

extension Topic {
    /// SPF: whole checks against scripted zones (YAML), records and macros (JSON).
    static let spf = Topic(name: "spf") { folder in
        var cases: [Case] = []
        for (path, documents) in try folder.yamlFiles() {
            var names = CaseNames()
            for document in documents where document.has("tests", "zonedata") {
                let resolver = SPFZone(document["zonedata"]).resolver
                for test in document["tests"]?.members ?? [] where test.value.has("result") {
                    let name = names.next(test.name, of: document["description"]?.text)
                    cases.append(await check(path, name, test.value, resolver))
                }
            }
        }
        for (path, document) in folder.jsonFiles() {
            var names = CaseNames()
            for entry in document.elements {
                if let text = entry["record"]?.text, let valid = entry["valid"]?.flag {
                    let isRead = (try? SPFRecord(parsing: text)) != nil
                    cases.append(Case(path, names.next(text), expected: valid, actual: isRead))
                } else if let text = entry["macro"]?.text, let expected = entry["expand"]?.text {
                    let name = names.next(text, of: entry["values"]?["domain"]?.text)
                    cases.append(
                        Case(
                            path, name, expected: expected,
                            actual: expand(text, entry["values"]) ?? "a syntax error"))
                }
            }
        }
        return cases
    }

    private static let now = UnixTime(seconds: 1_400_000_000)

    private static func check(
        _ suite: String, _ name: String, _ test: Document, _ resolver: StaticResolver
    ) async -> Case {
        guard let address = IPAddress(parsing: test["host"]?.text ?? "") else {
            return Case(suite, name, failure: "no address in “host”")
        }
        let request = SPFRequest(
            sender: test["mailfrom"]?.text ?? "", helo: test["helo"]?.text ?? "",
            address: address)
        let evaluation = await SPFEvaluator(receiver: test["receiver"]?.text ?? "unknown")
            .check(request, resolver: resolver, now: now)
        let expected = test["result"]?.elements.compactMap { $0.text?.asciiLowercased } ?? []
        guard expected.contains(evaluation.result.word) else {
            let problem = evaluation.problem.map { " (\($0))" } ?? ""
            return Case(
                suite, name,
                failure: "expected \(expected.joined(separator: " or ")), got "
                    + evaluation.result.word + problem)
        }
        // The default text is the caller's: no explanation stands for it.
        if let wanted = test["explanation"]?.text {
            let explanation = evaluation.explanation ?? "DEFAULT"
            return Case(suite, name, expected: wanted, actual: explanation)
        }
        return Case(suite, name, failure: nil)
    }

    private static func expand(_ text: String, _ values: Document?) -> String? {
        guard let macros = try? SPFMacroString(explanation: Array(text.utf8)[...]),
            let address = IPAddress(parsing: values?["ip"]?.text ?? "192.0.2.3")
        else { return nil }
        let request = SPFRequest(
            sender: values?["sender"]?.text ?? "", helo: "", address: address)
        let domain = values?["domain"]?.text.flatMap { try? DNSName(parsing: $0) }
        return macros.expanded(for: request, domain: domain, now: now)
    }
}

/// The zone of an openspf document: a name has a list of records, and of words that stand for
/// failures.
private struct SPFZone {
    private(set) var resolver = StaticResolver()

    init(_ zone: Document?) {
        for owner in zone?.members ?? [] {
            guard let name = Self.name(owner.name) else { continue }
            let records = owner.value.elements.flatMap(\.members)
            for record in records {
                for data in Self.data(record, copiesSPF: !records.contains { $0.name == "TXT" }) {
                    resolver.insert(DNSRecord(name, data))
                }
            }
            if owner.value.elements.contains(where: { $0.text == "TIMEOUT" }) {
                resolver.fail(name, reason: "timeout")
            }
        }
    }

    private static func data(_ record: Document.Field, copiesSPF: Bool) -> [DNSRecordData] {
        let texts = record.value.elements.compactMap(\.text)
        switch record.name {
        case "SPF":
            return copiesSPF ? [.txt(texts.map { Array($0.utf8) })] : []
        case "TXT":
            return record.value.text == "NONE" ? [] : [.txt(texts.map { Array($0.utf8) })]
        case "A", "AAAA":
            return texts.compactMap { IPAddress(parsing: $0) }.map { .address($0) }
        case "MX":
            guard texts.count == 2, let preference = UInt16(texts[0]), let host = name(texts[1])
            else { return [] }
            return [.mx(MXRecord(preference: preference, exchange: host))]
        case "PTR":
            return texts.compactMap(name).map { .ptr($0) }
        case "CNAME":
            return texts.compactMap(name).map { .cname($0) }
        default:
            return []
        }
    }

    /// A name of the zone. Nothing in it is escaped, and it may hold what no host is called.
    private static func name(_ text: String) -> DNSName? {
        let text = text.hasSuffix(".") ? text.dropLast() : text[...]
        guard !text.isEmpty else { return .root }
        return try? DNSName(
            labels: text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false))
    }
}
