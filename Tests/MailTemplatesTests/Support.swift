import JSONText
import MailTemplates

/// Renders `template` with JSON data, as text.
func render(
    _ template: String, _ data: String = "{}", as dialect: TemplateDialect = .ses,
    partials: [String: String] = [:], limits: TemplateLimits = TemplateLimits()
) throws -> String {
    let parsed = try partials.mapValues { try Template(parsing: $0, dialect: dialect) }
    let template = try Template(parsing: template, dialect: dialect, limits: limits)
    let bytes = try template.render(data: try JSON.parse(Array(data.utf8)), partials: parsed)
    return String(decoding: bytes, as: UTF8.self)
}
