public import MailTypes

/// The words of a server: one reply for each thing that a session can say by itself.
public struct SMTPServerReplies: Sendable {
    public var goodbye = SMTPReply(221, EnhancedStatusCode(2, 0, 0), "Bye")
    public var ok = SMTPReply(250, EnhancedStatusCode(2, 0, 0), "Ok")
    public var mailAccepted = SMTPReply(250, EnhancedStatusCode(2, 1, 0), "Ok")
    public var recipientAccepted = SMTPReply(250, EnhancedStatusCode(2, 1, 5), "Ok")
    public var chunkAccepted = SMTPReply(250, EnhancedStatusCode(2, 0, 0), "Ok")
    public var startMailInput = SMTPReply(354, nil, "End data with <CR><LF>.<CR><LF>")
    public var cannotVerify = SMTPReply(
        252, EnhancedStatusCode(2, 5, 2), "Cannot verify the user, but send mail to try")
    public var help = SMTPReply(214, EnhancedStatusCode(2, 0, 0), "See RFC 5321")

    public var startTLS = SMTPReply(220, EnhancedStatusCode(2, 0, 0), "Ready to start TLS")
    public var mustStartTLS = SMTPReply(
        530, EnhancedStatusCode(5, 7, 0), "Must issue a STARTTLS command first")
    public var alreadyTLS = SMTPReply(503, EnhancedStatusCode(5, 5, 1), "TLS is active already")

    /// What asks for a PLAIN response; empty, its space stays on the wire (RFC 4954 §4).
    public var plainChallenge = SMTPReply(334, nil, "")
    public var usernameChallenge = SMTPReply(334, nil, "VXNlcm5hbWU6")
    public var passwordChallenge = SMTPReply(334, nil, "UGFzc3dvcmQ6")
    public var authenticated = SMTPReply(
        235, EnhancedStatusCode(2, 7, 0), "Authentication successful")
    public var authenticationRequired = SMTPReply(
        530, EnhancedStatusCode(5, 7, 0), "Authentication required")
    public var credentialsInvalid = SMTPReply(
        535, EnhancedStatusCode(5, 7, 8), "Authentication credentials invalid")
    public var authenticationUnavailable = SMTPReply(
        454, EnhancedStatusCode(4, 7, 0), "Temporary authentication failure")
    public var authenticationCancelled = SMTPReply(
        501, EnhancedStatusCode(5, 0, 0), "Authentication cancelled")
    public var responseMalformed = SMTPReply(
        501, EnhancedStatusCode(5, 5, 2), "Response is not base64")
    public var responseTooLong = SMTPReply(
        500, EnhancedStatusCode(5, 5, 6), "Authentication exchange line is too long")
    public var mechanismUnknown = SMTPReply(
        504, EnhancedStatusCode(5, 5, 4), "Unrecognized authentication mechanism")
    public var alreadyAuthenticated = SMTPReply(
        503, EnhancedStatusCode(5, 5, 1), "Already authenticated")

    public var unknownCommand = SMTPReply(
        500, EnhancedStatusCode(5, 5, 2), "Command not recognized")
    public var lineTooLong = SMTPReply(500, EnhancedStatusCode(5, 5, 2), "Line too long")
    public var badArgument = SMTPReply(
        501, EnhancedStatusCode(5, 5, 4), "Syntax error in arguments")
    public var notImplemented = SMTPReply(
        502, EnhancedStatusCode(5, 5, 1), "Command not implemented")
    public var badSequence = SMTPReply(
        503, EnhancedStatusCode(5, 5, 1), "Bad sequence of commands")
    public var unknownParameter = SMTPReply(
        555, EnhancedStatusCode(5, 5, 4), "Parameter not recognized")
    public var badReversePath = PathReply(
        code: 501, enhancedCode: EnhancedStatusCode(5, 1, 7), suffix: ": bad reverse-path")
    public var badForwardPath = PathReply(
        code: 501, enhancedCode: EnhancedStatusCode(5, 1, 3), suffix: ": bad forward-path")
    public var addressNeedsSMTPUTF8 = SMTPReply(
        553, EnhancedStatusCode(5, 6, 7), "Address is not ASCII and SMTPUTF8 was not given")

    public var noRecipients = SMTPReply(554, EnhancedStatusCode(5, 5, 1), "No valid recipients")
    public var tooManyRecipients = SMTPReply(
        452, EnhancedStatusCode(4, 5, 3), "Too many recipients")
    public var messageTooLarge = SMTPReply(
        552, EnhancedStatusCode(5, 3, 4), "Message is too long")
    public var headerTooLarge = SMTPReply(
        552, EnhancedStatusCode(5, 3, 4), "Header section is too long")
    public var bareLineEnding = SMTPReply(
        550, EnhancedStatusCode(5, 5, 2), "Message holds a CR or LF that is no CRLF")
    public var nullByte = SMTPReply(550, EnhancedStatusCode(5, 6, 0), "Message holds a NUL")

    // Each of these is the last of its session.
    public var bareLineFeed = SMTPReply(
        521, EnhancedStatusCode(5, 5, 2), "Commands end with CRLF, not with a bare LF")
    public var talksTooEarly = SMTPReply(
        554, EnhancedStatusCode(5, 5, 0), "Sent before the reply that permits it")
    public var tooManyErrors = SMTPReply(421, EnhancedStatusCode(4, 7, 0), "Too many errors")
    public var tooManyMessages = SMTPReply(
        421, EnhancedStatusCode(4, 7, 0), "Too many messages on one connection")
    public var tooManyConnections = SMTPReply(
        421, EnhancedStatusCode(4, 7, 0), "Too many concurrent SMTP connections")
    public var overloaded = SMTPReply(
        421, EnhancedStatusCode(4, 3, 1), "Insufficient system storage, try again later")
    public var timeout = SMTPReply(
        421, EnhancedStatusCode(4, 4, 2), "Timeout waiting for data from client")
    public var shuttingDown = SMTPReply(
        421, EnhancedStatusCode(4, 3, 2), "Service shutting down")

    public init() {}

    /// A reply that quotes the path it is about.
    public struct PathReply: Sendable {
        public var code: Int
        public var enhancedCode: EnhancedStatusCode?
        public var prefix = ""
        public var suffix: String

        public func reply(quoting path: String) -> SMTPReply {
            SMTPReply(code, enhancedCode, prefix + path + suffix)
        }
    }

    /// What a mail exchanger says; every reply has its enhanced code (RFC 2034 §4).
    public static let standard = SMTPServerReplies()

    /// What the submission endpoint of Amazon SES says.
    ///
    /// Texts that are publicly known are kept byte for byte, the others follow their style: no
    /// enhanced codes, which SES does not announce.
    public static let ses = makeSES()

    private static func makeSES() -> SMTPServerReplies {
        var replies = SMTPServerReplies()
        replies.goodbye = SMTPReply(221, nil, "Bye")
        replies.ok = SMTPReply(250, nil, "Ok")
        replies.mailAccepted = SMTPReply(250, nil, "Ok")
        replies.recipientAccepted = SMTPReply(250, nil, "Ok")
        replies.chunkAccepted = SMTPReply(250, nil, "Ok")
        replies.cannotVerify = SMTPReply(252, nil, "Cannot verify the user, but send mail to try")
        replies.help = SMTPReply(214, nil, "See RFC 5321")
        replies.startTLS = SMTPReply(220, nil, "Ready to start TLS")
        replies.mustStartTLS = SMTPReply(530, nil, "Must issue a STARTTLS command first")
        replies.alreadyTLS = SMTPReply(503, nil, "TLS is active already")
        replies.plainChallenge = SMTPReply(334, nil, "Ok")
        replies.authenticated = SMTPReply(235, nil, "Authentication successful.")
        replies.authenticationRequired = SMTPReply(530, nil, "Authentication required")
        replies.credentialsInvalid = SMTPReply(535, nil, "Authentication Credentials Invalid")
        replies.authenticationUnavailable = SMTPReply(454, nil, "Temporary authentication failure")
        replies.authenticationCancelled = SMTPReply(501, nil, "Authentication cancelled")
        replies.responseMalformed = SMTPReply(501, nil, "Response is not base64")
        replies.responseTooLong = SMTPReply(500, nil, "Authentication exchange line is too long")
        replies.mechanismUnknown = SMTPReply(504, nil, "Unrecognized authentication mechanism")
        replies.alreadyAuthenticated = SMTPReply(503, nil, "Already authenticated")
        replies.unknownCommand = SMTPReply(500, nil, "Command not recognized")
        replies.lineTooLong = SMTPReply(500, nil, "Line too long")
        replies.badArgument = SMTPReply(501, nil, "Syntax error in arguments")
        replies.notImplemented = SMTPReply(502, nil, "Command not implemented")
        replies.badSequence = SMTPReply(503, nil, "Bad sequence of commands")
        replies.unknownParameter = SMTPReply(555, nil, "Parameter not recognized")
        replies.badReversePath = PathReply(
            code: 553, prefix: "<", suffix: "> Invalid email address")
        replies.badForwardPath = PathReply(code: 553, prefix: "<", suffix: "> address unknown")
        replies.addressNeedsSMTPUTF8 = SMTPReply(553, nil, "Address is not ASCII")
        replies.noRecipients = SMTPReply(554, nil, "No valid recipients")
        replies.tooManyRecipients = SMTPReply(452, nil, "Too many recipients")
        replies.messageTooLarge = SMTPReply(552, nil, "Message is too long.")
        replies.headerTooLarge = SMTPReply(552, nil, "Header section is too long.")
        replies.bareLineEnding = SMTPReply(550, nil, "Message holds a CR or LF that is no CRLF")
        replies.nullByte = SMTPReply(550, nil, "Message holds a NUL")
        replies.bareLineFeed = SMTPReply(521, nil, "Commands end with CRLF, not with a bare LF")
        replies.talksTooEarly = SMTPReply(554, nil, "Sent before the reply that permits it")
        replies.tooManyErrors = SMTPReply(421, nil, "Too many errors")
        replies.tooManyMessages = SMTPReply(421, nil, "Too many messages on one connection")
        replies.tooManyConnections = SMTPReply(421, nil, "Too many concurrent SMTP connections")
        replies.overloaded = SMTPReply(421, nil, "Temporary service failure")
        replies.timeout = SMTPReply(
            451, EnhancedStatusCode(4, 4, 2), "Timeout waiting for data from client.")
        replies.shuttingDown = SMTPReply(421, nil, "Service shutting down")
        return replies
    }
}
