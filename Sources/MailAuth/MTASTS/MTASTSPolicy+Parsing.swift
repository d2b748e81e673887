public import MailTypes

extension MTASTSPolicy {
    /// Reads a policy file.
    ///
    ///     sts-policy-record = sts-policy-field *WSP
    ///                         *(sts-policy-term sts-policy-field *WSP) [sts-policy-term]
    ///     sts-policy-term   = LF / CRLF                              ; RFC 8461 §3.2
    ///
    /// Unknown fields are passed over, and so are all but the first of a field other than `mx`. Empty
    /// lines are forgiven.
    /// - Throws: ``SyntaxError`` at the first byte that breaks the rules; at the end of the file when
    ///   a field is missing.
    public init(parsing file: [UInt8]) throws(SyntaxError) {
        guard file.count <= Self.sizeInBytesLimit else {
            throw SyntaxError(expected: .end, offset: Self.sizeInBytesLimit)
        }
        var version: ArraySlice<UInt8>?
        var mode: ArraySlice<UInt8>?
        var maxAge: ArraySlice<UInt8>?
        var patterns: [MTASTSPattern] = []
        var cursor = ByteCursor(file[...])
        while let field = try cursor.readPolicyField() {
            switch String(decoding: field.name, as: UTF8.self) {
            case "version": version = version ?? field.value
            case "mode": mode = mode ?? field.value
            case "max_age": maxAge = maxAge ?? field.value
            case "mx": patterns.append(try MTASTSPattern(parsing: field.value))
            default: break
            }
        }
        guard let version else { throw cursor.expected("“version:”") }
        guard version.elementsEqual("STSv1".utf8) else {
            throw SyntaxError(expected: "“STSv1”", offset: version.startIndex)
        }
        guard let mode else { throw cursor.expected("“mode:”") }
        guard let knownMode = Mode(rawValue: String(decoding: mode, as: UTF8.self)) else {
            throw SyntaxError(
                expected: "“enforce”, “testing” or “none”", offset: mode.startIndex)
        }
        guard let maxAge else { throw cursor.expected("“max_age:”") }
        guard knownMode == .none || !patterns.isEmpty else { throw cursor.expected("“mx:”") }
        self.init(mode: knownMode, maxAge: try Self.duration(maxAge), mxPatterns: patterns)
    }

    /// `1*10(DIGIT)`, at most 31557600.
    private static func duration(_ digits: ArraySlice<UInt8>) throws(SyntaxError) -> Duration {
        guard (1...10).contains(digits.count), digits.allSatisfy(\.isDigit),
            let seconds = Int64(String(decoding: digits, as: UTF8.self)),
            .seconds(seconds) <= maxAgeLimit
        else {
            throw SyntaxError(
                expected: "a number of seconds up to 31557600", offset: digits.startIndex)
        }
        return .seconds(seconds)
    }
}

extension ByteCursor {
    /// Reads the next line that is not empty, white space at its end taken off; nil at the end.
    ///
    ///     sts-policy-ext-name    = sts-policy-alphanum
    ///                              *31(sts-policy-alphanum / "_" / "-" / ".")
    ///     sts-policy-field-delim = ":" *WSP
    fileprivate mutating func readPolicyField() throws(SyntaxError) -> FieldRecord.Field? {
        while try takePolicyLineEnd() {}
        if isAtEnd { return nil }
        let start = offset
        guard peek?.isAlphanumeric == true else { throw expected("a field name") }
        let name = take {
            $0.isAlphanumeric || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: ".")
        }
        guard name.count <= FieldRecord.nameLengthLimit else {
            throw SyntaxError(
                expected: .byte(":"), offset: start + FieldRecord.nameLengthLimit)
        }
        guard take(UInt8(ascii: ":")) else { throw expected(.byte(":")) }
        skipSpaces()
        let value = take { $0.isVisible || $0.isSpaceOrTab || $0 >= 0x80 }
            .trimmingFoldingWhitespace
        guard !value.isEmpty else { throw expected("a value") }
        guard try takePolicyLineEnd() || isAtEnd else { throw expected("the end of the line") }
        return FieldRecord.Field(name: name, value: value)
    }

    private mutating func takePolicyLineEnd() throws(SyntaxError) -> Bool {
        if take(UInt8(ascii: "\n")) { return true }
        guard take(UInt8(ascii: "\r")) else { return false }
        guard take(UInt8(ascii: "\n")) else { throw expected("LF behind CR") }
        return true
    }
}
