/// One promise of a store's contract, and how it is tried on a store that is empty.
///
/// The checks need no test framework: a test runs one with a fresh store, and lets what it throws
/// fail the test.
public struct StoreCheck<Store: Sendable>: Sendable, CustomStringConvertible {
    /// What holds.
    public let description: String
    /// - Throws: ``BrokenPromise``, or what the store throws.
    public let run: @Sendable (Store) async throws -> Void

    public init(_ description: String, _ run: @escaping @Sendable (Store) async throws -> Void) {
        self.description = description
        self.run = run
    }
}

/// What a store did otherwise than its contract says.
public struct BrokenPromise: Error, CustomStringConvertible {
    public let description: String
}

/// - Throws: ``BrokenPromise`` with both values when they differ.
func expectEqual<Value: Equatable>(
    _ actual: Value, _ expected: Value, _ what: String = "value", line: Int = #line,
    file: String = #fileID
) throws {
    guard actual == expected else {
        throw BrokenPromise(description: "\(file):\(line): \(what) is \(actual), not \(expected)")
    }
}

/// - Throws: ``BrokenPromise`` with `what` when the condition does not hold.
func expect(
    _ condition: Bool, _ what: String, line: Int = #line, file: String = #fileID
) throws {
    guard condition else { throw BrokenPromise(description: "\(file):\(line): \(what)") }
}
