/// What a template is read as, in the forms in which Handlebars' own tests write it down.
package enum TemplateSyntax {
    /// The names and texts of the tokens, up to the end or to what is none.
    package static func tokens(of source: [UInt8]) -> [(name: String, text: String)] {
        TemplateLexer.tokens(of: source).filter { $0.kind != .end && $0.kind != .invalid }.map {
            ($0.kind.rawValue, $0.text(in: source))
        }
    }

    /// The tree, a statement or program a line.
    package static func outline(of source: [UInt8]) throws(TemplateError) -> String {
        let depthLimit = TemplateLimits().nestingDepthLimit
        let tree = try TemplateParser.parse(source, depthLimit: depthLimit)
        let trimmed = WhitespaceControl.apply(to: tree, removesStandaloneLines: true)
        return Outline(tree: trimmed).text(of: trimmed.root, depth: 0)
    }
}

private struct Outline {
    let tree: SyntaxTree

    func text(of program: Int, depth: Int) -> String {
        let program = tree.programs[program]
        let parameters = program.parameters.map { " \($0)" }.joined()
        return (program.parameters.isEmpty ? "" : line("BLOCK PARAMS: [\(parameters) ]", depth))
            + program.body.map { text(of: tree.statements[$0], depth: depth) }.joined()
    }

    private func text(of statement: SyntaxTree.Statement, depth: Int) -> String {
        let words = String(decoding: tree.source[statement.text], as: UTF8.self)
        let call = statement.call.map(text(of:)) ?? ""
        switch statement.kind {
        case .content: return line("CONTENT[ '\(words)' ]", depth)
        case .comment: return line("{{! '\(words)' }}", depth)
        case .mustache: return line("{{ \(call) }}", depth)
        case .directive: return line("{{ DIRECTIVE \(call) }}", depth)
        case .block: return line("BLOCK:", depth) + text(ofBlock: statement, depth: depth + 1)
        case .directiveBlock:
            return line("DIRECTIVE BLOCK:", depth) + text(ofBlock: statement, depth: depth + 1)
        case .partial: return line("{{> PARTIAL:\(partial(statement)) }}", depth)
        case .partialBlock:
            let body = statement.program.map { text(of: $0, depth: depth + 1) } ?? ""
            return line("{{> PARTIAL BLOCK:\(partial(statement)) PROGRAM:", depth)
                + body + line(" }}", depth)
        }
    }

    private func text(ofBlock block: SyntaxTree.Statement, depth: Int) -> String {
        var lines = line(block.call.map(text(of:)) ?? "", depth)
        if let program = block.program {
            lines += line("PROGRAM:", depth) + text(of: program, depth: depth + 1)
        }
        if let inverse = block.inverse {
            lines += line("{{^}}", depth) + text(of: inverse, depth: depth + 1)
        }
        return lines
    }

    private func partial(_ statement: SyntaxTree.Statement) -> String {
        guard let call = statement.call else { return "" }
        let arguments = call.arguments.prefix(1).map { " " + text(of: $0) }.joined()
        return call.callee.name + arguments + named(call)
    }

    private func text(of call: SyntaxTree.Call) -> String {
        let arguments = call.arguments.map(text(of:)).joined(separator: ", ")
        return "\(text(of: call.callee)) [\(arguments)]\(named(call))"
    }

    private func named(_ call: SyntaxTree.Call) -> String {
        guard !call.named.isEmpty else { return "" }
        let pairs = call.named.map { "\($0.name)=\(text(of: $0.value))" }
        return " HASH{\(pairs.joined(separator: ", "))}"
    }

    private func text(of expression: SyntaxTree.Expression) -> String {
        switch expression {
        case .path(let path):
            (path.isData ? "@" : "") + "PATH:" + path.parts.joined(separator: "/")
        case .string(let text): "\"\(text)\""
        case .number(let text): "NUMBER{\(text)}"
        case .boolean(let flag): "BOOLEAN{\(flag)}"
        case .undefined: "UNDEFINED"
        case .null: "NULL"
        case .call(let call): text(of: call)
        }
    }

    private func line(_ text: String, _ depth: Int) -> String {
        String(repeating: "  ", count: depth) + text + "\n"
    }
}
