import JSONText

/// How many messages came to which result.
struct MessageSummary: Presentable {
    private var counts: [String: Int] = [:]
    private var statuses: Set<CommandStatus> = []

    var total: Int { counts.values.reduce(0, +) }
    /// How a command that looked at all of them ends.
    var status: CommandStatus { .combined(statuses) }

    mutating func count(_ result: String, _ status: CommandStatus) {
        counts[result, default: 0] += 1
        statuses.insert(status)
    }

    private var sorted: [(result: String, count: Int)] {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }

    var text: [TextBlock] {
        let parts = sorted.map { "\($0.count) \($0.result)" }.joined(separator: ", ")
        return [.blank, .line(StyledText("\(total) messages: \(parts)", .strong))]
    }

    var document: Document {
        .object(sorted.map { Document.Field($0.result, .integer(Int64($0.count))) })
    }
}
