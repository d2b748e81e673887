public import Logging
import MailMessage
public import MailTransport
public import MailTypes
public import SMTP
public import WaxwingCore

/// The MX of the service itself: takes what comes back to return paths and mail for the mailbox
/// simulator, and refuses everything else at `RCPT`, so that it relays and keeps nothing of
/// strangers.
///
/// Return paths are taken in any domain: a MAIL FROM domain of a customer's has this server as its
/// MX. They are known by their form at `RCPT`, and by the message that they belong to behind the
/// data.
public struct FeedbackReception: SMTPServerDelegate {
    private let provider: Provider
    private let simulator: Simulator
    private let feedback: FeedbackForwarding
    private let logger: Logger

    public init(
        provider: Provider, simulator: Simulator, feedback: FeedbackForwarding, logger: Logger
    ) {
        self.provider = provider
        self.simulator = simulator
        self.feedback = feedback
        self.logger = logger
    }

    public func authenticate(
        _ credentials: SMTPCredentials, in session: SMTPSessionInfo
    ) async -> SMTPAuthenticationOutcome {
        .refused(nil)
    }

    public func recipientReply(
        _ path: ForwardPath, envelope: Envelope, in session: SMTPSessionInfo
    ) -> SMTPReply? {
        guard let mailbox = path.mailbox, let domain = mailbox.domain else { return Self.unknown }
        if domain == provider.simulatorDomain { return simulator.recipientReply(mailbox) }
        if MessageIdentifiers.row(inReturnPath: mailbox.localPart) != nil { return nil }
        return domain.isEqualToOrBelow(provider.baseDomain) ? Self.unknown : Self.notHere
    }

    public func store(_ received: ReceivedTransaction) async -> SMTPReply {
        do {
            let rest = try await feedback.forward(received)
            let simulated = rest.filter { $0.mailbox?.domain == provider.simulatorDomain }
            if !simulated.isEmpty, let message = try? Message(parsing: received.content) {
                await simulator.answer(message, received, for: simulated)
            }
            // Return paths of no message, and nobody else in the envelope: then nothing was taken.
            let isForNobody =
                simulated.isEmpty && rest.count == received.envelope.forwardPaths.count
            return isForNobody
                ? Self.unknown : SMTPReply(250, EnhancedStatusCode(2, 0, 0), "Ok")
        } catch {
            logger.error("received message could not be stored", metadata: ["error": "\(error)"])
            return SMTPReply(452, EnhancedStatusCode(4, 3, 1), "Insufficient system storage")
        }
    }

    private static let unknown = SMTPReply(550, EnhancedStatusCode(5, 1, 1), "user unknown")
    private static let notHere = SMTPReply(
        550, EnhancedStatusCode(5, 7, 1), "mail for this domain is not taken here")
}
