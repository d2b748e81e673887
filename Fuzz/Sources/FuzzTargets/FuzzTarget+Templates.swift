import JSONText
import MailTemplates

extension FuzzTarget {
    /// Templates, rendered with data that answers to short names in several ways.
    static let templates = FuzzTarget("templates") { bytes in
        _ = TemplateSyntax.tokens(of: bytes)
        var limits = TemplateLimits()
        limits.outputSizeLimit = 100_000
        limits.stepLimit = 50_000
        for dialect in [TemplateDialect.ses, .handlebars, mustache] {
            guard
                let template = try? Template(parsing: bytes, dialect: dialect, limits: limits)
            else { continue }
            let first = outcome(template)
            require(first == outcome(template), "a template renders the same each time")
            if case .success(let output) = first {
                require(output.count <= limits.outputSizeLimit, "the output has its bound")
            }
            _ = template.attributes
        }
    }

    private static let mustache: TemplateDialect = {
        var dialect = TemplateDialect.handlebars
        dialect.looksIntoParents = true
        dialect.indentsPartials = false
        dialect.passesContextToPartials = false
        return dialect
    }()

    private static func outcome(_ template: Template) -> Result<[UInt8], RenderingError> {
        do throws(RenderingError) {
            return .success(
                try template.render(
                    data: data, partials: partials, variables: [.init("v", .bool(true))]))
        } catch {
            return .failure(error)
        }
    }

    private static let partials: [String: Template] = {
        let text = "{{a}}\n{{> @partial-block}}{{#b}}{{> p}}{{/b}}"
        return (try? Template(parsing: text, dialect: .handlebars)).map { ["p": $0] } ?? [:]
    }()

    private static let data = Document.object([
        .init("a", .string("<text> & \"more\"")),
        .init(
            "b", .array([.integer(1), .null, .array([.bool(false)]), .object([.init("a", .null)])])),
        .init("c", .object([.init("a", .double(1.5)), .init("b", .string(""))])),
        .init("d", .bool(true)), .init("e", .bool(false)), .init("f", .integer(0)),
    ])
}
