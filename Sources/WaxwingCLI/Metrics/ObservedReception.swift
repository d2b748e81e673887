import MailTransport
import MailTypes
import SMTP

/// A listener's delegate whose answers are counted.
struct ObservedReception: SMTPServerDelegate {
    let base: any SMTPServerDelegate
    /// `submission` or `mx`.
    let role: String
    let metrics: ServiceMetrics

    func authenticate(
        _ credentials: SMTPCredentials, in session: SMTPSessionInfo
    ) async -> SMTPAuthenticationOutcome {
        let outcome = await base.authenticate(credentials, in: session)
        let word =
            switch outcome {
            case .accepted: "accepted"
            case .refused: "refused"
            case .temporaryFailure: "failed"
            }
        metrics.smtpAuthentications.at([word]).add()
        return outcome
    }

    func recipientReply(
        _ path: ForwardPath, envelope: Envelope, in session: SMTPSessionInfo
    ) -> SMTPReply? {
        let reply = base.recipientReply(path, envelope: envelope, in: session)
        if reply != nil { metrics.smtpRefusedRecipients.at([role]).add() }
        return reply
    }

    func store(_ message: ReceivedTransaction) async -> SMTPReply {
        let reply = await base.store(message)
        metrics.smtpMessages.at([role, "\(reply.code)"]).add()
        return reply
    }
}
