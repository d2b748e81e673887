import MailMessage
public import MailTypes

extension ReceivedSPF {
    /// Reads the value of the field.
    ///
    ///     [CFWS] result FWS [comment FWS] [ key-value-list ]
    ///     key-value-list = key-value-pair *( ";" [CFWS] key-value-pair ) [";"]
    ///     key-value-pair = key [CFWS] "=" ( dot-atom / quoted-string )     ; RFC 7208 §9.1
    ///
    /// Values that should be quoted and are not, such as `client-ip=2001:db8::1` and
    /// `envelope-from=user@example.com`, are read up to the semicolon: everybody writes them.
    /// - Throws: ``SyntaxError`` at the first byte that breaks the grammar.
    public init(parsing value: ArraySlice<UInt8>) throws(SyntaxError) {
        var cursor = ByteCursor(value)
        try cursor.skipCFWS()
        let start = cursor.offset
        let word = cursor.take(while: \.isLetter)
        guard
            let result = SPFResult(
                rawValue: String(decoding: word, as: UTF8.self).asciiLowercased)
        else { throw SyntaxError(expected: .spfResult, offset: start) }
        let comment = try cursor.skipCFWS().map { String(decoding: $0, as: UTF8.self) }
        var pairs: [Pair] = []
        while !cursor.isAtEnd {
            guard pairs.count < Self.pairLimit else { throw cursor.expected(.end) }
            pairs.append(try cursor.readPair())
            try cursor.skipCFWS()
            // Old programs separate pairs by white space alone.
            _ = cursor.take(UInt8(ascii: ";"))
            try cursor.skipCFWS()
        }
        self.init(result: result, comment: comment, pairs: pairs)
    }
}

extension ByteCursor {
    fileprivate mutating func readPair() throws(SyntaxError) -> ReceivedSPF.Pair {
        let key = take { $0.isVisible && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ";") }
        guard !key.isEmpty else { throw expected(.pairKey) }
        try skipCFWS()
        guard take(UInt8(ascii: "=")) else { throw expected(.byte("=")) }
        try skipCFWS()
        let value: [UInt8]
        if peek == UInt8(ascii: "\"") {
            value = try readQuotedString()
        } else {
            value = Array(
                take { ($0.isVisible || $0 >= 0x80) && $0 != UInt8(ascii: ";") })
        }
        return ReceivedSPF.Pair(
            String(decoding: key, as: UTF8.self), String(decoding: value, as: UTF8.self))
    }
}

extension SyntaxError.Expectation {
    static let spfResult: Self = "a result of SPF"
    static let pairKey: Self = "a key"
}
