import MailTypes

/// Text for a terminal: pieces that each have one look.
///
/// No piece holds a character that a terminal obeys. Whatever comes from messages, the DNS or
/// files may therefore be put in as it is.
struct StyledText: Equatable, Sendable {
    enum Style: Equatable, Sendable {
        case plain, faint, strong, good, bad, unsure
    }

    struct Piece: Equatable, Sendable {
        let text: String
        let style: Style
    }

    private(set) var pieces: [Piece] = []

    init() {}

    init(_ text: String, _ style: Style = .plain) { append(text, style) }

    mutating func append(_ text: String, _ style: Style = .plain) {
        let escaped = Self.escaped(text)
        guard !escaped.isEmpty else { return }
        if let last = pieces.last, last.style == style {
            pieces[pieces.count - 1] = Piece(text: last.text + escaped, style: style)
        } else {
            pieces.append(Piece(text: escaped, style: style))
        }
    }

    mutating func append(_ other: StyledText) {
        for piece in other.pieces { append(piece.text, piece.style) }
    }

    static func + (first: StyledText, second: StyledText) -> StyledText {
        var sum = first
        sum.append(second)
        return sum
    }

    var isEmpty: Bool { pieces.isEmpty }
    var plainText: String { pieces.map(\.text).joined() }
    /// Columns that it takes in a terminal.
    var width: Int { pieces.reduce(0) { $0 + $1.text.terminalWidth } }
}

extension StyledText {
    /// The same text with `\n`, `\x1B` or `\u{202E}` for what would not be shown.
    static func escaped(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: \.isInvisible) else { return text }
        var escaped = ""
        for scalar in text.unicodeScalars {
            guard scalar.isInvisible else {
                escaped.unicodeScalars.append(scalar)
                continue
            }
            switch scalar {
            case "\n": escaped += "\\n"
            case "\r": escaped += "\\r"
            case "\t": escaped += "\\t"
            case _ where scalar.value < 0x80: escaped += "\\x\(hexadecimal(scalar.value, 2))"
            default: escaped += "\\u{\(hexadecimal(scalar.value, 0))}"
            }
        }
        return escaped
    }

    /// Bytes that may be text: what is no UTF-8 stands as `\xE9`.
    static func escaped(_ bytes: some Collection<UInt8>) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return escaped(text) }
        return bytes.map { byte in
            byte < 0x80
                ? escaped(String(Unicode.Scalar(byte))) : "\\x\(hexadecimal(UInt32(byte), 2))"
        }.joined()
    }

    private static func hexadecimal(_ number: UInt32, _ width: Int) -> String {
        let digits = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension StyledText: ExpressibleByStringLiteral {
    init(stringLiteral text: String) { self.init(text) }
}
