/// The SPF records that were read last, by their text: for an ``SPFRecordCache``, which keeps them
/// under a lock.
public struct RecentSPFRecords: Sendable {
    private var readings: RecentReadings<SPFRecord>

    public init(countLimit: Int = 1024) { readings = RecentReadings(countLimit: countLimit) }

    /// Most records that are kept.
    public var countLimit: Int { readings.countLimit }

    public var count: Int { readings.count }

    /// The record that was read from `text`, if it is still there.
    public mutating func record(for text: [UInt8]) -> SPFRecord? { readings.value(for: text) }

    /// Keeps a record, unless it is very long.
    public mutating func store(_ record: SPFRecord, for text: [UInt8]) {
        readings.store(record, for: text)
    }
}
