import MailTypes

/// One pass over a JSON text. Depth is bounded, so recursion is too.
struct JSONParser {
    private let bytes: [UInt8]
    private var offset = 0
    private var valueCount = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func parse() throws(SyntaxError) -> Document {
        let document = try readValue(depth: 0)
        skipWhitespace()
        guard offset == bytes.count else { throw expected(.end) }
        return document
    }

    // MARK: Values

    private mutating func readValue(depth: Int) throws(SyntaxError) -> Document {
        skipWhitespace()
        valueCount += 1
        guard depth <= JSON.depthLimit else { throw expected("less nesting") }
        guard valueCount <= JSON.valueLimit else { throw expected("fewer values") }
        switch peek {
        case UInt8(ascii: "{"): return try readObject(depth: depth)
        case UInt8(ascii: "["): return try readArray(depth: depth)
        case UInt8(ascii: "\""): return .string(try readString())
        case UInt8(ascii: "t"): return try readWord("true", .bool(true))
        case UInt8(ascii: "f"): return try readWord("false", .bool(false))
        case UInt8(ascii: "n"): return try readWord("null", .null)
        default: return try readNumber()
        }
    }

    private mutating func readObject(depth: Int) throws(SyntaxError) -> Document {
        offset += 1
        var fields: [Document.Field] = []
        skipWhitespace()
        if take(UInt8(ascii: "}")) { return .object([]) }
        repeat {
            skipWhitespace()
            guard peek == UInt8(ascii: "\"") else { throw expected("a member's name") }
            let name = try readString()
            skipWhitespace()
            guard take(UInt8(ascii: ":")) else { throw expected(.byte(":")) }
            fields.append(Document.Field(name, try readValue(depth: depth + 1)))
            skipWhitespace()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw expected(.byte("}")) }
        return .object(fields)
    }

    private mutating func readArray(depth: Int) throws(SyntaxError) -> Document {
        offset += 1
        var items: [Document] = []
        skipWhitespace()
        if take(UInt8(ascii: "]")) { return .array([]) }
        repeat {
            items.append(try readValue(depth: depth + 1))
            skipWhitespace()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw expected(.byte("]")) }
        return .array(items)
    }

    private mutating func readWord(
        _ word: StaticString, _ value: Document
    ) throws(SyntaxError) -> Document {
        let rest = bytes[offset...]
        guard word.withUTF8Buffer({ rest.starts(with: $0) }) else { throw expected("a value") }
        offset += word.utf8CodeUnitCount
        return value
    }

    /// Whole numbers within 64 bits stay exact; all others become the nearest double.
    private mutating func readNumber() throws(SyntaxError) -> Document {
        let start = offset
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try skipDigits() }
        var isWhole = true
        if take(UInt8(ascii: ".")) {
            isWhole = false
            try skipDigits()
        }
        if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
            isWhole = false
            offset += 1
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try skipDigits()
        }
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        if isWhole, let number = Int64(text) { return .integer(number) }
        guard let number = Double(text), number.isFinite else { throw expected("a smaller number") }
        return .double(number)
    }

    private mutating func skipDigits() throws(SyntaxError) {
        guard let first = peek, first.isDigit else { throw expected("a value") }
        while let byte = peek, byte.isDigit { offset += 1 }
    }

    // MARK: Strings

    /// Reads a string from its quotation mark on. One without escapes, as a message in Base64 is,
    /// is looked at once and copied once.
    private mutating func readString() throws(SyntaxError) -> String {
        offset += 1
        let start = offset
        offset = endOfPlainText()
        if take(UInt8(ascii: "\"")) { return try text(bytes[start..<offset - 1]) }
        var unescaped = Array(bytes[start..<offset])
        while !take(UInt8(ascii: "\"")) {
            guard take(UInt8(ascii: "\\")) else { throw expected(.byte("\"")) }
            try readEscape(into: &unescaped)
            let run = offset
            offset = endOfPlainText()
            unescaped += bytes[run..<offset]
        }
        return try text(unescaped[...])
    }

    /// The end of what stands for itself: the next quotation mark, backslash or control.
    private func endOfPlainText() -> Int {
        let text = bytes.span
        var index = offset
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
            index &+= 1
        }
        return index
    }

    private func text(_ bytes: ArraySlice<UInt8>) throws(SyntaxError) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw expected("UTF-8 before this string's end")
        }
        return text
    }

    private mutating func readEscape(into text: inout [UInt8]) throws(SyntaxError) {
        guard let letter = peek else { throw expected("an escape") }
        offset += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text += String(try readScalar()).utf8
        default:
            offset -= 1
            throw expected("an escape")
        }
    }

    /// The scalar of `\uXXXX` or of a surrogate pair, after the first `u`.
    private mutating func readScalar() throws(SyntaxError) -> Unicode.Scalar {
        let first = try readHexUnit()
        if UTF16.isLeadSurrogate(first), offset + 1 < bytes.count,
            bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "u")
        {
            let start = offset
            offset += 2
            let second = try readHexUnit()
            if UTF16.isTrailSurrogate(second) {
                return UTF16.decode(UTF16.EncodedScalar([first, second]))
            }
            offset = start  // an escape of its own, read next
        }
        return Unicode.Scalar(first) ?? "\u{FFFD}"
    }

    private mutating func readHexUnit() throws(SyntaxError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let value = peek?.hexValue else { throw expected("four hexadecimal digits") }
            unit = unit << 4 | UInt16(value)
            offset += 1
        }
        return unit
    }

    // MARK: Bytes

    private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        offset += 1
        return true
    }

    private mutating func skipWhitespace() {
        while let byte = peek, byte.isFoldingWhitespace { offset += 1 }
    }

    private func expected(_ expectation: SyntaxError.Expectation) -> SyntaxError {
        SyntaxError(expected: expectation, offset: offset)
    }
}
