public import MailTypes

/// A customer, or a part of the business, whose mail an account sends apart from other mail.
public struct Tenant: Resource, Equatable {
    public static let kind = "tenant"

    /// Tenants of one account and region at the most.
    public static let countLimit = 10_000
    public static let nameLimit = 64

    public let name: String
    /// `tn-` and 30 hexadecimal digits: one made later under the same name is another.
    public let id: String
    public let createdAt: UnixTime
    public var tags: [ResourceTag]
    /// Nil leaves suppression to the account.
    public var suppression: Suppression?
    /// What the owner of the account says.
    public var status = StatusRecord()
    /// What the service says; nothing changes it yet.
    public var serviceStatus = StatusRecord()
    public var policy = ReputationPolicy.standard

    public init(name: String, id: String, createdAt: UnixTime, tags: [ResourceTag] = []) {
        self.name = name
        self.id = id
        self.createdAt = createdAt
        self.tags = tags
    }

    public enum SendingStatus: String, Sendable, Codable {
        case enabled = "ENABLED"
        /// Enabled, whatever was found about the reputation.
        case reinstated = "REINSTATED"
        case disabled = "DISABLED"
    }

    public struct StatusRecord: Equatable, Sendable, Codable {
        public var status = SendingStatus.enabled
        public var cause: String?
        /// Nil until it changes for the first time.
        public var updatedAt: UnixTime?

        public init() {}
    }

    /// What happens when the reputation suffers.
    public enum ReputationPolicy: String, Sendable, Codable, CaseIterable {
        case standard, strict, none
    }

    /// Which addresses are left out, and on whose list they stand.
    public struct Suppression: Equatable, Sendable, Codable {
        public var scope: SuppressionScope
        public var reasons: [SuppressionReason]

        public init(scope: SuppressionScope, reasons: [SuppressionReason]) {
            self.scope = scope
            self.reasons = reasons
        }
    }

    /// Whether mail is sent, by owner and service together.
    public var sendingStatus: SendingStatus {
        serviceStatus.status == .disabled ? .disabled : status.status
    }

    public func arn(in scope: Scope) -> String { scope.arn("tenant", "\(name)/\(id)") }

    static func newID() -> String { "tn-" + SecureText.random(30, of: "0123456789abcdef") }
}
