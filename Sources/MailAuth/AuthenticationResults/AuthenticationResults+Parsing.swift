import MailMessage
public import MailTypes

extension AuthenticationResults {
    /// Longest value that is read, in bytes.
    public static let lengthLimit = 65_536
    /// Most results of a field, and most properties of a result.
    public static let countLimit = 200

    /// Reads the value of the field, folded or not.
    ///
    /// Forgiven is what has one meaning and is seen in mail: an empty element, a missing result, a
    /// property without its type, characters in values that should have been quoted.
    /// - Throws: ``SyntaxError`` where the field breaks its grammar.
    public init(parsing value: ArraySlice<UInt8>) throws(SyntaxError) {
        guard value.count <= Self.lengthLimit else {
            throw SyntaxError(expected: .end, offset: value.startIndex + Self.lengthLimit)
        }
        var reader = AuthenticationResultsReader(value)
        self = try reader.read()
    }

    public init(parsing value: String) throws(SyntaxError) {
        try self.init(parsing: Array(value.utf8)[...])
    }
}

/// Reads the payload of the field (RFC 8601 §2.2) from left to right.
struct AuthenticationResultsReader {
    private var cursor: ByteCursor
    /// The comments since they were last taken.
    private var comments: [String] = []

    init(_ value: ArraySlice<UInt8>) { cursor = ByteCursor(value) }

    /// Whether the identifier is all that stood before the first result.
    var isAtResults: Bool { cursor.isAtEnd || cursor.peek == UInt8(ascii: ";") }

    ///     authres-payload = [CFWS] authserv-id [ CFWS authres-version ]
    ///                       ( no-result / 1*resinfo ) [CFWS]
    mutating func read() throws(SyntaxError) -> AuthenticationResults {
        var field = try readIdentifier()
        if !isAtResults {
            guard cursor.peek?.isDigit == false else { throw cursor.expected(.byte(";")) }
            let parameter = try readProperty()
            guard parameter.type.isEmpty else { throw cursor.expected(.byte(";")) }
            field.parameters.append(parameter)
        }
        try skipCFWS()
        field.comments = takeComments()
        while !cursor.isAtEnd {
            guard cursor.take(UInt8(ascii: ";")) else { throw cursor.expected(.byte(";")) }
            try skipCFWS()
            if cursor.isAtEnd || cursor.peek == UInt8(ascii: ";") { continue }
            if try readNone(isFirst: field.results.isEmpty) { break }
            guard field.results.count < AuthenticationResults.countLimit else {
                throw cursor.expected("fewer results")
            }
            field.results.append(try readResult())
        }
        field.comments += takeComments()
        return field
    }

    /// Reads the identifier and the version, which is all that a field claims about its origin.
    mutating func readIdentifier() throws(SyntaxError) -> AuthenticationResults {
        try skipCFWS()
        let text = try readValue(upTo: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "/") })
        guard !text.isEmpty else { throw cursor.expected("an authserv-id") }
        var field = AuthenticationResults(authservID: text)
        try skipCFWS()
        if cursor.peek?.isDigit == true { field.version = try readVersion() }
        return field
    }

    ///     no-result = [CFWS] ";" [CFWS] "none"
    private mutating func readNone(isFirst: Bool) throws(SyntaxError) -> Bool {
        let start = cursor.offset
        guard isFirst, cursor.take(ignoringCase: "none"),
            cursor.peek.map({ !$0.isNameByte && $0 != UInt8(ascii: "=") }) ?? true
        else {
            cursor.move(to: start)
            return false
        }
        let outer = comments
        try skipCFWS()
        if cursor.peek == UInt8(ascii: "=") || cursor.peek == UInt8(ascii: "/") {
            // A method of that name.
            cursor.move(to: start)
            comments = outer
            return false
        }
        while cursor.take(UInt8(ascii: ";")) { try skipCFWS() }
        guard cursor.isAtEnd else { throw cursor.expected(.end) }
        return true
    }

    ///     resinfo = [CFWS] ";" methodspec [ CFWS reasonspec ] [ CFWS 1*propspec ]
    ///     methodspec = [CFWS] method [CFWS] "=" [CFWS] result
    private mutating func readResult() throws(SyntaxError) -> AuthenticationResults.Result {
        var result = AuthenticationResults.Result(try readName(), "")
        try skipCFWS()
        if cursor.take(UInt8(ascii: "/")) {
            try skipCFWS()
            result.methodVersion = try readVersion()
        }
        if cursor.take(UInt8(ascii: "=")) {
            try skipCFWS()
            result.result = try readValue().asciiLowercased
            try skipCFWS()
        }
        while !cursor.isAtEnd, cursor.peek != UInt8(ascii: ";") {
            let property = try readProperty()
            if property.type.isEmpty, property.name == "reason", result.reason == nil {
                result.reason = property.value
                continue
            }
            guard result.properties.count < AuthenticationResults.countLimit else {
                throw cursor.expected("fewer properties")
            }
            result.properties.append(property)
        }
        result.comments = takeComments()
        return result
    }

    ///     propspec = ptype [CFWS] "." [CFWS] property [CFWS] "=" pvalue
    ///     reasonspec = "reason" [CFWS] "=" [CFWS] value
    private mutating func readProperty() throws(SyntaxError) -> AuthenticationResults.Property {
        var type = ""
        var name = try readName()
        try skipCFWS()
        if cursor.take(UInt8(ascii: ".")) {
            try skipCFWS()
            type = name
            name = try readName()
            try skipCFWS()
        } else if let dot = name.firstIndex(of: ".") {
            type = String(name[..<dot])
            name = String(name[name.index(after: dot)...])
        }
        var value = ""
        if cursor.take(UInt8(ascii: "=")) {
            try skipCFWS()
            value = try readValue()
        } else if !type.isEmpty {
            throw cursor.expected(.byte("="))
        }
        try skipCFWS()
        return AuthenticationResults.Property(type, name, value)
    }

    /// A keyword, quoted or not, in lower case; dots within are taken along.
    private mutating func readName() throws(SyntaxError) -> String {
        if cursor.peek == UInt8(ascii: "\"") {
            return String(decoding: try cursor.readQuotedString(), as: UTF8.self).asciiLowercased
        }
        let start = cursor.offset
        guard let first = cursor.peek, first.isNameByte else { throw cursor.expected("a keyword") }
        _ = cursor.next()
        // A dot belongs to the name where another such byte follows at once.
        while let byte = cursor.peek {
            let isInnerDot =
                byte == UInt8(ascii: ".") && cursor.peek(at: 1)?.isNameByte == true
            guard byte.isNameByte || isInnerDot else { break }
            _ = cursor.next()
        }
        return String(decoding: cursor.slice(from: start), as: UTF8.self).asciiLowercased
    }

    ///     pvalue = [CFWS] ( value / [ [ local-part ] "@" ] domain-name ) [CFWS]
    ///
    /// A value that is all quotes loses them. One that goes on behind its quotes is an address with
    /// a quoted local-part and keeps them.
    private mutating func readValue(
        upTo isEnd: (UInt8) -> Bool = { _ in false }
    ) throws(SyntaxError) -> String {
        let start = cursor.offset
        var quoted: [UInt8]?
        var pieces = 0
        while let byte = cursor.peek, byte.isValueByte, !isEnd(byte) {
            pieces += 1
            if byte == UInt8(ascii: "\"") {
                quoted = try cursor.readQuotedString()
            } else {
                _ = cursor.take { $0.isValueByte && $0 != UInt8(ascii: "\"") && !isEnd($0) }
            }
        }
        if pieces == 1, let quoted { return String(decoding: quoted, as: UTF8.self) }
        let written = cursor.slice(from: start).filter { $0 != 0x0D && $0 != 0x0A }
        // The local-part of an address may begin with `=`, and nothing else may.
        guard written.first != UInt8(ascii: "=") || written.contains(UInt8(ascii: "@")) else {
            throw SyntaxError(expected: "a value", offset: start)
        }
        return String(decoding: written, as: UTF8.self)
    }

    private mutating func readVersion() throws(SyntaxError) -> Int {
        let start = cursor.offset
        let digits = cursor.take(while: \.isDigit)
        guard let version = Int(String(decoding: digits, as: UTF8.self)),
            cursor.peek?.isNameByte != true
        else { throw SyntaxError(expected: "a version", offset: start) }
        try skipCFWS()
        return version
    }

    private mutating func skipCFWS() throws(SyntaxError) {
        cursor.skipFoldingWhitespace()
        while cursor.peek == UInt8(ascii: "(") {
            comments.append(String(decoding: try cursor.readComment(), as: UTF8.self))
            cursor.skipFoldingWhitespace()
        }
    }

    private mutating func takeComments() -> [String] {
        defer { comments = [] }
        return comments
    }
}

extension UInt8 {
    /// What keywords are made of in practice: letters, digits, hyphens and underscores.
    fileprivate var isNameByte: Bool {
        isAlphanumeric || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
    }

    /// What no value ends at: anything but white space, semicolons, parentheses and controls.
    fileprivate var isValueByte: Bool {
        self > 0x20 && self != 0x7F && self != UInt8(ascii: ";") && self != UInt8(ascii: "(")
            && self != UInt8(ascii: ")")
    }
}
