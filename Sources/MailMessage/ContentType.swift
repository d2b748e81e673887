public import MailTypes

/// What a part is: `text/plain; charset=utf-8` (RFC 2045 §5).
public struct ContentType: Equatable, Sendable {
    /// In lower case, like the subtype: `text`.
    public let type: String
    public let subtype: String
    public let parameters: MIMEParameters

    public init(_ type: String, _ subtype: String, parameters: MIMEParameters = .init()) {
        self.type = type.asciiLowercased
        self.subtype = subtype.asciiLowercased
        self.parameters = parameters
    }

    /// What a part is that does not say (RFC 2045 §5.2).
    public static let plainText = ContentType("text", "plain")

    /// Reads the value of a `Content-Type` field.
    /// - Throws: ``SyntaxError`` when it does not begin with a type and a subtype. Parameters are
    ///   read forgivingly.
    public init(parsing value: ArraySlice<UInt8>) throws(SyntaxError) {
        var cursor = ByteCursor(value)
        try cursor.skipCFWS()
        type = try cursor.readMIMEToken()
        try cursor.skipCFWS()
        guard cursor.take(UInt8(ascii: "/")) else { throw cursor.expected(.byte("/")) }
        try cursor.skipCFWS()
        subtype = try cursor.readMIMEToken()
        parameters = MIMEParameters(reading: &cursor)
    }

    public init(parsing text: String) throws(SyntaxError) {
        try self.init(parsing: Array(text.utf8)[...])
    }

    /// Reads a value that does not begin with a type and a subtype: the text that it is then taken
    /// for (RFC 2045 §5.2), with the parameters that can be found.
    init(withoutType value: ArraySlice<UInt8>) {
        var cursor = ByteCursor(value)
        self.init("text", "plain", parameters: MIMEParameters(reading: &cursor))
    }

    public var isMultipart: Bool { type == "multipart" }
    /// Whether the content is a whole message (RFC 2046 §5.2.1, RFC 6532 §3.7).
    public var isMessage: Bool {
        type == "message" && (subtype == "rfc822" || subtype == "global" || subtype == "news")
    }
    public var isText: Bool { type == "text" }

    /// `text/plain`, without parameters.
    public var mediaType: String { "\(type)/\(subtype)" }

    public var charset: Charset { Charset(label: parameters["charset"] ?? "us-ascii") }
}

/// How a part is meant to be shown (RFC 2183).
public struct ContentDisposition: Equatable, Sendable {
    /// In lower case: `attachment`, `inline`, or another word, which means `attachment`.
    public let kind: String
    public let parameters: MIMEParameters

    /// Reads the value of a `Content-Disposition` field.
    /// - Throws: ``SyntaxError`` when it does not begin with a word.
    public init(parsing value: ArraySlice<UInt8>) throws(SyntaxError) {
        var cursor = ByteCursor(value)
        try cursor.skipCFWS()
        kind = try cursor.readMIMEToken()
        parameters = MIMEParameters(reading: &cursor)
    }

    public var isInline: Bool { kind == "inline" }
}

/// How the bytes of a part are written (RFC 2045 §6).
public enum TransferEncoding: Equatable, Sendable {
    case sevenBit
    case eightBit
    case binary
    case quotedPrintable
    case base64
    /// What came before MIME, and is still met under the names `x-uuencode` and `uuencode`.
    case uuencode
    /// An encoding that nobody can decode; the bytes are given as they are.
    case other(String)

    /// Reads the value of a `Content-Transfer-Encoding` field.
    public init(parsing value: ArraySlice<UInt8>) {
        var cursor = ByteCursor(value)
        _ = try? cursor.skipCFWS()
        let name = (try? cursor.readMIMEToken()) ?? ""
        if name == "quoted", cursor.take(UInt8(ascii: " ")),
            cursor.take(ignoringCase: "printable")
        {
            self = .quotedPrintable
            return
        }
        switch name {
        case "", "7bit", "7-bit": self = .sevenBit
        case "8bit", "8-bit": self = .eightBit
        case "binary": self = .binary
        case "quoted-printable", "quoted_printable", "quotedprintable": self = .quotedPrintable
        case "base64", "base-64": self = .base64
        case "x-uuencode", "uuencode", "x-uue", "uue": self = .uuencode
        default: self = .other(name)
        }
    }

    /// The name as MIME writes it.
    public var name: String {
        switch self {
        case .sevenBit: "7bit"
        case .eightBit: "8bit"
        case .binary: "binary"
        case .quotedPrintable: "quoted-printable"
        case .base64: "base64"
        case .uuencode: "x-uuencode"
        case .other(let name): name
        }
    }

    /// The bytes that `encoded` stands for; base64 and quoted-printable are read forgivingly.
    public func decode(_ encoded: ArraySlice<UInt8>) -> [UInt8] {
        switch self {
        case .sevenBit, .eightBit, .binary, .other: Array(encoded)
        case .quotedPrintable: QuotedPrintable.decode(encoded)
        case .base64: Base64.decode(encoded, .lenient) ?? []
        case .uuencode: UUEncoding.decode(encoded)
        }
    }
}

extension ArraySlice<UInt8> {
    /// The text in lower case; mostly it is that already.
    var asciiLowercasedText: String {
        if allSatisfy({ $0.asciiLowercased == $0 }) { return String(decoding: self, as: UTF8.self) }
        return String(decoding: map(\.asciiLowercased), as: UTF8.self)
    }
}

extension ByteCursor {
    /// Reads a token of MIME (RFC 2045 §5.1) in lower case.
    mutating func readMIMEToken() throws(SyntaxError) -> String {
        let token = take(while: \.isMIMEToken)
        guard !token.isEmpty else { throw expected("a token") }
        return token.asciiLowercasedText
    }
}

extension UInt8 {
    /// Printable ASCII without `tspecials` (RFC 2045 §5.1).
    var isMIMEToken: Bool {
        switch self {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "@"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
            UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "?"), UInt8(ascii: "="):
            false
        default: isVisible
        }
    }
}
