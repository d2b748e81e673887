import JSONText

extension Renderer {
    mutating func render(
        block index: Int32, of program: Program, in scope: Scope
    ) throws(RenderingError) {
        let block = program.pointee.blocks[index]
        switch block.kind {
        case .section: try render(section: block, of: program, in: scope)
        case .condition, .exception:
            guard block.argumentCount == 1 else {
                let name = block.kind == .condition ? "if" : "unless"
                throw .wrongArguments(helper: name, takes: "one value: {{#\(name) value}}")
            }
            let holds = try holds(block, of: program, in: scope)
            let body = holds == (block.kind == .condition) ? block.body : block.inverse
            try render(body, of: program, in: scope, definedIn: scope.context)
        case .each:
            guard block.argumentCount > 0 else {
                throw .wrongArguments(helper: "each", takes: "an array or object: {{#each items}}")
            }
            let value = try value(of: block.argument, program, in: scope)
            try iterate(over: value, block, of: program, in: scope)
        case .with:
            guard block.argumentCount == 1 else {
                throw .wrongArguments(helper: "with", takes: "one value: {{#with value}}")
            }
            let value = try value(of: block.argument, program, in: scope)
            if let value, value.isTrue(includingZero: true) {
                try render(block, within: value, of: program, in: scope)
            } else {
                try render(block.inverse, of: program, in: scope, definedIn: scope.context)
            }
        case .call:
            let value = try value(of: block.argument, program, in: scope)
            if let value { try write(value, isEscaped: false) }
        }
    }

    private mutating func holds(
        _ block: TemplateProgram.Block, of program: Program, in scope: Scope
    ) throws(RenderingError) -> Bool {
        var includesZero = false
        if block.includesZero >= 0 {
            let option = try value(of: block.includesZero, program, in: scope)
            includesZero = option?.isTrue(includingZero: false) ?? false
        }
        let value = try value(of: block.argument, program, in: scope)
        return value?.isTrue(includingZero: includesZero) ?? false
    }

    /// `{{#name}}`: a loop over an array, a condition for true and false, else a context.
    private mutating func render(
        section block: TemplateProgram.Block, of program: Program, in scope: Scope
    ) throws(RenderingError) {
        let value = try value(of: block.argument, program, in: scope)
        switch value?.pointee {
        case nil, .null?, .bool(false)?:
            try render(block.inverse, of: program, in: scope, definedIn: scope.context)
        case .bool(true)?: try render(block.body, of: program, in: scope, definedIn: scope.context)
        case .array?: try iterate(over: value, block, of: program, in: scope)
        default: try render(block, within: value, of: program, in: scope)
        }
    }

    /// Renders the body within `value`. One that is the context already is not entered again.
    private mutating func render(
        _ block: TemplateProgram.Block, within value: Value, of program: Program, in scope: Scope
    ) throws(RenderingError) {
        guard block.body >= 0 else { return }
        let marks = (contexts.count, parameters.count)
        var inner = scope
        if let named = contextNamed(by: block.argument, of: program, in: scope) {
            inner.context = enter(context: named, below: scope.context)
        } else {
            inner.context = enter(value, below: scope.context)
        }
        if hasParameters(block, program) {
            // Only `with` hands out what it enters.
            inner.parameters = parameters.append(
                Parameters(first: block.kind == .with ? value : nil, parent: scope.parameters))
        }
        try render(block.body, of: program, in: inner, definedIn: scope.context)
        contexts.removeLast(contexts.count - marks.0)
        parameters.removeLast(parameters.count - marks.1)
    }

    // MARK: Loops

    private mutating func iterate(
        over value: Value, _ block: TemplateProgram.Block, of program: Program, in scope: Scope
    ) throws(RenderingError) {
        if let items = value?.items, !items.isEmpty {
            let inner = beginLoop(count: items.count, block, of: program, in: scope)
            for index in items.indices {
                let item = items.baseAddress.map { $0 + index }
                try render(item, index, member: nil, block, of: program, in: inner, outer: scope)
            }
            endLoop(block, of: program)
        } else if let fields = value?.members, !fields.isEmpty {
            let inner = beginLoop(count: fields.count, block, of: program, in: scope)
            for index in fields.indices {
                let member = fields.baseAddress.map { $0 + index }
                try render(
                    member?.pointer(to: \.value), index, member: member, block, of: program,
                    in: inner, outer: scope)
            }
            endLoop(block, of: program)
        } else {
            try render(block.inverse, of: program, in: scope, definedIn: scope.context)
        }
    }

    private mutating func beginLoop(
        count: Int, _ block: TemplateProgram.Block, of program: Program, in scope: Scope
    ) -> Scope {
        var inner = scope
        inner.frame = frames.append(Frame(parent: scope.frame, isLoop: true, count: count))
        if hasParameters(block, program) {
            inner.parameters = parameters.append(Parameters(parent: scope.parameters))
        }
        return inner
    }

    private mutating func render(
        _ item: Value, _ index: Int, member: UnsafePointer<Document.Field>?,
        _ block: TemplateProgram.Block, of program: Program, in loop: Scope, outer: Scope
    ) throws(RenderingError) {
        let mark = made.count
        frames[loop.frame].index = index
        frames[loop.frame].member = member
        if loop.parameters != outer.parameters {
            parameters[loop.parameters].first = item
            parameters[loop.parameters].second = made.keep(frames[loop.frame].key)
        }
        var inner = loop
        inner.context = enter(item, below: outer.context)
        try render(block.body, of: program, in: inner, definedIn: outer.context)
        contexts.removeLast()
        made.removeAll(from: mark)
    }

    private mutating func endLoop(_ block: TemplateProgram.Block, of program: Program) {
        frames.removeLast()
        if hasParameters(block, program) { parameters.removeLast() }
    }

    private func hasParameters(_ block: TemplateProgram.Block, _ program: Program) -> Bool {
        block.body >= 0
            && program.pointee.bodies.pointer(to: block.body).pointee.parameterCount > 0
    }
}
