/// A template as it was parsed, before it is made ready for rendering.
///
/// Statements and programs refer to each other by number, so that white space can be taken away
/// from any of them.
struct SyntaxTree {
    let source: [UInt8]
    var statements: [Statement] = []
    var programs: [Program] = []
    /// The number of the outermost program.
    var root = 0

    /// What stands between two tags, or in the whole template.
    struct Program {
        var body: [Int] = []
        var parameters: [String] = []
        /// Whether it is nothing but the block of an `{{else if …}}`.
        var isChained = false
    }

    struct Statement {
        var kind: Kind
        /// Where it stands, with its braces.
        var range: Range<Int>
        /// Text: what is left of it when white space is taken away. Comment: what it says.
        var text: Range<Int>
        var call: Call?
        var program: Int?
        var inverse: Int?
        /// The tilde of the opening tag, of `{{else}}`, and of the closing tag.
        var openStrip = Strip()
        var inverseStrip = Strip()
        var closeStrip = Strip()
        /// White space has been taken from its beginning, or its end.
        var isRightStripped = false
        var isLeftStripped = false
        /// What stands before a partial on a line of its own.
        var indent: Range<Int>

        init(_ kind: Kind, _ range: Range<Int>, text: Range<Int>? = nil, call: Call? = nil) {
            self.kind = kind
            self.range = range
            self.text = text ?? range
            self.call = call
            indent = range.lowerBound..<range.lowerBound
        }
    }

    enum Kind: Equatable {
        case content, comment
        case mustache(isEscaped: Bool)
        case directive
        case block
        case directiveBlock
        case partial
        case partialBlock
    }

    /// On which sides of a tag white space goes away.
    struct Strip {
        var open = false
        var close = false
    }

    /// A name with arguments: what stands in a tag or in parentheses.
    struct Call {
        var callee: Expression
        var arguments: [Expression] = []
        var named: [(name: String, value: Expression)] = []
        /// Where it stands.
        var range: Range<Int>

        var hasArguments: Bool { !arguments.isEmpty || !named.isEmpty }
    }

    indirect enum Expression {
        case path(Path)
        case string(String)
        case number(String)
        case boolean(Bool)
        case undefined
        case null
        case call(Call)

        /// The name, where the grammar has a name: a literal is one too.
        var name: String {
            switch self {
            case .path(let path): path.original
            case .string(let text), .number(let text): text
            case .boolean(let flag): flag ? "true" : "false"
            case .undefined: "undefined"
            case .null: "null"
            case .call(let call): call.callee.name
            }
        }

        /// As a path: a literal that is called is the name of an attribute.
        var path: Path {
            switch self {
            case .path(let path): path
            default: Path(parts: [name], original: name)
            }
        }
    }

    struct Path {
        /// Begins with `@`.
        var isData = false
        /// How many `../` it begins with.
        var depth = 0
        var parts: [String]
        /// As it is written, brackets left out.
        var original: String
        /// Begins with `.`, `..` or `this`, and so is no helper nor block parameter.
        var isScoped = false

        /// Whether it may name a helper.
        var isSimple: Bool { parts.count == 1 && !isScoped && depth == 0 && !isData }
    }
}
