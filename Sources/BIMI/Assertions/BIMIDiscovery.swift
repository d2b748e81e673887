public import DNS
public import MailTypes

/// Whose logo is looked for.
public struct BIMIQuery: Equatable, Sendable {
    public var authorDomain: DomainName
    public var organizationalDomain: DomainName
    /// Of the author's address, for domains that have logos by local-part.
    public var localPart: String?
    /// From a signed `BIMI-Selector` field, else the default.
    public var selector: BIMISelector

    public init(
        authorDomain: DomainName, organizationalDomain: DomainName, localPart: String? = nil,
        selector: BIMISelector = .default
    ) {
        self.authorDomain = authorDomain
        self.organizationalDomain = organizationalDomain
        self.localPart = localPart
        self.selector = selector
    }
}

/// A record that was found, and where.
public struct BIMIAssertion: Equatable, Sendable {
    public var record: BIMIRecord
    /// The domain below which it stands.
    public var domain: DomainName
    public var selector: BIMISelector

    public init(record: BIMIRecord, domain: DomainName, selector: BIMISelector) {
        self.record = record
        self.domain = domain
        self.selector = selector
    }

    /// Where it stands: `default._bimi.example.com`.
    public var name: String { "\(selector)._bimi.\(domain)" }
}

/// What looking for an assertion record showed (BIMI draft, “Assertion Record Discovery”).
public enum BIMIDiscovery: Equatable, Sendable {
    case found(BIMIAssertion)
    /// There is none, or there are several, which counts as none.
    case none(reason: String)
    case malformed(BIMIRecordError, name: String)
    case temporaryFailure(reason: String)

    /// Asks for the record at the author domain, then, if there is none, for the one with the same
    /// selector at the organizational domain. There is no falling back to another selector.
    public static func find(_ query: BIMIQuery, resolver: some Resolver) async -> BIMIDiscovery {
        let found = await look(query.selector, query.authorDomain, resolver)
        var discovery = found ?? .none(reason: "no record at the author domain")
        if found == nil, query.organizationalDomain != query.authorDomain {
            discovery =
                await look(query.selector, query.organizationalDomain, resolver)
                ?? .none(reason: "no record at the author or the organizational domain")
        }
        guard case .found(let assertion) = discovery, let localPart = query.localPart,
            let prefixes = assertion.record.localPartPrefixes,
            let selector = BIMISelector(localPart: localPart, prefixes: prefixes)
        else { return discovery }
        // Where the local-part has no record of its own, the domain's stands.
        switch await look(selector, assertion.domain, resolver) {
        case .found(let special)?: return .found(special)
        case .temporaryFailure(let reason)?: return .temporaryFailure(reason: reason)
        case .malformed, Optional.some(.none), nil: return discovery
        }
    }

    /// Nil when there is no record of this version at the name.
    private static func look(
        _ selector: BIMISelector, _ domain: DomainName, _ resolver: some Resolver
    ) async -> BIMIDiscovery? {
        let text = "\(selector)._bimi"
        guard let name = try? DNSName(domain).prefixed(with: text) else { return nil }
        let answer = await resolver.textRecords(of: name)
        if let reason = answer.failureReason { return .temporaryFailure(reason: reason) }
        let records = answer.records.filter(BIMIRecord.isAssertion)
        guard let record = records.first else { return nil }
        guard records.count == 1 else {
            return BIMIDiscovery.none(reason: "\(records.count) records at \(name)")
        }
        do {
            let record = try BIMIRecord(parsing: record)
            return .found(BIMIAssertion(record: record, domain: domain, selector: selector))
        } catch {
            return .malformed(error, name: name.text)
        }
    }
}
