public import JSONText

/// A template of the Handlebars language, as SES has it: parsed once, rendered many times.
///
/// ```handlebars
/// Dear {{customer.name}},
/// {{#each items}}
/// - {{count}} × {{title}}{{#if @last}}.{{else}},{{/if}}
/// {{else}}
/// You have ordered nothing.
/// {{/each}}
/// ```
///
/// All of the language that needs no code: paths, `if`, `unless`, `each`, `with`, `lookup`, `else`
/// chains, `@index`, `@key`, `@first`, `@last`, `@root`, block parameters, inline partials and blocks
/// for partials, comments, literals, escaped and raw tags, and white space control by `~`. Its
/// source is <https://handlebarsjs.com/guide/>; what SES does otherwise is in
/// ``TemplateDialect/ses``.
public struct Template: Sendable {
    /// What it was parsed for.
    public let dialect: TemplateDialect
    public let limits: TemplateLimits
    let program: TemplateProgram

    /// Parses a template.
    /// - Throws: ``TemplateError`` at the first place that breaks the grammar or goes beyond a limit.
    public init(
        parsing text: String, dialect: TemplateDialect = .ses,
        limits: TemplateLimits = TemplateLimits()
    ) throws(TemplateError) {
        try self.init(parsing: Array(text.utf8), dialect: dialect, limits: limits)
    }

    /// Parses a template that is not known to be UTF-8; its text is kept byte for byte.
    /// - Throws: ``TemplateError`` at the first place that breaks the grammar or goes beyond a limit.
    public init(
        parsing bytes: [UInt8], dialect: TemplateDialect = .ses,
        limits: TemplateLimits = TemplateLimits()
    ) throws(TemplateError) {
        guard bytes.count <= min(limits.templateSizeLimit, Int(Int32.max)) else {
            throw TemplateError(
                "the template has \(bytes.count) bytes: shorten it to \(limits.templateSizeLimit)",
                at: 0, in: bytes)
        }
        let tree = try TemplateParser.parse(bytes, depthLimit: limits.nestingDepthLimit)
        let trimmed = WhitespaceControl.apply(
            to: tree, removesStandaloneLines: dialect.removesStandaloneLines)
        program = try TemplateCompiler.compile(trimmed, dialect: dialect)
        self.dialect = dialect
        self.limits = limits
    }

    /// The attributes of the data that the template reads, in the order of their first use.
    ///
    /// Only names of the outermost data: for `{{customer.name}}` it is `customer`, and what an
    /// `{{#each}}` reads of its items is left out.
    public var attributes: [String] { program.attributes }

    /// Writes the template with the values of `data`.
    /// - Parameters:
    ///   - data: an object, as a rule; every JSON value will do.
    ///   - partials: further templates that `{{> name}}` may call. Those defined within the template
    ///     come first.
    ///   - variables: values for `@name`.
    /// - Throws: ``RenderingError`` when something is missing or goes beyond a limit.
    public func render(
        data: Document, partials: [String: Template] = [:], variables: [Document.Field] = []
    ) throws(RenderingError) -> [UInt8] {
        var renderer = Renderer(
            dialect: dialect, limits: limits, partials: partials, variables: variables,
            capacity: 2 * program.tables.pointee.source.count)
        return try withExtendedLifetime(program) { () throws(RenderingError) in
            try renderer.run(program.tables, data: data)
        }
    }
}
