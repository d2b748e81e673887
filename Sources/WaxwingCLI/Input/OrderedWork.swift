/// Does `work` on each item, at most `limit` at a time, and hands the results on in the order of
/// the items.
///
/// No more than four times `limit` results wait for an earlier one, whatever the number of items.
func inOrder<Item: Sendable, Result: Sendable>(
    _ items: [Item], limit: Int = 16, _ work: @escaping @Sendable (Item) async -> Result,
    each: (Result) throws -> Void
) async throws {
    var waiting: [Int: Result] = [:]
    var started = 0
    var handedOn = 0
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
        while handedOn < items.count {
            while started < items.count, started - handedOn < limit * 4,
                started - handedOn - waiting.count < limit
            {
                let index = started
                let item = items[index]
                group.addTask { (index, await work(item)) }
                started += 1
            }
            if let result = waiting.removeValue(forKey: handedOn) {
                try each(result)
                handedOn += 1
            } else if let (index, result) = try await group.next() {
                waiting[index] = result
            }
        }
    }
}
