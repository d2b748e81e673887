import JSONText

/// One rendering: walks the tables of a template and writes into one array.
///
/// What a block sees (its context, variables, parameters, partials) are places on four stacks, each
/// entry of which knows the one it is seen through. Blocks and partials run within the time of what
/// defined them, so that the stacks only grow and shrink at their ends. A rendering that fails leaves
/// them as they are: it is over.
///
/// Values of the data are pointed to, since to copy one counts references, which takes longer than
/// to write it. The pointers are good because the data is held for the whole rendering and nobody
/// changes it; a value that is made on the way is kept until the tag that asked for it is done.
struct Renderer: ~Copyable {
    /// A value of the data, or one that was made on the way; nil for none, which JavaScript calls
    /// undefined.
    typealias Value = UnsafePointer<Document>?
    /// The tables of the template, or of a partial, both of which are held for the whole rendering.
    typealias Program = UnsafePointer<TemplateTables>

    let dialect: TemplateDialect
    let limits: TemplateLimits
    let partials: [String: Template]
    let variables: Document
    var output: TemplateOutput
    var contexts = TemplateStack<Context>()
    var frames = TemplateStack<Frame>()
    var parameters = TemplateStack<Parameters>()
    var definitions = TemplateStack<Definition>()
    /// The blocks of the partials that are being called.
    var partialBlocks = TemplateStack<Closure>()
    var made = MadeValues()
    private var steps = 0
    private var depth = 0
    /// Whether a name is looked for in the context alone, and may be missing there.
    let isPlain: Bool

    /// What a body sees: the last entry of each stack; -1 where there is none.
    struct Scope: BitwiseCopyable {
        var context: Int32 = -1
        var frame: Int32 = -1
        var parameters: Int32 = -1
        var definition: Int32 = -1
    }

    struct Context: BitwiseCopyable {
        var value: Value
        /// The members of an object, so that each look-up finds them at once; nil for what is none.
        var members: UnsafeBufferPointer<Document.Field>?
        /// What `../` leads to.
        var parent: Int32
        /// The entry that had this value first: one that is entered again is entered once.
        var origin: Int32
    }

    /// Variables of a loop, or which block `@partial-block` is.
    struct Frame: BitwiseCopyable {
        var parent: Int32
        var isLoop = false
        var index = 0
        var count = 0
        /// The member of an object; nil in an array, where the index is the key.
        var member: UnsafePointer<Document.Field>?
        /// -1 for none.
        var partialBlock: Int32 = -1

        /// `@key`.
        var key: Document {
            member.map { .string($0.pointee.name) } ?? .integer(Int64(index))
        }
    }

    struct Parameters: BitwiseCopyable {
        var first: Value = nil
        var second: Value = nil
        var parent: Int32
    }

    /// A body with what it sees.
    struct Closure: BitwiseCopyable {
        var program: Program
        var body: Int32
        var context: Int32
        var parameters: Int32
        /// What `@partial-block` is within it.
        var partialBlock: Int32 = -1
    }

    struct Definition: BitwiseCopyable {
        var name: UnsafePointer<TemplateName>
        var closure: Closure
        var parent: Int32
    }

    init(
        dialect: TemplateDialect, limits: TemplateLimits, partials: [String: Template],
        variables: [Document.Field], capacity: Int
    ) {
        self.dialect = dialect
        self.limits = limits
        self.partials = partials
        self.variables = .object(variables)
        isPlain = !dialect.looksIntoParents && dialect.missingValues != .cannotBeRead
        output = TemplateOutput(capacity: min(capacity, limits.outputSizeLimit))
    }

    mutating func run(_ program: Program, data: Document) throws(RenderingError) -> [UInt8] {
        try withUnsafePointer(to: data) { (data) throws(RenderingError) in
            let scope = Scope(context: enter(data, below: -1))
            try render(program.pointee.root, of: program, in: scope, definedIn: -1)
        }
        return output.text(from: 0)
    }

    // MARK: Bodies

    /// Renders a body; `context` is what stood around when it came into being, which the partials
    /// defined in it see as their parent.
    mutating func render(
        _ index: Int32, of program: Program, in scope: Scope, definedIn context: Int32
    ) throws(RenderingError) {
        guard index >= 0 else { return }
        let body = program.pointee.bodies[index]
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
        _ nodes: TemplateProgram.Run, of program: Program, in scope: Scope
    ) throws(RenderingError) {
        let members = isPlain ? contexts[scope.context].members : nil
        let mark = made.count
        for node in program.pointee.nodes[nodes] {
            output.append(padded: program.pointee.source[node.text])
            switch node.tag {
            case .none: break
            case .attribute(let name, let expression, let isEscaped):
                guard let members else {
                    try write(expression, of: program, in: scope, isEscaped: isEscaped)
                    break
                }
                let value = try find(program.pointee.names.pointer(to: name), in: members)
                try write(value, expression, of: program, isEscaped: isEscaped)
            case .value(let expression, let isEscaped):
                try write(expression, of: program, in: scope, isEscaped: isEscaped)
            case .block(let block): try render(block: block, of: program, in: scope)
            case .partial(let partial): try render(partial: partial, of: program, in: scope)
            }
            made.removeAll(from: mark)
            guard output.count <= limits.outputSizeLimit else {
                throw .tooLong(limit: limits.outputSizeLimit)
            }
        }
    }

    private mutating func write(
        _ expression: Int32, of program: Program, in scope: Scope, isEscaped: Bool
    ) throws(RenderingError) {
        let value = try value(of: expression, program, in: scope)
        try write(value, expression, of: program, isEscaped: isEscaped)
    }

    private mutating func write(
        _ value: Value, _ expression: Int32, of program: Program, isEscaped: Bool
    ) throws(RenderingError) {
        guard let value, try write(value, isEscaped: isEscaped) else {
            guard dialect.missingValues != .cannotBeWritten else {
                throw .missingAttribute(name(of: expression, in: program))
            }
            return
        }
    }

    /// An expression as the template has it.
    func name(of expression: Int32, in program: Program) -> String {
        switch program.pointee.expressions[expression] {
        case .path(let path): program.pointee.names[program.pointee.paths[path].text].text
        case .call(let call):
            String(
                decoding: program.pointee.source[program.pointee.calls[call].text], as: UTF8.self)
        case .literal, .undefined: "undefined"
        }
    }

    // MARK: Contexts

    /// Enters a context with a value of its own, and says where it is.
    mutating func enter(_ value: Value, below parent: Int32) -> Int32 {
        contexts.append(
            Context(
                value: value, members: value?.members, parent: parent,
                origin: Int32(contexts.count)))
    }

    /// Enters a context that is there already, to be seen from another place.
    mutating func enter(context: Int32, below parent: Int32) -> Int32 {
        guard context >= 0 else { return enter(nil, below: parent) }
        var entry = contexts[context]
        if parent >= 0, contexts[parent].origin == entry.origin { return parent }
        entry.parent = parent
        return contexts.append(entry)
    }

    // MARK: Limits

    mutating func count(_ steps: Int) throws(RenderingError) {
        self.steps += steps
        guard self.steps <= limits.stepLimit else { throw .tooManySteps(limit: limits.stepLimit) }
    }
}
