/// Keeps records that were read, by their text: reading is about half the work of a check whose
/// look-ups are answered from a cache, and a few large providers publish most records that are met.
///
/// A text always reads the same, so that nothing expires. The cache bounds its own size, and is
/// asked by many checks at once.
public protocol SPFRecordCache: Sendable {
    /// The record that was read from `text`, if it is still there.
    func record(for text: [UInt8]) -> SPFRecord?
    /// Keeps a record, or not.
    func store(_ record: SPFRecord, for text: [UInt8])
}
