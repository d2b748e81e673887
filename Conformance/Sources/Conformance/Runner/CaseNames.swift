/// Names for the cases of a suite that has none of its own, or the same one twice.
struct CaseNames {
    private var counts: [String: Int] = [:]

    /// `name` under `group`, with a number from the second time on.
    mutating func next(_ name: String, of group: String? = nil) -> String {
        let whole = group.map { "\($0): \(name)" } ?? name
        counts[whole, default: 0] += 1
        let count = counts[whole] ?? 1
        return count == 1 ? whole : "\(whole) (\(count))"
    }
}
