public import MailTypes
public import SMTP

/// What a server needs to know from the service behind it.
///
/// One delegate serves all connections, from several threads at once.
public protocol SMTPServerDelegate: Sendable {
    /// Says whose credentials these are. Called once for each AUTH.
    func authenticate(
        _ credentials: SMTPCredentials, in session: SMTPSessionInfo
    ) async -> SMTPAuthenticationOutcome

    /// Says whether mail for `path` is taken: nil accepts. `envelope` has the recipients before.
    ///
    /// Runs on the event loop between two commands: it must not wait for anything.
    func recipientReply(
        _ path: ForwardPath, envelope: Envelope, in session: SMTPSessionInfo
    ) -> SMTPReply?

    /// Keeps the message. The reply goes to the client when this returns: a 250 only when the
    /// message would survive a crash (RFC 5321 §6.1).
    func store(_ message: ReceivedTransaction) async -> SMTPReply
}

extension SMTPServerDelegate {
    public func authenticate(
        _ credentials: SMTPCredentials, in session: SMTPSessionInfo
    ) async -> SMTPAuthenticationOutcome { .refused(nil) }

    public func recipientReply(
        _ path: ForwardPath, envelope: Envelope, in session: SMTPSessionInfo
    ) -> SMTPReply? { nil }
}

/// A message as it came over SMTP, not yet accepted.
public struct ReceivedTransaction: Sendable {
    public let transaction: SMTPTransaction
    /// Header section and body, dots unstuffed.
    public let content: [UInt8]
    public let session: SMTPSessionInfo

    public var envelope: Envelope { transaction.envelope }

    /// `ESMTPSA` and its kin, for the trace field of this message (RFC 3848).
    public var protocolName: String {
        session.protocolName(forSMTPUTF8: envelope.requiresSMTPUTF8)
    }
}
