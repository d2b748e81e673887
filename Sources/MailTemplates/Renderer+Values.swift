import JSONText

/// What expressions come to.
extension Renderer {
    /// Looks a value up and runs `body` with it.
    mutating func withValue<Result>(
        of expression: Int32, _ program: TemplateProgram, in scope: Scope,
        _ body: (inout Renderer, Value) throws(RenderingError) -> Result
    ) throws(RenderingError) -> Result {
        // Nearly all expressions are names in objects.
        if isPlain, case .path(let path) = program.expressions[expression] {
            let path = program.paths.pointer(to: path)
            if case .context(let depth) = path.pointee.base,
                let place = context(depth, above: scope), contexts[place].isObject,
                path.pointee.members.count > 0
            {
                var members = path.pointee.members
                var value = try find(
                    program.names.pointer(to: members.start), in: contexts[place].members)
                members.start += 1
                while members.count > 0, let fields = value?.members {
                    value = try find(program.names.pointer(to: members.start), in: fields)
                    members.start += 1
                }
                if members.count == 0 || value == nil { return try body(&self, value) }
            }
        }
        return try withAnyValue(of: expression, program, in: scope, body)
    }

    @inline(never)
    private mutating func withAnyValue<Result>(
        of expression: Int32, _ program: TemplateProgram, in scope: Scope,
        _ body: (inout Renderer, Value) throws(RenderingError) -> Result
    ) throws(RenderingError) -> Result {
        switch program.expressions[expression] {
        case .path(let index):
            let path = program.paths[index]
            guard dialect.missingValues == .cannotBeRead else {
                return try withValue(of: path, program, in: scope, body)
            }
            return try withValue(of: path, program, in: scope) {
                (renderer, value) throws(RenderingError) in
                guard value != nil else { throw .missingAttribute(program.names[path.text]) }
                return try body(&renderer, value)
            }
        case .literal(let literal): return try made(program.literals[literal], body)
        case .undefined: return try body(&self, nil)
        case .call(let call):
            return try withValue(of: program.calls[call], program, in: scope, body)
        }
    }

    /// Runs `body` with a value that is not part of the data.
    private mutating func made<Result>(
        _ value: Document, _ body: (inout Renderer, Value) throws(RenderingError) -> Result
    ) throws(RenderingError) -> Result {
        try withUnsafePointer(to: value) { (value) throws(RenderingError) in
            try body(&self, value)
        }
    }

    // MARK: Paths

    private mutating func withValue<Result>(
        of path: TemplateProgram.Path, _ program: TemplateProgram, in scope: Scope,
        _ body: (inout Renderer, Value) throws(RenderingError) -> Result
    ) throws(RenderingError) -> Result {
        let members = path.members
        switch path.base {
        case .context(let depth):
            let isSearched = dialect.looksIntoParents && path.unscopedName >= 0
            let place =
                isSearched
                ? try contextKnowing(path.unscopedName, program, in: scope)
                : context(depth, above: scope)
            guard let place else { return try body(&self, nil) }
            let context = contexts[place]
            guard members.count > 0, context.isObject else {
                return try withMember(members, of: context.value, program, body)
            }
            let value = try find(program.names.pointer(to: members.start), in: context.members)
            return try withMember(members.dropFirst(), of: value, program, body)
        case .variable(.root, _):
            guard let root = variables["root"] else {
                return try withMember(members, of: contexts[0].value, program, body)
            }
            return try made(root) { (renderer, value) throws(RenderingError) in
                try renderer.withMember(members, of: value, program, body)
            }
        case .variable(let variable, let depth):
            guard let value = value(of: variable, depth: depth, in: scope) else {
                return try body(&self, nil)
            }
            return try made(value) { (renderer, value) throws(RenderingError) in
                try renderer.withMember(members, of: value, program, body)
            }
        case .parameter(let depth, let index):
            var place = scope.parameters
            for _ in 0..<depth where place >= 0 { place = parameters[Int(place)].parent }
            guard place >= 0, index < 2 else { return try body(&self, nil) }
            if index == 0 {
                return try withMember(members, of: parameters[Int(place)].first, program, body)
            }
            guard let second = parameters[Int(place)].second else { return try body(&self, nil) }
            return try made(second) { (renderer, value) throws(RenderingError) in
                try renderer.withMember(members, of: value, program, body)
            }
        }
    }

    /// Runs `body` with a member of a member … of `value`.
    private mutating func withMember<Result>(
        _ members: TemplateProgram.Run, of value: Value, _ program: TemplateProgram,
        _ body: (inout Renderer, Value) throws(RenderingError) -> Result
    ) throws(RenderingError) -> Result {
        var value = value
        var members = members
        while members.count > 0, let fields = value?.members {
            value = try find(program.names.pointer(to: members.start), in: fields)
            members = members.dropFirst()
        }
        guard let value, members.count > 0 else { return try body(&self, value) }
        return try withMember(program.names[members.start], of: value) {
            (renderer, member) throws(RenderingError) in
            try renderer.withMember(members.dropFirst(), of: member, program, body)
        }
    }

    /// Runs `body` with a member of an object, an item of an array, or the length of an array or
    /// string.
    private mutating func withMember<Result>(
        _ name: String, of value: UnsafePointer<Document>,
        _ body: (inout Renderer, Value) throws(RenderingError) -> Result
    ) throws(RenderingError) -> Result {
        switch value.pointee {
        case .object, .map:
            let member = try withUnsafePointer(to: name) { (name) throws(RenderingError) in
                try value.members.flatMap { (fields) throws(RenderingError) in
                    try find(name, in: fields)
                }
            }
            return try body(&self, member)
        case .array(let items):
            if name == "length" { return try made(.integer(Int64(items.count)), body) }
            guard let index = Int(name), items.indices.contains(index), String(index) == name else {
                return try body(&self, nil)
            }
            return try items.withUnsafeBufferPointer { (items) throws(RenderingError) in
                try body(&self, items.baseAddress.map { $0 + index })
            }
        case .string(let text) where name == "length":
            try count(text.utf8.count / 64)
            return try made(.integer(Int64(text.utf16.count)), body)
        default: return try body(&self, nil)
        }
    }

    /// The last member of a name. Large objects and long names take as many steps as their sizes call
    /// for.
    mutating func find(
        _ name: UnsafePointer<String>, in members: UnsafeBufferPointer<Document.Field>
    ) throws(RenderingError) -> Value {
        guard var member = members.baseAddress else { return nil }
        let first = member
        let length = name.pointee.utf8.count
        if members.count | length > 32 { try count((members.count + length) / 16) }
        member += members.count
        while member > first {
            member -= 1
            // Most names that differ have different lengths.
            if member.pointee.name.utf8.count == length, member.pointee.name == name.pointee {
                return member.pointer(to: \.value)
            }
        }
        return nil
    }

    // MARK: Contexts

    /// Mustache's way: the innermost context that has a value of the name counts.
    private mutating func contextKnowing(
        _ name: Int32, _ program: TemplateProgram, in scope: Scope
    ) throws(RenderingError) -> Int? {
        var place = scope.context
        while place >= 0 {
            try count(1)
            let context = contexts[Int(place)]
            if let value = context.value {
                let isKnown = try withMember(program.names[name], of: value) {
                    (_, found) throws(RenderingError) in found.map { $0.pointee != .null } ?? false
                }
                if isKnown { return Int(place) }
            }
            place = context.parent
        }
        return nil
    }

    private func context(_ depth: Int32, above scope: Scope) -> Int? {
        var place = scope.context
        var depth = depth
        while depth > 0, place >= 0 {
            place = contexts[Int(place)].parent
            depth -= 1
        }
        return place < 0 ? nil : Int(place)
    }

    /// The context that an expression names as a whole, such as `.` or `..`; nil for any other.
    func contextNamed(
        by expression: Int32, of program: TemplateProgram, in scope: Scope
    ) -> Int32? {
        guard expression >= 0, case .path(let path) = program.expressions[expression],
            case .context(let depth) = program.paths[path].base,
            program.paths[path].members.count == 0
        else { return nil }
        return context(depth, above: scope).map { Int32($0) }
    }

    // MARK: Variables

    private func value(
        of variable: TemplateProgram.Path.Variable, depth: Int32, in scope: Scope
    ) -> Document? {
        switch variable {
        case .root, .other: return variables
        case .partialBlock: return partialBlock(in: scope) < 0 ? nil : .bool(true)
        case .index, .key, .first, .last:
            var place = scope.frame
            var depth = depth
            while depth > 0, place >= 0 {
                place = frames[Int(place)].parent
                depth -= 1
            }
            while place >= 0, !frames[Int(place)].isLoop { place = frames[Int(place)].parent }
            guard place >= 0 else { return nil }
            let frame = frames[Int(place)]
            return switch variable {
            case .first: .bool(frame.index == 0)
            case .last: .bool(frame.index == frame.count - 1)
            case .key: frame.key
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

    private mutating func withValue<Result>(
        of call: TemplateProgram.Call, _ program: TemplateProgram, in scope: Scope,
        _ body: (inout Renderer, Value) throws(RenderingError) -> Result
    ) throws(RenderingError) -> Result {
        let name = program.names[call.name]
        switch call.helper {
        case .log: return try made(.string(""), body)
        case .lookup:
            guard call.arguments.count == 2 else {
                throw .wrongArguments(helper: name, takes: "an object or array, and a key")
            }
            let start = call.arguments.start
            let key = try text(of: program.arguments[start + 1], program, in: scope)
            return try withValue(of: program.arguments[start], program, in: scope) {
                (renderer, object) throws(RenderingError) in
                guard let object, let key else { return try body(&renderer, nil) }
                return try renderer.withMember(key, of: object, body)
            }
        case .other:
            switch name {
            case "if", "unless", "each", "with":
                throw .wrongArguments(helper: name, takes: "a block: {{#\(name) …}}…{{/\(name)}}")
            default: throw .unknownHelper(name)
            }
        }
    }

    /// A value as it would be written; nil if there is none.
    mutating func text(
        of expression: Int32, _ program: TemplateProgram, in scope: Scope
    ) throws(RenderingError) -> String? {
        try withValue(of: expression, program, in: scope) {
            (renderer, value) throws(RenderingError) in
            guard let value else { return nil }
            if case .string(let text) = value.pointee { return text }
            let start = renderer.output.count
            try renderer.write(value, isEscaped: false)
            defer { renderer.output.remove(from: start) }
            try renderer.count((renderer.output.count - start) / 64)
            return String(decoding: renderer.output.text(from: start), as: UTF8.self)
        }
    }
}

extension UnsafePointer<Document> {
    /// The members of an object, where they are; nil if it is none.
    ///
    /// The array stays where it is as long as the value does, which nobody changes.
    var members: UnsafeBufferPointer<Document.Field>? {
        switch pointee {
        case .object(let fields), .map(let fields): fields.withUnsafeBufferPointer { $0 }
        default: nil
        }
    }

    /// Whether a condition holds: not for false, null, 0, an empty string or an empty array.
    func isTrue(includingZero: Bool) -> Bool {
        switch pointee {
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
