public import MailTypes

/// Where in a client's session something happened.
public enum SMTPClientStage: String, Equatable, Sendable {
    case connect, greeting, hello, startTLS, authentication, idle, reset, mail, recipient, data
    /// From the 354 to the reply behind the final dot.
    case content
    case quit
    /// Before anything was sent: the server does not offer what the message needs.
    case local
}

/// What became of one recipient of a message that was sent.
public enum SMTPRecipientOutcome: Equatable, Sendable {
    /// The server has taken responsibility (RFC 5321 §6.1).
    case accepted(SMTPReply)
    /// The same server will say no again: bounce.
    case refused(SMTPReply, at: SMTPClientStage)
    /// Try again later.
    case deferred(SMTPReply, at: SMTPClientStage)
    /// The connection ended before the server answered. Where the failure is at
    /// ``SMTPClientStage/content``, the server may have taken the message all the same.
    case undecided(SMTPConnectionFailure)

    /// `552` to RCPT is an old way to say “too many recipients” (RFC 5321 §4.5.3.1.10).
    static func failure(_ reply: SMTPReply, at stage: SMTPClientStage) -> SMTPRecipientOutcome {
        let isTooMany =
            stage == .recipient && reply.code == 552
            && (reply.enhancedCode == nil || reply.enhancedCode?.subject == 5)
        return reply.isPermanentFailure && !isTooMany
            ? .refused(reply, at: stage) : .deferred(reply, at: stage)
    }
}

/// Why a connection cannot be used, or not any more.
public enum SMTPConnectionFailure: Error, Equatable, Sendable {
    /// No connection came about: refused, unreachable, timed out.
    case unreachable(String)
    /// The server does not want to talk: its banner or its reply to EHLO, STARTTLS or QUIT.
    case refused(SMTPReply, at: SMTPClientStage)
    case timedOut(SMTPClientStage)
    /// The server closed the connection.
    case closed(SMTPClientStage)
    /// TLS is required and not offered.
    case tlsNotOffered
    /// The handshake failed.
    case tls(String)
    case authenticationNotOffered
    case authenticationRefused(SMTPReply)
    /// What the server sent is not SMTP, or came where nothing was asked.
    case protocolViolation(String, at: SMTPClientStage)
    /// The caller gave up.
    case cancelled
}
