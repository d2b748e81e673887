public import DNS
public import MailTypes

/// The walk from a name up to its top-level domain that finds policy records and Organizational
/// Domains (RFC 9989 §4.10).
///
///     a.mail.example.com → mail.example.com → example.com → com
public struct DMARCTreeWalk: Equatable, Sendable {
    /// Most look-ups of one walk (§4.10). A longer name loses its middle.
    public static let queryLimit = 8

    public let start: DomainName
    /// The look-ups that were made, from the longest name to the shortest.
    public private(set) var queries: [DMARCQuery] = []

    /// Walks from `start`; see ``names(from:)`` for the way.
    public init(from start: DomainName, resolver: some Resolver) async {
        var lookups = DMARCLookups(resolver)
        await self.init(from: start, &lookups)
    }

    /// The walk ends at a record with `psd=y` or `psd=n`, and where a look-up fails: beyond that
    /// nothing would be certain.
    init(from start: DomainName, _ lookups: inout DMARCLookups) async {
        self.start = start
        for name in Self.names(from: start) {
            let query = await lookups.query(name)
            queries.append(query)
            if query.failureReason != nil { return }
            if let record = query.record, record.publicSuffix != .unspecified { return }
        }
    }

    /// The names of a walk: the name itself, then its parents, of which only those with seven
    /// labels or fewer count.
    public static func names(from start: DomainName) -> [DomainName] {
        var names = [start]
        var count = start.labels.count
        var name = start
        while let parent = name.parent {
            count -= 1
            name = parent
            if count < queryLimit { names.append(parent) }
        }
        return names
    }

    /// Why the walk could not be finished.
    public var failureReason: String? { queries.last?.failureReason }

    /// The top of the administration that `start` belongs to (§4.10.2); nil when a look-up failed.
    public var organizationalDomain: DomainName? {
        guard failureReason == nil else { return nil }
        for query in queries {
            switch query.record?.publicSuffix {
            case .isOrganizational: return query.domain
            // A public suffix is its own Organizational Domain.
            case .isPublicSuffix where query.domain != start: return child(of: query.domain)
            case .isPublicSuffix, .unspecified, nil: continue
            }
        }
        return queries.last { $0.record != nil }?.domain ?? start
    }

    /// The record that applies to mail from `start` (§4.10.1): its own, else that of its
    /// Organizational Domain, else that of the public suffix above.
    public var policy: DMARCQuery? {
        if let own = queries.first, own.record != nil { return own }
        guard let organizationalDomain else { return nil }
        return queries.first { $0.domain == organizationalDomain && $0.record != nil }
            ?? queries.first { $0.record?.publicSuffix == .isPublicSuffix }
    }

    /// The name on the way from `domain` to `start` that is one label longer than `domain`.
    private func child(of domain: DomainName) -> DomainName {
        var name = start
        while let parent = name.parent, parent != domain { name = parent }
        return name
    }
}
