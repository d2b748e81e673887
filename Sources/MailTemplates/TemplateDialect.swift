/// Which of the habits of template engines a template follows.
public struct TemplateDialect: Equatable, Sendable {
    /// What happens when the data lacks a value.
    public enum MissingValues: Equatable, Sendable {
        /// Nothing is written.
        case areEmpty
        /// Writing one is an error, and null counts as missing. Conditions, loops and arguments take
        /// them for false or empty.
        case cannotBeWritten
        /// Reading one is an error, wherever it stands; null is a value.
        case cannotBeRead
    }

    /// Whether `{{name}}` writes what HTML has a meaning for as character references; `{{{name}}}`
    /// and `{{&name}}` never do.
    public var escapesHTML: Bool
    public var missingValues: MissingValues
    /// Expressions that stay in the text as they are written, braces included, for those who handle
    /// the message later.
    public var placeholders: Set<String>
    /// Whether names are looked for in the surrounding blocks too, as Mustache does.
    public var looksIntoParents = false
    /// Whether lines with nothing but a block's tag, a comment or a partial leave no line behind.
    public var removesStandaloneLines = true
    /// Whether each line of a partial is indented as its call is, or only the first.
    public var indentsPartials = true
    /// Whether a partial that is given no context has the caller's.
    public var passesContextToPartials = true

    /// What SES does: values are written as they are, and a missing one is an error. The places for
    /// the unsubscribe link and for the picture that counts openings stay for later.
    public static let ses = TemplateDialect(
        escapesHTML: false, missingValues: .cannotBeWritten,
        placeholders: ["amazonSESUnsubscribeUrl", "ses:openTracker"])

    /// What handlebars.js does by default.
    public static let handlebars = TemplateDialect(
        escapesHTML: true, missingValues: .areEmpty, placeholders: [])
}
