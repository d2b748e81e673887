import JSONText

extension Renderer {
    mutating func render(
        block index: Int32, of program: TemplateProgram, in scope: Scope
    ) throws(RenderingError) {
        let block = program.blocks[Int(index)]
        switch block.kind {
        case .section: try render(section: block, of: program, in: scope)
        case .condition, .exception:
            guard block.argumentCount == 1 else {
                let name = block.kind == .condition ? "if" : "unless"
                throw .wrongArguments(helper: name, takes: "one value: {{#\(name) value}}")
            }
            let value = try value(block.argument, of: program, in: scope)
            let includesZero =
                block.includesZero < 0
                ? false
                : try self.value(block.includesZero, of: program, in: scope)?
                    .isTrue(includingZero: false) ?? false
            let holds = value?.isTrue(includingZero: includesZero) ?? false
            let body = holds == (block.kind == .condition) ? block.body : block.inverse
            try render(body, of: program, in: scope, definedIn: scope.context)
        case .each:
            guard block.argumentCount > 0 else {
                throw .wrongArguments(helper: "each", takes: "an array or object: {{#each items}}")
            }
            let value = try value(block.argument, of: program, in: scope)
            try iterate(over: value, block, of: program, in: scope)
        case .with:
            guard block.argumentCount == 1 else {
                throw .wrongArguments(helper: "with", takes: "one value: {{#with value}}")
            }
            let value = try value(block.argument, of: program, in: scope)
            guard let value, value.isTrue(includingZero: true) else {
                return try render(block.inverse, of: program, in: scope, definedIn: scope.context)
            }
            try enter(value, block, of: program, in: scope)
        case .call:
            if let value = try value(block.argument, of: program, in: scope) {
                try write(value, isEscaped: false)
            }
        }
    }

    /// `{{#name}}`: a loop over an array, a condition for true and false, else a context.
    private mutating func render(
        section block: TemplateProgram.Block, of program: TemplateProgram, in scope: Scope
    ) throws(RenderingError) {
        let value = try value(block.argument, of: program, in: scope)
        switch value {
        case nil, .null?, .bool(false)?:
            try render(block.inverse, of: program, in: scope, definedIn: scope.context)
        case .bool(true)?:
            try render(block.body, of: program, in: scope, definedIn: scope.context)
        case .array?: try iterate(over: value, block, of: program, in: scope)
        case let value?: try enter(value, block, of: program, in: scope)
        }
    }

    /// Renders the body within `value`. One that is the context already is not entered again.
    private mutating func enter(
        _ value: Document, _ block: TemplateProgram.Block, of program: TemplateProgram,
        in scope: Scope
    ) throws(RenderingError) {
        guard block.body >= 0 else { return }
        let contextMark = contexts.count
        let parameterMark = parameters.count
        var inner = scope
        if let named = contextNamed(by: block.argument, of: program, in: scope) {
            inner.context = enter(context: named, below: scope.context)
        } else {
            inner.context = enter(value: value, below: scope.context)
        }
        if program.bodies[Int(block.body)].parameterCount > 0 {
            // Only `with` hands out what it enters.
            parameters.append(
                Parameters(
                    first: block.kind == .with ? value : nil, second: nil,
                    parent: scope.parameters))
            inner.parameters = Int32(parameters.count - 1)
        }
        try render(block.body, of: program, in: inner, definedIn: scope.context)
        contexts.removeLast(contexts.count - contextMark)
        parameters.removeLast(parameters.count - parameterMark)
    }

    /// A context with a value of its own.
    mutating func enter(value: Document?, below parent: Int32) -> Int32 {
        let place = Int32(contexts.count)
        contexts.append(Context(value: value, parent: parent, origin: place))
        return place
    }

    /// A context that is there already, seen from another place.
    mutating func enter(context: Int32, below parent: Int32) -> Int32 {
        guard context >= 0 else { return enter(value: nil, below: parent) }
        let origin = contexts[Int(context)].origin
        if parent >= 0, contexts[Int(parent)].origin == origin { return parent }
        let value = contexts[Int(context)].value
        contexts.append(Context(value: value, parent: parent, origin: origin))
        return Int32(contexts.count - 1)
    }

    // MARK: Loops

    private mutating func iterate(
        over value: Document?, _ block: TemplateProgram.Block, of program: TemplateProgram,
        in scope: Scope
    ) throws(RenderingError) {
        switch value {
        case .array(let items)? where !items.isEmpty:
            var inner = beginLoop(count: items.count, block, of: program, in: scope)
            for index in items.indices {
                try renderItem(
                    items[index], index, key: nil, block, of: program, in: &inner, outer: scope)
            }
            endLoop(block, of: program)
        case .object(let fields)? where !fields.isEmpty, .map(let fields)? where !fields.isEmpty:
            var inner = beginLoop(count: fields.count, block, of: program, in: scope)
            for index in fields.indices {
                try renderItem(
                    fields[index].value, index, key: fields[index].name, block, of: program,
                    in: &inner, outer: scope)
            }
            endLoop(block, of: program)
        default: try render(block.inverse, of: program, in: scope, definedIn: scope.context)
        }
    }

    private mutating func beginLoop(
        count: Int, _ block: TemplateProgram.Block, of program: TemplateProgram, in scope: Scope
    ) -> Scope {
        var inner = scope
        frames.append(Frame(parent: scope.frame, isLoop: true, count: count))
        inner.frame = Int32(frames.count - 1)
        inner.context = enter(value: nil, below: scope.context)
        if hasParameters(block, program) {
            parameters.append(Parameters(parent: scope.parameters))
            inner.parameters = Int32(parameters.count - 1)
        }
        return inner
    }

    private mutating func renderItem(
        _ item: Document, _ index: Int, key: String?, _ block: TemplateProgram.Block,
        of program: TemplateProgram, in inner: inout Scope, outer: Scope
    ) throws(RenderingError) {
        contexts[Int(inner.context)].value = item
        frames[Int(inner.frame)].index = index
        frames[Int(inner.frame)].key = key
        if inner.parameters != outer.parameters {
            parameters[Int(inner.parameters)].first = item
            parameters[Int(inner.parameters)].second =
                key.map { .string($0) } ?? .integer(Int64(index))
        }
        try render(block.body, of: program, in: inner, definedIn: outer.context)
    }

    private mutating func endLoop(_ block: TemplateProgram.Block, of program: TemplateProgram) {
        frames.removeLast()
        contexts.removeLast()
        if hasParameters(block, program) { parameters.removeLast() }
    }

    private func hasParameters(
        _ block: TemplateProgram.Block, _ program: TemplateProgram
    ) -> Bool {
        block.body >= 0 && program.bodies[Int(block.body)].parameterCount > 0
    }
}
