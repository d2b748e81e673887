import MailTypes

/// Whose list holds mail back, and for which reasons.
struct SuppressionList: Equatable, Sendable {
    /// The tenant whose list counts; nil for the account's.
    let tenant: String?
    let reasons: Set<SuppressionReason>

    /// The configuration set's word counts before the tenant's, and that before the account's. An
    /// empty list of reasons says that there are none.
    init(
        _ settings: AccountSettings, _ configurationSet: ConfigurationSet?, _ tenant: Tenant? = nil
    ) {
        let set = configurationSet?.suppression
        let scope = set?.scope ?? tenant?.suppression?.scope ?? .account
        self.tenant = scope == .tenant ? tenant?.name : nil
        reasons = Set(
            set?.reasons ?? tenant?.suppression?.reasons ?? settings.suppressedReasons)
    }

    /// The entries of those among `addresses` to whom nothing is sent.
    ///
    /// All are looked up at once; an empty list costs no look-up.
    func entries(
        for addresses: [Mailbox], in resources: ResourceDirectory, _ scope: Scope
    ) async throws -> [Mailbox: SuppressedDestination] {
        let parent = tenant ?? ""
        guard !reasons.isEmpty, !addresses.isEmpty,
            try await resources.hasRecent(SuppressedDestination.self, under: parent, in: scope)
        else { return [:] }
        return try await resources.suppression(of: addresses, in: scope, tenant: parent)
            .filter { reasons.contains($0.value.reason) }
    }
}
