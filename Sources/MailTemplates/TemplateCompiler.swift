import JSONText

/// Makes the tables of a template from its tree.
struct TemplateCompiler {
    private let tree: SyntaxTree
    private let dialect: TemplateDialect
    private var tables = TemplateProgram.Entries()
    private var nameIndices: [String: Int32] = [:]
    /// The block parameters in scope, the innermost block's last.
    private var parameters: [[String]] = []
    /// How many contexts the program at hand is within, as far as its text shows.
    private var level = 0
    private var attributes: [String] = []
    private var knownAttributes: Set<String> = []

    private init(_ tree: SyntaxTree, dialect: TemplateDialect) {
        self.tree = tree
        self.dialect = dialect
    }

    /// - Throws: ``TemplateError`` for what the grammar allows but has no meaning.
    static func compile(
        _ tree: SyntaxTree, dialect: TemplateDialect
    ) throws(TemplateError) -> TemplateProgram {
        var compiler = TemplateCompiler(tree, dialect: dialect)
        let root = try compiler.compile(program: tree.root)
        return TemplateProgram(
            compiler.tables, root: root, source: tree.source, attributes: compiler.attributes)
    }

    // MARK: Statements

    private mutating func compile(program index: Int) throws(TemplateError) -> Int32 {
        let program = tree.programs[index]
        if !program.parameters.isEmpty { parameters.append(program.parameters) }
        defer { if !program.parameters.isEmpty { parameters.removeLast() } }
        var nodes: [TemplateProgram.Node] = []
        var inlinePartials: [TemplateProgram.InlinePartial] = []
        for index in program.body {
            let statement = tree.statements[index]
            if statement.kind == .directiveBlock || statement.kind == .directive {
                inlinePartials.append(try compile(directive: statement))
            } else {
                add(try compile(statement), to: &nodes)
            }
        }
        let body = TemplateProgram.Body(
            nodes: Self.append(nodes, to: &tables.nodes),
            inlinePartials: Self.append(inlinePartials, to: &tables.inlinePartials),
            parameterCount: Int32(program.parameters.count))
        return Self.append(body, to: &tables.bodies)
    }

    private mutating func compile(
        _ statement: SyntaxTree.Statement
    ) throws(TemplateError) -> TemplateProgram.Node {
        var node = TemplateProgram.Node()
        switch statement.kind {
        case .comment, .directive, .directiveBlock: break
        case .content: node.text = run(statement.text)
        case .mustache(let isEscaped):
            guard let call = statement.call else { break }
            if !call.hasArguments, dialect.placeholders.contains(call.callee.name) {
                node.text = run(statement.range)
                break
            }
            let isEscaped = isEscaped && dialect.escapesHTML
            let expression = compile(call: call, isBlock: false)
            if let name = attribute(expression) {
                node.tag = .attribute(name: name, expression, isEscaped: isEscaped)
            } else {
                node.tag = .value(expression, isEscaped: isEscaped)
            }
        case .block: node.tag = .block(try compile(block: statement))
        case .partial, .partialBlock: node.tag = .partial(try compile(partial: statement))
        }
        return node
    }

    /// A tag joins the text before it.
    private func add(_ node: TemplateProgram.Node, to nodes: inout [TemplateProgram.Node]) {
        if case .none = node.tag, node.text.count == 0 { return }
        if node.text.count == 0, let last = nodes.last, case .none = last.tag {
            nodes[nodes.count - 1].tag = node.tag
        } else {
            nodes.append(node)
        }
    }

    /// The name, if an expression is nothing but a member of the context.
    private func attribute(_ expression: Int32) -> Int32? {
        guard case .path(let index) = tables.expressions[Int(expression)],
            case .context(depth: 0) = tables.paths[Int(index)].base,
            tables.paths[Int(index)].members.count == 1
        else { return nil }
        return tables.paths[Int(index)].members.start
    }

    private mutating func compile(
        directive: SyntaxTree.Statement
    ) throws(TemplateError) -> TemplateProgram.InlinePartial {
        guard let call = directive.call, let program = directive.program,
            call.callee.name == "inline", let name = call.arguments.first,
            call.arguments.count == 1, !name.isPath
        else {
            throw TemplateError(
                "only partials are defined like this: {{#* inline \"name\"}}…{{/inline}}",
                at: directive.range.lowerBound, in: tree.source)
        }
        return TemplateProgram.InlinePartial(
            name: self.name(name.name), body: try compile(program: program))
    }

    private mutating func compile(block: SyntaxTree.Statement) throws(TemplateError) -> Int32 {
        guard let call = block.call else { return -1 }
        let kind = kind(of: call)
        let includesZero = call.named.first { $0.name == "includeZero" }
        let isBuiltIn = kind != .section && kind != .call
        var entry = TemplateProgram.Block(
            kind: kind, argument: -1, argumentCount: Int32(call.arguments.count),
            includesZero: includesZero.map { compile($0.value) } ?? -1, body: -1, inverse: -1)
        if isBuiltIn {
            entry.argument = call.arguments.first.map { compile($0) } ?? -1
        } else {
            entry.argument = compile(call: call, isBlock: true)
        }
        let entersContext = kind == .each || kind == .with || kind == .section
        if let program = block.program {
            level += entersContext ? 1 : 0
            entry.body = try compile(program: program)
            level -= entersContext ? 1 : 0
        }
        if let inverse = block.inverse { entry.inverse = try compile(program: inverse) }
        return Self.append(entry, to: &tables.blocks)
    }

    private func kind(of call: SyntaxTree.Call) -> TemplateProgram.Block.Kind {
        let path = call.callee.path
        guard !isParameter(path) else { return call.hasArguments ? .call : .section }
        if path.isSimple {
            switch path.parts[0] {
            case "if": return .condition
            case "unless": return .exception
            case "each": return .each
            case "with": return .with
            case "lookup", "log": return .call
            default: break
            }
        }
        return call.hasArguments ? .call : .section
    }

    private mutating func compile(partial: SyntaxTree.Statement) throws(TemplateError) -> Int32 {
        guard let call = partial.call else { return -1 }
        guard call.arguments.count <= 1 else {
            throw TemplateError(
                "a partial takes one context: write further values as name=value",
                at: partial.range.lowerBound, in: tree.source)
        }
        var entry = TemplateProgram.Partial(
            name: -1, dynamicName: -1, context: -1, named: .init(), indent: run(partial.indent),
            body: -1)
        if case .call = call.callee {
            entry.dynamicName = compile(call.callee)
        } else {
            entry.name = name(call.callee.name)
        }
        if let context = call.arguments.first { entry.context = compile(context) }
        if !call.named.isEmpty {
            let named = call.named.map { pair in
                TemplateProgram.Named(name: name(pair.name), value: compile(pair.value))
            }
            entry.named = Self.append(named, to: &tables.named)
        }
        if let program = partial.program { entry.body = try compile(program: program) }
        return Self.append(entry, to: &tables.partials)
    }

    // MARK: Expressions

    /// A name that stands where a helper may: with arguments it is one, without it is an attribute
    /// unless it is the name of a helper.
    private mutating func compile(call: SyntaxTree.Call, isBlock: Bool) -> Int32 {
        let path = call.callee.path
        let isHelper = !isParameter(path) && path.isSimple && Self.helpers.contains(path.parts[0])
        guard call.hasArguments || isHelper else { return compile(path: path) }
        return compile(helper: call)
    }

    private static let helpers: Set<String> = [
        "if", "unless", "each", "with", "lookup", "log", "helperMissing", "blockHelperMissing",
    ]

    private mutating func compile(helper call: SyntaxTree.Call) -> Int32 {
        let path = call.callee.path
        let helper: TemplateProgram.Call.Helper =
            switch path.isSimple ? path.parts[0] : "" {
            case "lookup": .lookup
            case "log": .log
            default: .other
            }
        let arguments = call.arguments.map { compile($0) }
        let entry = TemplateProgram.Call(
            helper: helper, name: name(call.callee.name),
            arguments: Self.append(arguments, to: &tables.arguments), text: run(call.range))
        let index = Self.append(entry, to: &tables.calls)
        return Self.append(.call(index), to: &tables.expressions)
    }

    private mutating func compile(_ expression: SyntaxTree.Expression) -> Int32 {
        switch expression {
        case .path(let path): return compile(path: path)
        case .string(let text): return literal(.string(text))
        case .number(let text):
            return literal(Int64(text).map { .integer($0) } ?? .double(Double(text) ?? 0))
        case .boolean(let flag): return literal(.bool(flag))
        case .null: return literal(.null)
        case .undefined: return Self.append(.undefined, to: &tables.expressions)
        case .call(let call): return compile(helper: call)
        }
    }

    private mutating func compile(path: SyntaxTree.Path) -> Int32 {
        var members = path.parts[...]
        let base: TemplateProgram.Path.Base
        if path.isData {
            base = .variable(Self.variable(members.first ?? ""), depth: Int32(path.depth))
            if Self.variable(members.first ?? "") != .other { members = members.dropFirst() }
        } else if let parameter = parameter(of: path) {
            base = .parameter(depth: Int32(parameter.depth), index: Int32(parameter.index))
            members = members.dropFirst()
        } else {
            base = .context(depth: Int32(path.depth))
        }
        note(path, base)
        let names = members.map { name($0) }
        let start = Int32(tables.names.count)
        for index in names { tables.names.append(tables.names[Int(index)]) }
        var isUnscoped = !path.isScoped && path.depth == 0
        if case .context = base {} else { isUnscoped = false }
        let entry = TemplateProgram.Path(
            base: base, members: .init(start: start, end: Int32(tables.names.count)),
            text: name(path.original), unscopedName: isUnscoped ? names.first ?? -1 : -1)
        let index = Self.append(entry, to: &tables.paths)
        return Self.append(.path(index), to: &tables.expressions)
    }

    private static func variable(_ name: String) -> TemplateProgram.Path.Variable {
        switch name {
        case "root": .root
        case "index": .index
        case "key": .key
        case "first": .first
        case "last": .last
        case "partial-block": .partialBlock
        default: .other
        }
    }

    private func isParameter(_ path: SyntaxTree.Path) -> Bool { parameter(of: path) != nil }

    private func parameter(of path: SyntaxTree.Path) -> (depth: Int, index: Int)? {
        guard !path.isScoped, path.depth == 0, !path.isData, let first = path.parts.first else {
            return nil
        }
        for (depth, names) in parameters.reversed().enumerated() {
            if let index = names.firstIndex(of: first) { return (depth, index) }
        }
        return nil
    }

    /// Remembers the attribute that a path reads, if it belongs to the outermost data.
    private mutating func note(_ path: SyntaxTree.Path, _ base: TemplateProgram.Path.Base) {
        let name: String? =
            switch base {
            case .context(let depth): Int(depth) == level ? path.parts.first : nil
            case .variable(.root, _): path.parts.dropFirst().first
            default: nil
            }
        if let name, knownAttributes.insert(name).inserted { attributes.append(name) }
    }

    // MARK: Tables

    private mutating func name(_ text: String) -> Int32 {
        if let index = nameIndices[text] { return index }
        let index = Self.append(TemplateName(text), to: &tables.names)
        nameIndices[text] = index
        return index
    }

    private mutating func literal(_ value: Document) -> Int32 {
        let index = Self.append(value, to: &tables.literals)
        return Self.append(.literal(index), to: &tables.expressions)
    }

    private func run(_ range: Range<Int>) -> TemplateProgram.Run {
        .init(start: Int32(range.lowerBound), end: Int32(range.upperBound))
    }

    private static func append<Entry>(_ entry: Entry, to table: inout [Entry]) -> Int32 {
        table.append(entry)
        return Int32(table.count - 1)
    }

    private static func append<Entry>(
        _ entries: [Entry], to table: inout [Entry]
    ) -> TemplateProgram.Run {
        let start = Int32(table.count)
        table += entries
        return .init(start: start, end: Int32(table.count))
    }
}

extension SyntaxTree.Expression {
    fileprivate var isPath: Bool {
        switch self {
        case .path, .call: true
        default: false
        }
    }
}
