public import MailTypes

/// One entry of a rule's recipients, and what it matches.
///
///     user@example.com      that user, and user+anything
///     user+x@example.com    that label alone
///     example.com           every user of the domain, none of its subdomains
///     .example.com          every user of all its subdomains, none of the domain
public enum RecipientCondition: Equatable, Sendable {
    case address(Mailbox)
    case domain(DomainName)
    case subdomains(of: DomainName)

    /// Nil for a text that is none of these.
    public init?(_ text: String) {
        if text.contains("@") {
            guard case .address(let mailbox)? = try? IdentityName(parsing: text) else { return nil }
            self = .address(mailbox)
        } else if text.hasPrefix(".") {
            guard let domain = try? DomainName(parsing: text.dropFirst()) else { return nil }
            self = .subdomains(of: domain)
        } else {
            guard let domain = try? DomainName(parsing: text) else { return nil }
            self = .domain(domain)
        }
    }

    public func matches(_ recipient: Mailbox) -> Bool {
        guard let domain = recipient.domain else { return false }
        switch self {
        case .domain(let wanted):
            return domain == wanted
        case .subdomains(let parent):
            return domain.isBelow(parent)
        case .address(let wanted):
            guard domain == wanted.domain else { return false }
            if recipient.localPart == wanted.localPart { return true }
            return !wanted.localPart.contains("+")
                && recipient.localPart.hasPrefix("\(wanted.localPart)+")
        }
    }
}
