import JSONText

extension Renderer {
    /// Makes the partials known that a body defines. They hold in all of the body, and see what
    /// stands around it.
    mutating func define(
        _ run: TemplateProgram.Run, of program: Program, in scope: inout Scope,
        context: Int32
    ) throws(RenderingError) {
        try count(run.count)
        for partial in program.pointee.inlinePartials[run] {
            let closure = Closure(
                program: program, body: partial.body, context: context,
                parameters: scope.parameters)
            scope.definition = definitions.append(
                Definition(
                    name: program.pointee.names.pointer(to: partial.name), closure: closure,
                    parent: scope.definition))
        }
    }

    mutating func render(
        partial index: Int32, of program: Program, in scope: Scope
    ) throws(RenderingError) {
        let partial = program.pointee.partials[index]
        let name =
            partial.name >= 0
            ? program.pointee.names[partial.name].text
            : try text(of: partial.dynamicName, program, in: scope) ?? "undefined"
        let target = try target(name, in: scope)
        guard target != nil || partial.body >= 0 else { throw .missingPartial(name) }
        let marks = (contexts.count, frames.count, definitions.count, partialBlocks.count)
        let start = output.count
        if !dialect.indentsPartials { output.append(program.pointee.source[partial.indent]) }
        let context = try context(for: partial, program, in: scope)
        var scope = scope
        if partial.body >= 0 { try open(partial.body, of: program, in: &scope) }
        try run(target, in: context, from: scope)
        contexts.removeLast(contexts.count - marks.0)
        frames.removeLast(frames.count - marks.1)
        definitions.removeLast(definitions.count - marks.2)
        partialBlocks.removeLast(partialBlocks.count - marks.3)
        if dialect.indentsPartials, partial.indent.count > 0 {
            try indent(from: start, by: program.pointee.source[partial.indent])
        }
    }

    private enum Target {
        case template(Program)
        case definition(Closure)
        case block(Closure)
    }

    private mutating func target(
        _ name: String, in scope: Scope
    ) throws(RenderingError) -> Target? {
        if name == "@partial-block" {
            let block = partialBlock(in: scope)
            return block < 0 ? nil : .block(partialBlocks[block])
        }
        var place = scope.definition
        while place >= 0 {
            try count(1 + name.utf8.count / 64)
            let definition = definitions[place]
            if definition.name.pointee.text == name { return .definition(definition.closure) }
            place = definition.parent
        }
        return partials[name].map { .template($0.program.tables) }
    }

    /// The context that the partial is to have: with the values that the call names added.
    private mutating func context(
        for partial: TemplateProgram.Partial, _ program: Program, in scope: Scope
    ) throws(RenderingError) -> Int32 {
        let context =
            if partial.context < 0 {
                dialect.passesContextToPartials ? scope.context : enter(nil, below: -1)
            } else if let named = contextNamed(by: partial.context, of: program, in: scope) {
                named
            } else {
                enter(try value(of: partial.context, program, in: scope), below: -1)
            }
        guard partial.named.count > 0 else { return context }
        let value = try extended(context, by: partial.named, program, in: scope)
        return enter(made.keep(value), below: -1)
    }

    /// The members of a context, and more.
    private mutating func extended(
        _ context: Int32, by named: TemplateProgram.Run, _ program: Program,
        in scope: Scope
    ) throws(RenderingError) -> Document {
        let members = context >= 0 ? contexts[context].members : nil
        var fields = members.map { Array($0) } ?? []
        try count(fields.count * named.count / 8)
        for pair in program.pointee.named[named] {
            let name = program.pointee.names[pair.name].text
            fields.removeAll { $0.name == name }
            if let value = try value(of: pair.value, program, in: scope) {
                fields.append(Document.Field(name, value.pointee))
            }
        }
        return .object(fields)
    }

    /// Makes the block between a partial's tags its `@partial-block`, and the partials that are
    /// defined there known to it.
    private mutating func open(
        _ body: Int32, of program: Program, in scope: inout Scope
    ) throws(RenderingError) {
        let block = partialBlocks.append(
            Closure(
                program: program, body: body, context: scope.context, parameters: scope.parameters,
                partialBlock: partialBlock(in: scope)))
        try define(
            program.pointee.bodies[body].inlinePartials, of: program, in: &scope,
            context: scope.context)
        scope.frame = frames.append(Frame(parent: scope.frame, partialBlock: block))
    }

    /// Runs what a partial's name stands for, or else the block between its tags.
    private mutating func run(
        _ target: Target?, in context: Int32, from scope: Scope
    ) throws(RenderingError) {
        switch target {
        case .template(let program):
            let parent = dialect.looksIntoParents ? scope.context : -1
            let inner = Scope(
                context: enter(context: context, below: parent), frame: scope.frame,
                definition: scope.definition)
            try render(program.pointee.root, of: program, in: inner, definedIn: parent)
        case .definition(let closure): try run(closure, in: context, from: scope)
        case .block(let closure): try run(block: closure, in: context, from: scope)
        case nil:
            try run(
                block: partialBlocks[Int32(partialBlocks.count - 1)], in: context, from: scope)
        }
    }

    private mutating func run(
        _ closure: Closure, in context: Int32, from caller: Scope
    ) throws(RenderingError) {
        let scope = Scope(
            context: enter(context: context, below: closure.context), frame: caller.frame,
            parameters: closure.parameters, definition: caller.definition)
        try render(
            closure.body, of: closure.program, in: scope, definedIn: closure.context)
    }

    /// Within the block of a partial, `@partial-block` is what it was around the call.
    private mutating func run(
        block closure: Closure, in context: Int32, from caller: Scope
    ) throws(RenderingError) {
        var caller = caller
        caller.frame = frames.append(
            Frame(parent: caller.frame, partialBlock: closure.partialBlock))
        try run(closure, in: context, from: caller)
    }

    /// Puts `indent` before each line written since `start`.
    private mutating func indent(
        from start: Int, by indent: UnsafeBufferPointer<UInt8>
    ) throws(RenderingError) {
        let text = output.text(from: start)
        let lineCount = text.count { $0 == 0x0A } + 1
        try count(text.count / 64 + lineCount)
        guard output.count + lineCount * indent.count <= limits.outputSizeLimit else {
            throw .tooLong(limit: limits.outputSizeLimit)
        }
        output.remove(from: start)
        var isAtStart = true
        for byte in text {
            if isAtStart { output.append(indent) }
            output.append(byte)
            isAtStart = byte == 0x0A
        }
    }
}
