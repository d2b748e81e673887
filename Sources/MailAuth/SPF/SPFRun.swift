import DNS
import MailTypes

/// One check on its way: `check_host()`, with what is counted across all records.
///
/// What waits is `nonisolated(nonsending)`: a check goes through a dozen such functions, and each
/// would otherwise ask again on which thread it runs, an eighth of the time of all.
struct SPFRun {
    let request: SPFRequest
    let address: AddressBits
    let resolver: any Resolver
    let limits: SPFLimits
    let cache: (any SPFRecordCache)?
    let isOverdue: @Sendable () -> Bool

    private(set) var termCount = 0
    private(set) var voidLookUpCount = 0
    /// What ended the check; there is one at most, for the first is the last.
    private(set) var problem: SPFProblem?
    var log = SPFLog()
    var reverseNames = SPFReverseNames()

    init(
        request: SPFRequest, resolver: any Resolver, limits: SPFLimits,
        cache: (any SPFRecordCache)?, isOverdue: @escaping @Sendable () -> Bool
    ) {
        self.request = request
        address = AddressBits(request.address)
        self.resolver = resolver
        self.limits = limits
        self.cache = cache
        self.isOverdue = isOverdue
    }

    /// Finds the record of a domain and evaluates it (RFC 7208 §4.3 to §4.7).
    ///
    /// - Parameter origin: the term that leads there, as an index of the log's.
    nonisolated(nonsending) mutating func checkHost(_ domain: DNSName, from origin: Int? = nil)
        async -> SPFResult
    {
        let finding = await findRecord(of: domain)
        let visit = log.begin(domain, finding, from: origin)
        guard case .record(let record) = finding else {
            problem = finding.problem(at: domain)
            return log.end(visit, after: 0, problem?.result ?? .none)
        }
        var index = 0
        while true {
            // Most terms of most records need no look-up.
            index = record.directives.passingOver(address, from: index)
            guard index < record.directives.count else { break }
            let term = log.note(.directive(index), in: visit)
            let matches = await evaluate(record.directives[index].mechanism, term)
            index += 1
            if matches {
                let result = record.directives[index - 1].qualifier.result
                return log.end(visit, after: index, result)
            }
            if let problem { return log.end(visit, after: index, problem.result) }
        }
        guard let redirect = record.redirect else {
            return log.end(visit, after: index, .neutral)
        }
        let result = await self.redirect(to: redirect, in: visit)
        return log.end(visit, after: index, problem?.result ?? result ?? .permanentError)
    }

    nonisolated(nonsending) private func findRecord(of domain: DNSName) async -> SPFFinding {
        guard domain.hasSeveralLabels else { return .singleLabel }
        guard !isOverdue() else { return .overdue }
        return SPFFinding(await resolver.lookUp(domain, .txt).outcome, cache: cache)
    }

    nonisolated(nonsending) private mutating func evaluate(_ mechanism: SPFMechanism, _ term: Int)
        async -> Bool
    {
        do {
            let matches = try await look(mechanism, term)
            if matches { log.terms[term].outcome = .matched }
            return matches
        } catch {
            interrupt(term, error)
            return false
        }
    }

    nonisolated(nonsending) private mutating func look(
        _ mechanism: SPFMechanism, _ term: Int
    ) async throws(SPFInterruption) -> Bool {
        switch mechanism {
        case .all, .ip4, .ip6:
            return true  // those that do not match were passed over
        case .include(let spec):
            try countTerm(term)
            return try await follow(spec, term) == .pass
        case .a(let spec, let lengths):
            try countTerm(term)
            let name = try await target(spec, term)
            return try await hasAddress(name, lengths, term)
        case .mx(let spec, let lengths):
            try countTerm(term)
            let name = try await target(spec, term)
            return try await hasExchange(name, lengths, term)
        case .exists(let spec):
            try countTerm(term)
            let name = try await target(spec, term)
            return try await !records(.a, of: name, term).isEmpty
        case .ptr(let spec):
            try countTerm(term)
            let name = try await target(spec, term)
            return try await hasReverseName(below: name, term)
        }
    }

    /// Nothing matched: another domain decides (RFC 7208 §6.1).
    nonisolated(nonsending) private mutating func redirect(to spec: SPFDomainSpec, in visit: Int)
        async -> SPFResult?
    {
        let term = log.note(.redirect, in: visit)
        do {
            try countTerm(term)
            let result = try await follow(spec, term)
            log.terms[term].outcome = .followed
            return result
        } catch {
            interrupt(term, error)
            return nil
        }
    }

    /// Evaluates the record of another domain. That there is none is an error for `include` and
    /// `redirect` alike (RFC 7208 §5.2, §6.1), and so is a name that can have none (§4.3).
    nonisolated(nonsending) private mutating func follow(
        _ spec: SPFDomainSpec, _ term: Int
    ) async throws(SPFInterruption) -> SPFResult {
        let name: DNSName
        do {
            name = try await target(spec, term)
        } catch .outcome(.illegalDomain(let text)) {
            throw .problem(
                .illegalDomain(String(decoding: text, as: UTF8.self), term: log.text(of: term)))
        }
        // It would go round until there are too many terms, for nothing is different then.
        guard !log.isReading(name, at: log.terms[term].visit) else {
            throw .problem(.loop(domain: name, term: log.text(of: term)))
        }
        let result = await checkHost(name, from: term)
        if let problem { throw .problem(problem) }
        guard result != .none else {
            // It is counted for those who read the figures; the missing record is the reason.
            if log.ledToNoName(term) { voidLookUpCount += 1 }
            throw .problem(.noRecord(domain: name, term: log.text(of: term)))
        }
        return result
    }
}

/// What is counted, and how a term ends early.
extension SPFRun {
    mutating func countTerm(_ term: Int) throws(SPFInterruption) {
        termCount += 1
        guard termCount <= limits.termLimit else {
            throw .problem(
                .tooManyTerms(
                    limit: limits.termLimit, domain: log.domain(of: term),
                    term: log.text(of: term)))
        }
    }

    /// Counts a term once, however many of its look-ups find nothing: a client that comes by IPv6
    /// asks for the IPv6 addresses of every `mx` host, and those may well have none.
    mutating func countVoidLookUp(_ term: Int) throws(SPFInterruption) {
        guard !log.terms[term].isVoid else { return }
        log.terms[term].isVoid = true
        voidLookUpCount += 1
        guard voidLookUpCount <= limits.voidLookUpLimit else {
            throw .problem(
                .tooManyVoidLookUps(
                    limit: limits.voidLookUpLimit, domain: log.domain(of: term),
                    term: log.text(of: term)))
        }
    }

    private mutating func interrupt(_ term: Int, _ interruption: SPFInterruption) {
        switch interruption {
        case .problem(let problem):
            self.problem = problem
            log.terms[term].outcome = .failed
        case .outcome(let outcome):
            log.terms[term].outcome = outcome
        }
    }
}

/// Why a term is not evaluated to its end.
enum SPFInterruption: Error {
    /// The whole check ends.
    case problem(SPFProblem)
    /// The term alone does.
    case outcome(SPFTermTrace.Outcome)
}

extension [SPFDirective] {
    /// The first from `start` on that matches the client, or that may: the others name networks
    /// in which it is not. The end when there is none.
    fileprivate func passingOver(_ address: AddressBits, from start: Int) -> Int {
        var index = start
        while index < count {
            switch self[index].mechanism {
            case .ip4(let network), .ip6(let network):
                if network.contains(address) { return index }
            case .all, .include, .a, .mx, .ptr, .exists:
                return index
            }
            index += 1
        }
        return index
    }
}
