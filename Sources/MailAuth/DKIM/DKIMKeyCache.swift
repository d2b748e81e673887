/// The keys that were read last, by the bytes of their records.
///
/// What a name holds is the resolver's to remember, for as long as the record's TTL says; this
/// only saves reading the same bytes again, so nothing in it grows old. It is a value: an owner
/// that serves many tasks keeps it under a lock.
public struct DKIMKeyCache: Sendable {
    /// Most keys that are kept.
    public let countLimit: Int

    /// Keys asked for of late, and those of the time before, which are dropped together: so a
    /// look-up costs the same however full the cache is.
    private var recent: [[UInt8]: DKIMKey] = [:]
    private var older: [[UInt8]: DKIMKey] = [:]

    public init(countLimit: Int = 1024) { self.countLimit = max(countLimit, 2) }

    public var count: Int { recent.count + older.count }

    /// The key in `record`, read now or before.
    public mutating func key(parsing record: [UInt8]) -> DKIMKey {
        if let key = recent[record] { return key }
        let key = older.removeValue(forKey: record) ?? DKIMKey(parsing: record)
        if recent.count >= countLimit / 2 {
            older = recent
            recent = [:]
        }
        recent[record] = key
        return key
    }

    /// The same answer with its records read.
    public mutating func reading(_ lookup: DKIMKeyLookup) -> DKIMKeyLookup {
        guard case .records(let records) = lookup else { return lookup }
        return .keys(records.prefix(DKIMKeyLookup.recordLimit).map { key(parsing: $0) })
    }
}
