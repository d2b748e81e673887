/// What an account may do in a region, and how its sending is set up; one for each.
public struct AccountSettings: Resource, Equatable {
    public static let kind = "account-settings"

    public var name: String { "settings" }

    /// Switched off by `UpdateAccountSendingEnabled` and `PutAccountSendingAttributes`.
    public var sendingEnabled = true
    /// What the service makes of how the account sends; nil while nothing is amiss.
    public var enforcement: Enforcement?
    /// In the sandbox mail goes to verified identities only.
    public var isInSandbox = false
    /// Recipients in 24 hours; nil for no bound.
    public var dailyQuota: Double?
    /// Recipients a second; nil for no bound.
    public var maximumRate: Double?
    /// Which addresses are put on the suppression list, and left out.
    public var suppressedReasons: [SuppressionReason] = [.bounce, .complaint]
    public var addressValidation: AddressValidation?
    public var dedicatedIPAutoWarmup = true
    /// What the owner said of the account (`PutAccountDetails`), as it was given.
    public var details: Details?
    /// Options of the Virtual Deliverability Manager: `ENABLED` or `DISABLED`; nil until they are set.
    public var deliverability: Deliverability?
    /// By SES's word; nil until it is set. Nothing costs anything here.
    public var pricingPlan: String?

    public init() {}

    /// Recipients in 24 hours; nil for no bound. The sandbox has a small one of its own.
    public var dailyQuotaInForce: Double? { dailyQuota ?? (isInSandbox ? 200 : nil) }
    /// Recipients a second; nil for no bound. The sandbox has a small one of its own.
    public var maximumRateInForce: Double? { maximumRate ?? (isInSandbox ? 1 : nil) }

    /// What the service does about an account whose mail is not wanted, by SES's words.
    public enum Enforcement: String, Sendable, Codable {
        /// Sends as before, and is looked at.
        case underReview = "PROBATION"
        /// Sends no more, whatever the account's own switch says.
        case suspended = "SHUTDOWN"
    }

    /// Whether production access was asked for, and nobody has granted it.
    public var isUnderReview: Bool {
        isInSandbox && details?.productionAccessRequested == true
    }

    public struct Details: Equatable, Sendable, Codable {
        public var mailType: String
        public var websiteURL: String
        public var contactLanguage: String?
        public var useCaseDescription: String?
        public var additionalContactAddresses: [String]?
        /// Whether leaving the sandbox was asked for; nil when nothing was said.
        public var productionAccessRequested: Bool?

        public init(mailType: String, websiteURL: String) {
            self.mailType = mailType
            self.websiteURL = websiteURL
        }
    }

    public struct Deliverability: Equatable, Sendable, Codable {
        public var enabled: String
        public var engagementMetrics: String?
        public var optimizedSharedDelivery: String?

        public init(enabled: String) { self.enabled = enabled }
    }
}

extension ResourceStore {
    /// An account's settings; those of a new one when none were made.
    public func settings(in scope: Scope) async throws -> AccountSettings {
        try await find(AccountSettings.self, "settings", in: scope) ?? AccountSettings()
    }

    /// Changes an account's settings.
    @discardableResult
    public func updateSettings(
        in scope: Scope, _ change: @escaping @Sendable (inout AccountSettings) throws -> Void
    ) async throws -> AccountSettings {
        try await self.change(in: scope) { transaction in
            var settings =
                try transaction.find(AccountSettings.self, "settings") ?? AccountSettings()
            try change(&settings)
            try transaction.put(settings)
            return settings
        }
    }
}
