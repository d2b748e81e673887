import JSONText

/// A template ready for rendering: flat tables that refer to each other by number.
///
/// Whoever renders holds it meanwhile and reads the tables where they are, so that walking them
/// copies nothing and counts no references.
final class TemplateProgram: @unchecked Sendable {
    // Nobody writes there after `init`.
    let tables: UnsafePointer<TemplateTables>
    let attributes: [String]

    init(_ entries: Entries, root: Int32, source: [UInt8], attributes: [String]) {
        let place = UnsafeMutablePointer<TemplateTables>.allocate(capacity: 1)
        place.initialize(to: TemplateTables(entries, root: root, source: source))
        tables = UnsafePointer(place)
        self.attributes = attributes
    }

    deinit {
        tables.pointee.free()
        tables.deallocate()
    }

    /// What stands in the tables, while they are being filled.
    struct Entries {
        var nodes: [Node] = []
        var blocks: [Block] = []
        var partials: [Partial] = []
        var bodies: [Body] = []
        var inlinePartials: [InlinePartial] = []
        var expressions: [Expression] = []
        var paths: [Path] = []
        var names: [TemplateName] = []
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
