import DNS
import JSONText
import MailAuth
import MailTypes

extension Topic {
    static let dmarc = Topic(name: "dmarc") { folder in
        var cases: [Case] = []
        for (path, document) in folder.jsonFiles() {
            if document.has("zone", "tree_walk") {
                cases += await DMARCZoneSuite(path, document).cases()
            } else if document.has("tag_values_good", "tag_values_bad") {
                cases += recordCases(path, document)
            }
            guard case .array(let entries) = document else { continue }
            for (index, entry) in entries.enumerated() {
                let text = entry["record"]?.text ?? ""
                if entry.has("calls", "expect") {
                    let name =
                        "\(entry["suite"]?.text ?? "") / \(entry["name"]?.text ?? "\(index)")"
                    cases.append(Case(path, name, failure: await MailauthDMARC.failure(of: entry)))
                } else if entry.has("record", "valid") {
                    let failure = DMARCRecordSuites.validity(entry)
                    cases.append(Case(path, "\(index): \(text)", failure: failure))
                } else if entry.has("record", "adkim", "aspf") {
                    let failure = DMARCRecordSuites.values(entry)
                    cases.append(Case(path, "\(index): \(text)", failure: failure))
                } else if entry.has("dns", "from", "expect") {
                    let failure = await evaluationFailure(entry)
                    cases.append(Case(path, entry["name"]?.text ?? "\(index)", failure: failure))
                }
            }
        }
        return cases
    }

    /// Mail::DMARC: values of tags, records, and records with mistakes that are published.
    private static func recordCases(_ path: String, _ document: Document) -> [Case] {
        var cases: [Case] = []
        for (list, isGood) in [("tag_values_good", true), ("tag_values_bad", false)] {
            for tag in document[list]?.members ?? [] {
                for value in tag.value.elements.compactMap(\.text) {
                    cases.append(
                        Case(
                            path, "\(list): \(tag.name)=\(value)", expected: isGood,
                            actual: DMARCRecordSuites.isGood(tag.name, value)))
                }
            }
        }
        for entry in document["records"]?.elements ?? [] {
            let name = "records: \(entry["record"]?.text ?? "")"
            cases.append(Case(path, name, failure: DMARCRecordSuites.validity(entry)))
        }
        for text in (document["published_sloppy_records"]?.elements ?? []).compactMap(\.text) {
            let record = DMARCRecord(parsing: Array(text.utf8))
            let isRead = record?.standing == .asPublished
            cases.append(
                Case(path, "sloppy: \(text)", failure: isRead ? nil : "gives no policy"))
        }
        return cases
    }

    /// mail-auth: results of the mechanisms, and which of them are aligned.
    private static func evaluationFailure(_ entry: Document) async -> String? {
        let from = entry["from"]?.text ?? ""
        let evaluation = await DMARCEvaluator().evaluate(
            authors: DMARCAuthors(fromFields: [Array(from.utf8)[...]]),
            spf: input(entry["spf"], entry["mailfrom_domain"]).map { .init($0, domain: $1) },
            dkim: input(entry["dkim"], entry["dkim_d"]).map { [.init($0, domain: $1)] } ?? [],
            resolver: MapResolver(entry["dns"]))
        for expected in entry["expect"]?.members ?? [] {
            let found: String
            switch expected.name {
            case "spf": found = word(.spf, evaluation)
            case "dkim": found = word(.dkim, evaluation)
            case "policy": found = evaluation.policy?.applied.rawValue ?? "nothing"
            case "record_found": found = "\(evaluation.record != nil)"
            default: return "\(expected.name) is unknown here"
            }
            let value = expected.value.flag.map { "\($0)" } ?? expected.value.text ?? ""
            if found != value { return "\(expected.name): expected \(value), got \(found)" }
        }
        return nil
    }

    private static func input(
        _ result: Document?, _ domain: Document?
    ) -> (DMARCMechanismResult, DomainName)? {
        guard let result = result?.text.flatMap(DMARCMechanismResult.init(rawValue:)),
            let domain = domain?.text.flatMap({ try? DomainName(parsing: $0) })
        else { return nil }
        return (result, domain)
    }

    private static func word(
        _ mechanism: DMARCIdentifier.Mechanism, _ evaluation: DMARCEvaluation
    ) -> String {
        if evaluation.passes(mechanism) { return "pass" }
        let passed = evaluation.identifiers.contains {
            $0.mechanism == mechanism && $0.result == .pass
        }
        return passed ? "not-aligned" : "none"
    }
}
