public import DNS
import MailAuth
public import MailTypes

extension Diagnosis {
    /// Looks at the records of a domain: SPF with everything that it includes, DMARC with the way
    /// to its policy and where reports go, and the keys of the selectors that are named.
    public static func ofDomain(
        _ domain: DomainName, selectors: [DomainName] = [], resolver: some Resolver
    ) async -> Diagnosis {
        var rules = DomainRules(domain: domain)
        await rules.judgeDMARC(resolver)
        await rules.judgeSPF(resolver)
        for selector in selectors { await rules.judgeKey(selector, resolver) }
        let findings = rules.findings.enumerated().sorted {
            ($0.element.weight, $0.offset) < ($1.element.weight, $1.offset)
        }.map(\.element)
        let causes = findings.filter { $0.weight == .cause }.count
        let conclusion =
            switch (causes, findings.count) {
            case (0, 0): "The records of \(domain) that were looked at are in order."
            case (0, _): "Nothing that \(domain) publishes stands in the way of DMARC."
            case (1, _): "One thing that \(domain) publishes, or leaves out, needs mending."
            default: "\(causes) things that \(domain) publishes, or leaves out, need mending."
            }
        return Diagnosis(conclusion: conclusion, steps: rules.steps, findings: findings)
    }
}

/// The rules about records, each with what it looked at.
struct DomainRules {
    let domain: DomainName
    var findings: [Finding] = []
    var steps: [EvaluationStep] = []

    init(domain: DomainName) { self.domain = domain }

    private mutating func add(
        _ cause: Cause, _ weight: Finding.Weight, _ explanation: String, _ remedies: [Remedy] = []
    ) {
        findings.append(Finding(cause, weight, explanation, remedies: remedies))
    }

    // MARK: DMARC

    mutating func judgeDMARC(_ resolver: some Resolver) async {
        var evaluator = DMARCEvaluator()
        evaluator.isThorough = true
        let evaluation = await evaluator.evaluate(
            authorDomain: domain, spf: nil, dkim: [], resolver: resolver)
        steps.append(evaluation.step)
        for query in evaluation.queries {
            guard case .severalRecords(let records) = query.outcome else { continue }
            add(
                .dmarcSeveralRecords, .cause,
                "\(query.name) holds \(records.count) DMARC records; with more than one, none "
                    + "counts (RFC 9989 §4.10).",
                [
                    .record(
                        RecordChange(
                            name: query.name, type: "TXT", removed: records, added: [records[0]]))
                ])
        }
        if let failure = evaluation.queries.lazy.compactMap(\.failureReason).first {
            add(.lookupFailed, .cause, "The DMARC records could not be looked up: \(failure).")
            return
        }
        guard let record = evaluation.record, let place = evaluation.recordDomain else {
            if evaluation.reason == .unusableRecord {
                add(
                    .dmarcSyntax, .cause,
                    "The DMARC record of \(domain) has no usable policy and asks for no reports, "
                        + "so that it counts as none.",
                    [
                        .record(
                            RecordChange(
                                name: "_dmarc.\(domain)", type: "TXT",
                                added: ["v=DMARC1; p=none; rua=mailto:dmarc@\(domain)"]))
                    ])
            } else if !findings.contains(where: { $0.cause == .dmarcSeveralRecords }) {
                add(
                    .dmarcMissing, .cause,
                    "Neither \(domain) nor a domain above it publishes a DMARC policy.",
                    [
                        .record(
                            RecordChange(
                                name: "_dmarc.\(domain)", type: "TXT",
                                added: ["v=DMARC1; p=none; rua=mailto:dmarc@\(domain)"],
                                note: "Begin with p=none and read the reports."))
                    ])
            }
            return
        }
        await judge(record, at: place, evaluation, resolver)
    }

    private mutating func judge(
        _ record: DMARCRecord, at place: DomainName, _ evaluation: DMARCEvaluation,
        _ resolver: some Resolver
    ) async {
        if place != domain {
            add(
                .policyOnParent, .note,
                "\(domain) has no DMARC record of its own: that of \(place) applies "
                    + "(\(evaluation.policy?.applied.rawValue ?? "none")).")
        }
        let name = "_dmarc.\(place)"
        for finding in record.findings {
            switch finding {
            case .historicTag(let tag, _, _):
                add(
                    .historicTags, .note, "\(name): \(finding).",
                    [
                        .record(
                            RecordChange(
                                name: name, type: "TXT", removed: [record.text],
                                added: [TagText.removing(tag, from: record.text)]))
                    ])
            case .missingPolicy, .invalidValue, .malformedTag, .repeatedTag, .invalidReportURI:
                add(.dmarcSyntax, .risk, "\(name): \(finding).")
            default:
                add(.dmarcSyntax, .note, "\(name): \(finding).")
            }
        }
        if evaluation.policy?.applied == DMARCPolicy.none {
            add(
                .policyNone, .note,
                "The policy is none: mail that fails is delivered, and shows in reports only.",
                [
                    .record(
                        RecordChange(
                            name: name, type: "TXT", removed: [record.text],
                            added: [TagText.setting("p", to: "quarantine", in: record.text)],
                            note: "Once the reports show all your mail passing."))
                ])
        }
        let destinations = await DMARCReportDestination.verify(
            .aggregate, of: record, at: place, evaluator: DMARCEvaluator(), resolver: resolver)
        for destination in destinations where destination.targets.isEmpty {
            let host = destination.uri.host?.text ?? destination.uri.text
            add(
                .reportsNotAuthorized, .risk,
                "\(host) does not say that it takes reports about \(place), so receivers send none "
                    + "there (RFC 9990 §4).",
                [
                    .record(
                        RecordChange(
                            name: "\(place)._report._dmarc.\(host)", type: "TXT",
                            added: ["v=DMARC1"]))
                ])
        }
    }

    // MARK: SPF

    mutating func judgeSPF(_ resolver: some Resolver) async {
        guard let name = try? DNSName(domain) else { return }
        let survey = await SPFSurvey.survey(name, resolver: resolver)
        steps.append(survey.step)
        if case .found(_, let finding) = survey.root.state {
            judge(finding)
        }
        for problem in survey.problems() {
            switch problem {
            case .severalRecords(let place, _) where place == name: break
            case .tooManyTerms:
                add(
                    .spfTooManyLookups, .cause,
                    "The SPF record of \(domain) needs \(survey.termCount) look-ups, and receivers "
                        + "give up behind the tenth (RFC 7208 §4.6.4).",
                    [
                        .advice(
                            "Leave out: "
                                + Self.heaviest(survey).joined(separator: ", ")
                                + ". Services that sign with DKIM for \(domain) need no include.")
                    ])
            case .lookUpFailed, .overdue:
                add(.lookupFailed, .cause, "\(problem).")
            default:
                add(.spfSyntax, .cause, "\(problem).")
            }
        }
        if let record = survey.root.record, record.finalQualifier == .pass {
            add(
                .spfPermissive, .cause,
                "The SPF record of \(domain) ends in +all: everybody may send for it.",
                [
                    .record(
                        RecordChange(
                            name: domain.text, type: "TXT", removed: [record.text],
                            added: [record.text.replacing("+all", with: "-all")]))
                ])
        }
    }

    private mutating func judge(_ finding: SPFFinding) {
        switch finding {
        case .severalRecords(let records):
            add(
                .spfSeveralRecords, .cause,
                "\(domain) publishes \(records.count) SPF records; with more than one, none counts "
                    + "(RFC 7208 §4.5).",
                [
                    .record(
                        RecordChange(
                            name: domain.text, type: "TXT", removed: records,
                            added: [SPFText.merging(records)]))
                ])
        case .noRecord, .nameNotFound:
            add(
                .spfMissing, .risk,
                "\(domain) has no SPF record. If mail has \(domain) as its return path, SPF says "
                    + "none.",
                [
                    .record(
                        RecordChange(
                            name: domain.text, type: "TXT", added: ["v=spf1 -all"],
                            note: "Put in what sends with this return path; -all alone is right "
                                + "for a domain that is no return path."))
                ])
        default: break
        }
    }

    /// The terms that cost most look-ups, with the number.
    private static func heaviest(_ survey: SPFSurvey) -> [String] {
        survey.root.terms.map { ($0.text, 1 + ($0.branch?.termCount ?? 0)) }
            .sorted { $0.1 > $1.1 }.prefix(3).map { "\($0.0) (\($0.1) look-ups)" }
    }

    // MARK: DKIM

    mutating func judgeKey(_ selector: DomainName, _ resolver: some Resolver) async {
        let name = "\(selector)._domainkey.\(domain)"
        guard let place = try? DomainName(parsing: name) else { return }
        switch await ResolverDKIMKeys(resolver).keyRecords(for: place) {
        case .temporaryFailure(let reason):
            steps.append(EvaluationStep(name, reason, tone: .unsure))
            add(.lookupFailed, .cause, "\(name) could not be looked up: \(reason).")
        case .notFound:
            steps.append(EvaluationStep(name, "no key", tone: .bad))
            add(
                .keyMissing, .cause, "There is no key at \(name).",
                [
                    .record(
                        RecordChange(
                            name: name, type: "TXT", added: ["v=DKIM1; k=rsa; p=…"],
                            note: "Or a CNAME, where the provider hosts the key."))
                ])
        case .records(let texts):
            for text in texts.prefix(4) { judge(DKIMKey(parsing: text), at: name) }
        case .keys(let keys):
            for key in keys { judge(key, at: name) }
        }
    }

    private mutating func judge(_ key: DKIMKey, at name: String) {
        switch key.publicKey {
        case .failure(.keyRevoked):
            steps.append(EvaluationStep(name, "revoked", tone: .bad))
            add(.keyRevoked, .cause, "The key at \(name) is revoked (p= is empty).")
        case .failure(let problem):
            steps.append(EvaluationStep(name, problem.description, tone: .bad))
            add(.keyUnusable, .cause, "The key record at \(name) cannot be used: \(problem).")
        case .success(.rsa(let rsa)) where rsa.sizeInBits < 1024:
            steps.append(EvaluationStep(name, "RSA, \(rsa.sizeInBits) bits", tone: .bad))
            add(
                .keyTooShort, .cause,
                "The key at \(name) has \(rsa.sizeInBits) bits; under 1024 it never counts "
                    + "(RFC 8301 §3.2).",
                [
                    .setting(
                        SettingChange(
                            "Key", before: "\(rsa.sizeInBits) bits",
                            after: "2048 bits, under a new selector",
                            command: "waxwing dkim keygen --bits 2048"))
                ])
        case .success(.rsa(let rsa)):
            steps.append(EvaluationStep(name, "RSA, \(rsa.sizeInBits) bits", tone: .good))
        case .success:
            steps.append(EvaluationStep(name, "Ed25519", tone: .good))
        }
    }
}
