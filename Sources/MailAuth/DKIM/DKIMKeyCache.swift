/// The keys that were read last, by the bytes of their records.
///
/// What a name holds is the resolver's to remember, for as long as the record's TTL says; this
/// only saves reading the same bytes again, so nothing in it grows old. It is a value: an owner
/// that serves many tasks keeps it under a lock.
public struct DKIMKeyCache: Sendable {
    /// Longest record that is kept, in bytes; a key of 8192 bits takes 1,400.
    public static let lengthLimit = 4096

    private var readings: RecentReadings<DKIMKey>

    public init(countLimit: Int = 1024) {
        readings = RecentReadings(countLimit: countLimit, lengthLimit: Self.lengthLimit)
    }

    /// Most keys that are kept.
    public var countLimit: Int { readings.countLimit }

    public var count: Int { readings.count }

    /// The key in `record`, read now or before.
    public mutating func key(parsing record: [UInt8]) -> DKIMKey {
        if let key = readings.value(for: record) { return key }
        let key = DKIMKey(parsing: record)
        readings.store(key, for: record)
        return key
    }

    /// The same answer with its records read.
    public mutating func reading(_ lookup: DKIMKeyLookup) -> DKIMKeyLookup {
        guard case .records(let records) = lookup else { return lookup }
        return .keys(records.prefix(DKIMKeyLookup.recordLimit).map { key(parsing: $0) })
    }
}
