/// A part of the tree of names for which we speak with authority.
public struct Zone: Equatable, Sendable {
    /// The name at the top.
    public let apex: DNSName
    /// What the zone says about itself; its serial number grows with every change.
    public private(set) var authority: SOARecord
    public private(set) var authorityTTL: Duration
    private(set) var tree = RecordTree()

    /// A zone of the records that are at `apex` or below it; others are left out. A SOA record
    /// among them is the zone's, else one is made up.
    public init(_ apex: DNSName, records: some Sequence<DNSRecord> = EmptyCollection()) {
        self.apex = apex
        authority = SOARecord(
            primaryServer: apex, responsibleMailbox: apex.appearingBelow("hostmaster"), serial: 1)
        authorityTTL = .seconds(Int64(authority.negativeTTL))
        tree.replace([authorityRecord], for: apex)
        for record in records { insert(record) }
    }

    /// All records, the SOA record included.
    public var records: [DNSRecord] { tree.records }

    /// Adds a record, unless the same data is there or its owner is outside of the zone.
    public mutating func insert(_ record: DNSRecord) {
        guard record.name.isEqualToOrBelow(apex) else { return }
        if case .soa(let soa) = record.data, record.name == apex {
            setAuthority(soa, ttl: record.ttl)
        } else {
            tree.insert(record)
        }
    }

    /// Makes `records` all that `owner` has in this zone; none removes it. The SOA record at the
    /// apex stays unless `records` have another. Records of other owners are left out.
    public mutating func replace(_ records: [DNSRecord], for owner: DNSName) {
        guard owner.isEqualToOrBelow(apex) else { return }
        tree.replace([], for: owner)
        var next = authority
        next.serial &+= 1  // serial numbers go round (RFC 1982)
        setAuthority(next, ttl: authorityTTL)
        for record in records where record.name == owner { insert(record) }
    }

    /// The record that tells how long a negative answer may be remembered: its time is the lesser
    /// of its own and the negative one (RFC 2308 §3).
    var negativeAuthorityRecord: DNSRecord {
        var record = authorityRecord
        record.ttl = min(record.ttl, .seconds(Int64(authority.negativeTTL)))
        return record
    }

    private var authorityRecord: DNSRecord {
        DNSRecord(apex, ttl: authorityTTL, .soa(authority))
    }

    private mutating func setAuthority(_ soa: SOARecord, ttl: Duration) {
        authority = soa
        authorityTTL = ttl
        let others = tree.records(of: apex).filter { $0.type != .soa }
        tree.replace([authorityRecord] + others, for: apex)
    }
}

extension DNSName {
    /// `label` in front of this name, or the name itself where that does not fit.
    fileprivate func appearingBelow(_ label: String) -> DNSName {
        (try? prefixed(with: label)) ?? self
    }
}
