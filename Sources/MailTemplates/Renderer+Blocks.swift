import JSONText

extension Renderer {
    mutating func render(
        block index: Int32, of program: TemplateProgram, in scope: Scope
    ) throws(RenderingError) {
        let block = program.blocks[index]
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
            try withValue(of: block.argument, program, in: scope) {
                (renderer, value) throws(RenderingError) in
                try renderer.iterate(over: value, block, of: program, in: scope)
            }
        case .with:
            guard block.argumentCount == 1 else {
                throw .wrongArguments(helper: "with", takes: "one value: {{#with value}}")
            }
            try withValue(of: block.argument, program, in: scope) {
                (renderer, value) throws(RenderingError) in
                if let value, value.isTrue(includingZero: true) {
                    try renderer.enter(value, block, of: program, in: scope)
                } else {
                    try renderer.renderInverse(of: block, program, in: scope)
                }
            }
        case .call:
            try withValue(of: block.argument, program, in: scope) {
                (renderer, value) throws(RenderingError) in
                if let value { try renderer.write(value, isEscaped: false) }
            }
        }
    }

    private mutating func holds(
        _ block: TemplateProgram.Block, of program: TemplateProgram, in scope: Scope
    ) throws(RenderingError) -> Bool {
        var includesZero = false
        if block.includesZero >= 0 {
            includesZero = try withValue(of: block.includesZero, program, in: scope) {
                (_, value) throws(RenderingError) in value?.isTrue(includingZero: false) ?? false
            }
        }
        return try withValue(of: block.argument, program, in: scope) {
            (_, value) throws(RenderingError) in
            value?.isTrue(includingZero: includesZero) ?? false
        }
    }

    /// `{{#name}}`: a loop over an array, a condition for true and false, else a context.
    private mutating func render(
        section block: TemplateProgram.Block, of program: TemplateProgram, in scope: Scope
    ) throws(RenderingError) {
        try withValue(of: block.argument, program, in: scope) {
            (renderer, value) throws(RenderingError) in
            guard let value else {
                return try renderer.renderInverse(of: block, program, in: scope)
            }
            switch value.pointee {
            case .null, .bool(false): try renderer.renderInverse(of: block, program, in: scope)
            case .bool(true):
                try renderer.render(
                    block.body, of: program, in: scope, definedIn: scope.context)
            case .array: try renderer.iterate(over: value, block, of: program, in: scope)
            default: try renderer.enter(value, block, of: program, in: scope)
            }
        }
    }

    private mutating func renderInverse(
        of block: TemplateProgram.Block, _ program: TemplateProgram, in scope: Scope
    ) throws(RenderingError) {
        try render(block.inverse, of: program, in: scope, definedIn: scope.context)
    }

    /// Renders the body within `value`. One that is the context already is not entered again.
    private mutating func enter(
        _ value: UnsafePointer<Document>, _ block: TemplateProgram.Block,
        of program: TemplateProgram, in scope: Scope
    ) throws(RenderingError) {
        guard block.body >= 0 else { return }
        func renderBody(
            _ renderer: inout Renderer, _ context: Int32
        ) throws(RenderingError) {
            var inner = scope
            inner.context = context
            let hasParameters = renderer.hasParameters(block, program)
            if hasParameters {
                // Only `with` hands out what it enters.
                renderer.parameters.append(
                    Parameters(
                        first: block.kind == .with ? value : nil, parent: scope.parameters))
                inner.parameters = Int32(renderer.parameters.count - 1)
            }
            try renderer.render(block.body, of: program, in: inner, definedIn: scope.context)
            if hasParameters { renderer.parameters.removeLast() }
        }
        if let named = contextNamed(by: block.argument, of: program, in: scope) {
            try within(context: named, below: scope.context, renderBody)
        } else {
            try within(value, below: scope.context, renderBody)
        }
    }

    // MARK: Loops

    private mutating func iterate(
        over value: Value, _ block: TemplateProgram.Block, of program: TemplateProgram,
        in scope: Scope
    ) throws(RenderingError) {
        switch value?.pointee {
        case .array(let items)? where !items.isEmpty:
            var inner = beginLoop(count: items.count, block, of: program, in: scope)
            try items.withUnsafeBufferPointer { (items) throws(RenderingError) in
                for index in items.indices {
                    try renderItem(
                        items.baseAddress.map { $0 + index }, index, member: nil, block,
                        of: program, in: &inner, outer: scope)
                }
            }
            endLoop(block, of: program)
        case .object(let fields)? where !fields.isEmpty, .map(let fields)? where !fields.isEmpty:
            var inner = beginLoop(count: fields.count, block, of: program, in: scope)
            try fields.withUnsafeBufferPointer { (fields) throws(RenderingError) in
                for index in fields.indices {
                    let member = fields.baseAddress.map { $0 + index }
                    try renderItem(
                        member?.pointer(to: \.value), index, member: member, block, of: program,
                        in: &inner, outer: scope)
                }
            }
            endLoop(block, of: program)
        default: try renderInverse(of: block, program, in: scope)
        }
    }

    private mutating func beginLoop(
        count: Int, _ block: TemplateProgram.Block, of program: TemplateProgram, in scope: Scope
    ) -> Scope {
        var inner = scope
        frames.append(Frame(parent: scope.frame, isLoop: true, count: count))
        inner.frame = Int32(frames.count - 1)
        if hasParameters(block, program) {
            parameters.append(Parameters(parent: scope.parameters))
            inner.parameters = Int32(parameters.count - 1)
        }
        return inner
    }

    private mutating func renderItem(
        _ item: Value, _ index: Int, member: UnsafePointer<Document.Field>?,
        _ block: TemplateProgram.Block, of program: TemplateProgram, in inner: inout Scope,
        outer: Scope
    ) throws(RenderingError) {
        frames[Int(inner.frame)].index = index
        frames[Int(inner.frame)].member = member
        if inner.parameters != outer.parameters {
            parameters[Int(inner.parameters)].first = item
            parameters[Int(inner.parameters)].second = frames[Int(inner.frame)].key
        }
        let scope = inner
        try within(item, below: outer.context) { (renderer, context) throws(RenderingError) in
            var scope = scope
            scope.context = context
            try renderer.render(block.body, of: program, in: scope, definedIn: outer.context)
        }
    }

    private mutating func endLoop(_ block: TemplateProgram.Block, of program: TemplateProgram) {
        frames.removeLast()
        if hasParameters(block, program) { parameters.removeLast() }
    }

    private func hasParameters(
        _ block: TemplateProgram.Block, _ program: TemplateProgram
    ) -> Bool {
        block.body >= 0 && program.bodies[block.body].parameterCount > 0
    }
}
