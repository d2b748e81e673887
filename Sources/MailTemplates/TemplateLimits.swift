/// Bounds that keep a hostile template from costing more than a large one.
public struct TemplateLimits: Equatable, Sendable {
    /// Longest text that one rendering may write, in bytes.
    public var outputSizeLimit = 10 * 1024 * 1024

    public init() {}
}
