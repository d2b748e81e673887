import JSONText

/// What expressions come to. Nil is a value that is not there, which JavaScript calls undefined.
extension Renderer {
    mutating func value(
        _ expression: Int32, of program: TemplateProgram, in scope: Scope
    ) throws(RenderingError) -> Document? {
        switch program.expressions[Int(expression)] {
        case .path(let path):
            let path = program.paths[Int(path)]
            let value = try value(of: path, of: program, in: scope)
            if value == nil, dialect.missingValues == .cannotBeRead {
                throw .missingAttribute(program.names[Int(path.text)])
            }
            return value
        case .literal(let literal): return program.literals[Int(literal)]
        case .undefined: return nil
        case .call(let call):
            return try value(of: program.calls[Int(call)], of: program, in: scope)
        }
    }

    // MARK: Paths

    private mutating func value(
        of path: TemplateProgram.Path, of program: TemplateProgram, in scope: Scope
    ) throws(RenderingError) -> Document? {
        let members = path.members.range
        switch path.base {
        case .context(let depth):
            if dialect.looksIntoParents, path.unscopedName >= 0 {
                return try valueInParents(of: path, of: program, in: scope)
            }
            guard let context = context(depth, above: scope) else { return nil }
            return try value(of: members, in: contexts[context].value, program)
        case .variable(let variable, let depth):
            let value = self.value(of: variable, depth: depth, in: scope)
            return try self.value(of: members, in: value, program)
        case .parameter(let depth, let index):
            var place = scope.parameters
            for _ in 0..<depth where place >= 0 { place = parameters[Int(place)].parent }
            guard place >= 0 else { return nil }
            let entry = parameters[Int(place)]
            let value = index == 0 ? entry.first : index == 1 ? entry.second : nil
            return try self.value(of: members, in: value, program)
        }
    }

    private mutating func value(
        of members: Range<Int>, in start: Document?, _ program: TemplateProgram
    ) throws(RenderingError) -> Document? {
        guard var value = start else { return nil }
        for index in members {
            guard let next = try member(program.names[index], of: value) else { return nil }
            value = next
        }
        return value
    }

    /// Mustache's way: the innermost context that has the first name counts.
    private mutating func valueInParents(
        of path: TemplateProgram.Path, of program: TemplateProgram, in scope: Scope
    ) throws(RenderingError) -> Document? {
        var place = scope.context
        while place >= 0 {
            try count(1)
            let context = contexts[Int(place)]
            if let value = context.value,
                let found = try member(program.names[Int(path.unscopedName)], of: value),
                found != .null
            {
                return try self.value(of: path.members.range.dropFirst(), in: found, program)
            }
            place = context.parent
        }
        return nil
    }

    private func context(_ depth: Int32, above scope: Scope) -> Int? {
        var place = scope.context
        for _ in 0..<depth where place >= 0 { place = contexts[Int(place)].parent }
        return place < 0 ? nil : Int(place)
    }

    /// The context that an expression names as a whole, such as `.` or `..`; nil for any other.
    func contextNamed(
        by expression: Int32, of program: TemplateProgram, in scope: Scope
    ) -> Int32? {
        guard expression >= 0, case .path(let path) = program.expressions[Int(expression)],
            case .context(let depth) = program.paths[Int(path)].base,
            program.paths[Int(path)].members.count == 0
        else { return nil }
        return context(depth, above: scope).map { Int32($0) }
    }

    /// A member of an object, an item of an array, or the length of an array or string.
    ///
    /// Looking through a large object takes as many steps as its size calls for.
    mutating func member(
        _ name: String, of value: Document
    ) throws(RenderingError) -> Document? {
        switch value {
        case .object(let fields), .map(let fields):
            if fields.count > 32 { try count(fields.count / 16) }
            var index = fields.count
            while index > 0 {
                index -= 1
                if fields[index].name == name { return fields[index].value }
            }
            return nil
        case .array(let items):
            if name == "length" { return .integer(Int64(items.count)) }
            guard let index = Int(name), items.indices.contains(index) else { return nil }
            return items[index]
        case .string(let text) where name == "length":
            try count(text.utf8.count / 64)
            return .integer(Int64(text.utf16.count))
        default: return nil
        }
    }

    private func value(
        of variable: TemplateProgram.Path.Variable, depth: Int32, in scope: Scope
    ) -> Document? {
        switch variable {
        case .root: return variables["root"] ?? contexts[0].value
        case .other: return variables
        case .partialBlock: return partialBlock(in: scope) < 0 ? nil : .bool(true)
        case .index, .key, .first, .last:
            var place = scope.frame
            for _ in 0..<depth where place >= 0 { place = frames[Int(place)].parent }
            while place >= 0, !frames[Int(place)].isLoop { place = frames[Int(place)].parent }
            guard place >= 0 else { return nil }
            let frame = frames[Int(place)]
            return switch variable {
            case .first: .bool(frame.index == 0)
            case .last: .bool(frame.index == frame.count - 1)
            case .key: frame.key.map { .string($0) } ?? .integer(Int64(frame.index))
            default: .integer(Int64(frame.index))
            }
        }
    }

    /// Which block `@partial-block` is; -1 for none.
    func partialBlock(in scope: Scope) -> Int32 {
        var place = scope.frame
        while place >= 0, frames[Int(place)].isLoop { place = frames[Int(place)].parent }
        return place < 0 ? -1 : frames[Int(place)].partialBlock
    }

    // MARK: Helpers

    private mutating func value(
        of call: TemplateProgram.Call, of program: TemplateProgram, in scope: Scope
    ) throws(RenderingError) -> Document? {
        let name = program.names[Int(call.name)]
        switch call.helper {
        case .log: return .string("")
        case .lookup:
            guard call.arguments.count == 2 else {
                throw .wrongArguments(helper: name, takes: "an object or array, and a key")
            }
            let start = Int(call.arguments.start)
            let object = try value(program.arguments[start], of: program, in: scope)
            let key = try value(program.arguments[start + 1], of: program, in: scope)
            guard let object, let key, object.isTrue(includingZero: true) else { return nil }
            return try member(try text(of: key), of: object)
        case .other:
            switch name {
            case "if", "unless", "each", "with":
                throw .wrongArguments(helper: name, takes: "a block: {{#\(name) …}}…{{/\(name)}}")
            default: throw .unknownHelper(name)
            }
        }
    }

    /// A value as it would be written.
    mutating func text(of value: Document?) throws(RenderingError) -> String {
        switch value {
        case nil: return "undefined"
        case .string(let text)?: return text
        case let value?:
            let start = output.count
            try write(value, isEscaped: false)
            defer { output.removeLast(output.count - start) }
            return String(decoding: output[start...], as: UTF8.self)
        }
    }
}

extension Document {
    /// Whether a condition holds: not for false, null, 0, an empty string or an empty array.
    func isTrue(includingZero: Bool) -> Bool {
        switch self {
        case .null: false
        case .bool(let flag): flag
        case .integer(let number): number != 0 || includingZero
        case .double(let number): !number.isNaN && (number != 0 || includingZero)
        case .string(let text): !text.isEmpty
        case .array(let items): !items.isEmpty
        case .blob, .timestamp, .object, .map: true
        }
    }
}
