import MailTypes

/// The fields of one message by name, for picking them as `h=` lists them.
struct HeaderFieldTable: Sendable {
    let fields: [HeaderField]
    /// Lower-cased name → indices of `fields`, from top to bottom.
    private var positions: [[UInt8]: [Int]] = [:]

    init(_ fields: [HeaderField]) {
        self.fields = fields
        for (index, field) in fields.enumerated() {
            positions[field.name.map(\.asciiLowercased), default: []].append(index)
        }
    }

    /// All fields with this lower-cased name, from top to bottom.
    func fields(named name: [UInt8]) -> [HeaderField] {
        positions[name]?.map { fields[$0] } ?? []
    }

    /// The fields that the mentions of `names` stand for (RFC 6376 §5.4.2).
    ///
    /// The k-th mention of a name is its k-th field from the bottom; a mention for which no field
    /// is left stands for nothing at all. The field at `excluded`, the signature being made or
    /// checked, is never picked (§3.5).
    func select(_ names: [[UInt8]], excluding excluded: Int? = nil) -> [HeaderField] {
        var used: [[UInt8]: Int] = [:]
        var selected: [HeaderField] = []
        for name in names {
            guard let candidates = positions[name] else { continue }
            var index = candidates.count - 1 - used[name, default: 0]
            if index >= 0, candidates[index] == excluded {
                used[name, default: 0] += 1
                index -= 1
            }
            guard index >= 0 else { continue }
            used[name, default: 0] += 1
            selected.append(fields[candidates[index]])
        }
        return selected
    }
}
