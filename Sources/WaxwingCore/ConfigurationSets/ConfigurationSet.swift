public import MailTypes

/// Rules for the messages that are sent with its name.
public struct ConfigurationSet: Resource, Equatable {
    public static let kind = "configuration-set"

    public let name: String
    public let createdAt: UnixTime
    public var delivery = DeliveryOptions()
    public var tracking: TrackingOptions?
    public var reputation = ReputationOptions()
    /// Whether messages with this set are taken.
    public var sendingEnabled = true
    /// Nil leaves suppression to the account; empty says that there is none.
    public var suppression: SuppressionOptions?
    public var deliverability: DeliverabilityOptions?
    /// Where sent mail is archived.
    public var archiveARN: String?
    /// Nil until it is set: whether messages are to be signed by S/MIME, which Waxwing does not do.
    public var messageSecurity: MessageSecurity?
    public var tags: [ResourceTag] = []

    public init(name: String, createdAt: UnixTime) {
        self.name = name
        self.createdAt = createdAt
    }

    public struct DeliveryOptions: Equatable, Sendable, Codable {
        /// Without TLS the message is not delivered, and bounces.
        public var requiresTLS = false
        /// The pool whose addresses deliver.
        public var poolName: String?
        /// How long deliveries are tried: 300 to 50,400; nil for the standard.
        public var maximumDeliverySeconds: Int?

        public init() {}
    }

    public struct TrackingOptions: Equatable, Sendable, Codable {
        public enum HTTPSPolicy: String, Sendable, Codable {
            case require = "REQUIRE"
            case requireOpenOnly = "REQUIRE_OPEN_ONLY"
            case optional = "OPTIONAL"
        }

        public var customRedirectDomain: String?
        public var httpsPolicy: HTTPSPolicy?

        public init(customRedirectDomain: String?, httpsPolicy: HTTPSPolicy? = nil) {
            self.customRedirectDomain = customRedirectDomain
            self.httpsPolicy = httpsPolicy
        }
    }

    public struct ReputationOptions: Equatable, Sendable, Codable {
        public var metricsEnabled = false
        /// From when on the set's reputation counts.
        public var lastFreshStart: UnixTime?

        public init() {}
    }

    public struct SuppressionOptions: Equatable, Sendable, Codable {
        public var reasons: [SuppressionReason]?
        /// Whose list counts, above what the tenant says; nil leaves that to the tenant.
        public var scope: SuppressionScope?
        /// `ENABLED` or `DISABLED`, and the confidence below which an address is not mailed.
        public var validation: AddressValidation?

        public init(
            reasons: [SuppressionReason]?, scope: SuppressionScope? = nil,
            validation: AddressValidation? = nil
        ) {
            self.reasons = reasons
            self.scope = scope
            self.validation = validation
        }
    }

    /// Options of the Virtual Deliverability Manager, by SES's words; kept, and given back.
    public struct DeliverabilityOptions: Equatable, Sendable, Codable {
        public var engagementMetrics: String?
        public var optimizedSharedDelivery: String?

        public init(engagementMetrics: String?, optimizedSharedDelivery: String?) {
            self.engagementMetrics = engagementMetrics
            self.optimizedSharedDelivery = optimizedSharedDelivery
        }
    }

    /// How messages are signed besides DKIM; kept, and given back.
    public struct MessageSecurity: Equatable, Sendable, Codable {
        public var signsByMIME: Bool
        /// `DETACHED`, or nil when none was named.
        public var format: String?

        public init(signsByMIME: Bool, format: String? = nil) {
            self.signsByMIME = signsByMIME
            self.format = format
        }
    }
}

/// Whether addresses that look wrong are left out, by SES's words.
public struct AddressValidation: Equatable, Sendable, Codable {
    /// `ENABLED` or `DISABLED`.
    public var state: String
    /// `MANAGED`, `MEDIUM` or `HIGH`.
    public var threshold: String?

    public init(state: String, threshold: String?) {
        self.state = state
        self.threshold = threshold
    }
}
