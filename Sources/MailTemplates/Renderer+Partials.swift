import JSONText

extension Renderer {
    /// Makes the partials known that a body defines. They hold in all of the body, and see what
    /// stands around it.
    mutating func define(
        _ run: TemplateProgram.Run, of program: TemplateProgram, in scope: inout Scope,
        context: Int32
    ) throws(RenderingError) {
        try count(run.count)
        for index in run.range {
            let partial = program.inlinePartials[index]
            let closure = Closure(
                program: program, body: partial.body, context: context,
                parameters: scope.parameters)
            definitions.append(
                Definition(
                    name: program.names[Int(partial.name)], closure: closure,
                    parent: scope.definition))
            scope.definition = Int32(definitions.count - 1)
        }
    }

    mutating func render(
        partial index: Int32, of program: TemplateProgram, in scope: Scope
    ) throws(RenderingError) {
        let partial = program.partials[Int(index)]
        let marks = (
            contexts.count, frames.count, definitions.count, partialBlocks.count, output.count
        )
        let name =
            partial.name >= 0
            ? program.names[Int(partial.name)]
            : try text(of: try value(partial.dynamicName, of: program, in: scope))
        let target = try target(name, in: scope)
        let context = try context(of: partial, program, in: scope)
        var scope = scope
        if partial.body >= 0 {
            try open(partial.body, of: program, in: &scope)
        }
        if !dialect.indentsPartials { output += program.source[partial.indent.range] }
        switch target {
        case .template(let program):
            let parent = dialect.looksIntoParents ? scope.context : -1
            let inner = Scope(
                context: enter(context: context, below: parent), frame: scope.frame,
                definition: scope.definition)
            try render(program.root, of: program, in: inner, definedIn: parent)
        case .definition(let closure): try run(closure, in: context, from: scope)
        case .block(let closure): try run(block: closure, in: context, from: scope)
        case nil where partial.body >= 0:
            let closure = partialBlocks[partialBlocks.count - 1]
            try run(block: closure, in: context, from: scope)
        case nil: throw .missingPartial(name)
        }
        contexts.removeLast(contexts.count - marks.0)
        frames.removeLast(frames.count - marks.1)
        definitions.removeLast(definitions.count - marks.2)
        partialBlocks.removeLast(partialBlocks.count - marks.3)
        if dialect.indentsPartials, partial.indent.count > 0 {
            try indent(from: marks.4, by: program.source[partial.indent.range])
        }
    }

    private enum Target {
        case template(TemplateProgram)
        case definition(Closure)
        case block(Closure)
    }

    private mutating func target(
        _ name: String, in scope: Scope
    ) throws(RenderingError) -> Target? {
        if name == "@partial-block" {
            let block = partialBlock(in: scope)
            return block < 0 ? nil : .block(partialBlocks[Int(block)])
        }
        var place = scope.definition
        while place >= 0 {
            try count(1)
            if definitions[Int(place)].name == name {
                return .definition(definitions[Int(place)].closure)
            }
            place = definitions[Int(place)].parent
        }
        return partials[name].map { .template($0.program) }
    }

    /// The context that the partial is to have, with the values that the call names added.
    private mutating func context(
        of partial: TemplateProgram.Partial, _ program: TemplateProgram, in scope: Scope
    ) throws(RenderingError) -> Int32 {
        var context = scope.context
        if partial.context >= 0 {
            context =
                if let named = contextNamed(by: partial.context, of: program, in: scope) {
                    named
                } else {
                    enter(value: try value(partial.context, of: program, in: scope), below: -1)
                }
        } else if !dialect.passesContextToPartials {
            context = enter(value: nil, below: -1)
        }
        guard partial.named.count > 0 else { return context }
        var fields: [Document.Field] = []
        switch context >= 0 ? contexts[Int(context)].value : nil {
        case .object(let members)?, .map(let members)?: fields = members
        default: break
        }
        let pairs = program.named[partial.named.range]
        try count(fields.count * pairs.count / 8)
        for pair in pairs {
            let name = program.names[Int(pair.name)]
            fields.removeAll { $0.name == name }
            if let value = try value(pair.value, of: program, in: scope) {
                fields.append(Document.Field(name, value))
            }
        }
        return enter(value: .object(fields), below: -1)
    }

    /// Makes the block between a partial's tags its `@partial-block`, and the partials that are
    /// defined there known to it.
    private mutating func open(
        _ body: Int32, of program: TemplateProgram, in scope: inout Scope
    ) throws(RenderingError) {
        partialBlocks.append(
            Closure(
                program: program, body: body, context: scope.context, parameters: scope.parameters,
                partialBlock: partialBlock(in: scope)))
        try define(
            program.bodies[Int(body)].inlinePartials, of: program, in: &scope,
            context: scope.context)
        frames.append(Frame(parent: scope.frame, partialBlock: Int32(partialBlocks.count - 1)))
        scope.frame = Int32(frames.count - 1)
    }

    private mutating func run(
        _ closure: Closure, in context: Int32, from caller: Scope
    ) throws(RenderingError) {
        let scope = Scope(
            context: enter(context: context, below: closure.context), frame: caller.frame,
            parameters: closure.parameters, definition: caller.definition)
        try render(closure.body, of: closure.program, in: scope, definedIn: closure.context)
    }

    /// Within the block of a partial, `@partial-block` is what it was around the call.
    private mutating func run(
        block closure: Closure, in context: Int32, from caller: Scope
    ) throws(RenderingError) {
        frames.append(Frame(parent: caller.frame, partialBlock: closure.partialBlock))
        var caller = caller
        caller.frame = Int32(frames.count - 1)
        try run(closure, in: context, from: caller)
    }

    /// Puts `indent` before each line written since `start`.
    private mutating func indent(
        from start: Int, by indent: ArraySlice<UInt8>
    ) throws(RenderingError) {
        let text = output[start...]
        let lineCount = text.count { $0 == 0x0A } + 1
        try count(text.count / 64 + lineCount)
        guard output.count + lineCount * indent.count <= limits.outputSizeLimit else {
            throw .tooLong(limit: limits.outputSizeLimit)
        }
        var indented: [UInt8] = []
        indented.reserveCapacity(text.count + lineCount * indent.count)
        var isAtStart = true
        for byte in text {
            if isAtStart { indented += indent }
            indented.append(byte)
            isAtStart = byte == 0x0A
        }
        if text.isEmpty { return }
        output.replaceSubrange(start..., with: indented)
    }
}
