import JSONText

/// One rendering: walks the tables of a template and writes into one array.
///
/// What a block sees (its context, variables, parameters, partials) are places on four stacks, each
/// entry of which knows the one it is seen through. Blocks and partials run within the time of what
/// defined them, so that the stacks only grow and shrink at their ends.
struct Renderer {
    let dialect: TemplateDialect
    let limits: TemplateLimits
    let partials: [String: Template]
    let variables: Document
    var output: [UInt8] = []
    var contexts: [Context] = []
    var frames: [Frame] = []
    var parameters: [Parameters] = []
    var definitions: [Definition] = []
    /// The blocks of the partials that are being called.
    var partialBlocks: [Closure] = []
    private var steps = 0
    private var depth = 0

    /// What a body sees: the last entry of each stack; -1 where there is none.
    struct Scope {
        var context: Int32 = -1
        var frame: Int32 = -1
        var parameters: Int32 = -1
        var definition: Int32 = -1
    }

    struct Context {
        var value: Document?
        /// What `../` leads to.
        var parent: Int32
        /// The entry that had this value first: one that is entered again is entered once.
        var origin: Int32
    }

    /// Variables of a loop, or which block `@partial-block` is.
    struct Frame {
        var parent: Int32
        var isLoop = false
        var index = 0
        var count = 0
        /// The key in an object; nil in an array, where it is the index.
        var key: String?
        /// -1 for none.
        var partialBlock: Int32 = -1
    }

    struct Parameters {
        var first: Document?
        var second: Document?
        var parent: Int32
    }

    /// A body with what it sees.
    struct Closure {
        var program: TemplateProgram
        var body: Int32
        var context: Int32
        var parameters: Int32
        /// What `@partial-block` is within it.
        var partialBlock: Int32 = -1
    }

    struct Definition {
        var name: String
        var closure: Closure
        var parent: Int32
    }

    init(
        data: Document, dialect: TemplateDialect, limits: TemplateLimits,
        partials: [String: Template], variables: [Document.Field]
    ) {
        self.dialect = dialect
        self.limits = limits
        self.partials = partials
        self.variables = .object(variables)
        contexts.append(Context(value: data, parent: -1, origin: 0))
    }

    mutating func run(_ program: TemplateProgram) throws(RenderingError) -> [UInt8] {
        output.reserveCapacity(min(2 * program.source.count, limits.outputSizeLimit))
        try render(program.root, of: program, in: Scope(context: 0), definedIn: -1)
        return output
    }

    // MARK: Bodies

    /// Renders a body; `context` is what stood around when it came into being, which the partials
    /// defined in it see as their parent.
    mutating func render(
        _ index: Int32, of program: TemplateProgram, in scope: Scope, definedIn context: Int32
    ) throws(RenderingError) {
        guard index >= 0 else { return }
        let body = program.bodies[Int(index)]
        try count(1 + body.nodes.count)
        depth += 1
        guard depth <= limits.renderingDepthLimit else {
            throw .tooDeep(limit: limits.renderingDepthLimit)
        }
        if body.inlinePartials.count == 0 {
            try render(body.nodes, of: program, in: scope)
        } else {
            let mark = definitions.count
            var scope = scope
            try define(body.inlinePartials, of: program, in: &scope, context: context)
            try render(body.nodes, of: program, in: scope)
            definitions.removeLast(definitions.count - mark)
        }
        depth -= 1
    }

    private mutating func render(
        _ nodes: TemplateProgram.Run, of program: TemplateProgram, in scope: Scope
    ) throws(RenderingError) {
        for index in nodes.range {
            switch program.nodes[index] {
            case .text(let run): output += program.source[run.range]
            case .value(let expression, let isEscaped):
                try write(expression, of: program, in: scope, isEscaped: isEscaped)
            case .block(let block): try render(block: block, of: program, in: scope)
            case .partial(let partial): try render(partial: partial, of: program, in: scope)
            }
            guard output.count <= limits.outputSizeLimit else {
                throw .tooLong(limit: limits.outputSizeLimit)
            }
        }
    }

    private mutating func write(
        _ expression: Int32, of program: TemplateProgram, in scope: Scope, isEscaped: Bool
    ) throws(RenderingError) {
        let value = try value(expression, of: program, in: scope)
        switch value {
        case nil, .null?:
            guard dialect.missingValues != .cannotBeWritten else {
                throw .missingAttribute(name(of: expression, in: program))
            }
        case let value?: try write(value, isEscaped: isEscaped)
        }
    }

    /// An expression as the template has it.
    func name(of expression: Int32, in program: TemplateProgram) -> String {
        switch program.expressions[Int(expression)] {
        case .path(let path): program.names[Int(program.paths[Int(path)].text)]
        case .call(let call):
            String(decoding: program.source[program.calls[Int(call)].text.range], as: UTF8.self)
        case .literal, .undefined: "undefined"
        }
    }

    // MARK: Limits

    mutating func count(_ steps: Int) throws(RenderingError) {
        self.steps += steps
        guard self.steps <= limits.stepLimit else { throw .tooManySteps(limit: limits.stepLimit) }
    }
}
