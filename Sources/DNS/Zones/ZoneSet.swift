/// The zones for which we speak with authority, each name belonging to the closest one above it.
public struct ZoneSet: Equatable, Sendable {
    /// Most aliases followed for one question.
    public static let aliasLimit = 16

    private var zonesByApex: [DNSName: Zone] = [:]

    public init(_ zones: some Sequence<Zone> = EmptyCollection()) {
        for zone in zones { insert(zone) }
    }

    /// The zones, in the order of the names' text.
    public var zones: [Zone] {
        zonesByApex.values.sorted { $0.apex.text < $1.apex.text }
    }

    /// Adds a zone, in place of one with the same apex.
    public mutating func insert(_ zone: Zone) { zonesByApex[zone.apex] = zone }

    public mutating func remove(apex: DNSName) { zonesByApex[apex] = nil }

    public subscript(apex: DNSName) -> Zone? { zonesByApex[apex] }

    /// The apex of the closest zone that `name` belongs to; nil outside of all zones.
    public func apex(above name: DNSName) -> DNSName? {
        name.selfAndAncestors.first { zonesByApex[$0] != nil }
    }

    /// Makes `records` all that `owner` has, in the closest zone, or in a new one with `owner` as
    /// its apex when no zone holds it. None removes what it has.
    public mutating func replace(_ records: [DNSRecord], for owner: DNSName) {
        if let apex = apex(above: owner) {
            zonesByApex[apex]?.replace(records, for: owner)
        } else if !records.isEmpty {
            zonesByApex[owner] = Zone(owner, records: records.filter { $0.name == owner })
        }
    }

    /// What following a question through the zones led to.
    struct Trail: Equatable {
        enum End: Equatable {
            case records([DNSRecord])
            case noData(Zone)
            case nameNotFound(Zone)
            /// No zone holds the name.
            case outside
            /// A ring of aliases, or more than may be followed.
            case endlessAliases
        }

        var aliases: [DNSRecord] = []
        /// The name that the end is about.
        var name: DNSName
        var end: End
    }

    /// Follows aliases from zone to zone, until there is an answer or the trail leads outside.
    func follow(_ name: DNSName, _ type: DNSRecordType) -> Trail {
        var trail = Trail(name: name, end: .outside)
        while let apex = apex(above: trail.name), let zone = zonesByApex[apex] {
            switch zone.tree.find(trail.name, type) {
            case .records(let records):
                trail.end = .records(records)
                return trail
            case .noData:
                trail.end = .noData(zone)
                return trail
            case .nameNotFound:
                trail.end = .nameNotFound(zone)
                return trail
            case .alias(let record, let target):
                trail.aliases.append(record)
                trail.name = target
                guard trail.aliases.count < Self.aliasLimit,
                    !trail.aliases.contains(where: { $0.name == target })
                else {
                    trail.end = .endlessAliases
                    return trail
                }
            }
        }
        return trail
    }
}
