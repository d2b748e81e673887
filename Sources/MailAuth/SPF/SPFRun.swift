import DNS
import MailTypes

/// One check on its way: `check_host()`, with what is counted across all records.
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
    /// The domains whose records are being read, from the first down.
    private var path: [DNSName] = []
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
    mutating func checkHost(_ domain: DNSName) async -> SPFBranch {
        var branch = SPFBranch(domain: domain, finding: await findRecord(of: domain))
        guard case .record(let record) = branch.finding else {
            problem = branch.finding.problem(at: domain)
            branch.result = problem?.result ?? .none
            return branch
        }
        branch.terms.reserveCapacity(min(record.directives.count, 32))
        path.append(domain)
        defer { path.removeLast() }
        for (index, directive) in record.directives.enumerated() {
            let trace = await evaluate(directive, at: index, of: domain)
            branch.terms.append(trace)
            switch trace.outcome {
            case .matched:
                branch.result = directive.qualifier.result
                return branch
            case .failed:
                branch.result = problem?.result ?? .permanentError
                return branch
            case .notMatched, .illegalDomain, .internationalLocalPart, .followed:
                continue
            }
        }
        guard let redirect = record.redirect else {
            branch.result = .neutral
            return branch
        }
        let trace = await self.redirect(to: redirect, of: domain)
        branch.terms.append(trace)
        branch.result = problem?.result ?? trace.branch?.result ?? .permanentError
        return branch
    }

    private func findRecord(of domain: DNSName) async -> SPFFinding {
        guard domain.hasSeveralLabels else { return .singleLabel }
        guard !isOverdue() else { return .overdue }
        return SPFFinding(await resolver.lookUp(domain, .txt).outcome, cache: cache)
    }

    private mutating func evaluate(
        _ directive: SPFDirective, at index: Int, of domain: DNSName
    ) async -> SPFTermTrace {
        var trace = SPFTermTrace(.directive(index))
        // Most terms of most records need no look-up.
        switch directive.mechanism {
        case .all:
            trace.outcome = .matched
            return trace
        case .ip4(let network), .ip6(let network):
            if network.contains(address) { trace.outcome = .matched }
            return trace
        case .include, .a, .mx, .ptr, .exists:
            break
        }
        do {
            let matches = try await look(directive, of: domain, &trace)
            trace.outcome = matches ? .matched : .notMatched
        } catch {
            interrupt(&trace, error)
        }
        return trace
    }

    private mutating func look(
        _ directive: SPFDirective, of domain: DNSName, _ trace: inout SPFTermTrace
    ) async throws(SPFInterruption) -> Bool {
        let place = SPFPlace(domain: domain, term: directive.source)
        try countTerm(at: place)
        switch directive.mechanism {
        case .include(let spec):
            return try await follow(spec, at: place, &trace) == .pass
        case .a(let spec, let lengths):
            let name = try await target(spec, at: place, &trace)
            return try await hasAddress(name, lengths, at: place, &trace)
        case .mx(let spec, let lengths):
            let name = try await target(spec, at: place, &trace)
            return try await hasExchange(name, lengths, at: place, &trace)
        case .exists(let spec):
            let name = try await target(spec, at: place, &trace)
            return try await !records(.a, of: name, at: place, &trace).isEmpty
        case .ptr(let spec):
            let name = try await target(spec, at: place, &trace)
            return try await hasReverseName(below: name, &trace)
        case .all, .ip4, .ip6:
            return false
        }
    }

    /// Nothing matched: another domain decides (RFC 7208 §6.1).
    private mutating func redirect(
        to spec: SPFDomainSpec, of domain: DNSName
    ) async -> SPFTermTrace {
        var trace = SPFTermTrace(.redirect)
        let place = SPFPlace(
            domain: domain, prefix: "redirect=", term: spec.macros.source)
        do {
            try countTerm(at: place)
            _ = try await follow(spec, at: place, &trace)
            trace.outcome = .followed
        } catch {
            interrupt(&trace, error)
        }
        return trace
    }

    /// Evaluates the record of another domain. That there is none is an error for `include` and
    /// `redirect` alike (RFC 7208 §5.2, §6.1), and so is a name that can have none (§4.3).
    private mutating func follow(
        _ spec: SPFDomainSpec, at place: SPFPlace, _ trace: inout SPFTermTrace
    ) async throws(SPFInterruption) -> SPFResult {
        let name: DNSName
        do {
            name = try await target(spec, at: place, &trace)
        } catch .outcome(.illegalDomain(let text)) {
            throw .problem(
                .illegalDomain(String(decoding: text, as: UTF8.self), term: place.text))
        }
        // It would go round until there are too many terms, for nothing is different then.
        guard !path.contains(name) else {
            throw .problem(.loop(domain: name, term: place.text))
        }
        let branch = await checkHost(name)
        trace.branch = branch
        if let problem { throw .problem(problem) }
        guard branch.result != .none else {
            // It is counted for those who read the figures; the missing record is the reason.
            if branch.finding == .nameNotFound { voidLookUpCount += 1 }
            throw .problem(.noRecord(domain: name, term: place.text))
        }
        return branch.result
    }
}

/// What is counted, and how a term ends early.
extension SPFRun {
    mutating func countTerm(at place: SPFPlace) throws(SPFInterruption) {
        termCount += 1
        guard termCount <= limits.termLimit else {
            throw .problem(
                .tooManyTerms(limit: limits.termLimit, domain: place.domain, term: place.text))
        }
    }

    /// Counts a term once, however many of its look-ups find nothing: a client that comes by IPv6
    /// asks for the IPv6 addresses of every `mx` host, and those may well have none.
    mutating func countVoidLookUp(
        at place: SPFPlace, _ trace: inout SPFTermTrace
    ) throws(SPFInterruption) {
        guard !trace.isVoid else { return }
        trace.isVoid = true
        voidLookUpCount += 1
        guard voidLookUpCount <= limits.voidLookUpLimit else {
            throw .problem(
                .tooManyVoidLookUps(
                    limit: limits.voidLookUpLimit, domain: place.domain, term: place.text))
        }
    }

    private mutating func interrupt(_ trace: inout SPFTermTrace, _ interruption: SPFInterruption) {
        switch interruption {
        case .problem(let problem):
            self.problem = problem
            trace.outcome = .failed
        case .outcome(let outcome):
            trace.outcome = outcome
        }
    }
}

/// Where a term stands, for the sentence that says what is wrong with it.
struct SPFPlace {
    let domain: DNSName
    var prefix = ""
    let term: ArraySlice<UInt8>

    var text: String { prefix + String(decoding: term, as: UTF8.self) }
}

/// Why a term is not evaluated to its end.
enum SPFInterruption: Error {
    /// The whole check ends.
    case problem(SPFProblem)
    /// The term alone does.
    case outcome(SPFTermTrace.Outcome)
}
