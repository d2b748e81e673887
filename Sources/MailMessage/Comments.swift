package import MailTypes

extension ByteCursor {
    /// Deepest nesting of comments that is read.
    package static var commentDepthLimit: Int { 50 }

    /// Passes over white space and comments (`CFWS`, RFC 5322 §3.2.2), and gives the text of the
    /// last comment, nil when there is none.
    @discardableResult
    package mutating func skipCFWS() throws(SyntaxError) -> [UInt8]? {
        var comment: [UInt8]?
        while true {
            skipFoldingWhitespace()
            guard peek == UInt8(ascii: "(") else { return comment }
            comment = try readComment()
        }
    }

    /// Reads a comment and gives its text, without the outer parentheses and the backslashes.
    ///
    ///     comment = "(" *([FWS] ccontent) [FWS] ")"     ; RFC 5322 §3.2.2
    package mutating func readComment() throws(SyntaxError) -> [UInt8] {
        var text: [UInt8] = []
        var depth = 0
        while let byte = next() {
            switch byte {
            case UInt8(ascii: "("):
                depth += 1
                guard depth <= Self.commentDepthLimit else { throw expected(.shallowComment) }
                if depth > 1 { text.append(byte) }
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return text }
                text.append(byte)
            case UInt8(ascii: "\\"):
                if let escaped = next() { text.append(escaped) }
            case 0x0D, 0x0A:
                break
            default:
                text.append(byte)
            }
        }
        throw expected(.byte(")"))
    }

    /// Reads a quoted string and gives its text, without quotes, backslashes and line ends.
    ///
    ///     quoted-string = DQUOTE *([FWS] qcontent) [FWS] DQUOTE     ; RFC 5322 §3.2.4
    package mutating func readQuotedString() throws(SyntaxError) -> [UInt8] {
        guard take(UInt8(ascii: "\"")) else { throw expected(.byte("\"")) }
        var text: [UInt8] = []
        while let byte = next() {
            switch byte {
            case UInt8(ascii: "\""): return text
            case UInt8(ascii: "\\"):
                if let escaped = next() { text.append(escaped) }
            case 0x0D, 0x0A: break
            default: text.append(byte)
            }
        }
        throw expected(.byte("\""))
    }
}

extension SyntaxError.Expectation {
    static let shallowComment: Self = "comments nested at most 50 deep"
}
