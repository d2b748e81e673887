public import MailTypes

/// What a caller may say about any send, however the message is made.
public struct SendOptions: Equatable, Sendable {
    /// Nil takes the one that the message's own field names, else the identity's.
    public var configurationSet: String?
    public var tags: [MessageTag] = []
    /// Where reports go: `ReturnPath`, `FeedbackForwardingEmailAddress`.
    public var feedbackAddress: String?
    public var arns = SendingARNs()
    public var tenant: String?
    public var listManagement: ListManagement?
    /// `ConfigurationOverrides`: what the request says above its configuration set.
    public var tracking = TrackingOverrides()
    /// When to send; nil for at once.
    public var sendAt: UnixTime?
    /// The request's key, for a request that may be made more than once.
    public var idempotency: IdempotentRequest?

    public init() {}

    /// A contact list whose members may have opted out.
    public struct ListManagement: Equatable, Sendable {
        public let contactList: String
        public let topic: String?

        public init(contactList: String, topic: String? = nil) {
            self.contactList = contactList
            self.topic = topic
        }
    }
}

/// Identities of other accounts that a caller says to be allowed to use.
public struct SendingARNs: Equatable, Sendable {
    /// `SourceArn`, `FromEmailAddressIdentityArn`
    public var source: String?
    /// `FromArn`: of the From field of a raw message.
    public var from: String?
    /// `ReturnPathArn`, `FeedbackForwardingEmailAddressIdentityArn`
    public var returnPath: String?
    /// `TemplateArn`
    public var template: String?

    public init() {}
}
