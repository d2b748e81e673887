public import Logging
public import MailTransport
public import MailTypes
public import SMTP
public import WaxwingCore

/// The submission port: takes mail from senders and hands it to the sending service, answering in
/// the words of SES.
public struct SubmissionReception: SMTPServerDelegate {
    private let sending: SendingService
    private let access: any SubmissionAccess
    private let logger: Logger

    public init(
        sending: SendingService, access: any SubmissionAccess, logger: Logger
    ) {
        self.sending = sending
        self.access = access
        self.logger = logger
    }

    public func authenticate(
        _ credentials: SMTPCredentials, in session: SMTPSessionInfo
    ) async -> SMTPAuthenticationOutcome {
        do {
            let outcome = try await access.access(for: credentials, from: session.remoteAddress)
            switch outcome {
            case .accepted(let identity): return .accepted(identity: identity)
            case .refused:
                note("sign-in refused", session)
                return .refused(nil)
            case .busy:
                note("sign-in refused: too many attempts", session)
                return .temporaryFailure
            }
        } catch {
            logger.error("credentials not checked", metadata: ["error": "\(error)"])
            return .temporaryFailure
        }
    }

    /// Without the user name: people type passwords there.
    private func note(_ event: Logger.Message, _ session: SMTPSessionInfo) {
        logger.notice(
            event, metadata: ["from": "\(session.remoteAddress)", "session": "\(session.id)"])
    }

    /// SES looks at recipients behind the data only.
    public func recipientReply(
        _ path: ForwardPath, envelope: Envelope, in session: SMTPSessionInfo
    ) -> SMTPReply? {
        guard let mailbox = path.mailbox, mailbox.isASCII, mailbox.domain != nil else {
            return SMTPReply(553, nil, "<\(path.address)> address unknown")
        }
        return nil
    }

    public func store(_ received: ReceivedTransaction) async -> SMTPReply {
        let claimed =
            received.session.identity as? SubmissionIdentity ?? access.identityWithoutCredentials
        guard let claimed else { return SMTPReply(530, nil, "Authentication required") }
        var request = RawSend(content: received.content)
        request.source = received.envelope.reversePath.mailbox?.formatted
        request.destinations = received.envelope.forwardPaths.map(\.address)
        do {
            // A session may outlive the credentials that it began with.
            guard let identity = try await access.current(claimed) else {
                return SMTPReply(554, nil, "Access denied: the credentials are no longer valid")
            }
            let receipt = try await sending.send(
                request, by: identity.sendContext(in: received.session))
            return SMTPReply(250, nil, "Ok \(receipt.messageID)")
        } catch let error as ServiceError {
            return Self.reply(to: error)
        } catch StoreError.full {
            return SMTPReply(452, nil, "Insufficient system storage")
        } catch {
            logger.error("message could not be accepted", metadata: ["error": "\(error)"])
            return SMTPReply(451, nil, "Temporary service failure")
        }
    }

    static func reply(to error: ServiceError) -> SMTPReply {
        switch error {
        case .messageRejected(let text), .accountSuspended(let text):
            SMTPReply(554, nil, "Message rejected: \(text)")
        case .mailFromDomainNotVerified(let text):
            SMTPReply(554, nil, text)
        case .throttled(let text):
            SMTPReply(454, nil, "Throttling failure: \(text.withoutFullStop)")
        case .unavailable:
            SMTPReply(451, nil, "Temporary service failure")
        case .accessDenied(let text):
            SMTPReply(554, nil, "Access denied: \(text)")
        case .refused("AccountSendingPausedException", let text),
            .refused("ConfigurationSetSendingPausedException", let text):
            SMTPReply(554, nil, "Message rejected: \(text)")
        case .invalidParameter(let text), .configurationSetDoesNotExist(let text),
            .notFound(let text), .alreadyExists(let text), .limitExceeded(let text),
            .conflict(let text), .refused(_, let text):
            SMTPReply(554, nil, "Transaction failed: \(text)")
        }
    }
}

extension String {
    fileprivate var withoutFullStop: Substring { hasSuffix(".") ? dropLast() : self[...] }
}
