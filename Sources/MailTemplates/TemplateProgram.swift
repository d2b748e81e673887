import JSONText

/// A template ready for rendering: flat tables that refer to each other by number, so that walking
/// them copies nothing and counts no references.
final class TemplateProgram: Sendable {
    /// The template as written. Texts are ranges of it.
    let source: [UInt8]
    let nodes: [Node]
    let blocks: [Block]
    let partials: [Partial]
    let bodies: [Body]
    let inlinePartials: [InlinePartial]
    let expressions: [Expression]
    let paths: [Path]
    let names: [String]
    let literals: [Document]
    let calls: [Call]
    /// Lists of expressions, and of names with expressions.
    let arguments: [Int32]
    let named: [Named]
    /// The number of the outermost body.
    let root: Int32
    let attributes: [String]

    init(_ tables: Tables, root: Int32, source: [UInt8], attributes: [String]) {
        self.source = source
        self.root = root
        self.attributes = attributes
        nodes = tables.nodes
        blocks = tables.blocks
        partials = tables.partials
        bodies = tables.bodies
        inlinePartials = tables.inlinePartials
        expressions = tables.expressions
        paths = tables.paths
        names = tables.names
        literals = tables.literals
        calls = tables.calls
        arguments = tables.arguments
        named = tables.named
    }

    /// The same while they are being filled.
    struct Tables {
        var nodes: [Node] = []
        var blocks: [Block] = []
        var partials: [Partial] = []
        var bodies: [Body] = []
        var inlinePartials: [InlinePartial] = []
        var expressions: [Expression] = []
        var paths: [Path] = []
        var names: [String] = []
        var literals: [Document] = []
        var calls: [Call] = []
        var arguments: [Int32] = []
        var named: [Named] = []
    }

    /// A run of entries in one of the tables.
    struct Run {
        var start: Int32 = 0
        var end: Int32 = 0

        var range: Range<Int> { Int(start)..<Int(end) }
        var count: Int { Int(end - start) }
    }

    enum Node {
        case text(Run)
        case value(Int32, isEscaped: Bool)
        case block(Int32)
        case partial(Int32)
    }

    /// The nodes between two tags.
    struct Body {
        var nodes: Run
        /// The partials that are defined in it, and hold in all of it.
        var inlinePartials: Run
        var parameterCount: Int32
    }

    struct Block {
        enum Kind { case section, condition, exception, each, with, call }
        var kind: Kind
        /// What it asks for, or the call of another helper; -1 if it has none.
        var argument: Int32
        var argumentCount: Int32
        /// What decides whether 0 counts as true; -1 if nothing does.
        var includesZero: Int32
        var body: Int32
        var inverse: Int32
    }

    struct Partial {
        /// The name, or -1 when an expression says it.
        var name: Int32
        var dynamicName: Int32
        /// -1 for that of the caller.
        var context: Int32
        var named: Run
        var indent: Run
        /// What stands between its tags; -1 if it has no block.
        var body: Int32
    }

    struct InlinePartial {
        var name: Int32
        var body: Int32
    }

    enum Expression {
        case path(Int32)
        case literal(Int32)
        case undefined
        case call(Int32)
    }

    struct Call {
        enum Helper { case lookup, log, other }
        var helper: Helper
        var name: Int32
        var arguments: Run
        /// As it is written.
        var text: Run
    }

    struct Named {
        var name: Int32
        var value: Int32
    }

    struct Path {
        enum Base {
            /// So many contexts up.
            case context(depth: Int32)
            case variable(Variable, depth: Int32)
            /// A block parameter: so many blocks with parameters up, and which of them.
            case parameter(depth: Int32, index: Int32)
        }

        enum Variable { case root, index, key, first, last, partialBlock, other }

        var base: Base
        /// Names of members, one within the other. A variable's own name is not among them.
        var members: Run
        /// As it is written.
        var text: Int32
        /// The first name of one that begins neither with `.` nor `..`; -1 else.
        var unscopedName: Int32
    }
}
