public import MailTypes

/// Why a received message is sent back, in the words of SES's `BounceType`.
public enum BounceReason: String, Sendable {
    case doesNotExist = "DoesNotExist"
    case messageTooLarge = "MessageTooLarge"
    case exceededQuota = "ExceededQuota"
    case contentRejected = "ContentRejected"
    case undefined = "Undefined"
    case temporaryFailure = "TemporaryFailure"

    /// What a server would have answered that had refused the message, by the templates of SES.
    public var reply: SMTPReply {
        switch self {
        case .doesNotExist:
            SMTPReply(550, EnhancedStatusCode(5, 1, 1), "Mailbox does not exist")
        case .messageTooLarge:
            SMTPReply(552, EnhancedStatusCode(5, 3, 4), "Message too large")
        case .exceededQuota:
            SMTPReply(552, EnhancedStatusCode(5, 2, 2), "Mailbox full")
        case .contentRejected:
            SMTPReply(500, EnhancedStatusCode(5, 6, 1), "Message content rejected")
        case .undefined:
            SMTPReply(554, EnhancedStatusCode(5, 0, 0), "Unknown failure")
        case .temporaryFailure:
            SMTPReply(450, EnhancedStatusCode(4, 0, 0), "Temporary failure")
        }
    }
}
