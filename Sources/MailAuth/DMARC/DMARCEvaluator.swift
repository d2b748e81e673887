public import DNS
public import MailTypes

/// Evaluates DMARC (RFC 9989 §5.3): finds the policy of the author domain, and whether SPF or DKIM
/// speaks for it.
///
///     let evaluation = await DMARCEvaluator().evaluate(
///         authors: DMARCAuthors(message.headerSection),
///         spf: DMARCEvaluator.SPFInput(.pass, domain: "bounces.example.com"),
///         dkim: [DMARCEvaluator.DKIMInput(.pass, domain: "example.com", selector: "s1")],
///         resolver: resolver)
public struct DMARCEvaluator: Sendable {
    /// What SPF found about the MAIL FROM identity.
    ///
    /// For a null reverse-path that is `postmaster` at the HELO name (RFC 9989 §4.4.2); a check of
    /// the HELO identity itself is never an input.
    public struct SPFInput: Equatable, Sendable {
        public var result: DMARCMechanismResult
        public var domain: DomainName

        public init(_ result: DMARCMechanismResult, domain: DomainName) {
            self.result = result
            self.domain = domain
        }
    }

    /// What the verification of one signature found.
    public struct DKIMInput: Equatable, Sendable {
        public var result: DMARCMechanismResult
        public var domain: DomainName  // d=
        public var selector: String?  // s=

        public init(
            _ result: DMARCMechanismResult, domain: DomainName, selector: String? = nil
        ) {
            self.result = result
            self.domain = domain
            self.selector = selector
        }
    }

    /// How Organizational Domains are found.
    public enum OrganizationalDomains: Sendable {
        /// As RFC 9989 §4.10 has it.
        case treeWalk
        /// As RFC 7489 §3.2 had it: the closure knows a list of public suffixes, and gives nil for
        /// a name that is one of them. For comparison, and for what receivers of old do.
        case publicSuffixList(@Sendable (DomainName) -> DomainName?)
    }

    /// Most signing domains whose Organizational Domain is looked up; no message needs as many.
    public static let signatureWalkLimit = 10

    public var organizationalDomains = OrganizationalDomains.treeWalk

    /// Whether `p=reject` alone is enough to refuse a message.
    ///
    /// RFC 9989 §7.4 forbids that, since mailing lists and forwarders break what DMARC checks:
    /// without other knowledge such a message is quarantined, and the override says so.
    public var rejectsOnPolicyAlone = false

    /// Finds out, at the price of more look-ups, what the result does not depend on: the
    /// Organizational Domain in all cases, and the alignment of what did not pass.
    public var isThorough = false

    public init() {}

    /// Evaluates a message.
    ///
    /// With several author domains each is evaluated, and the worst outcome is the message's: it
    /// passes only when all of them do (§11.5).
    public func evaluate(
        authors: DMARCAuthors, spf: SPFInput?, dkim: [DKIMInput], resolver: some Resolver
    ) async -> DMARCEvaluation {
        var evaluations: [DMARCEvaluation] = []
        for domain in authors.domains {
            var run = DMARCEvaluationRun(self, authors, authorDomain: domain, resolver: resolver)
            evaluations.append(await run.evaluate(spf: spf, dkim: dkim))
        }
        for case .invalidDomain(let domain) in authors.problems {
            evaluations.append(
                DMARCEvaluation(
                    .permerror, .invalidAuthorDomain(domain), authors: authors, method: method))
        }
        guard
            let worst = evaluations.indices.max(by: { evaluations[$0].rank < evaluations[$1].rank })
        else {
            return DMARCEvaluation(.none, .noAuthorDomain, authors: authors, method: method)
        }
        var evaluation = evaluations.remove(at: worst)
        evaluation.others = evaluations
        return evaluation
    }

    /// Evaluates mail of one author domain.
    public func evaluate(
        authorDomain: DomainName, spf: SPFInput?, dkim: [DKIMInput], resolver: some Resolver
    ) async -> DMARCEvaluation {
        await evaluate(
            authors: DMARCAuthors(domain: authorDomain), spf: spf, dkim: dkim, resolver: resolver)
    }

    var method: DMARCEvaluation.DiscoveryMethod {
        switch organizationalDomains {
        case .treeWalk: .treeWalk
        case .publicSuffixList: .publicSuffixList
        }
    }

    /// The Organizational Domain of any name; nil when a look-up failed, with its reason.
    func organizationalDomain(
        of domain: DomainName, _ lookups: inout DMARCLookups
    ) async -> (domain: DomainName?, reason: String) {
        switch organizationalDomains {
        case .publicSuffixList(let find): return (find(domain) ?? domain, "")
        case .treeWalk:
            let walk = await DMARCTreeWalk(from: domain, &lookups)
            return (walk.organizationalDomain, walk.failureReason ?? "")
        }
    }
}

extension DMARCEvaluation {
    /// How much the outcome speaks against the message.
    fileprivate var rank: Int {
        switch (result, policy?.applied) {
        case (.pass, _): 0
        case (.none, _): 1
        case (.fail, .some(.none)), (.fail, nil): 2
        case (.permerror, _): 3
        case (.temperror, _): 4
        case (.fail, .quarantine): 5
        case (.fail, .reject): 6
        }
    }
}
