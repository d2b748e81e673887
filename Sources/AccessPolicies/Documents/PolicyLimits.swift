/// The bounds of a policy document. AWS bounds only its size, and differently for each service; the
/// rest follows from what a document of that size can sensibly hold.
public struct PolicyLimits: Equatable, Sendable {
    /// Longest document, in bytes.
    public var documentSizeLimit = 20_480
    /// Deepest nesting of objects and lists; the grammar needs seven levels.
    public var nestingLimit = 8
    public var statementLimit = 100
    /// Most keys below the operators of one statement.
    public var conditionLimit = 100
    /// Most entries of one list: actions, resources, principals, values of a condition.
    public var valueLimit = 500

    public init() {}
}
