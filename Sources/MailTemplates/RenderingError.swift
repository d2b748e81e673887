/// Why a template could not be rendered with some data.
public enum RenderingError: Error, Equatable, Sendable {
    /// The data has no value, or null, for what the template writes: the name as it is written there.
    case missingAttribute(String)
    /// No partial of this name is defined where it is called.
    case missingPartial(String)
    /// There is no helper of this name.
    case unknownHelper(String)
    /// A helper was called with too many or too few arguments: its name, and what it takes.
    case wrongArguments(helper: String, takes: String)
    /// More text than ``TemplateLimits/outputSizeLimit``.
    case tooLong(limit: Int)
    /// Deeper nesting than ``TemplateLimits/renderingDepthLimit``.
    case tooDeep(limit: Int)
    /// More steps than ``TemplateLimits/stepLimit``.
    case tooManySteps(limit: Int)
}

extension RenderingError: CustomStringConvertible {
    /// The words of SES where SES has some.
    public var description: String {
        switch self {
        case .missingAttribute(let name):
            "Attribute '\(name)' is not present in the rendering data."
        case .missingPartial(let name):
            "The partial '\(name)' is not defined: write {{#* inline \"\(name)\"}}…{{/inline}}."
        case .unknownHelper(let name):
            "There is no helper '\(name)': use if, unless, each, with or lookup."
        case .wrongArguments(let helper, let takes): "'\(helper)' takes \(takes)."
        case .tooLong(let limit): "The rendered text is longer than \(limit) bytes."
        case .tooDeep(let limit): "Blocks and partials are nested deeper than \(limit) levels."
        case .tooManySteps(let limit): "Rendering takes more than \(limit) steps."
        }
    }
}
