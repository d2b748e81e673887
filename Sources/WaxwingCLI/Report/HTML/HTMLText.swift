/// HTML that is put together from tags, which are ours, and text, which is anybody's.
///
/// A literal is markup; whatever is interpolated is text and becomes escaped, unless it is HTML.
struct HTMLText: ExpressibleByStringInterpolation, Sendable {
    private(set) var markup: String

    init(stringLiteral markup: String) { self.markup = markup }
    init(stringInterpolation: StringInterpolation) { markup = stringInterpolation.markup }

    static func + (first: HTMLText, second: HTMLText) -> HTMLText { "\(first)\(second)" }

    static func joined(_ parts: [HTMLText]) -> HTMLText {
        parts.reduce(into: HTMLText(stringLiteral: "")) { $0.markup += $1.markup }
    }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var markup = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            markup.reserveCapacity(literalCapacity)
        }

        mutating func appendLiteral(_ literal: String) { markup += literal }
        mutating func appendInterpolation(_ html: HTMLText) { markup += html.markup }
        mutating func appendInterpolation(_ text: String) { markup += HTMLText.escaped(text) }
        mutating func appendInterpolation(_ number: Int) { markup += "\(number)" }
        mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            markup += HTMLText.escaped(value.description)
        }
    }

    /// Text for between tags and within quotation marks. What would not be seen is shown as in a
    /// terminal: direction marks could make one domain look like another.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in StyledText.escaped(text).unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
