import JSONText
import MailAuth
import MailTypes

/// The cases of mailauth: calls with a scripted DNS, and assertions about what they return.
enum MailauthDMARC {
    static func failure(of entry: Document) async -> String? {
        let log = MapResolver.Log()
        var results: [Document] = []
        for call in entry["calls"]?.elements ?? [] {
            guard let input = call["input"] else {
                guard let tags = tags(call) else {
                    return "\(call["fn"]?.text ?? "?") has no counterpart with these arguments"
                }
                results.append(tags)
                continue
            }
            let resolver = MapResolver(call["dns"], log: log)
            if input["headerFrom"] != nil {
                results.append(await evaluate(input, resolver))
            } else if let domain = input["domain"]?.text {
                results.append(await record(of: domain, resolver))
            } else {
                return "an input of another form"
            }
        }
        guard !results.isEmpty else { return "there is nothing to call" }
        let names = await log.names
        // Functions are not in the data: one picks the look-ups of records, one takes their names.
        let policyNames = names.filter { $0.hasPrefix("_dmarc.") }
        var chai = Chai(
            results: results,
            shared: [
                #"resolver_calls.map.({"$fn":true})"#: list(names),
                #"resolver_calls.filter.({"$fn":true}).map.({"$fn":true})"#: list(policyNames),
            ])
        for expectation in entry["expect"]?.elements ?? [] {
            if let failure = chai.failure(of: expectation) { return failure }
        }
        return nil
    }

    private static func list(_ names: [String]) -> Document { .array(names.map { .string($0) }) }

    // MARK: Evaluation

    private static func evaluate(_ input: Document, _ resolver: MapResolver) async -> Document {
        let froms = (input["headerFrom"]?.elements ?? []).compactMap(\.text)
        var authors = DMARCAuthors(fromFields: [Array(froms.joined(separator: ", ").utf8)[...]])
        // mailauth takes the domain alone as well.
        if froms.count == 1, !froms[0].contains("@"),
            let domain = try? DomainName(parsing: froms[0])
        {
            authors = DMARCAuthors(domain: domain)
        }
        guard authors.domain != nil else { return .bool(false) }
        var evaluator = DMARCEvaluator()
        evaluator.isThorough = true
        let evaluation = await evaluator.evaluate(
            authors: authors,
            spf: domains(input["spfDomains"]).first.map { .init(.pass, domain: $0) },
            dkim: domains(input["dkimDomains"]).map { .init(.pass, domain: $0) },
            resolver: resolver)
        return document(evaluation)
    }

    private static func domains(_ list: Document?) -> [DomainName] {
        (list?.elements ?? []).compactMap { entry in
            (entry["domain"]?.text ?? entry.text).flatMap { try? DomainName(parsing: $0) }
        }
    }

    /// The evaluation in the shape of mailauth's result.
    private static func document(_ evaluation: DMARCEvaluation) -> Document {
        let domain = evaluation.organizationalDomain ?? evaluation.recordDomain
        var header: [Document.Field] = []
        add("from", evaluation.authorDomain?.text, to: &header)
        add("d", domain?.text, to: &header)
        var status: [Document.Field] = [.init("result", .string(evaluation.result.rawValue))]
        status.append(.init("header", .object(header)))
        add("comment", evaluation.reason?.description, to: &status)
        let field = AuthenticationResults(authservID: "x", results: [.dmarc(evaluation)])
        var result: [Document.Field] = [
            .init("status", .object(status)), .init("info", .string(field.formatted)),
        ]
        add("domain", domain?.text, to: &result)
        add("policy", evaluation.policy?.applied.rawValue, to: &result)
        add("p", evaluation.record?.policy?.rawValue, to: &result)
        add("sp", evaluation.record?.subdomainPolicy?.rawValue, to: &result)
        add("rr", evaluation.record?.text, to: &result)
        if case .lookupFailed(_, let reason)? = evaluation.reason {
            add("error", reason, to: &result)
        }
        result.append(
            .init(
                "alignment",
                .object([
                    .init("spf", alignment(.spf, evaluation)),
                    .init("dkim", alignment(.dkim, evaluation)),
                ])))
        return .object(result)
    }

    /// `result`: the Organizational Domain through which it is aligned; `strict`: what is asked for.
    private static func alignment(
        _ mechanism: DMARCIdentifier.Mechanism, _ evaluation: DMARCEvaluation
    ) -> Document {
        var fields: [Document.Field] = []
        let aligned = evaluation.alignedPasses.first { $0.mechanism == mechanism }
        add("result", (aligned?.organizationalDomain ?? aligned?.domain)?.text, to: &fields)
        if let record = evaluation.record {
            let mode = mechanism == .spf ? record.spfAlignment : record.dkimAlignment
            fields.append(.init("strict", .bool(mode == .strict)))
        }
        return .object(fields)
    }

    private static func add(_ name: String, _ text: String?, to fields: inout [Document.Field]) {
        if let text { fields.append(.init(name, .string(text))) }
    }

    // MARK: Tags

    /// The tags of any record, as the lenient reader of DMARC records takes them apart; nil for
    /// what it has no counterpart of: options, and rules for other records.
    private static func tags(_ call: Document) -> Document? {
        let arguments = call["args"]?.elements ?? []
        let options = arguments.dropFirst().first?.members ?? []
        guard call["fn"]?.text == "parseTagValueRecord",
            options.allSatisfy({ $0.name == "strictMode" && $0.value.flag == false })
        else { return nil }
        let text = arguments.first?.text ?? ""
        guard let record = DMARCRecord(parsing: Array("v=DMARC1; \(text)".utf8)) else { return nil }
        var tags: [Document.Field] = []
        for tag in record.tags {
            if let index = tags.firstIndex(where: { $0.name == tag.name }) {
                tags[index].value = .array(tags[index].value.elements + [.string(tag.value)])
            } else {
                tags.append(.init(tag.name, .string(tag.value)))
            }
        }
        let errors = record.findings.compactMap { finding -> Document? in
            guard case .malformedTag(let text) = finding else { return nil }
            guard let equals = text.firstIndex(of: "=") else {
                return .string("Malformed part (no equals sign): \"\(text)\"")
            }
            return .string("Invalid tag name: \"\(text[..<equals])\"")
        }
        let repeated = tags.filter { if case .array = $0.value { true } else { false } }
        return .object([
            .init("isValid", .bool(errors.isEmpty)), .init("tags", .object(tags)),
            .init("errors", .array(errors)),
            .init(
                "warnings",
                .array(repeated.map { .string("Duplicate tag \"\($0.name)\" found") })),
        ])
    }

    // MARK: Discovery

    /// The record that applies to a domain, with its tags; `false` where there is none.
    private static func record(of domain: String, _ resolver: MapResolver) async -> Document {
        guard let domain = try? DomainName(parsing: domain) else { return .bool(false) }
        let walk = await DMARCTreeWalk(from: domain, resolver: resolver)
        if let reason = walk.failureReason {
            let code = reason == MapResolver.reason("ETIMEOUT") ? "ETIMEOUT" : reason
            return .object([.init("$thrown", .object([.init("code", .string(code))]))])
        }
        guard let query = walk.policy, let record = query.record else { return .bool(false) }
        var fields: [Document.Field] = [.init("v", .string("DMARC1"))]
        for tag in record.tags {
            // The historic ones are numbers where they can be read as such.
            let isNumber = ["pct", "ri"].contains(tag.name)
            let number = isNumber ? Int64(tag.value) : nil
            fields.append(.init(tag.name, number.map { .integer($0) } ?? .string(tag.value)))
        }
        fields.append(.init("rr", .string(record.text)))
        fields.append(.init("isOrgRecord", .bool(query.domain != domain)))
        return .object(fields)
    }
}
