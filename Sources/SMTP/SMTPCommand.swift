public import MailTypes

/// What a client asks for, on one line (RFC 5321 §4.1.1 and the extensions).
public enum SMTPCommand: Equatable, Sendable {
    /// `HELO`, with the name or address literal that the client gives itself.
    case helo(String)
    /// `EHLO`, likewise.
    case ehlo(String)
    case mail(ReversePath, MailParameters)
    case recipient(ForwardPath, RecipientParameters)
    case data
    /// `BDAT`, with the number of octets that follow (RFC 3030 §2).
    case chunk(size: Int, isLast: Bool)
    case reset
    case noop
    case verify
    case expand
    case help
    case quit
    case startTLS
    /// `AUTH`, with the mechanism in upper case and the initial response as written: base64, or
    /// `=` for an empty one (RFC 4954 §4).
    case authenticate(mechanism: String, initialResponse: String?)
}

/// What stands behind the path of a `MAIL` command.
public struct MailParameters: Equatable, Sendable {
    /// `SIZE=`, in octets (RFC 1870 §6).
    public var size: Int?
    /// `BODY=` (RFC 6152 §3).
    public var bodyType: Envelope.BodyType?
    /// `SMTPUTF8` (RFC 6531 §3.4).
    public var requiresSMTPUTF8 = false
    /// `AUTH=` was given; who is named there is not trusted and not kept (RFC 4954 §5).
    public var namesSubmitter = false
    /// `RET=` (RFC 3461 §4.3).
    public var returnedContent: ReturnedContent?
    /// `ENVID=`, decoded (RFC 3461 §4.4).
    public var envelopeID: String?

    public init() {}

    /// Whether any parameter of RFC 3461 was given.
    public var asksForNotification: Bool { returnedContent != nil || envelopeID != nil }

    public enum ReturnedContent: String, Equatable, Sendable {
        case full = "FULL"
        case header = "HDRS"
    }
}

/// What stands behind the path of a `RCPT` command.
public struct RecipientParameters: Equatable, Sendable {
    /// `NOTIFY=` (RFC 3461 §4.1).
    public var notify: Notify?
    /// `ORCPT=`, as written: `rfc822;bob@example.com` (RFC 3461 §4.2).
    public var originalRecipient: String?

    public init() {}

    public var isEmpty: Bool { notify == nil && originalRecipient == nil }

    /// When the sender wants to hear; the empty set is `NEVER`.
    public struct Notify: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let success = Notify(rawValue: 1)
        public static let failure = Notify(rawValue: 2)
        public static let delay = Notify(rawValue: 4)
    }
}

/// Why a line is no command, in the terms of RFC 5321 §4.2.4 and §4.1.1.11.
public enum SMTPCommandError: Error, Equatable, Sendable {
    /// No command of SMTP (500).
    case unknownCommand
    /// The first line of an HTTP request: a browser that was sent here (500, and the end).
    case httpRequest
    /// An argument is missing or not of the command's grammar (501).
    case badArgument
    /// The path behind `MAIL FROM:` is none; as written, for the reply (501, 553).
    case badReversePath(String)
    /// The path behind `RCPT TO:` is none; as written, for the reply (501, 553).
    case badForwardPath(String)
    /// A parameter that is not known (555).
    case unknownParameter
    /// A known parameter with a value it cannot have, or given twice (501).
    case badParameter
}
