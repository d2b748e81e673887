import JSONText
import MailTypes

/// What expressions come to.
extension Renderer {
    /// The value of an expression. One that is made for it is kept until the tag that asks is done.
    mutating func value(
        of expression: Int32, _ program: Program, in scope: Scope
    ) throws(RenderingError) -> Value {
        // Nearly all expressions are names in objects.
        guard isPlain, case .path(let index) = program.pointee.expressions[expression],
            case .context(let depth) = program.pointee.paths.pointer(to: index).pointee.base
        else { return try anyValue(of: expression, program, in: scope) }
        let members = program.pointee.paths.pointer(to: index).pointee.members
        return try value(members, at: context(depth, above: scope), program)
    }

    @inline(never)
    private mutating func anyValue(
        of expression: Int32, _ program: Program, in scope: Scope
    ) throws(RenderingError) -> Value {
        switch program.pointee.expressions[expression] {
        case .path(let index):
            let path = program.pointee.paths[index]
            let value = try value(of: path, program, in: scope)
            guard value != nil || dialect.missingValues != .cannotBeRead else {
                throw .missingAttribute(program.pointee.names[path.text].text)
            }
            return value
        case .literal(let literal): return program.pointee.literals.pointer(to: literal)
        case .undefined: return nil
        case .call(let call):
            return try value(of: program.pointee.calls[call], program, in: scope)
        }
    }

    // MARK: Paths

    private mutating func value(
        of path: TemplateProgram.Path, _ program: Program, in scope: Scope
    ) throws(RenderingError) -> Value {
        let members = path.members
        switch path.base {
        case .context(let depth):
            let isSearched = dialect.looksIntoParents && path.unscopedName >= 0
            let place =
                isSearched
                ? try contextKnowing(path.unscopedName, program, in: scope)
                : context(depth, above: scope)
            return try value(members, at: place, program)
        case .variable(.root, _):
            let root = variables["root"].map { made.keep($0) }
            return try member(members, of: root ?? contexts[0].value, program)
        case .variable(let variable, let depth):
            let value = value(of: variable, depth: depth, in: scope).map { made.keep($0) }
            return try member(members, of: value, program)
        case .parameter(let depth, let index):
            var place = scope.parameters
            for _ in 0..<depth where place >= 0 { place = parameters[place].parent }
            guard place >= 0, index < 2 else { return nil }
            let value = index == 0 ? parameters[place].first : parameters[place].second
            return try member(members, of: value, program)
        }
    }

    /// A member of a member … of a context.
    @inline(__always)
    private mutating func value(
        _ members: TemplateProgram.Run, at place: Int32, _ program: Program
    ) throws(RenderingError) -> Value {
        guard place >= 0 else { return nil }
        let context = contexts[place]
        guard members.count > 0, let fields = context.members else {
            return try member(members, of: context.value, program)
        }
        let value = try find(program.pointee.names.pointer(to: members.start), in: fields)
        return try member(members.dropFirst(), of: value, program)
    }

    /// A member of a member … of a value.
    @inline(__always)
    private mutating func member(
        _ members: TemplateProgram.Run, of value: Value, _ program: Program
    ) throws(RenderingError) -> Value {
        var value = value
        var place = members.start
        while place < members.end, let outer = value {
            value = try member(program.pointee.names.pointer(to: place), of: outer)
            place += 1
        }
        return value
    }

    /// A member of an object, an item of an array, or the length of an array or string.
    private mutating func member(
        _ name: UnsafePointer<TemplateName>, of value: UnsafePointer<Document>
    ) throws(RenderingError) -> Value {
        if let fields = value.members { return try find(name, in: fields) }
        let text = name.pointee.text
        switch value.pointee {
        case .array(let items):
            if text == "length" { return made.keep(.integer(Int64(items.count))) }
            guard let index = Int(text), items.indices.contains(index), String(index) == text else {
                return nil
            }
            return items.withUnsafeBufferPointer { $0.baseAddress.map { $0 + index } }
        case .string(let string) where text == "length":
            try count(string.utf8.count / 64)
            return made.keep(.integer(Int64(string.utf16.count)))
        default: return nil
        }
    }

    /// The last member of a name. Large objects and long names take as many steps as their sizes call
    /// for.
    mutating func find(
        _ name: UnsafePointer<TemplateName>, in members: UnsafeBufferPointer<Document.Field>
    ) throws(RenderingError) -> Value {
        guard let first = members.baseAddress else { return nil }
        let length = name.pointee.length
        if members.count | length > 32 { try count((members.count + length) / 16) }
        let mark = name.pointee.mark.bits
        var member = first + members.count
        while member > first {
            member -= 1
            if member.pointee.mark.bits == mark,
                name.pointee.isKnownByMark || member.pointee.name == name.pointee.text
            {
                return member.pointer(to: \.value)
            }
        }
        return nil
    }

    // MARK: Contexts

    /// Mustache's way: the innermost context that has a value of the name counts; -1 if none has.
    private mutating func contextKnowing(
        _ name: Int32, _ program: Program, in scope: Scope
    ) throws(RenderingError) -> Int32 {
        var place = scope.context
        while place >= 0 {
            try count(1)
            let context = contexts[place]
            if let value = context.value,
                let found = try member(program.pointee.names.pointer(to: name), of: value),
                found.pointee != .null
            {
                return place
            }
            place = context.parent
        }
        return -1
    }

    /// The context so many levels up; -1 if there is none.
    private func context(_ depth: Int32, above scope: Scope) -> Int32 {
        var place = scope.context
        var depth = depth
        while depth > 0, place >= 0 {
            place = contexts[place].parent
            depth -= 1
        }
        return place
    }

    /// The context that an expression names as a whole, such as `.` or `..`; nil for any other.
    func contextNamed(
        by expression: Int32, of program: Program, in scope: Scope
    ) -> Int32? {
        guard expression >= 0, case .path(let path) = program.pointee.expressions[expression],
            case .context(let depth) = program.pointee.paths[path].base,
            program.pointee.paths[path].members.count == 0
        else { return nil }
        let place = context(depth, above: scope)
        return place < 0 ? nil : place
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
                place = frames[place].parent
                depth -= 1
            }
            while place >= 0, !frames[place].isLoop { place = frames[place].parent }
            guard place >= 0 else { return nil }
            let frame = frames[place]
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
        while place >= 0, frames[place].isLoop { place = frames[place].parent }
        return place < 0 ? -1 : frames[place].partialBlock
    }

    // MARK: Helpers

    private mutating func value(
        of call: TemplateProgram.Call, _ program: Program, in scope: Scope
    ) throws(RenderingError) -> Value {
        let name = program.pointee.names[call.name].text
        switch call.helper {
        case .log: return made.keep(.string(""))
        case .lookup:
            guard call.arguments.count == 2 else {
                throw .wrongArguments(helper: name, takes: "an object or array, and a key")
            }
            let start = call.arguments.start
            let key = try text(of: program.pointee.arguments[start + 1], program, in: scope)
            let object = try value(of: program.pointee.arguments[start], program, in: scope)
            guard let object, let key else { return nil }
            return try withUnsafePointer(to: TemplateName(key)) { (name) throws(RenderingError) in
                try member(name, of: object)
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
        of expression: Int32, _ program: Program, in scope: Scope
    ) throws(RenderingError) -> String? {
        guard let value = try value(of: expression, program, in: scope) else { return nil }
        if case .string(let text) = value.pointee { return text }
        let start = output.count
        try write(value, isEscaped: false)
        defer { output.remove(from: start) }
        try count((output.count - start) / 64)
        return String(decoding: output.text(from: start), as: UTF8.self)
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

    /// The items of an array, where they are; nil if it is none.
    var items: UnsafeBufferPointer<Document>? {
        guard case .array(let items) = pointee else { return nil }
        return items.withUnsafeBufferPointer { $0 }
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
