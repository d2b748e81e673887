public import MailMessage
public import MailTypes

/// The results that a hop of an ARC chain tells of (RFC 8617 §4.1.1).
///
///     ARC-Authentication-Results: i=1; mx.example.net; dkim=pass header.d=example.com
public struct ARCAuthenticationResults: Equatable, Sendable {
    /// The name of the field.
    public static let fieldName = "ARC-Authentication-Results"
    /// Most hops of a chain (RFC 8617 §4.2.1).
    public static let instanceLimit = 50

    public var instance: Int  // i=
    public var results: AuthenticationResults

    public init(instance: Int, results: AuthenticationResults) {
        self.instance = instance
        self.results = results
    }

    /// Reads the value of the field.
    ///
    ///     arc-info = instance [CFWS] ";" authres-payload
    ///     instance = [CFWS] %s"i" [CFWS] "=" [CFWS] 1*2DIGIT [CFWS]     ; 1 to 50
    public init(parsing value: ArraySlice<UInt8>) throws(SyntaxError) {
        var cursor = ByteCursor(value)
        try cursor.skipCFWS()
        guard cursor.take(UInt8(ascii: "i")) else { throw cursor.expected("i=") }
        try cursor.skipCFWS()
        guard cursor.take(UInt8(ascii: "=")) else { throw cursor.expected(.byte("=")) }
        try cursor.skipCFWS()
        let start = cursor.offset
        let digits = cursor.take(while: \.isDigit)
        guard digits.count <= 2, let number = Int(String(decoding: digits, as: UTF8.self)),
            (1...Self.instanceLimit).contains(number)
        else { throw SyntaxError(expected: "a number from 1 to 50", offset: start) }
        try cursor.skipCFWS()
        guard cursor.take(UInt8(ascii: ";")) else { throw cursor.expected(.byte(";")) }
        instance = number
        results = try AuthenticationResults(parsing: cursor.remaining)
    }

    /// The field, folded and made safe as ``AuthenticationResults/field`` is.
    public var field: Field {
        AuthenticationResults.field(Self.fieldName, words: ["i=\(instance);"] + results.words)
    }

    /// The value of the field on one line.
    public var formatted: String { "i=\(instance); \(results.formatted)" }
}
