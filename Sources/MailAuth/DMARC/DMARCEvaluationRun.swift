import DNS
import MailTypes

/// The evaluation of one author domain, step by step as RFC 9989 §5.3 has it.
struct DMARCEvaluationRun {
    private let evaluator: DMARCEvaluator
    private let authorDomain: DomainName
    private var lookups: DMARCLookups
    private var evaluation: DMARCEvaluation
    /// How many walks may still be made for signatures.
    private var walksLeft = DMARCEvaluator.signatureWalkLimit
    /// Whether a failed look-up left it open which policy applies.
    private var hasUnknownPolicy = false

    init(
        _ evaluator: DMARCEvaluator, _ authors: DMARCAuthors, authorDomain: DomainName,
        resolver: any Resolver
    ) {
        self.evaluator = evaluator
        self.authorDomain = authorDomain
        lookups = DMARCLookups(resolver)
        evaluation = DMARCEvaluation(.none, authors: authors, method: evaluator.method)
        evaluation.authorDomain = authorDomain
    }

    mutating func evaluate(
        spf: DMARCEvaluator.SPFInput?, dkim: [DMARCEvaluator.DKIMInput]
    ) async -> DMARCEvaluation {
        await findPolicy()
        takeIdentifiers(spf, dkim)
        if let record = applicableRecord {
            await align(record)
            await choosePolicy(record)
            decide()
        } else if evaluator.isThorough {
            evaluation.organizationalDomain = await organizationalDomain(of: authorDomain).domain
        }
        evaluation.queries = lookups.queries
        return evaluation
    }

    /// The record, unless there is a reason to apply none.
    private var applicableRecord: DMARCRecord? {
        guard evaluation.reason == nil else { return nil }
        return evaluation.record
    }

    // MARK: Policy discovery (§4.10.1)

    private mutating func findPolicy() async {
        let own = await lookups.query(authorDomain)
        if note(own) { return }
        switch evaluator.organizationalDomains {
        case .treeWalk:
            let walk = await DMARCTreeWalk(from: authorDomain, &lookups)
            if let failed = walk.queries.last, note(failed, onlyFailure: true) { return }
            evaluation.organizationalDomain = walk.organizationalDomain
            if let policy = walk.policy, note(policy) { return }
        case .publicSuffixList(let find):
            if noteSeveral(own) { return }
            let domain = find(authorDomain) ?? authorDomain
            evaluation.organizationalDomain = domain
            let query = await lookups.query(domain)
            if note(query) || noteSeveral(query) { return }
        }
        evaluation.reason = .noRecord
    }

    /// Takes what ends the discovery: a record, or a failure.
    private mutating func note(_ query: DMARCQuery, onlyFailure: Bool = false) -> Bool {
        if let reason = query.failureReason {
            evaluation.result = .temperror
            evaluation.reason = .lookupFailed(name: query.name, reason: reason)
            return true
        }
        guard !onlyFailure, let record = query.record else { return false }
        evaluation.record = record
        evaluation.recordDomain = query.domain
        if record.standing == .notApplied { evaluation.reason = .unusableRecord }
        return true
    }

    /// RFC 7489 §6.6.3 step 5: several records end the discovery.
    private mutating func noteSeveral(_ query: DMARCQuery) -> Bool {
        guard case .severalRecords = query.outcome else { return false }
        evaluation.reason = .severalRecords(query.domain)
        return true
    }

    // MARK: Identifiers and their alignment (§4.10.2)

    private mutating func takeIdentifiers(
        _ spf: DMARCEvaluator.SPFInput?, _ dkim: [DMARCEvaluator.DKIMInput]
    ) {
        let record = evaluation.record
        if let spf {
            evaluation.identifiers.append(
                DMARCIdentifier(
                    mechanism: .spf, result: spf.result,
                    domain: spf.domain.aLabelForm ?? spf.domain,
                    mode: record?.spfAlignment ?? .relaxed, alignment: .notEvaluated))
        }
        for signature in dkim {
            evaluation.identifiers.append(
                DMARCIdentifier(
                    mechanism: .dkim, result: signature.result,
                    domain: signature.domain.aLabelForm ?? signature.domain,
                    selector: signature.selector, mode: record?.dkimAlignment ?? .relaxed,
                    alignment: .notEvaluated))
        }
    }

    private mutating func align(_ record: DMARCRecord) async {
        if evaluator.isThorough, evaluation.organizationalDomain == nil {
            evaluation.organizationalDomain = await organizationalDomain(of: authorDomain).domain
        }
        for index in evaluation.identifiers.indices {
            var identifier = evaluation.identifiers[index]
            await align(&identifier)
            evaluation.identifiers[index] = identifier
        }
        // A record at the common domain makes it the Organizational Domain, without a walk.
        if evaluation.organizationalDomain == nil, evaluation.recordDomain == authorDomain,
            evaluation.identifiers.contains(where: { $0.alignment == .strict })
        {
            evaluation.organizationalDomain = authorDomain
        }
    }

    private mutating func align(_ identifier: inout DMARCIdentifier) async {
        if identifier.domain == authorDomain {
            identifier.alignment = .strict
            identifier.organizationalDomain = evaluation.organizationalDomain
            return
        }
        let counts = identifier.result == .pass || identifier.result == .temperror
        guard counts || evaluator.isThorough else { return }
        // No walk can bring together what has no label in common.
        guard identifier.mode == .relaxed || evaluator.isThorough,
            identifier.domain.labels.last == authorDomain.labels.last
        else {
            identifier.alignment = .none
            return
        }
        if evaluation.organizationalDomain == nil {
            let found = await organizationalDomain(of: authorDomain)
            guard let domain = found.domain else {
                identifier.alignment = .unknown(reason: found.reason)
                return
            }
            evaluation.organizationalDomain = domain
        }
        await compare(&identifier)
    }

    private mutating func compare(_ identifier: inout DMARCIdentifier) async {
        // The Organizational Domain of a name is the name or one above it. What is not below the
        // author's cannot have the same.
        guard let target = evaluation.organizationalDomain,
            identifier.domain.isEqualToOrBelow(target)
        else {
            identifier.alignment = .none
            return
        }
        if identifier.mechanism == .dkim {
            guard walksLeft > 0 else { return }
            walksLeft -= 1
        }
        let found = await organizationalDomain(of: identifier.domain)
        guard let domain = found.domain else {
            identifier.alignment = .unknown(reason: found.reason)
            return
        }
        identifier.organizationalDomain = domain
        identifier.alignment = domain == target ? .relaxed : .none
    }

    private mutating func organizationalDomain(
        of domain: DomainName
    ) async -> (domain: DomainName?, reason: String) {
        await evaluator.organizationalDomain(of: domain, &lookups)
    }

    // MARK: Policy and disposition (§4.7, §5.3.6, §7.4)

    private mutating func choosePolicy(_ record: DMARCRecord) async {
        guard record.standing == .asPublished, let policy = record.policy else {
            evaluation.policy = .init(source: .assumed, published: .none, applied: .none)
            return
        }
        var choice = DMARCEvaluation.AppliedPolicy(source: .p, published: policy, applied: policy)
        if evaluation.recordDomain != authorDomain {
            if let policy = record.subdomainPolicy {
                choice.source = .sp
                choice.published = policy
            }
            if let policy = record.nonexistentDomainPolicy, policy != choice.published {
                choice.authorDomainExists = await lookups.exists(authorDomain)
                if choice.authorDomainExists == false {
                    choice.source = .np
                    choice.published = policy
                }
                hasUnknownPolicy = choice.authorDomainExists == nil
            }
        }
        choice.applied = record.isTesting ? choice.published.softened : choice.published
        evaluation.policy = choice
    }

    private mutating func decide() {
        guard let policy = evaluation.policy else { return }
        if evaluation.identifiers.contains(where: \.isAlignedPass) {
            evaluation.result = .pass
            evaluation.disposition = policy.published == .none ? .none : .pass
            return
        }
        if hasUnknownPolicy || evaluation.identifiers.contains(where: \.isUndecided) {
            evaluation.result = .temperror
            evaluation.reason =
                hasUnknownPolicy
                ? .lookupFailed(name: authorDomain.text, reason: "whether it exists is unknown")
                : .mechanismUndecided
            return
        }
        evaluation.result = .fail
        if policy.applied != policy.published {
            evaluation.overrides.append(.init(.policyTestMode))
        }
        switch policy.applied {
        case .none: evaluation.disposition = .none
        case .quarantine: evaluation.disposition = .quarantine
        case .reject where evaluator.rejectsOnPolicyAlone: evaluation.disposition = .reject
        case .reject:
            evaluation.disposition = .quarantine
            evaluation.overrides.append(
                .init(.localPolicy, comment: "p=reject alone is no reason to refuse"))
        }
    }
}
