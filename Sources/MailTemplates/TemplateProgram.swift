import JSONText

/// A template ready for rendering: flat tables that refer to each other by number, so that walking
/// them copies nothing and counts no references.
final class TemplateProgram: Sendable {
    /// How many bytes stand behind the template's text in its table, so that a piece at the end can
    /// be read as a wide one.
    static let padding = 32

    /// The template as written, and ``padding`` zeros. Texts are runs of it.
    let source: TemplateTable<UInt8>
    let nodes: TemplateTable<Node>
    let blocks: TemplateTable<Block>
    let partials: TemplateTable<Partial>
    let bodies: TemplateTable<Body>
    let inlinePartials: TemplateTable<InlinePartial>
    let expressions: TemplateTable<Expression>
    let paths: TemplateTable<Path>
    let names: TemplateTable<String>
    let literals: TemplateTable<Document>
    let calls: TemplateTable<Call>
    /// Lists of expressions, and of names with expressions.
    let arguments: TemplateTable<Int32>
    let named: TemplateTable<Named>
    /// The number of the outermost body.
    let root: Int32
    let attributes: [String]

    init(_ tables: Tables, root: Int32, source: [UInt8], attributes: [String]) {
        self.source = TemplateTable(source + [UInt8](repeating: 0, count: Self.padding))
        self.root = root
        self.attributes = attributes
        nodes = TemplateTable(tables.nodes)
        blocks = TemplateTable(tables.blocks)
        partials = TemplateTable(tables.partials)
        bodies = TemplateTable(tables.bodies)
        inlinePartials = TemplateTable(tables.inlinePartials)
        expressions = TemplateTable(tables.expressions)
        paths = TemplateTable(tables.paths)
        names = TemplateTable(tables.names)
        literals = TemplateTable(tables.literals)
        calls = TemplateTable(tables.calls)
        arguments = TemplateTable(tables.arguments)
        named = TemplateTable(tables.named)
    }

    deinit {
        source.free()
        nodes.free()
        blocks.free()
        partials.free()
        bodies.free()
        inlinePartials.free()
        expressions.free()
        paths.free()
        names.free()
        literals.free()
        calls.free()
        arguments.free()
        named.free()
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
    struct Run: Sendable {
        var start: Int32 = 0
        var end: Int32 = 0

        var count: Int { Int(end &- start) }
        func dropFirst() -> Run { Run(start: min(start + 1, end), end: end) }
    }

    /// A piece of text, and what stands behind it.
    struct Node: Sendable {
        var text = Run()
        var tag = Tag.none
    }

    enum Tag: Sendable {
        case none
        /// A member of the context, and the same as an expression.
        case attribute(name: Int32, Int32, isEscaped: Bool)
        case value(Int32, isEscaped: Bool)
        case block(Int32)
        case partial(Int32)
    }

    /// The nodes between two tags.
    struct Body: Sendable {
        var nodes: Run
        /// The partials that are defined in it, and hold in all of it.
        var inlinePartials: Run
        var parameterCount: Int32
    }

    struct Block: Sendable {
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

    struct Partial: Sendable {
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

    struct InlinePartial: Sendable {
        var name: Int32
        var body: Int32
    }

    enum Expression: Sendable {
        case path(Int32)
        case literal(Int32)
        case undefined
        case call(Int32)
    }

    struct Call: Sendable {
        enum Helper { case lookup, log, other }
        var helper: Helper
        var name: Int32
        var arguments: Run
        /// As it is written.
        var text: Run
    }

    struct Named: Sendable {
        var name: Int32
        var value: Int32
    }

    struct Path: Sendable {
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
