import MailTypes

/// The keys of a request and their values.
///
/// All bytes lie in one buffer, so that looking up and comparing allocate nothing.
public struct RequestContext: Sendable {
    private struct Entry {
        let hash: UInt64
        let name: Range<Int>
        let key: ContextKey
        /// Of `values`.
        let values: Range<Int>
    }

    /// The bytes of all names and values.
    private(set) var bytes: [UInt8] = []
    private var entries: [Entry] = []
    private var values: [Range<Int>] = []

    /// Room for what a sending call has, so that filling it in allocates little.
    public init() {
        bytes.reserveCapacity(2048)
        entries.reserveCapacity(32)
        values.reserveCapacity(64)
    }

    public init(_ values: [ContextKey: [String]]) {
        self.init()
        for (key, list) in values { self[key] = list }
    }

    /// The keys that have been set.
    public var keys: [ContextKey] { entries.map(\.key) }

    /// The values of a key; nil if the request does not have it, which is another thing than having
    /// it without any value.
    public subscript(key: ContextKey) -> [String]? {
        get {
            indices(of: key).map { found in
                found.map { String(decoding: bytes[values[$0]], as: UTF8.self) }
            }
        }
        set {
            if indices(of: key) != nil { entries.removeAll { $0.key == key } }
            guard let newValue else { return }
            let name = append(key.folded)
            let first = values.count
            for value in newValue { values.append(append(value.utf8)) }
            entries.append(
                Entry(hash: key.hash, name: name, key: key, values: first..<values.count))
        }
    }

    private mutating func append(_ text: some Collection<UInt8>) -> Range<Int> {
        let start = bytes.count
        bytes += text
        return start..<bytes.count
    }
}

extension RequestContext: Equatable {
    public static func == (first: RequestContext, second: RequestContext) -> Bool {
        Set(first.keys) == Set(second.keys)
            && first.keys.allSatisfy { first[$0] == second[$0] }
    }
}

extension RequestContext {
    /// Where the values of a key stand; nil if the request does not have it.
    func indices(of key: ContextKey) -> Range<Int>? {
        let entries = entries.span
        let bytes = bytes.span
        for index in entries.indices where entries[index].hash == key.hash {
            let name = bytes.extracting(entries[index].name)
            if WildcardPattern.equal(key.folded.span, name, ignoringCase: false) {
                return entries[index].values
            }
        }
        return nil
    }

    /// Where the bytes of a value stand in ``bytes``.
    func range(ofValueAt index: Int) -> Range<Int> { values[index] }

    /// Whether the values come to nothing: none, or empty ones only. The documentation calls it “a
    /// null data set, such as an empty string” (IAM User Guide, “Multivalued context keys”).
    func isNull(_ indices: Range<Int>) -> Bool {
        for index in indices where !values[index].isEmpty { return false }
        return true
    }

    /// Appends what the variable of that name stands for, and says whether it stands for anything.
    func appendSingleValue(of key: ContextKey, to text: inout [UInt8]) -> Bool {
        guard let found = indices(of: key), found.count == 1, !key.isMultivalued else {
            return false
        }
        text += bytes[values[found.lowerBound]]
        return true
    }
}
