import JSONText

extension Renderer {
    /// Makes the partials known that a body defines. They hold in all of the body, and see what
    /// stands around it.
    mutating func define(
        _ run: TemplateProgram.Run, of program: TemplateProgram, in scope: inout Scope,
        context: Int32
    ) throws(RenderingError) {
        try count(run.count)
        for partial in program.inlinePartials[run] {
            let closure = Closure(
                program: program, body: partial.body, context: context,
                parameters: scope.parameters)
            definitions.append(
                Definition(
                    name: program.names[partial.name], closure: closure,
                    parent: scope.definition))
            scope.definition = Int32(definitions.count - 1)
        }
    }

    mutating func render(
        partial index: Int32, of program: TemplateProgram, in scope: Scope
    ) throws(RenderingError) {
        let partial = program.partials[index]
        let name =
            partial.name >= 0
            ? program.names[partial.name]
            : try text(of: partial.dynamicName, program, in: scope) ?? "undefined"
        let target = try target(name, in: scope)
        guard target != nil || partial.body >= 0 else { throw .missingPartial(name) }
        let marks = (frames.count, definitions.count, partialBlocks.count)
        let start = output.count
        if !dialect.indentsPartials { output.append(program.source[partial.indent]) }
        try withContext(of: partial, program, in: scope) {
            (renderer, context) throws(RenderingError) in
            var scope = scope
            if partial.body >= 0 { try renderer.open(partial.body, of: program, in: &scope) }
            try renderer.run(target, in: context, from: scope)
        }
        frames.removeLast(frames.count - marks.0)
        definitions.removeLast(definitions.count - marks.1)
        partialBlocks.removeLast(partialBlocks.count - marks.2)
        if dialect.indentsPartials, partial.indent.count > 0 {
            try indent(from: start, by: program.source[partial.indent])
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
            try count(1 + name.utf8.count / 64)
            if definitions[Int(place)].name == name {
                return .definition(definitions[Int(place)].closure)
            }
            place = definitions[Int(place)].parent
        }
        return partials[name].map { .template($0.program) }
    }

    /// Runs `body` with the context that the partial is to have: with the values that the call names
    /// added.
    private mutating func withContext(
        of partial: TemplateProgram.Partial, _ program: TemplateProgram, in scope: Scope,
        _ body: (inout Renderer, Int32) throws(RenderingError) -> Void
    ) throws(RenderingError) {
        func addNames(_ renderer: inout Renderer, _ context: Int32) throws(RenderingError) {
            guard partial.named.count > 0 else { return try body(&renderer, context) }
            let value = try renderer.extended(context, by: partial.named, program, in: scope)
            try withUnsafePointer(to: value) { (value) throws(RenderingError) in
                try renderer.within(value, below: -1, body)
            }
        }
        if partial.context < 0 {
            guard !dialect.passesContextToPartials else {
                return try addNames(&self, scope.context)
            }
            return try within(nil, below: -1, addNames)
        }
        if let named = contextNamed(by: partial.context, of: program, in: scope) {
            return try addNames(&self, named)
        }
        try withValue(of: partial.context, program, in: scope) {
            (renderer, value) throws(RenderingError) in
            try renderer.within(value, below: -1, addNames)
        }
    }

    /// The members of a context, and more.
    private mutating func extended(
        _ context: Int32, by named: TemplateProgram.Run, _ program: TemplateProgram,
        in scope: Scope
    ) throws(RenderingError) -> Document {
        var fields = context >= 0 ? Array(contexts[Int(context)].members) : []
        try count(fields.count * named.count / 8)
        for pair in program.named[named] {
            let name = program.names[pair.name]
            fields.removeAll { $0.name == name }
            let value = try withValue(of: pair.value, program, in: scope) {
                (_, value) throws(RenderingError) in value?.pointee
            }
            if let value { fields.append(Document.Field(name, value)) }
        }
        return .object(fields)
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
            program.bodies[body].inlinePartials, of: program, in: &scope,
            context: scope.context)
        frames.append(Frame(parent: scope.frame, partialBlock: Int32(partialBlocks.count - 1)))
        scope.frame = Int32(frames.count - 1)
    }

    /// Runs what a partial's name stands for, or else the block between its tags.
    private mutating func run(
        _ target: Target?, in context: Int32, from scope: Scope
    ) throws(RenderingError) {
        switch target {
        case .template(let program):
            let parent = dialect.looksIntoParents ? scope.context : -1
            try within(context: context, below: parent) {
                (renderer, context) throws(RenderingError) in
                let inner = Scope(
                    context: context, frame: scope.frame, definition: scope.definition)
                try renderer.render(program.root, of: program, in: inner, definedIn: parent)
            }
        case .definition(let closure): try run(closure, in: context, from: scope)
        case .block(let closure): try run(block: closure, in: context, from: scope)
        case nil:
            try run(block: partialBlocks[partialBlocks.count - 1], in: context, from: scope)
        }
    }

    private mutating func run(
        _ closure: Closure, in context: Int32, from caller: Scope
    ) throws(RenderingError) {
        try within(context: context, below: closure.context) {
            (renderer, context) throws(RenderingError) in
            let scope = Scope(
                context: context, frame: caller.frame, parameters: closure.parameters,
                definition: caller.definition)
            try renderer.render(
                closure.body, of: closure.program, in: scope, definedIn: closure.context)
        }
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
