import MailTypes

/// The fields of one message by name, for picking them as `h=` lists them.
struct HeaderFieldTable: Sendable {
    let fields: [HeaderField]

    /// Most fields that are searched in turn; sorting them by name would take longer.
    private static let unsortedLimit = 64

    /// Which fields may have a name, from the lowest up; nil where there are few, and all may.
    private struct Chains {
        /// Hash of a name → the lowest field whose name has it.
        var last: [Int: Int32] = [:]
        /// For each field, the next above it whose name has the same hash; -1 when there is none.
        var above: [Int32] = []
    }

    private let chains: Chains?

    init(_ fields: [HeaderField]) {
        self.fields = fields
        guard fields.count > Self.unsortedLimit else {
            chains = nil
            return
        }
        var chains = Chains()
        chains.last.reserveCapacity(fields.count)
        chains.above.reserveCapacity(fields.count)
        for (index, field) in fields.enumerated() {
            let hash = Self.hash(field.name)
            chains.above.append(chains.last.updateValue(Int32(index), forKey: hash) ?? -1)
        }
        self.chains = chains
    }

    /// The lowest field that may have a name; -1 when there is none.
    private func last(_ name: UnsafeBufferPointer<UInt8>) -> Int {
        guard let chains else { return fields.count - 1 }
        return Int(chains.last[Self.hash(name)] ?? -1)
    }

    /// The next field above `index` that may have the same name; -1 when there is none.
    private func above(_ index: Int) -> Int {
        guard let chains else { return index - 1 }
        return Int(chains.above[index])
    }

    /// All fields with this name, from top to bottom.
    func fields(named name: String) -> [HeaderField] {
        indices(named: name).reversed().map { fields[$0] }
    }

    /// Where the fields with this name are, from bottom to top.
    func indices(named name: String) -> [Int] {
        var name = name
        return name.withUTF8 { letters in
            var found: [Int] = []
            var index = last(letters)
            let mark = NameMark(lowercasing: letters)
            while index >= 0 {
                if fields[index].isNamed(letters, mark) { found.append(index) }
                index = above(index)
            }
            return found
        }
    }

    /// Which fields the mentions of `names` stand for (RFC 6376 §5.4.2).
    ///
    /// The k-th mention of a name is its k-th field from the bottom; a mention for which no field
    /// is left stands for nothing at all. The field at `excluded`, the signature being made or
    /// checked, is never picked (§3.5).
    func select(_ names: [String], excluding excluded: Int? = nil) -> [Int] {
        var selected: [Int] = []
        selected.reserveCapacity(names.count)
        var isTaken = [Bool](repeating: false, count: fields.count)
        if let excluded { isTaken[excluded] = true }
        for var name in names {
            let found = name.withUTF8 { letters in
                var index = last(letters)
                let mark = NameMark(lowercasing: letters)
                while index >= 0, isTaken[index] || !fields[index].isNamed(letters, mark) {
                    index = above(index)
                }
                return index
            }
            guard found >= 0 else { continue }
            isTaken[found] = true
            selected.append(found)
        }
        return selected
    }

    /// Of the lower-cased name. Two names may have the same: they are compared as well.
    private static func hash(_ name: some Sequence<UInt8>) -> Int {
        var hasher = Hasher()
        for byte in name { hasher.combine(byte.asciiLowercased) }
        return hasher.finalize()
    }
}
