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

    public init(sending: SendingService, access: any SubmissionAccess, logger: Logger) {
        self.sending = sending
        self.access = access
        self.logger = logger
    }

    public func authenticate(
        _ credentials: SMTPCredentials, in session: SMTPSessionInfo
    ) async -> SMTPAuthenticationOutcome {
        guard let scope = await access.scope(for: credentials) else { return .refused(nil) }
        return .accepted(identity: scope)
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
        let scope = received.session.identity as? Scope ?? access.scopeWithoutCredentials
        guard let scope else { return SMTPReply(530, nil, "Authentication required") }
        var request = RawSend(content: received.content)
        request.source = received.envelope.reversePath.mailbox?.formatted
        request.destinations = received.envelope.forwardPaths.map(\.address)
        do {
            let receipt = try await sending.send(
                request, by: SendContext(scope: scope, door: .smtp))
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
        case .messageRejected(let text):
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

/// Who may submit, and for which account.
public protocol SubmissionAccess: Sendable {
    /// The account and region that credentials belong to; nil refuses them.
    func scope(for credentials: SMTPCredentials) async -> Scope?

    /// Whom mail without credentials belongs to; nil takes none.
    var scopeWithoutCredentials: Scope? { get }
}

/// `waxwing dev`: any credentials, or none, belong to the development account.
public struct OpenSubmissionAccess: SubmissionAccess {
    private let scope: Scope

    public init(region: Region = .standard) {
        scope = Scope(account: .development, region: region)
    }

    public func scope(for credentials: SMTPCredentials) async -> Scope? { scope }

    public var scopeWithoutCredentials: Scope? { scope }
}

extension String {
    fileprivate var withoutFullStop: Substring { hasSuffix(".") ? dropLast() : self[...] }
}
