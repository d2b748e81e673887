import JSONText
import MailAuth

/// A part of what a command tells people.
enum TextBlock: Equatable, Sendable {
    case line(StyledText)
    /// Lines to be copied from the terminal: never wrapped, without any style.
    case verbatim(String)
    case steps(EvaluationStep)
    case table(TextTable)
    case difference(RecordDifference)

    static let blank = TextBlock.line(StyledText())

    /// The lines for a terminal of `width` columns, or of any number when that is nil.
    func lines(width: Int?) -> [StyledText] {
        switch self {
        case .line(let text):
            text.wrapped(to: width)
        case .verbatim(let text):
            text.split(separator: "\n", omittingEmptySubsequences: false)
                .map { StyledText(String($0)) }
        case .steps(let step): step.lines(width: width)
        case .table(let table): table.lines(width: width)
        case .difference(let difference): difference.lines(width: width)
        }
    }
}

/// Something that a command found out, for people and for programs.
protocol Presentable {
    var text: [TextBlock] { get }
    /// The same as data; the names and meanings of its members stay from version to version.
    var document: Document { get }
}
