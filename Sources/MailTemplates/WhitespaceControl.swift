import MailTypes

/// Takes white space away where tildes say so, and the lines of tags that stand alone.
///
/// The rules are those of Handlebars, step by step: what has been taken once stays taken, and which
/// lines stand alone is found out from the text as it was written.
struct WhitespaceControl {
    private var tree: SyntaxTree
    private let removesStandaloneLines: Bool

    private typealias Statement = SyntaxTree.Statement

    static func apply(to tree: SyntaxTree, removesStandaloneLines: Bool) -> SyntaxTree {
        var control = WhitespaceControl(
            tree: tree, removesStandaloneLines: removesStandaloneLines)
        control.visit(program: tree.root, isRoot: true)
        return control.tree
    }

    /// What a statement asks of the text around it.
    private struct Wish {
        var strip: SyntaxTree.Strip
        /// Its opening or closing tag stands alone if the text around agrees.
        var openStandsAlone = false
        var closeStandsAlone = false
        /// All of it is one tag that may stand alone.
        var standsAlone = false
    }

    private mutating func visit(program: Int, isRoot: Bool) {
        for position in tree.programs[program].body.indices {
            let index = tree.programs[program].body[position]
            guard let wish = visit(statement: index) else { continue }
            let followsBlank = isBlank(before: position, in: program, isRoot: isRoot)
            let precedesBlank = isBlank(behind: position, in: program, isRoot: isRoot)

            if wish.strip.close { trimRight(of: position, in: program, isWhole: true) }
            if wish.strip.open { trimLeft(of: position, in: program, isWhole: true) }
            guard removesStandaloneLines else { continue }
            if wish.standsAlone, followsBlank, precedesBlank {
                trimRight(of: position, in: program)
                if trimLeft(of: position, in: program), tree.statements[index].kind == .partial {
                    tree.statements[index].indent = indent(before: position, in: program)
                }
            }
            let statement = tree.statements[index]
            if wish.openStandsAlone, followsBlank {
                trimStart(of: statement.program ?? statement.inverse)
                trimLeft(of: position, in: program)
            }
            if wish.closeStandsAlone, precedesBlank {
                trimRight(of: position, in: program)
                trimEnd(of: statement.inverse ?? statement.program)
            }
        }
    }

    private mutating func visit(statement index: Int) -> Wish? {
        let statement = tree.statements[index]
        switch statement.kind {
        case .content: return nil
        case .mustache, .directive: return Wish(strip: statement.openStrip)
        case .comment, .partial: return Wish(strip: statement.openStrip, standsAlone: true)
        case .block, .directiveBlock, .partialBlock: return visit(block: statement)
        }
    }

    private mutating func visit(block: Statement) -> Wish? {
        if let program = block.program { visit(program: program, isRoot: false) }
        if let inverse = block.inverse { visit(program: inverse, isRoot: false) }
        guard let program = block.program ?? block.inverse else { return nil }
        let inverse = block.program == nil ? nil : block.inverse
        // In a chain of else-ifs the text of the first one is what stands behind this block's own.
        var firstInverse = inverse
        var lastInverse = inverse
        if let chain = inverse, tree.programs[chain].isChained {
            firstInverse = chainedProgram(tree.programs[chain].body.first)
            while let last = lastInverse, tree.programs[last].isChained {
                lastInverse = chainedProgram(tree.programs[last].body.last)
            }
        }
        let wish = Wish(
            strip: SyntaxTree.Strip(open: block.openStrip.open, close: block.closeStrip.close),
            openStandsAlone: isBlank(behind: -1, in: program, isRoot: false),
            closeStandsAlone: isBlankAtEnd(of: firstInverse ?? program))

        if block.openStrip.close { trimStart(of: program, isWhole: true) }
        if inverse != nil {
            if block.inverseStrip.open { trimEnd(of: program, isWhole: true) }
            if block.inverseStrip.close { trimStart(of: firstInverse, isWhole: true) }
            if block.closeStrip.open { trimEnd(of: lastInverse, isWhole: true) }
            if removesStandaloneLines, let firstInverse, isBlankAtEnd(of: program),
                isBlank(behind: -1, in: firstInverse, isRoot: false)
            {
                trimEnd(of: program)
                trimStart(of: firstInverse)
            }
        } else if block.closeStrip.open {
            trimEnd(of: program, isWhole: true)
        }
        return wish
    }

    private func chainedProgram(_ statement: Int?) -> Int? {
        statement.flatMap { tree.statements[$0].program }
    }

    // MARK: Is there nothing else on the line?

    private func isBlankAtEnd(of program: Int) -> Bool {
        isBlank(before: tree.programs[program].body.count, in: program, isRoot: false)
    }

    /// Whether the text before a position ends with a line end and perhaps white space.
    private func isBlank(before position: Int, in program: Int, isRoot: Bool) -> Bool {
        guard position > 0 else { return isRoot }
        guard let text = content(at: position - 1, in: program) else { return false }
        let range = tree.statements[text].range
        var end = range.upperBound
        while end > range.lowerBound {
            if tree.source[end - 1] == 0x0A { return true }
            let length = TemplateWhitespace.length(
                endingAt: end, from: range.lowerBound, in: tree.source)
            if length == 0 { return false }
            end -= length
        }
        return isRoot && position == 1
    }

    /// Whether the text behind a position begins with perhaps white space and a line end.
    private func isBlank(behind position: Int, in program: Int, isRoot: Bool) -> Bool {
        let body = tree.programs[program].body
        guard position + 1 < body.count else { return isRoot }
        guard let text = content(at: position + 1, in: program) else { return false }
        let range = tree.statements[text].range
        var start = range.lowerBound
        while start < range.upperBound {
            if tree.source[start] == 0x0A { return true }
            let length = TemplateWhitespace.length(at: start, in: tree.source)
            if length == 0 { return false }
            start += length
        }
        return isRoot && position + 2 >= body.count
    }

    private func content(at position: Int, in program: Int) -> Int? {
        let body = tree.programs[program].body
        guard body.indices.contains(position) else { return nil }
        return tree.statements[body[position]].kind == .content ? body[position] : nil
    }

    // MARK: Taking white space away

    private mutating func trimStart(of program: Int?, isWhole: Bool = false) {
        if let program { trimRight(of: -1, in: program, isWhole: isWhole) }
    }

    private mutating func trimEnd(of program: Int?, isWhole: Bool = false) {
        guard let program else { return }
        trimLeft(of: tree.programs[program].body.count, in: program, isWhole: isWhole)
    }

    /// Shortens the text behind a position: by all white space, or by what is left of the line.
    private mutating func trimRight(of position: Int, in program: Int, isWhole: Bool = false) {
        guard let index = content(at: position + 1, in: program),
            isWhole || !tree.statements[index].isRightStripped
        else { return }
        let text = tree.statements[index].text
        var start = text.lowerBound
        if isWhole {
            while start < text.upperBound {
                let length = TemplateWhitespace.length(at: start, in: tree.source)
                if length == 0 { break }
                start += length
            }
        } else {
            while start < text.upperBound, tree.source[start].isSpaceOrTab { start += 1 }
            let isPair = start + 1 < text.upperBound && tree.source[start + 1] == 0x0A
            if start < text.upperBound, tree.source[start] == 0x0D, isPair { start += 1 }
            if start < text.upperBound, tree.source[start] == 0x0A { start += 1 }
        }
        tree.statements[index].isRightStripped = start > text.lowerBound
        tree.statements[index].text = start..<text.upperBound
    }

    /// Shortens the text before a position: by all white space, or by what indents its last line.
    /// Says whether there was any.
    @discardableResult
    private mutating func trimLeft(
        of position: Int, in program: Int, isWhole: Bool = false
    ) -> Bool {
        guard let index = content(at: position - 1, in: program),
            isWhole || !tree.statements[index].isLeftStripped
        else { return false }
        let text = tree.statements[index].text
        var end = text.upperBound
        if isWhole {
            while end > text.lowerBound {
                let length = TemplateWhitespace.length(
                    endingAt: end, from: text.lowerBound, in: tree.source)
                if length == 0 { break }
                end -= length
            }
        } else {
            while end > text.lowerBound, tree.source[end - 1].isSpaceOrTab { end -= 1 }
        }
        tree.statements[index].isLeftStripped = end < text.upperBound
        tree.statements[index].text = text.lowerBound..<end
        return end < text.upperBound
    }

    /// The spaces and tabs just before a position, as they were written.
    private func indent(before position: Int, in program: Int) -> Range<Int> {
        guard let index = content(at: position - 1, in: program) else { return 0..<0 }
        let range = tree.statements[index].range
        var start = range.upperBound
        while start > range.lowerBound, tree.source[start - 1].isSpaceOrTab { start -= 1 }
        return start..<range.upperBound
    }
}
