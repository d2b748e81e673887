import DNS

/// What one check did, in flat lists and as little of it as tells the rest: most checks are never
/// asked how they came about. ``SPFBranch`` is made from it for those that are.
///
/// Terms that need no look-up and do not match are not noted, but counted.
struct SPFLog: Equatable, Sendable {
    /// A domain whose record was looked up.
    struct Visit: Equatable, Sendable {
        let domain: DNSName
        let finding: SPFFinding
        /// The term that led here, as an index of ``SPFLog/terms``; nil for the first domain.
        let origin: Int?
        /// How many directives of the record were evaluated, from the first.
        var triedCount = 0
        var result = SPFResult.none
    }

    /// A term that asked, matched or ended the check.
    struct Term: Equatable, Sendable {
        /// Where it stands, as an index of ``SPFLog/visits``.
        let visit: Int
        let term: SPFTermTrace.Term
        var target: DNSName?
        var outcome = SPFTermTrace.Outcome.notMatched
        /// Where it led, as an index of ``SPFLog/visits``.
        var destination: Int?
        /// Whether it counts as one that asked for what does not exist.
        var isVoid = false
    }

    /// A question that a term asked.
    struct Question: Equatable, Sendable {
        /// An index of ``SPFLog/terms``.
        let term: Int
        let trace: LookUpTrace
    }

    private(set) var visits: [Visit] = []
    var terms: [Term] = []
    private var questions: [Question] = []

    mutating func begin(_ domain: DNSName, _ finding: SPFFinding, from origin: Int?) -> Int {
        let visit = visits.count
        if visit == 0 { reserveCapacity() }
        visits.append(Visit(domain: domain, finding: finding, origin: origin))
        if let origin { terms[origin].destination = visit }
        return visit
    }

    /// Room for what most checks do, so that nothing has to grow.
    private mutating func reserveCapacity() {
        visits.reserveCapacity(4)
        terms.reserveCapacity(8)
        questions.reserveCapacity(8)
    }

    mutating func end(_ visit: Int, after triedCount: Int, _ result: SPFResult) -> SPFResult {
        visits[visit].triedCount = triedCount
        visits[visit].result = result
        return result
    }

    mutating func note(_ term: SPFTermTrace.Term, in visit: Int) -> Int {
        terms.append(Term(visit: visit, term: term))
        return terms.count - 1
    }

    mutating func note(_ trace: LookUpTrace, of term: Int) {
        questions.append(Question(term: term, trace: trace))
    }

    /// Whether the record of `domain` is being read at `visit`, or above it.
    func isReading(_ domain: DNSName, at visit: Int) -> Bool {
        var current: Int? = visit
        while let index = current {
            if visits[index].domain == domain { return true }
            current = visits[index].origin.map { terms[$0].visit }
        }
        return false
    }

    /// The text of a term, for the sentence that says what is wrong with it.
    func text(of term: Int) -> String {
        guard let record = visits[terms[term].visit].finding.record else { return "" }
        switch terms[term].term {
        case .directive(let index): return record.directives[index].text
        case .redirect: return "redirect=\(record.redirect?.text ?? "")"
        case .explanation: return "exp=\(record.explanation?.text ?? "")"
        }
    }

    func domain(of term: Int) -> DNSName { visits[terms[term].visit].domain }

    /// Whether a term led to a name that does not exist.
    func ledToNoName(_ term: Int) -> Bool {
        terms[term].destination.map { visits[$0].finding == .nameNotFound } ?? false
    }
}

extension SPFLog {
    /// The visit whose record decided: the first, or the one that it redirects to.
    var deciding: Int? {
        guard var visit = visits.indices.first else { return nil }
        while let next = lastTerm(of: visit), next.term == .redirect,
            let destination = next.destination
        {
            visit = destination
        }
        return visit
    }

    /// The mechanism that matched in the record of a visit.
    func match(in visit: Int) -> SPFDirective? {
        guard let last = lastTerm(of: visit), last.outcome == .matched,
            case .directive(let index) = last.term
        else { return nil }
        return visits[visit].finding.record?.directives[index]
    }

    private func lastTerm(of visit: Int) -> Term? {
        terms.last { $0.visit == visit && $0.term != .explanation }
    }

    /// What became of a visit, with all its terms and those behind them.
    func branch(_ index: Int) -> SPFBranch {
        let visit = visits[index]
        var branch = SPFBranch(domain: visit.domain, finding: visit.finding)
        branch.result = visit.result
        branch.terms = (0..<visit.triedCount).map { SPFTermTrace(.directive($0)) }
        for term in terms.indices where terms[term].visit == index {
            switch terms[term].term {
            case .directive(let place): branch.terms[place] = trace(of: term)
            case .redirect: branch.terms.append(trace(of: term))
            case .explanation: break  // told apart from the terms that decide
            }
        }
        return branch
    }

    /// What became of the look-up of an explanation.
    var explanationTrace: SPFTermTrace? {
        terms.lastIndex { $0.term == .explanation }.map(trace)
    }

    private func trace(of index: Int) -> SPFTermTrace {
        let term = terms[index]
        var trace = SPFTermTrace(term.term)
        trace.target = term.target
        trace.outcome = term.outcome
        trace.lookUps = questions.filter { $0.term == index }.map(\.trace)
        trace.branch = term.destination.map(branch)
        return trace
    }
}
