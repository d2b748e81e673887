/// The SPF records that were read last, by their text: for an ``SPFRecordCache``, which keeps them
/// under a lock.
public struct RecentSPFRecords: Sendable {
    /// Longest record that is kept, in bytes; records should fit into 512 (RFC 7208 §3.4). A record
    /// of nothing but short terms takes fifty times its text when it is read.
    public static let lengthLimit = 1024

    private var readings: RecentReadings<SPFRecord>

    public init(countLimit: Int = 512) {
        readings = RecentReadings(countLimit: countLimit, lengthLimit: Self.lengthLimit)
    }

    /// Most records that are kept.
    public var countLimit: Int { readings.countLimit }

    public var count: Int { readings.count }

    /// The record that was read from `text`, if it is still there.
    public mutating func record(for text: [UInt8]) -> SPFRecord? { readings.value(for: text) }

    /// Keeps a record, unless it is longer than ``lengthLimit``.
    public mutating func store(_ record: SPFRecord, for text: [UInt8]) {
        readings.store(record, for: text)
    }
}
