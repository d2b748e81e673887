/// One thing that `waxwing serve` can be told: its key in the file, its name in the environment,
/// what it takes and what it means. Reading, `--example` and the operator's reference come from
/// the same list.
struct Setting: Equatable, Sendable {
    enum Kind: Equatable, Sendable {
        case text
        /// Several; in the environment with commas between them.
        case list
        case flag
        case number(ClosedRange<Int>)
        /// `30s`, `5m`, `14h`, `2d`.
        case duration
        case choice([String])
        /// The name of a file that must be readable.
        case file
        case files
    }

    /// `delivery.hello-name`
    let key: String
    let kind: Kind
    /// As it would be written; nil where nothing, or something computed, stands in its place.
    let standard: String?
    /// What an example shows where the standard would tell nothing.
    let example: String?
    let help: String

    init(
        _ key: String, _ kind: Kind, _ standard: String? = nil, example: String? = nil,
        _ help: String
    ) {
        self.key = key
        self.kind = kind
        self.standard = standard
        self.example = example
        self.help = help
    }

    /// `WAXWING_DELIVERY_HELLO_NAME`
    var environmentName: String {
        Self.environmentPrefix
            + key.uppercased().map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined()
    }

    static let environmentPrefix = "WAXWING_"

    var isList: Bool { kind == .list || kind == .files }

    static func named(_ key: String) -> Setting? { byKey[key] }

    private static let byKey = Dictionary(all.map { ($0.key, $0) }) { first, _ in first }
}

extension Setting.Kind {
    /// `a number from 1 to 1000`: what belongs in place of something else.
    var expectation: String {
        switch self {
        case .text: "a text"
        case .list: "a list, such as [a, b]"
        case .flag: "true or false"
        case .number(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
        case .duration: "a duration, such as 30s, 5m, 14h or 2d"
        case .choice(let words): "one of \(words.joined(separator: ", "))"
        case .file: "the name of a file"
        case .files: "names of files, such as [a.pem, b.pem]"
        }
    }
}
