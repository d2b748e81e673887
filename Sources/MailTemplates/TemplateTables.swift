import JSONText

/// The tables of a template.
struct TemplateTables {
    /// How many bytes stand behind the template's text in its table, so that a piece at the end can
    /// be read as a wide one.
    static let padding = 32

    /// The template as written, and ``padding`` zeros. Texts are runs of it.
    let source: TemplateTable<UInt8>
    let nodes: TemplateTable<TemplateProgram.Node>
    let blocks: TemplateTable<TemplateProgram.Block>
    let partials: TemplateTable<TemplateProgram.Partial>
    let bodies: TemplateTable<TemplateProgram.Body>
    let inlinePartials: TemplateTable<TemplateProgram.InlinePartial>
    let expressions: TemplateTable<TemplateProgram.Expression>
    let paths: TemplateTable<TemplateProgram.Path>
    let names: TemplateTable<TemplateName>
    let literals: TemplateTable<Document>
    let calls: TemplateTable<TemplateProgram.Call>
    /// Lists of expressions, and of names with expressions.
    let arguments: TemplateTable<Int32>
    let named: TemplateTable<TemplateProgram.Named>
    /// The number of the outermost body.
    let root: Int32

    init(_ entries: TemplateProgram.Entries, root: Int32, source: [UInt8]) {
        self.source = TemplateTable(source + [UInt8](repeating: 0, count: Self.padding))
        self.root = root
        nodes = TemplateTable(entries.nodes)
        blocks = TemplateTable(entries.blocks)
        partials = TemplateTable(entries.partials)
        bodies = TemplateTable(entries.bodies)
        inlinePartials = TemplateTable(entries.inlinePartials)
        expressions = TemplateTable(entries.expressions)
        paths = TemplateTable(entries.paths)
        names = TemplateTable(entries.names)
        literals = TemplateTable(entries.literals)
        calls = TemplateTable(entries.calls)
        arguments = TemplateTable(entries.arguments)
        named = TemplateTable(entries.named)
    }

    func free() {
        source.free()
        nodes.free()
        blocks.free()
        partials.free()
        bodies.free()
        inlinePartials.free()
        expressions.free()
        paths.free()
        names.free()
        literals.free()
        calls.free()
        arguments.free()
        named.free()
    }
}
