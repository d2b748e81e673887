import MailMessage
public import MailTypes

/// What came back about a message from some of those it went to.
public struct RecipientFeedback: Equatable, Sendable {
    public enum Kind: Sendable {
        /// The address does not exist, or will take no mail any more.
        case hardBounce
        /// Somebody called the message spam.
        case complaint
        /// Somebody took that back.
        case notSpam
    }

    public let kind: Kind
    public let recipients: [Mailbox]
    /// Goes by the form of a message id.
    public let feedbackID: String

    public init(_ kind: Kind, of recipients: [Mailbox], feedbackID: String) {
        self.kind = kind
        self.recipients = recipients
        self.feedbackID = feedbackID
    }
}

extension EnhancedStatusCode {
    /// Whether it says that an address does not exist (RFC 3463 §3.2), or is no mailbox any more.
    ///
    /// Nothing else tells that for certain. A 550 alone may as well mean that this server is not
    /// welcome, and would put every reader of a provider on the suppression list.
    public var meansNoSuchAddress: Bool {
        guard category == 5 else { return false }
        switch (subject, detail) {
        // Of the mailbox, of its host, its syntax, one that has moved, and a domain that takes no
        // mail (RFC 7505).
        case (1, 1), (1, 2), (1, 3), (1, 6), (1, 10): return true
        case (2, 1): return true  // switched off
        default: return false
        }
    }
}

extension ResourceTransaction {
    /// Puts addresses on the suppression list that counted when the message was sent, or takes them
    /// off it, as account, configuration set and tenant ask for now.
    ///
    /// Only those count to whom the message went: a report can claim anything. The mailbox simulator
    /// only pretends. An address that is listed already stays as it is.
    public func apply(
        _ feedback: RecipientFeedback, to record: MessageRecord, messageID: String, at now: UnixTime
    ) throws {
        let settings =
            try find(AccountSettings.self, AccountSettings().name) ?? AccountSettings()
        let set = try record.configurationSet.flatMap { try find(ConfigurationSet.self, $0) }
        let tenant = try record.tenant.flatMap { try find(Tenant.self, $0) }
        let list = SuppressionList(settings, set, tenant)
        let addressees = record.suppressibleAddresses
        for recipient in feedback.recipients {
            let address = SuppressedDestination.listed(recipient.formatted)
            guard addressees.contains(address) else { continue }
            let parent = list.tenant ?? ""
            let known = try find(SuppressedDestination.self, address, under: parent)
            guard let reason = feedback.kind.reason else {
                // Only a tenant's list forgets.
                if known?.reason == .complaint, list.tenant != nil {
                    _ = try remove(SuppressedDestination.self, address, under: parent)
                }
                continue
            }
            guard known == nil, list.reasons.contains(reason) else { continue }
            var destination = SuppressedDestination(
                address: address, reason: reason, lastUpdatedAt: now, tenant: parent)
            destination.messageID = messageID
            destination.feedbackID = feedback.feedbackID
            _ = try insert(destination)
        }
    }
}

extension RecipientFeedback.Kind {
    fileprivate var reason: SuppressionReason? {
        switch self {
        case .hardBounce: .bounce
        case .complaint: .complaint
        case .notSpam: nil
        }
    }
}

extension MessageRecord {
    /// Whom it went to.
    public var addressees: [Mailbox] { Self.mailboxes(in: destinations) }

    /// The same as suppression lists write them, without the addresses of the simulator.
    fileprivate var suppressibleAddresses: Set<String> {
        let real = Self.mailboxes(in: destinations.filter { !simulated.contains($0) })
        return Set(real.map { SuppressedDestination.listed($0.formatted) })
    }

    private static func mailboxes(in texts: [String]) -> [Mailbox] {
        texts.compactMap { try? Address(strict: $0).mailbox }
    }
}
