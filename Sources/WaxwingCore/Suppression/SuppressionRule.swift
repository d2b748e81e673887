/// Which list holds back the recipients of a message, and for which reasons.
public struct SuppressionRule: Equatable, Sendable {
    /// The tenant whose list it is; empty for the account's own.
    public let tenant: String
    /// Addresses that are listed for one of these get nothing.
    public let reasons: Set<SuppressionReason>

    /// The configuration set's word comes before the tenant's, and the tenant's before the
    /// account's. An empty list of reasons says that there are none.
    public init(
        settings: AccountSettings, configurationSet: ConfigurationSet? = nil, tenant: Tenant? = nil
    ) {
        let own = configurationSet?.suppression
        let scope = own?.scope ?? tenant?.suppression?.scope ?? .account
        // Mail that is sent for no tenant has no list but the account's.
        self.tenant = scope == .tenant ? tenant?.name ?? "" : ""
        reasons = Set(
            own?.reasons ?? tenant?.suppression?.reasons ?? settings.suppressedReasons)
    }
}
