import MailTypes

/// The fields of one message by name, for picking them as `h=` lists them.
struct HeaderFieldTable: Sendable {
    let fields: [HeaderField]

    /// Hash of a name → the lowest field whose name has it.
    private var last: [UInt64: Int32] = [:]
    /// For each field, the next above it whose name has the same hash; -1 when there is none.
    private var above: [Int32]

    init(_ fields: [HeaderField]) {
        self.fields = fields
        above = [Int32](repeating: -1, count: fields.count)
        last.reserveCapacity(fields.count)
        for (index, field) in fields.enumerated() {
            let hash = Self.hash(field.name)
            above[index] = last.updateValue(Int32(index), forKey: hash) ?? -1
        }
    }

    /// All fields with this name, from top to bottom.
    func fields(named name: String) -> [HeaderField] {
        indices(named: name).reversed().map { fields[$0] }
    }

    /// Where the fields with this name are, from bottom to top.
    func indices(named name: String) -> [Int] {
        var found: [Int] = []
        var index = last[Self.hash(name.utf8)] ?? -1
        while index >= 0 {
            if isNamed(Int(index), name) { found.append(Int(index)) }
            index = above[Int(index)]
        }
        return found
    }

    /// Which fields the mentions of `names` stand for (RFC 6376 §5.4.2).
    ///
    /// The k-th mention of a name is its k-th field from the bottom; a mention for which no field
    /// is left stands for nothing at all. The field at `excluded`, the signature being made or
    /// checked, is never picked (§3.5).
    func select(_ names: [String], excluding excluded: Int? = nil) -> [Int] {
        selection(names, excluding: excluded).compactMap(\.self)
    }

    /// The same for each mention, nil where it stands for nothing.
    func selection(_ names: [String], excluding excluded: Int? = nil) -> [Int?] {
        // For each name the next field to be picked; names are few, so they are searched in turn.
        var next: [(hash: UInt64, name: String, index: Int32)] = []
        next.reserveCapacity(names.count)
        return names.map { name in
            let hash = Self.hash(name.utf8)
            let found = next.firstIndex {
                $0.hash == hash && ($0.name == name || $0.name.equalsIgnoringCase(name))
            }
            let place = found ?? next.count
            if found == nil { next.append((hash, name, last[hash] ?? -1)) }
            var index = next[place].index
            while index >= 0, Int(index) == excluded || !isNamed(Int(index), name) {
                index = above[Int(index)]
            }
            next[place].index = index >= 0 ? above[Int(index)] : -1
            return index >= 0 ? Int(index) : nil
        }
    }

    /// A loop, since every mention of every signature comes here.
    private func isNamed(_ index: Int, _ name: String) -> Bool {
        let bytes = fields[index].name
        var place = bytes.startIndex
        for letter in name.utf8 {
            guard place < bytes.endIndex, bytes[place].asciiLowercased == letter.asciiLowercased
            else { return false }
            place += 1
        }
        return place == bytes.endIndex
    }

    /// FNV-1a of the lower-cased name. Two names may have the same: they are compared as well.
    private static func hash(_ name: some Sequence<UInt8>) -> UInt64 {
        name.reduce(0xCBF2_9CE4_8422_2325) {
            ($0 ^ UInt64($1.asciiLowercased)) &* 0x0000_0100_0000_01B3
        }
    }
}
