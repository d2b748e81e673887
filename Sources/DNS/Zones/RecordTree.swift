/// Records by owner, with the knowledge which names exist.
///
/// A name exists when it or any name below it has records: a name without records between two
/// that have some has no data, but is not unknown (an empty non-terminal, RFC 8020 §2).
struct RecordTree: Equatable, Sendable {
    enum Found: Equatable {
        case records([DNSRecord])
        case alias(DNSRecord, target: DNSName)
        case noData
        case nameNotFound
    }

    private var recordsByOwner: [DNSName: [DNSRecord]] = [:]
    /// How many owners are a name, or below it.
    private var ownerCounts: [DNSName: Int] = [:]

    /// All records, in the order of the names' text, so that listings do not change by chance.
    var records: [DNSRecord] {
        recordsByOwner.sorted { $0.key.text < $1.key.text }.flatMap(\.value)
    }

    /// The records of `owner` itself.
    func records(of owner: DNSName) -> [DNSRecord] { recordsByOwner[owner] ?? [] }

    /// Adds a record, unless the same data is there.
    mutating func insert(_ record: DNSRecord) {
        var records = recordsByOwner[record.name] ?? []
        guard !records.contains(where: { $0.data == record.data }) else { return }
        records.append(record)
        replace(records, for: record.name)
    }

    /// Makes `records` all that `owner` has; none removes it.
    mutating func replace(_ records: [DNSRecord], for owner: DNSName) {
        let had = recordsByOwner[owner] != nil
        recordsByOwner[owner] = records.isEmpty ? nil : records
        let has = !records.isEmpty
        guard had != has else { return }
        for name in owner.selfAndAncestors {
            let count = (ownerCounts[name] ?? 0) + (has ? 1 : -1)
            ownerCounts[name] = count > 0 ? count : nil
        }
    }

    /// What the tree has for a question, without following an alias.
    func find(_ name: DNSName, _ type: DNSRecordType) -> Found {
        if let records = recordsByOwner[name] { return Self.select(type, from: records) }
        if ownerCounts[name] != nil { return .noData }
        return findWildcard(for: name, type)
    }

    /// The records of `*` below the closest name that exists, as records of `name`
    /// (RFC 4592 §3.3.1).
    private func findWildcard(for name: DNSName, _ type: DNSRecordType) -> Found {
        let encloser = name.selfAndAncestors.first { ownerCounts[$0] != nil }
        guard let encloser, let wildcard = try? encloser.prefixed(with: "*"),
            let records = recordsByOwner[wildcard]
        else { return .nameNotFound }
        return Self.select(
            type,
            from: records.map { record in
                var copy = record
                copy.name = name
                return copy
            })
    }

    private static func select(_ type: DNSRecordType, from records: [DNSRecord]) -> Found {
        let matching = records.filter { $0.type == type }
        guard matching.isEmpty else { return .records(matching) }
        for record in records {
            if case .cname(let target) = record.data { return .alias(record, target: target) }
        }
        return .noData
    }
}
