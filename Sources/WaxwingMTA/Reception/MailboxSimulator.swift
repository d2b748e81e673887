import MailTypes

/// The mailbox simulator's addresses, and what happens to mail for them.
///
/// A label (`bounce+order-17@…`) changes nothing.
enum SimulatedMailbox: String {
    case success
    case bounce
    case outOfOffice = "ooto"
    case complaint
    case suppressionList = "suppressionlist"

    init?(_ mailbox: Mailbox, simulatorDomain: DomainName) {
        guard mailbox.domain == simulatorDomain else { return nil }
        let name = mailbox.localPart.prefix { $0 != "+" }
        self.init(rawValue: String(name).asciiLowercased)
    }

    /// The answer to `RCPT` with `address`; nil takes the mail.
    func recipientReply(to address: Mailbox) -> SMTPReply? {
        switch self {
        case .success, .outOfOffice, .complaint:
            nil
        case .bounce:
            SMTPReply(550, EnhancedStatusCode(5, 1, 1), "user unknown")
        case .suppressionList:
            SMTPReply(
                550, EnhancedStatusCode(5, 1, 1),
                "user unknown ( blacklisted address: \(address.formatted) )")
        }
    }
}
