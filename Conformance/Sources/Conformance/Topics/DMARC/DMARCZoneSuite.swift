import DNS
import JSONText
import MailAuth
import MailTypes

/// Mail::DMARC: one zone, and walks, evaluations, alignments and report addresses in it.
struct DMARCZoneSuite {
    private let path: String
    private let document: Document
    private let resolver: StaticResolver?

    init(_ path: String, _ document: Document) {
        self.path = path
        self.document = document
        let lines = (document["zone"]?.elements ?? []).compactMap(\.text)
        resolver = try? StaticResolver(zoneFile: lines.joined(separator: "\n") + "\n")
    }

    func cases() async -> [Case] {
        guard let resolver else { return [Case(path, "zone", failure: "was not read")] }
        var cases: [Case] = []
        for entry in elements("tree_walk") {
            cases.append(
                Case(
                    path, "tree_walk: \(entry["domain"]?.text ?? "")",
                    failure: await walk(entry, resolver)))
        }
        for entry in elements("evaluation") {
            cases.append(
                Case(
                    path, "evaluation: \(entry["name"]?.text ?? "")",
                    failure: await evaluation(entry, resolver)))
        }
        for mechanism in document["alignment"]?.members ?? [] {
            for (index, entry) in mechanism.value.elements.enumerated() {
                cases.append(
                    Case(
                        path, "alignment: \(mechanism.name) \(index)",
                        failure: await alignment(entry, resolver)))
            }
        }
        for entry in elements("from_domain") {
            let header = entry["header"]?.text ?? ""
            let value = header.hasPrefix("From:") ? String(header.dropFirst(5)) : header
            let authors = DMARCAuthors(fromFields: [Array(value.utf8)[...]])
            cases.append(
                Case(
                    path, "from_domain: \(header)", expected: entry["domain"]?.text,
                    actual: authors.domain?.text))
        }
        for entry in elements("external_report") {
            cases.append(
                Case(
                    path, "external_report: \(entry["policy_domain"]?.text ?? "")",
                    failure: await destination(entry, resolver)))
        }
        return cases
    }

    private func elements(_ name: String) -> [Document] { document[name]?.elements ?? [] }

    private func domain(_ value: Document?) -> DomainName? {
        value?.text.flatMap { try? DomainName(parsing: $0) }
    }

    private func walk(_ entry: Document, _ resolver: StaticResolver) async -> String? {
        guard let start = domain(entry["domain"]) else { return "is no domain" }
        let walk = await DMARCTreeWalk(from: start, resolver: resolver)
        if let org = entry["org"]?.text, org != walk.organizationalDomain?.text {
            return "the Organizational Domain is \(walk.organizationalDomain?.text ?? "unknown")"
        }
        if let place = entry["record_at"]?.text, place != walk.policy?.domain.text {
            return "the record is at \(walk.policy?.domain.text ?? "no name")"
        }
        if let isFound = entry["record_found"]?.flag, isFound != (walk.policy != nil) {
            return "a record was\(isFound ? " not" : "") found"
        }
        return nil
    }

    private func evaluation(_ entry: Document, _ resolver: StaticResolver) async -> String? {
        guard let author = domain(entry["header_from"]) else { return "is no domain" }
        var evaluator = DMARCEvaluator()
        evaluator.rejectsOnPolicyAlone = true
        // DMARC takes the MAIL FROM identity only.
        let spf = (entry["spf"]?.elements ?? []).first { $0["scope"]?.text == "mfrom" }
        let result = await evaluator.evaluate(
            authorDomain: author,
            spf: domain(spf?["domain"]).flatMap { domain in
                spf?["result"]?.text.flatMap(DMARCMechanismResult.init(rawValue:))
                    .map { .init($0, domain: domain) }
            },
            dkim: [], resolver: resolver)
        for expected in entry.members {
            let found: String?
            switch expected.name {
            case "result": found = result.result.rawValue
            case "disposition": found = result.disposition.rawValue
            case "published_p": found = result.policy?.published.rawValue
            default: continue
            }
            if found != expected.value.text { return "\(expected.name) is \(found ?? "nothing")" }
        }
        return nil
    }

    private func alignment(_ entry: Document, _ resolver: StaticResolver) async -> String? {
        guard let author = domain(entry["header_from"]) else { return "is no domain" }
        let pairs = (entry["dkim"]?.elements ?? []).map(\.elements)
        var candidates = pairs.filter { $0.count == 2 && $0[1].text == "pass" }.map { $0[0] }
        if let spf = entry["spf_domain"] { candidates.append(spf) }
        var mode: String?
        for candidate in candidates.compactMap({ domain($0) }) {
            if candidate == author {
                mode = "strict"
            } else if await organization(candidate, resolver) == organization(author, resolver) {
                mode = mode ?? "relaxed"
            }
        }
        guard (mode != nil) == (entry["aligned"]?.flag == true) else {
            return "alignment is \(mode ?? "none")"
        }
        if let expected = entry["mode"]?.text, expected != mode {
            return "mode is \(mode ?? "none")"
        }
        return nil
    }

    private func organization(
        _ domain: DomainName, _ resolver: StaticResolver
    ) async -> DomainName? {
        await DMARCTreeWalk(from: domain, resolver: resolver).organizationalDomain
    }

    private func destination(_ entry: Document, _ resolver: StaticResolver) async -> String? {
        guard let domain = domain(entry["policy_domain"]), let host = entry["report_domain"]?.text,
            let uri = DMARCReportURI(parsing: "mailto:dmarc@\(host)")
        else { return "is no domain" }
        let found = await DMARCReportDestination.verify(
            .aggregate, of: DMARCRecord(policy: DMARCPolicy.none, aggregateReportURIs: [uri]),
            at: domain, resolver: resolver)
        let targets = found.flatMap(\.targets).map(\.text)
        guard targets.isEmpty != (entry["authorized"]?.flag == true) else {
            return "reports go to \(targets)"
        }
        if let override = entry["rua_override"]?.text, targets != [override] {
            return "reports go to \(targets)"
        }
        return nil
    }
}
