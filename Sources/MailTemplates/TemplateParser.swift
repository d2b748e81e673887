import MailTypes

/// Builds the tree of a template: one function for one rule of Handlebars' grammar.
struct TemplateParser {
    let source: [UInt8]
    private let tokens: [TemplateToken]
    private var position = 0
    private var tree: SyntaxTree
    private var depth = 0
    private let depthLimit: Int

    private init(_ source: [UInt8], depthLimit: Int) {
        self.source = source
        self.depthLimit = depthLimit
        tokens = TemplateLexer.tokens(of: source)
        tree = SyntaxTree(source: source)
    }

    /// - Throws: ``TemplateError`` at the first token that breaks the grammar.
    static func parse(
        _ source: [UInt8], depthLimit: Int
    ) throws(TemplateError) -> SyntaxTree {
        var parser = TemplateParser(source, depthLimit: depthLimit)
        let root = try parser.parseProgram(parameters: [])
        guard parser.next.kind == .end else { throw parser.misplaced() }
        parser.tree.root = root
        return parser.tree
    }

    // MARK: Programs

    private mutating func parseProgram(parameters: [String]) throws(TemplateError) -> Int {
        try enter()
        defer { depth -= 1 }
        var program = SyntaxTree.Program(parameters: parameters)
        while let statement = try parseStatement() {
            program.body.append(add(statement))
        }
        tree.programs.append(program)
        return tree.programs.count - 1
    }

    /// Nil at what is no statement: the tag that ends the program, or a mistake.
    private mutating func parseStatement() throws(TemplateError) -> SyntaxTree.Statement? {
        switch next.kind {
        case .content: return SyntaxTree.Statement(.content, take().range)
        case .comment: return parseComment()
        case .open, .openUnescaped: return try parseMustache()
        case .openBlock, .openInverse: return try parseBlock()
        case .openRawBlock: return try parseRawBlock()
        case .openPartial: return try parsePartial()
        case .openPartialBlock: return try parsePartialBlock()
        default: return nil
        }
    }

    private mutating func parseComment() -> SyntaxTree.Statement {
        let range = take().range
        let strip = strip(range, range)
        var start = range.lowerBound + (strip.open ? 4 : 3)
        var end = range.upperBound - (strip.close ? 3 : 2)
        let hyphen = UInt8(ascii: "-")
        for _ in 0..<2 where start < end && source[start] == hyphen { start += 1 }
        for _ in 0..<2 where start < end && source[end - 1] == hyphen { end -= 1 }
        var statement = SyntaxTree.Statement(.comment, range, text: start..<max(start, end))
        statement.openStrip = strip
        return statement
    }

    private mutating func parseMustache() throws(TemplateError) -> SyntaxTree.Statement {
        let open = take()
        let isUnescaped = open.kind == .openUnescaped
        let sign = source[Int(open.end) - 1]
        let call = try parseCall()
        let close = try expect(isUnescaped ? .closeUnescaped : .close)
        let kind: SyntaxTree.Kind =
            sign == UInt8(ascii: "*")
            ? .directive : .mustache(isEscaped: !isUnescaped && sign != UInt8(ascii: "&"))
        var statement = SyntaxTree.Statement(
            kind, open.range.lowerBound..<close.range.upperBound, call: call)
        statement.openStrip = strip(open.range, close.range)
        return statement
    }

    // MARK: Blocks

    private mutating func parseBlock() throws(TemplateError) -> SyntaxTree.Statement {
        let open = take()
        let isInverted = open.kind == .openInverse
        let isDirective = source[Int(open.end) - 1] == UInt8(ascii: "*")
        let (call, parameters, openStrip) = try parseOpening(open)
        let program = try parseProgram(parameters: parameters)
        let inverse =
            isInverted && next.kind != .inverse ? nil : try parseInverseChain()
        if isDirective, inverse != nil {
            throw error("{{#*…}} has no {{else}}: take it out", at: open.range.lowerBound)
        }
        let (end, closeStrip) = try parseClosing(of: call.callee.name, opened: open)
        var block = SyntaxTree.Statement(
            isDirective ? .directiveBlock : .block, open.range.lowerBound..<end, call: call)
        block.openStrip = openStrip
        block.closeStrip = closeStrip
        block.program = isInverted ? inverse?.program : program
        block.inverse = isInverted ? program : inverse?.program
        settle(inverse, before: closeStrip, in: &block)
        return block
    }

    private struct Inverse {
        var strip: SyntaxTree.Strip
        var program: Int
        var isChain = false
    }

    /// A chain's own block ends where the block around it does.
    private mutating func settle(
        _ inverse: Inverse?, before closeStrip: SyntaxTree.Strip,
        in block: inout SyntaxTree.Statement
    ) {
        guard let inverse else { return }
        block.inverseStrip = inverse.strip
        if inverse.isChain, let first = tree.programs[inverse.program].body.first {
            tree.statements[first].closeStrip = closeStrip
        }
    }

    private mutating func parseInverseChain() throws(TemplateError) -> Inverse? {
        switch next.kind {
        case .inverse:
            let tag = take().range
            let program = try parseProgram(parameters: [])
            return Inverse(strip: strip(tag, tag), program: program)
        case .openInverseChain:
            try enter()
            defer { depth -= 1 }
            let open = take()
            let (call, parameters, openStrip) = try parseOpening(open)
            var block = SyntaxTree.Statement(.block, open.range, call: call)
            block.program = try parseProgram(parameters: parameters)
            let inverse = try parseInverseChain()
            block.inverse = inverse?.program
            block.openStrip = openStrip
            block.closeStrip = inverse?.strip ?? SyntaxTree.Strip()
            settle(inverse, before: block.closeStrip, in: &block)
            let chain = SyntaxTree.Program(body: [add(block)], isChained: true)
            tree.programs.append(chain)
            return Inverse(strip: openStrip, program: tree.programs.count - 1, isChain: true)
        default: return nil
        }
    }

    private mutating func parseRawBlock() throws(TemplateError) -> SyntaxTree.Statement {
        let open = take()
        let call = try parseCall()
        try expect(.closeRawBlock)
        var program = SyntaxTree.Program()
        while next.kind == .content {
            program.body.append(add(SyntaxTree.Statement(.content, take().range)))
        }
        let end = try expect(.endRawBlock)
        guard call.callee.name == end.text(in: source) else {
            throw mismatch(call.callee.name, end.text(in: source), opened: open, at: end)
        }
        tree.programs.append(program)
        var block = SyntaxTree.Statement(
            .block, open.range.lowerBound..<end.range.upperBound + 4, call: call)
        block.program = tree.programs.count - 1
        return block
    }

    /// Most names between the bars of a block: each path is compared with all that are in scope. Only
    /// two ever have values.
    private static let parameterLimit = 8

    /// What follows the sign of an opening tag, with its closing braces.
    private mutating func parseOpening(
        _ open: TemplateToken
    ) throws(TemplateError) -> (SyntaxTree.Call, [String], SyntaxTree.Strip) {
        let call = try parseCall()
        var parameters: [String] = []
        if next.kind == .openBlockParameters {
            take()
            repeat {
                parameters.append(try expect(.identifier).text(in: source))
            } while next.kind
                == .identifier
            guard parameters.count <= Self.parameterLimit else {
                throw error(
                    "no block has more than \(Self.parameterLimit) parameters",
                    at: open.range.lowerBound)
            }
            try expect(.closeBlockParameters)
        }
        let close = try expect(.close)
        return (call, parameters, strip(open.range, close.range))
    }

    private mutating func parseClosing(
        of name: String, opened open: TemplateToken
    ) throws(TemplateError) -> (end: Int, SyntaxTree.Strip) {
        guard next.kind == .openEndBlock else {
            if next.kind == .end {
                throw error(
                    "{{#\(name)}} is never closed: write {{/\(name)}} behind it",
                    at: open.range.lowerBound)
            }
            throw misplaced()
        }
        let tag = take()
        let closing = try parseName().name
        guard closing == name else { throw mismatch(name, closing, opened: open, at: tag) }
        let close = try expect(.close)
        return (close.range.upperBound, strip(tag.range, close.range))
    }

    // MARK: Partials

    private mutating func parsePartial() throws(TemplateError) -> SyntaxTree.Statement {
        let open = take()
        let call = try parsePartialCall()
        let close = try expect(.close)
        var partial = SyntaxTree.Statement(
            .partial, open.range.lowerBound..<close.range.upperBound, call: call)
        partial.openStrip = strip(open.range, close.range)
        return partial
    }

    private mutating func parsePartialBlock() throws(TemplateError) -> SyntaxTree.Statement {
        let open = take()
        let call = try parsePartialCall()
        let close = try expect(.close)
        let program = try parseProgram(parameters: [])
        let (end, closeStrip) = try parseClosing(of: call.callee.name, opened: open)
        var partial = SyntaxTree.Statement(
            .partialBlock, open.range.lowerBound..<end, call: call)
        partial.program = program
        partial.openStrip = strip(open.range, close.range)
        partial.closeStrip = closeStrip
        return partial
    }

    private mutating func parsePartialCall() throws(TemplateError) -> SyntaxTree.Call {
        guard next.kind == .openExpression else { return try parseCall() }
        let start = next.range.lowerBound
        var call = SyntaxTree.Call(callee: try parseParenthesized(), range: start..<start)
        try parseArguments(of: &call)
        return call
    }

    // MARK: Expressions

    private mutating func parseCall() throws(TemplateError) -> SyntaxTree.Call {
        let start = next.range.lowerBound
        var call = SyntaxTree.Call(callee: try parseName(), range: start..<start)
        try parseArguments(of: &call)
        return call
    }

    private mutating func parseArguments(of call: inout SyntaxTree.Call) throws(TemplateError) {
        while startsArgument, !startsNamedArgument { call.arguments.append(try parseArgument()) }
        while startsNamedArgument {
            let name = take().text(in: source)
            take()
            call.named.append((name, try parseArgument()))
        }
        let last = tokens[position - 1]
        let end = Int(last.end) + (last.kind == .string ? 1 : 0)  // with its quotation mark
        call.range = call.range.lowerBound..<end
    }

    private var startsArgument: Bool {
        switch next.kind {
        case .identifier, .data, .string, .number, .boolean, .undefined, .null, .openExpression:
            true
        default: false
        }
    }

    private var startsNamedArgument: Bool {
        next.kind == .identifier && tokens[min(position + 1, tokens.count - 1)].kind == .equals
    }

    private mutating func parseArgument() throws(TemplateError) -> SyntaxTree.Expression {
        next.kind == .openExpression ? try parseParenthesized() : try parseName()
    }

    private mutating func parseParenthesized() throws(TemplateError) -> SyntaxTree.Expression {
        try enter()
        defer { depth -= 1 }
        try expect(.openExpression)
        let call = try parseCall()
        try expect(.closeExpression)
        return .call(call)
    }

    /// A path, or a literal.
    private mutating func parseName() throws(TemplateError) -> SyntaxTree.Expression {
        switch next.kind {
        case .identifier: return .path(try parsePath(isData: false))
        case .data:
            take()
            return .path(try parsePath(isData: true))
        case .string: return .string(take().text(in: source))
        case .number: return .number(take().text(in: source))
        case .boolean: return .boolean(take().text(in: source) == "true")
        case .undefined:
            take()
            return .undefined
        case .null:
            take()
            return .null
        default: throw expected("a name")
        }
    }

    private mutating func parsePath(isData: Bool) throws(TemplateError) -> SyntaxTree.Path {
        let start = position
        var path = SyntaxTree.Path(isData: isData, parts: [], original: isData ? "@" : "")
        while true {
            let token = try expect(.identifier)
            var part = token.text(in: source)
            let isBracketed =
                part.utf8.first == UInt8(ascii: "[") && part.utf8.last == UInt8(ascii: "]")
            if isBracketed { part = String(part.unicodeScalars.dropFirst().dropLast()) }
            path.original += part
            if !isBracketed, part == ".." || part == "." || part == "this" {
                guard path.parts.isEmpty else {
                    throw error(
                        "'\(path.original)' goes back in the middle: begin the path with '\(part)'",
                        at: tokens[start].range.lowerBound)
                }
                path.isScoped = true
                if part == ".." { path.depth += 1 }
            } else {
                path.parts.append(part)
            }
            guard next.kind == .separator else { return path }
            path.original += take().text(in: source)
        }
    }

    // MARK: Tokens

    private var next: TemplateToken { tokens[position] }

    /// The end, or what is no token, is never passed.
    @discardableResult
    private mutating func take() -> TemplateToken {
        defer { if position < tokens.count - 1 { position += 1 } }
        return tokens[position]
    }

    @discardableResult
    private mutating func expect(_ kind: TemplateToken.Kind) throws(TemplateError) -> TemplateToken
    {
        guard next.kind == kind else { throw expected(kind.description) }
        return take()
    }

    private mutating func add(_ statement: SyntaxTree.Statement) -> Int {
        tree.statements.append(statement)
        return tree.statements.count - 1
    }

    private mutating func enter() throws(TemplateError) {
        depth += 1
        guard depth <= depthLimit else {
            throw error(
                "nested deeper than \(depthLimit) levels: use partials or fewer blocks",
                at: next.range.lowerBound)
        }
    }

    /// The tildes at the ends of a tag, or of two.
    private func strip(_ open: Range<Int>, _ close: Range<Int>) -> SyntaxTree.Strip {
        let tilde = UInt8(ascii: "~")
        return SyntaxTree.Strip(
            open: open.count > 2 && source[open.lowerBound + 2] == tilde,
            close: close.count > 2 && source[close.upperBound - 3] == tilde)
    }

    // MARK: Errors

    private func error(_ message: String, at offset: Int) -> TemplateError {
        TemplateError(message, at: offset, in: source)
    }

    private func expected(_ what: String) -> TemplateError {
        error("expected \(what) instead of \(shown(next))", at: next.range.lowerBound)
    }

    private func mismatch(
        _ name: String, _ closing: String, opened: TemplateToken, at tag: TemplateToken
    ) -> TemplateError {
        let line = TemplateError("", at: opened.range.lowerBound, in: source).line
        return error(
            "{{#\(name)}} of line \(line) is closed by {{/\(closing)}}: close it with {{/\(name)}} first",
            at: tag.range.lowerBound)
    }

    /// A tag that no block was opened for, or that is no tag.
    private func misplaced() -> TemplateError {
        switch next.kind {
        case .openEndBlock:
            error(
                "a closing tag without a block: open one, or take it out", at: next.range.lowerBound
            )
        case .inverse, .openInverseChain:
            error("{{else}} that belongs to no block: take it out", at: next.range.lowerBound)
        default: expected("text or a tag")
        }
    }

    private func shown(_ token: TemplateToken) -> String {
        switch token.kind {
        case .end: return "the end of the template"
        default:
            let range = token.range.lowerBound..<min(token.range.upperBound, source.count)
            return "'\(String(decoding: source[range].prefix(40), as: UTF8.self))'"
        }
    }
}

extension TemplateToken.Kind {
    /// What a message calls it.
    fileprivate var description: String {
        switch self {
        case .close: "}}"
        case .closeUnescaped: "}}}"
        case .closeRawBlock: "}}}}"
        case .closeExpression: "')'"
        case .openExpression: "'('"
        case .closeBlockParameters: "'|'"
        case .identifier: "a name"
        case .endRawBlock: "the end of the raw block"
        default: rawValue
        }
    }
}
