/// Looks into zones of our own first, and asks the next resolver about everything else.
///
/// Aliases are followed across the border in both directions: one in our zones may lead outside,
/// and one outside (`token._domainkey.example.com`) may lead into our zones.
public struct LayeredResolver: Resolver {
    private let first: ZoneStore
    private let next: any Resolver

    public init(first: ZoneStore, next: any Resolver) {
        self.first = first
        self.next = next
    }

    public func lookUp(_ name: DNSName, _ type: DNSRecordType) async -> DNSAnswer {
        let zones = first.zones
        let trail = zones.follow(name, type)
        if let answer = trail.answer { return answer }
        var outside = await next.lookUp(trail.name, type)
        if let entry = outside.firstTarget(in: zones) {
            outside = await outside.continued(from: entry, in: zones, next: next, type)
        }
        guard !trail.aliases.isEmpty else { return outside }
        outside.aliases = trail.aliases.map(\.name) + outside.aliases
        outside.ttl = trail.aliases.map(\.ttl).reduce(outside.ttl, min)
        outside.isSecure = false  // nothing proves the aliases of our zones
        return outside
    }
}

extension DNSAnswer {
    /// The first name behind an alias that belongs to `zones`.
    fileprivate func firstTarget(in zones: ZoneSet) -> DNSName? {
        guard !aliases.isEmpty else { return nil }
        return (aliases.dropFirst() + [canonicalName]).first { zones.apex(above: $0) != nil }
    }

    /// This answer up to `entry`, and from there on what our zones say. The next resolver is asked
    /// once more at most, about an alias that leads out again.
    fileprivate func continued(
        from entry: DNSName, in zones: ZoneSet, next: any Resolver, _ type: DNSRecordType
    ) async -> DNSAnswer {
        let trail = zones.follow(entry, type)
        var answer: DNSAnswer
        if let known = trail.answer {
            answer = known
        } else {
            answer = await next.lookUp(trail.name, type)
            answer.aliases = trail.aliases.map(\.name) + answer.aliases
        }
        let before = aliases.prefix { $0 != entry }
        answer.aliases = before + answer.aliases
        answer.ttl = min(answer.ttl, ttl)
        answer.isSecure = false
        return answer
    }
}
