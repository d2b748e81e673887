import MailTypes

/// Cuts a template into tokens, by the rules of Handlebars' own lexer, in linear time.
struct TemplateLexer {
    private let source: [UInt8]
    private var offset = 0
    private var mode = Mode.text
    private var tokens: [TemplateToken] = []

    private enum Mode {
        case text
        /// Behind a backslash: the next braces are text.
        case escapedText
        case tag
        /// Within `{{{{raw}}}}` blocks, that many deep.
        case raw(depth: Int)
    }

    private init(_ source: [UInt8]) { self.source = source }

    /// The tokens of `source`. The last one is the end, or the first that is none.
    static func tokens(of source: [UInt8]) -> [TemplateToken] {
        var lexer = TemplateLexer(source)
        return lexer.run()
    }

    private mutating func run() -> [TemplateToken] {
        while offset < source.count {
            let isRead =
                switch mode {
                case .text: readText()
                case .escapedText: readEscapedText()
                case .tag: readTagToken()
                case .raw(let depth): readRaw(depth: depth)
                }
            guard isRead else {
                tokens.append(TemplateToken(.invalid, offset..<offset + 1))
                return tokens
            }
        }
        tokens.append(TemplateToken(.end, source.count..<source.count))
        return tokens
    }

    // MARK: Text

    private mutating func readText() -> Bool {
        guard let braces = find("{{", from: offset) else {
            add(.content, to: source.count)
            return true
        }
        let start = offset
        let backslashes = [1, 2].prefix {
            braces - $0 >= start && source[braces - $0] == UInt8(ascii: "\\")
        }.count
        // One backslash makes text of the tag, two are a backslash before a tag.
        mode = backslashes == 1 ? .escapedText : .tag
        let end = backslashes == 0 ? braces : braces - 1
        if start < end { tokens.append(TemplateToken(.content, start..<end)) }
        offset = braces
        return true
    }

    /// Text up to the next braces, with the backslashes before those left for ``readText()``.
    private mutating func readEscapedText() -> Bool {
        var end = find("{{", from: offset + 2) ?? source.count
        if end < source.count {
            for _ in 0..<2 where end - 1 >= offset + 2 && source[end - 1] == UInt8(ascii: "\\") {
                end -= 1
            }
        }
        mode = .text
        add(.content, to: end)
        return true
    }

    private mutating func readRaw(depth: Int) -> Bool {
        if starts("{{{{", at: offset), let next = byte(offset + 4), next != UInt8(ascii: "/") {
            mode = .raw(depth: depth + 1)
            add(.content, to: offset + 4)
            return true
        }
        if starts("{{{{/", at: offset) {
            let end = endOfName(from: offset + 5)
            if end > offset + 5, starts("}}}}", at: end) {
                mode = depth > 1 ? .raw(depth: depth - 1) : .text
                if depth > 1 {
                    add(.content, to: end + 4)
                } else {
                    tokens.append(TemplateToken(.endRawBlock, offset + 5..<end))
                    offset = end + 4
                }
                return true
            }
        }
        guard let end = find("{{{{", from: offset + 1) else { return false }
        add(.content, to: end)
        return true
    }

    // MARK: Tags

    private mutating func readTagToken() -> Bool {
        skipWhitespace()
        guard let first = byte(offset) else { return true }
        switch first {
        case UInt8(ascii: "{"): return readOpening()
        case UInt8(ascii: "}"), UInt8(ascii: "~"): return readClosing()
        case UInt8(ascii: "("): add(.openExpression, to: offset + 1)
        case UInt8(ascii: ")"): add(.closeExpression, to: offset + 1)
        case UInt8(ascii: "="): add(.equals, to: offset + 1)
        case UInt8(ascii: "@"): add(.data, to: offset + 1)
        case UInt8(ascii: "|"): add(.closeBlockParameters, to: offset + 1)
        case UInt8(ascii: "/"): add(.separator, to: offset + 1)
        case UInt8(ascii: "."):
            if byte(offset + 1) == first {
                add(.identifier, to: offset + 2)
            } else {
                add(endsWord(at: offset + 1) ? .identifier : .separator, to: offset + 1)
            }
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return readString(first)
        case UInt8(ascii: "["): return readBracketedName()
        default: return readWord()
        }
        return true
    }

    private mutating func readOpening() -> Bool {
        if starts("{{{{", at: offset) {
            add(.openRawBlock, to: offset + 4)
            return true
        }
        guard starts("{{", at: offset) else { return false }
        let sign = offset + (byte(offset + 2) == UInt8(ascii: "~") ? 3 : 2)
        switch byte(sign) {
        case UInt8(ascii: ">"): add(.openPartial, to: sign + 1)
        case UInt8(ascii: "#"):
            switch byte(sign + 1) {
            case UInt8(ascii: ">"): add(.openPartialBlock, to: sign + 2)
            case UInt8(ascii: "*"): add(.openBlock, to: sign + 2)
            default: add(.openBlock, to: sign + 1)
            }
        case UInt8(ascii: "/"): add(.openEndBlock, to: sign + 1)
        case UInt8(ascii: "^"):
            if let end = endOfClosing(from: endOfWhitespace(from: sign + 1)) {
                mode = .text
                add(.inverse, to: end)
            } else {
                add(.openInverse, to: sign + 1)
            }
        case UInt8(ascii: "{"): add(.openUnescaped, to: sign + 1)
        case UInt8(ascii: "&"), UInt8(ascii: "*"): add(.open, to: sign + 1)
        case UInt8(ascii: "!"): return readComment(from: sign + 1)
        default: readElse(from: sign)
        }
        return true
    }

    /// `{{else}}`, `{{else if …`, or an ordinary tag.
    private mutating func readElse(from sign: Int) {
        let word = endOfWhitespace(from: sign)
        guard starts("else", at: word) else { return add(.open, to: sign) }
        if let end = endOfClosing(from: endOfWhitespace(from: word + 4)) {
            mode = .text
            add(.inverse, to: end)
        } else if let next = byte(word + 4), next.isAlphanumeric || next == 0x5F {
            add(.open, to: sign)
        } else {
            add(.openInverseChain, to: word + 4)
        }
    }

    /// A comment that begins with two hyphens ends with two, and may have braces within.
    private mutating func readComment(from start: Int) -> Bool {
        var end: Int?
        if starts("--", at: start) {
            var hyphens = find("--", from: start)
            while let found = hyphens, end == nil {
                end = endOfClosing(from: found + 2)
                hyphens = find("--", from: found + 1)
            }
        } else {
            end = find("}}", from: start).map { $0 + 2 }
        }
        guard let end else { return false }
        mode = .text
        add(.comment, to: end)
        return true
    }

    private mutating func readClosing() -> Bool {
        if starts("}}}}", at: offset) {
            mode = .raw(depth: 1)
            add(.closeRawBlock, to: offset + 4)
        } else if byte(offset) == UInt8(ascii: "}"), let end = endOfClosing(from: offset + 1) {
            mode = .text
            add(.closeUnescaped, to: end)
        } else if let end = endOfClosing(from: offset) {
            mode = .text
            add(.close, to: end)
        } else {
            return false
        }
        return true
    }

    private mutating func readString(_ mark: UInt8) -> Bool {
        guard let end = endOfQuotation(mark) else { return false }
        tokens.append(TemplateToken(.string, offset + 1..<end))
        offset = end + 1
        return true
    }

    private mutating func readBracketedName() -> Bool {
        guard let end = endOfQuotation(UInt8(ascii: "]")) else { return false }
        add(.identifier, to: end + 1)
        return true
    }

    /// Where `mark` ends what begins here. One behind a backslash does so only if no other does.
    private func endOfQuotation(_ mark: UInt8) -> Int? {
        var index = offset + 1
        var escaped: Int?
        while let next = byte(index), next != mark {
            if next == UInt8(ascii: "\\"), byte(index + 1) == mark {
                index += 1
                escaped = index
            }
            index += 1
        }
        return index < source.count ? index : escaped
    }

    private mutating func readWord() -> Bool {
        let end = endOfName(from: offset)
        if starts("as", at: offset), end == offset + 2 {
            let bar = endOfWhitespace(from: end)
            if bar > end, byte(bar) == UInt8(ascii: "|") {
                add(.openBlockParameters, to: bar + 1)
                return true
            }
        }
        if let number = endOfNumber(), endsLiteral(at: number) {
            add(.number, to: number)
            return true
        }
        guard end > offset, endsWord(at: end) else { return false }
        add(endsLiteral(at: end) ? kind(ofWord: source[offset..<end]) : .identifier, to: end)
        return true
    }

    private func kind(ofWord word: ArraySlice<UInt8>) -> TemplateToken.Kind {
        if word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8) { return .boolean }
        if word.elementsEqual("undefined".utf8) { return .undefined }
        return word.elementsEqual("null".utf8) ? .null : .identifier
    }

    // MARK: Bytes

    private mutating func add(_ kind: TemplateToken.Kind, to end: Int) {
        tokens.append(TemplateToken(kind, offset..<end))
        offset = end
        switch kind {
        case .open, .openUnescaped, .openBlock, .openEndBlock, .openInverse, .openInverseChain,
            .openPartial, .openPartialBlock, .openRawBlock:
            mode = .tag
        default: break
        }
    }

    private func byte(_ index: Int) -> UInt8? { index < source.count ? source[index] : nil }

    private func starts(_ text: StaticString, at index: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard index + count <= source.count else { return false }
        return text.withUTF8Buffer { wanted in
            (0..<count).allSatisfy { source[index + $0] == wanted[$0] }
        }
    }

    private func find(_ text: StaticString, from start: Int) -> Int? {
        let first = text.withUTF8Buffer { $0[0] }
        var index = start
        while index < source.count {
            if source[index] == first, starts(text, at: index) { return index }
            index += 1
        }
        return nil
    }

    private mutating func skipWhitespace() { offset = endOfWhitespace(from: offset) }

    private func endOfWhitespace(from start: Int) -> Int {
        var index = start
        while true {
            let length = TemplateWhitespace.length(at: index, in: source)
            if length == 0 { return index }
            index += length
        }
    }

    /// The end of `}}` or `~}}` at `start`; nil if neither stands there.
    private func endOfClosing(from start: Int) -> Int? {
        let braces = byte(start) == UInt8(ascii: "~") ? start + 1 : start
        return starts("}}", at: braces) ? braces + 2 : nil
    }

    private func endOfName(from start: Int) -> Int {
        var index = start
        while let next = byte(index), next.isTemplateNameByte,
            next < 0x80 || TemplateWhitespace.length(at: index, in: source) == 0
        {
            index += 1
        }
        return index
    }

    private func endOfNumber() -> Int? {
        var index = offset + (byte(offset) == UInt8(ascii: "-") ? 1 : 0)
        let digits = index
        while let next = byte(index), next.isDigit { index += 1 }
        guard index > digits else { return nil }
        guard byte(index) == UInt8(ascii: "."), byte(index + 1)?.isDigit == true else {
            return index
        }
        index += 1
        while let next = byte(index), next.isDigit { index += 1 }
        return index
    }

    /// Whether a name may end here: what follows is not read yet.
    private func endsWord(at index: Int) -> Bool {
        switch byte(index) {
        case UInt8(ascii: "="), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "|"): true
        default: endsLiteral(at: index)
        }
    }

    private func endsLiteral(at index: Int) -> Bool {
        switch byte(index) {
        case UInt8(ascii: "~"), UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]"): true
        default: TemplateWhitespace.length(at: index, in: source) > 0
        }
    }
}

extension UInt8 {
    /// Whether a name may have it without brackets: not white space, nor
    /// ``! " # % & ' ( ) * + , . / ; < = > @ [ \ ] ^ ` { | } ~``.
    fileprivate var isTemplateNameByte: Bool {
        switch self {
        case 0x20, 0x09...0x0D, 0x21...0x23, 0x25...0x2C, 0x2E, 0x2F, 0x3B...0x3E, 0x40: false
        case 0x5B...0x5E, 0x60, 0x7B...0x7E: false
        default: true
        }
    }
}
