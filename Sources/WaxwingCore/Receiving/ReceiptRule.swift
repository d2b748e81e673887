/// What is done with mail to some recipients.
public struct ReceiptRule: Equatable, Sendable, Codable {
    public static let actionLimit = 10
    public static let recipientLimit = 500

    public let name: String
    /// Whether the rule is asked at all.
    public var isEnabled = false
    /// Mail that did not come through TLS is bounced.
    public var requiresTLS = false
    /// Addresses and domains; empty for all mail to verified domains. See ``RecipientCondition``.
    public var recipients: [String] = []
    /// In the order in which they are done.
    public var actions: [ReceiptAction] = []
    /// Whether mail is scanned for spam and viruses.
    public var isScanEnabled = false

    public init(name: String) { self.name = name }
}
