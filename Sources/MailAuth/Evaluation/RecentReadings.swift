/// What was made of byte strings of late, to be had again without making it anew.
///
/// A text always reads the same, so nothing in it grows old: what a name holds, and for how long,
/// is the resolver's to know. It is a value; an owner that serves many tasks keeps it under a lock.
struct RecentReadings<Value: Sendable>: Sendable {
    /// Most values that are kept.
    let countLimit: Int
    /// Longest text that is kept, in bytes: whoever publishes a record chooses its length, and is
    /// not to fill the memory of those who read it.
    let lengthLimit: Int

    /// Values asked for of late, and those of the time before, which are dropped together: so a
    /// look-up costs the same however full the memory is.
    private var recent: [Text: Value] = [:]
    private var older: [Text: Value] = [:]

    init(countLimit: Int, lengthLimit: Int) {
        self.countLimit = max(countLimit, 2)
        self.lengthLimit = lengthLimit
    }

    var count: Int { recent.count + older.count }

    /// What was made of `text`, if it is still there.
    mutating func value(for text: [UInt8]) -> Value? {
        if let value = recent[Text(bytes: text)] { return value }
        guard let value = older.removeValue(forKey: Text(bytes: text)) else { return nil }
        store(value, for: text)
        return value
    }

    /// Keeps a value, unless its text is too long.
    mutating func store(_ value: Value, for text: [UInt8]) {
        guard text.count <= lengthLimit else { return }
        if recent.count >= countLimit / 2 {
            older = recent
            recent = [:]
        }
        recent[Text(bytes: text)] = value
    }

    /// Bytes that are hashed at once; an array combines each of them for itself.
    private struct Text: Hashable {
        let bytes: [UInt8]

        func hash(into hasher: inout Hasher) {
            bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
        }
    }
}
