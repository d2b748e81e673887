/// Bounds that keep a hostile template, or hostile data, from costing more than a large one.
public struct TemplateLimits: Equatable, Sendable {
    /// Longest template, in bytes: the 500 KB that SES has for the parts of one together.
    public var templateSizeLimit = 500 * 1024
    /// Deepest nesting of blocks and of expressions in parentheses; each `{{else if}}` is a block
    /// within the one before it.
    public var nestingDepthLimit = 100
    /// Longest text that one rendering may write, in bytes.
    public var outputSizeLimit = 10 * 1024 * 1024
    /// Deepest nesting of blocks and partials while rendering, where a partial may call itself. A
    /// level takes about 2 KB of the stack.
    public var renderingDepthLimit = 128
    /// Most steps of one rendering: what stands in a block counts each time the block is entered.
    public var stepLimit = 5_000_000

    public init() {}
}
