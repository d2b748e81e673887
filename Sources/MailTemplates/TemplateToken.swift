/// A word of a template: text, or a piece of what stands in braces.
struct TemplateToken {
    /// The names are those of the Handlebars grammar.
    enum Kind: String {
        case content = "CONTENT"
        case comment = "COMMENT"
        case open = "OPEN"
        case openUnescaped = "OPEN_UNESCAPED"
        case openBlock = "OPEN_BLOCK"
        case openEndBlock = "OPEN_ENDBLOCK"
        case openInverse = "OPEN_INVERSE"
        case openInverseChain = "OPEN_INVERSE_CHAIN"
        case inverse = "INVERSE"
        case openPartial = "OPEN_PARTIAL"
        case openPartialBlock = "OPEN_PARTIAL_BLOCK"
        case openRawBlock = "OPEN_RAW_BLOCK"
        case closeRawBlock = "CLOSE_RAW_BLOCK"
        case endRawBlock = "END_RAW_BLOCK"
        case close = "CLOSE"
        case closeUnescaped = "CLOSE_UNESCAPED"
        case openExpression = "OPEN_SEXPR"
        case closeExpression = "CLOSE_SEXPR"
        case equals = "EQUALS"
        case identifier = "ID"
        case separator = "SEP"
        case string = "STRING"
        case number = "NUMBER"
        case boolean = "BOOLEAN"
        case undefined = "UNDEFINED"
        case null = "NULL"
        case data = "DATA"
        case openBlockParameters = "OPEN_BLOCK_PARAMS"
        case closeBlockParameters = "CLOSE_BLOCK_PARAMS"
        /// What no rule of the grammar begins with; nothing is read behind it.
        case invalid = "INVALID"
        case end = "EOF"
    }

    let kind: Kind
    /// Where it stands in the template: a string without its quotation marks, the end of a raw block
    /// without its braces.
    let start: Int32
    let end: Int32

    init(_ kind: Kind, _ range: Range<Int>) {
        self.kind = kind
        start = Int32(range.lowerBound)
        end = Int32(range.upperBound)
    }

    var range: Range<Int> { Int(start)..<Int(end) }

    /// The text as it is meant: escapes of strings and of names in brackets are undone.
    func text(in source: [UInt8]) -> String {
        let bytes = source[range]
        switch kind {
        case .string:
            let mark = source[range.lowerBound - 1]
            return String(decoding: unescaped(bytes) { $0 == mark }, as: UTF8.self)
        case .identifier where bytes.first == UInt8(ascii: "["):
            let isEscaped = { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "\\") }
            return String(decoding: unescaped(bytes, isEscaped), as: UTF8.self)
        default: return String(decoding: bytes, as: UTF8.self)
        }
    }

    private func unescaped(
        _ bytes: ArraySlice<UInt8>, _ isEscaped: (UInt8) -> Bool
    ) -> [UInt8] {
        var result: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let next = index + 1
            if bytes[index] == UInt8(ascii: "\\"), next < bytes.endIndex, isEscaped(bytes[next]) {
                index = next
            }
            result.append(bytes[index])
            index += 1
        }
        return result
    }
}
