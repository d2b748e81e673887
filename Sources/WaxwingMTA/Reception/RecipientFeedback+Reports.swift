import MailMessage
import MailReports
import MailTypes
import WaxwingCore

extension RecipientFeedback {
    /// What a message that came back to a return path says of those whom the first one went to: a
    /// complaint (RFC 5965), or a report that addresses do not exist (RFC 3464). Nil for all else.
    ///
    /// - Parameter addressees: whom it is about when it does not say, as providers that hide their
    ///   readers do not; only one can be meant then.
    init?(_ message: Message, addressees: [Mailbox], feedbackID: String) {
        if let report = FeedbackReport(parsing: message) {
            let kind: Kind
            switch report.type {
            case .abuse, .fraud, .virus, .other: kind = .complaint
            case .notSpam: kind = .notSpam
            case .authenticationFailure: return nil
            }
            let named = report.originalRecipients.compactMap { try? Mailbox(parsing: $0) }
            let recipients = named.isEmpty && addressees.count == 1 ? addressees : named
            guard !recipients.isEmpty else { return nil }
            self.init(kind, of: recipients, feedbackID: feedbackID)
        } else if let report = DeliveryStatusNotification(parsing: message) {
            let failed = report.recipients.filter {
                $0.action == .failed && $0.status.meansNoSuchAddress
            }
            // The address that the sender wrote, where somebody forwarded from there.
            let recipients = failed.compactMap {
                try? Mailbox(parsing: $0.originalRecipient ?? $0.finalRecipient)
            }
            guard !recipients.isEmpty else { return nil }
            self.init(.hardBounce, of: recipients, feedbackID: feedbackID)
        } else {
            return nil
        }
    }
}
