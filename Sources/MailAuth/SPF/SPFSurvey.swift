public import DNS
import MailTypes

/// What the records of a domain add up to, whatever client comes: its record and those that it
/// includes or redirects to, with the terms in them that query the DNS.
///
/// It answers what people who publish records ask: are there more than ten look-ups, and whose are
/// they; is there a second record; which names do no longer exist.
public struct SPFSurvey: Equatable, Sendable {
    /// One record, with those that its terms lead to.
    public struct Branch: Equatable, Sendable {
        /// The term that leads here; nil for the domain itself.
        public let term: String?
        public let state: State
        /// The terms of the record that query the DNS, in order; those behind `all` left out.
        public internal(set) var terms: [Term] = []

        /// The domain, where it does not hang on the message.
        public var domain: DNSName? {
            switch state {
            case .found(let domain, _), .loop(let domain), .beyondLimit(let domain): domain
            case .dependsOnMessage, .illegalDomain: nil
            }
        }

        public var record: SPFRecord? {
            if case .found(_, .record(let record)) = state { record } else { nil }
        }

        /// How many terms query the DNS, in this record and those below, when nothing matches.
        public var termCount: Int {
            terms.reduce(0) { $0 + 1 + ($1.branch?.termCount ?? 0) }
        }
    }

    public enum State: Equatable, Sendable {
        /// The domain was looked up.
        case found(DNSName, SPFFinding)
        /// Macros make the name, from what only a message tells.
        case dependsOnMessage
        case illegalDomain(String)
        /// The record leads back to itself, so that every check that comes here fails.
        case loop(DNSName)
        /// There were too many records before it, and it was not looked up.
        case beyondLimit(DNSName)
    }

    /// A term that queries the DNS.
    public struct Term: Equatable, Sendable {
        /// As it was written.
        public let text: String
        /// What was found at the names of `a`, `mx` and `exists`; none where they hang on the
        /// message, or were beyond the limit.
        public internal(set) var lookUps: [LookUpTrace] = []
        /// An array, because a value cannot hold one of its own kind.
        private var branches: [Branch] = []

        init(text: String) { self.text = text }

        /// The record that an `include` or `redirect` leads to.
        public internal(set) var branch: Branch? {
            get { branches.first }
            set { branches = newValue.map { [$0] } ?? [] }
        }

        /// Whether it asks for what does not exist; a check survives two of these.
        public var isVoid: Bool { !lookUps.isEmpty && lookUps.allSatisfy(\.isVoid) }
    }

    /// Most look-ups of one survey.
    public static let lookUpLimit = 100

    public let root: Branch

    /// How many terms query the DNS when nothing matches; receivers give up behind the tenth.
    public var termCount: Int { root.termCount }

    /// Every branch: the domain's own first, then each below its term.
    public var branches: [Branch] { Self.all(from: root) }

    /// Whether all records were seen; else ``termCount`` may be too low.
    public var isComplete: Bool {
        branches.allSatisfy { branch in
            switch branch.state {
            case .found(_, .lookUpFailed), .found(_, .overdue): false
            case .found, .loop, .illegalDomain: true
            case .dependsOnMessage, .beyondLimit: false
            }
        }
    }

    /// What receivers will object to, in the order of the records.
    public func problems(limits: SPFLimits = SPFLimits()) -> [SPFProblem] {
        var problems = branches.compactMap(Self.problem)
        if termCount > limits.termLimit, let domain = root.domain {
            let terms = branches.flatMap(\.terms)
            problems.append(
                .tooManyTerms(
                    limit: limits.termLimit, domain: domain,
                    term: terms.dropFirst(limits.termLimit).first?.text ?? ""))
        }
        let voids = branches.flatMap(\.terms).filter(\.isVoid)
        if voids.count > limits.voidLookUpLimit, let domain = root.domain {
            problems.append(
                .tooManyVoidLookUps(
                    limit: limits.voidLookUpLimit, domain: domain,
                    term: voids[limits.voidLookUpLimit].text))
        }
        for lookUp in branches.flatMap(\.terms).flatMap(\.lookUps) where lookUp.type == .mx {
            guard case .records(let records) = lookUp.outcome,
                records.count > limits.exchangeLimit
            else { continue }
            problems.append(
                .tooManyExchanges(
                    limit: limits.exchangeLimit, domain: lookUp.name, count: records.count))
        }
        return problems
    }

    private static func all(from branch: Branch) -> [Branch] {
        [branch] + branch.terms.compactMap(\.branch).flatMap(all)
    }

    private static func problem(of branch: Branch) -> SPFProblem? {
        switch branch.state {
        case .found(let domain, let finding):
            if let problem = finding.problem(at: domain) { return problem }
            guard finding.record == nil, let term = branch.term else { return nil }
            return .noRecord(domain: domain, term: term)
        case .illegalDomain(let text):
            return .illegalDomain(text, term: branch.term ?? "")
        case .loop(let domain):
            return .loop(domain: domain, term: branch.term ?? "")
        case .dependsOnMessage, .beyondLimit:
            return nil
        }
    }
}

extension SPFSurvey {
    /// The records as a tree, each with the terms that query the DNS, for a reader.
    public var step: EvaluationStep { root.step }
}

extension SPFSurvey.Branch {
    fileprivate var step: EvaluationStep {
        let subject = domain.map { "TXT \($0)" } ?? "TXT"
        switch state {
        case .found(let domain, let finding):
            let count = finding.record == nil ? "" : "\(Self.counted(termCount)): "
            return EvaluationStep(
                subject, count + finding.outcome,
                tone: finding.problem(at: domain)?.result.tone ?? .plain,
                steps: terms.map(\.step))
        case .dependsOnMessage:
            return EvaluationStep(subject, "the name hangs on the message")
        case .illegalDomain(let text):
            return EvaluationStep(
                subject, "“\(text.printable())” is no domain name", tone: .bad)
        case .loop:
            return EvaluationStep(subject, "the record leads back to itself", tone: .bad)
        case .beyondLimit:
            return EvaluationStep(subject, "not looked up: too many before it", tone: .unsure)
        }
    }

    private static func counted(_ count: Int) -> String {
        count == 1 ? "1 term with look-ups" : "\(count) terms with look-ups"
    }
}

extension SPFSurvey.Term {
    fileprivate var step: EvaluationStep {
        EvaluationStep(
            text.printable(), isVoid ? "asks for what does not exist" : "",
            tone: isVoid ? .unsure : .plain,
            steps: lookUps.map(\.step) + (branch.map { [$0.step] } ?? []))
    }
}
