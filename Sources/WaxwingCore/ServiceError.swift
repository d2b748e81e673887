/// Why the service does not do what a caller asked for, in the words of SES.
///
/// Each door (API v1, v2, SMTP) has its own name and code for a case; the text is the same in all.
public enum ServiceError: Error, Equatable, Sendable {
    /// A value breaks a rule; the text says which.
    case invalidParameter(String)
    /// The message may not be sent from there, or holds what may not be sent.
    case messageRejected(String)
    case mailFromDomainNotVerified(String)
    /// The service lets the account send no more.
    case accountSuspended(String)
    case configurationSetDoesNotExist(String)
    case notFound(String)
    case alreadyExists(String)
    case limitExceeded(String)
    case conflict(String)
    /// Whoever asks may not do that.
    case accessDenied(String)
    /// A refusal that SES has a code of its own for, by v1's name: `TemplateDoesNotExist`.
    case refused(code: String, String)
    /// A bound of time or of volume; the same call may succeed later.
    case throttled(String)
    /// The disk is full, or the database does not answer; nothing was done.
    case unavailable(String)

    public var text: String {
        switch self {
        case .invalidParameter(let text), .messageRejected(let text),
            .mailFromDomainNotVerified(let text), .accountSuspended(let text),
            .configurationSetDoesNotExist(let text), .notFound(let text), .alreadyExists(let text),
            .limitExceeded(let text),
            .conflict(let text), .accessDenied(let text), .refused(_, let text),
            .throttled(let text), .unavailable(let text):
            text
        }
    }
}

extension ServiceError: CustomStringConvertible {
    public var description: String { text }
}
