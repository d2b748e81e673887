public import MailTypes

/// What a server offers, as its EHLO reply lists it (RFC 5321 §4.1.1.1).
public struct SMTPCapabilities: Equatable, Sendable {
    public var pipelining = false  // RFC 2920
    public var eightBitMIME = false  // RFC 6152
    public var startTLS = false  // RFC 3207
    public var smtpUTF8 = false  // RFC 6531
    public var chunking = false  // RFC 3030
    public var dsn = false  // RFC 3461
    public var enhancedStatusCodes = false  // RFC 2034
    public var requireTLS = false  // RFC 8689
    /// SIZE is offered (RFC 1870).
    public var size = false
    /// The longest message the server takes, in bytes; nil when it has no fixed limit.
    public var sizeLimit: Int?
    /// AUTH mechanisms, in upper case (RFC 4954).
    public var authentication: [String] = []
    /// Most recipients of one transaction, as LIMITS says (RFC 9422 §4.2).
    public var recipientLimit: Int?
    /// Most transactions of one connection, as LIMITS says (RFC 9422 §4.1).
    public var messageLimit: Int?

    public init() {}

    /// Reads a reply to EHLO; keywords that are not known are passed over.
    public init(_ reply: SMTPReply) {
        for line in reply.lines.dropFirst() {
            // Some servers write `AUTH=PLAIN LOGIN`, after a draft.
            let words = line.split(whereSeparator: { $0 == " " || $0 == "=" })
            guard let keyword = words.first else { continue }
            read(keyword.asciiLowercased, words.dropFirst())
        }
    }

    private mutating func read(_ keyword: String, _ arguments: ArraySlice<Substring>) {
        switch keyword {
        case "pipelining": pipelining = true
        case "8bitmime": eightBitMIME = true
        case "starttls": startTLS = true
        case "smtputf8": smtpUTF8 = true
        case "chunking": chunking = true
        case "dsn": dsn = true
        case "enhancedstatuscodes": enhancedStatusCodes = true
        case "requiretls": requireTLS = true
        case "size":
            size = true
            sizeLimit = arguments.first.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        case "auth":
            let mechanisms = arguments.map { $0.uppercased() }
            authentication += mechanisms.filter { !authentication.contains($0) }
        case "limits":
            readLimits(arguments)
        default: break
        }
    }

    ///     LIMITS RCPTMAX=20 MAILMAX=5     ; name and value, split at the equals sign above
    private mutating func readLimits(_ words: ArraySlice<Substring>) {
        for (name, value) in zip(words, words.dropFirst()) {
            guard let number = Int(value), (1...999_999).contains(number) else { continue }
            switch name.asciiLowercased {
            case "rcptmax": recipientLimit = number
            case "mailmax": messageLimit = number
            default: break
            }
        }
    }
}
