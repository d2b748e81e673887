public import DNS
import MailTypes

extension SPFSurvey {
    /// Looks up the record of `domain` and those that it leads to.
    ///
    /// Names that macros make are followed when the domain alone decides them (`%{d}`, `%{o}`).
    public static func survey(_ domain: DNSName, resolver: some Resolver) async -> SPFSurvey {
        var surveyor = Surveyor(domain: domain, resolver: resolver)
        return SPFSurvey(root: await surveyor.look(at: domain, term: nil, path: []))
    }
}

private struct Surveyor<Source: Resolver> {
    let resolver: Source
    /// Any mail of the domain: what else it says is not asked for.
    let request: SPFRequest
    var lookUpCount = 0

    init(domain: DNSName, resolver: Source) {
        self.resolver = resolver
        request = SPFRequest(
            sender: "@\(domain)", helo: domain.text, address: .v4([0, 0, 0, 0]))
    }

    mutating func look(
        at domain: DNSName, term: String?, path: [DNSName]
    ) async -> SPFSurvey.Branch {
        guard !path.contains(domain) else {
            return SPFSurvey.Branch(term: term, state: .loop(domain))
        }
        guard domain.hasSeveralLabels else {
            return SPFSurvey.Branch(term: term, state: .found(domain, .singleLabel))
        }
        guard let outcome = await ask(.txt, of: domain)?.outcome else {
            return SPFSurvey.Branch(term: term, state: .beyondLimit(domain))
        }
        var branch = SPFSurvey.Branch(term: term, state: .found(domain, SPFFinding(outcome)))
        guard let record = branch.record else { return branch }
        for directive in record.effectiveDirectives where directive.mechanism.queriesDNS {
            branch.terms.append(await look(at: directive, of: domain, path: path + [domain]))
        }
        if let redirect = record.effectiveRedirect {
            var term = SPFSurvey.Term(text: "redirect=\(redirect.text)")
            term.branch = await follow(
                redirect, of: domain, term: term.text, path: path + [domain])
            branch.terms.append(term)
        }
        return branch
    }

    private mutating func look(
        at directive: SPFDirective, of domain: DNSName, path: [DNSName]
    ) async -> SPFSurvey.Term {
        var term = SPFSurvey.Term(text: directive.text)
        switch directive.mechanism {
        case .include(let spec):
            term.branch = await follow(spec, of: domain, term: term.text, path: path)
        case .a(let spec, _):
            await note([.a, .aaaa], of: spec, in: domain, &term)
        case .mx(let spec, _):
            await note([.mx], of: spec, in: domain, &term)
        case .exists(let spec):
            await note([.a], of: spec, in: domain, &term)
        case .ptr, .all, .ip4, .ip6:
            break
        }
        return term
    }

    private mutating func follow(
        _ spec: SPFDomainSpec, of domain: DNSName, term: String, path: [DNSName]
    ) async -> SPFSurvey.Branch {
        switch target(of: spec, in: domain) {
        case .name(let name): await look(at: name, term: term, path: path)
        case .dependsOnMessage: SPFSurvey.Branch(term: term, state: .dependsOnMessage)
        case .illegal(let text): SPFSurvey.Branch(term: term, state: .illegalDomain(text))
        }
    }

    private mutating func note(
        _ types: [DNSRecordType], of spec: SPFDomainSpec?, in domain: DNSName,
        _ term: inout SPFSurvey.Term
    ) async {
        guard case .name(let name) = target(of: spec, in: domain) else { return }
        for type in types {
            if let lookUp = await ask(type, of: name) { term.lookUps.append(lookUp) }
        }
    }

    private enum Target {
        case name(DNSName)
        case dependsOnMessage
        case illegal(String)
    }

    private func target(of spec: SPFDomainSpec?, in domain: DNSName) -> Target {
        guard let macros = spec?.macros else { return .name(domain) }
        guard macros.letters.allSatisfy({ $0 == .domain || $0 == .senderDomain }) else {
            return .dependsOnMessage
        }
        let text = macros.expandedDomain(
            with: SPFMacroValues(request: request, domain: domain))
        return DNSName(dotted: text).map { .name($0) }
            ?? .illegal(String(decoding: text, as: UTF8.self))
    }

    /// Nil when there were too many before.
    private mutating func ask(_ type: DNSRecordType, of name: DNSName) async -> LookUpTrace? {
        guard lookUpCount < SPFSurvey.lookUpLimit else { return nil }
        lookUpCount += 1
        return LookUpTrace(
            name: name, type: type, outcome: await resolver.lookUp(name, type).outcome)
    }
}
