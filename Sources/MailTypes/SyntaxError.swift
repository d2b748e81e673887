/// Where a grammar was broken, and what it called for there.
public struct SyntaxError: Error, Equatable, Sendable {
    /// What the grammar called for; each module adds its own words as static members.
    public struct Expectation: Equatable, Sendable, ExpressibleByStringLiteral,
        CustomStringConvertible
    {
        public let description: String

        public init(stringLiteral value: String) { description = value }
        public init(_ description: String) { self.description = description }

        public static func byte(_ character: Unicode.Scalar) -> Expectation {
            Expectation("“\(character)”")
        }
        public static let end: Expectation = "the end"
    }

    public let expected: Expectation
    /// Index of the first byte that breaks the rule.
    public let offset: Int

    public init(expected: Expectation, offset: Int) {
        self.expected = expected
        self.offset = offset
    }
}

extension SyntaxError: CustomStringConvertible {
    public var description: String { "expected \(expected) at byte \(offset)" }
}
