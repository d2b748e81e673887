public import DNS
public import MailTypes

/// Whether reports may go where a record wants them (RFC 9990 §4).
///
/// Without the check a record could have everybody's reports sent to a victim.
public struct DMARCReportDestination: Equatable, Sendable {
    public enum Kind: String, Sendable {
        case aggregate = "rua"
        case failure = "ruf"
    }

    public enum Verdict: Equatable, Sendable {
        /// The host belongs to the organization of the record.
        case sameOrganization
        /// The host has said that it takes reports about the domain.
        case authorized
        /// It has, and names other addresses of its own to write to.
        case replaced(by: [DMARCReportURI])
        /// It has, but names an address elsewhere; reports go to neither (§4 step 9).
        case replacedElsewhere
        case unauthorized
        /// The URI names no host, so nobody can be asked.
        case noHost
        /// The name to look at would be too long for the DNS.
        case nameTooLong
        /// May be tried again later.
        case lookupFailed(reason: String)
        /// Public suffixes get no failure reports: those tell of messages (RFC 9990 §7.3).
        case publicSuffix
        /// One of more than ``DMARCReportDestination/countLimit`` URIs.
        case beyondLimit
    }

    /// Most URIs of one record that are looked at.
    public static let countLimit = 20

    public var uri: DMARCReportURI
    public var verdict: Verdict

    /// Where reports go.
    public var targets: [DMARCReportURI] {
        switch verdict {
        case .sameOrganization, .authorized: [uri]
        case .replaced(let uris): uris
        case .replacedElsewhere, .unauthorized, .noHost, .nameTooLong, .lookupFailed,
            .publicSuffix, .beyondLimit:
            []
        }
    }

    /// Checks the destinations of the record found at `recordDomain`.
    public static func verify(
        _ kind: Kind, of record: DMARCRecord, at recordDomain: DomainName,
        evaluator: DMARCEvaluator = DMARCEvaluator(), resolver: some Resolver
    ) async -> [DMARCReportDestination] {
        let uris: [DMARCReportURI]
        switch kind {
        case .aggregate: uris = record.aggregateReportURIs
        case .failure: uris = record.failureReportURIs
        }
        guard kind == .aggregate || record.publicSuffix != .isPublicSuffix else {
            return uris.map { DMARCReportDestination(uri: $0, verdict: .publicSuffix) }
        }
        let domain = recordDomain.aLabelForm ?? recordDomain
        var check = DMARCDestinationCheck(kind, domain, evaluator, resolver)
        var destinations: [DMARCReportDestination] = []
        for (index, uri) in uris.enumerated() {
            let verdict = index < countLimit ? await check.verdict(of: uri) : .beyondLimit
            destinations.append(DMARCReportDestination(uri: uri, verdict: verdict))
        }
        return destinations
    }
}

/// The check of one record's destinations; look-ups are shared.
private struct DMARCDestinationCheck {
    private let kind: DMARCReportDestination.Kind
    private let recordDomain: DomainName
    private let evaluator: DMARCEvaluator
    private let resolver: any Resolver
    private var lookups: DMARCLookups
    /// What hosts that were asked had to say.
    private var answers: [DomainName: ResolverAnswer<[UInt8]>] = [:]

    init(
        _ kind: DMARCReportDestination.Kind, _ recordDomain: DomainName,
        _ evaluator: DMARCEvaluator, _ resolver: any Resolver
    ) {
        self.kind = kind
        self.recordDomain = recordDomain
        self.evaluator = evaluator
        self.resolver = resolver
        lookups = DMARCLookups(resolver)
    }

    mutating func verdict(of uri: DMARCReportURI) async -> DMARCReportDestination.Verdict {
        guard let written = uri.host, let host = written.aLabelForm else { return .noHost }
        guard host != recordDomain else { return .sameOrganization }
        // Names without a label in common have no organization in common.
        if host.labels.last == recordDomain.labels.last {
            let mine = await organizationalDomain(of: recordDomain)
            let theirs = await organizationalDomain(of: host)
            guard let domain = mine.domain, let other = theirs.domain else {
                return .lookupFailed(reason: mine.domain == nil ? mine.reason : theirs.reason)
            }
            if domain == other { return .sameOrganization }
        }
        return await authorization(by: host)
    }

    private mutating func authorization(
        by host: DomainName
    ) async -> DMARCReportDestination.Verdict {
        let answer: ResolverAnswer<[UInt8]>
        if let known = answers[host] {
            answer = known
        } else {
            guard let name = try? host.prefixed(with: "\(recordDomain)._report._dmarc"),
                let dnsName = try? DNSName(name)
            else { return .nameTooLong }
            answer = await resolver.textRecords(of: dnsName)
            answers[host] = answer
        }
        if let reason = answer.failureReason { return .lookupFailed(reason: reason) }
        let records = answer.records.compactMap { DMARCRecord(parsing: $0) }
        guard !records.isEmpty else { return .unauthorized }
        let replacements = records.flatMap {
            kind == .aggregate ? $0.aggregateReportURIs : $0.failureReportURIs
        }
        guard !replacements.isEmpty else { return .authorized }
        guard replacements.allSatisfy({ $0.host?.aLabelForm == host }) else {
            return .replacedElsewhere
        }
        return .replaced(by: Array(replacements.prefix(DMARCReportDestination.countLimit)))
    }

    private mutating func organizationalDomain(
        of domain: DomainName
    ) async -> (domain: DomainName?, reason: String) {
        await evaluator.organizationalDomain(of: domain, &lookups)
    }
}
