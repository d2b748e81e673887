import MailTypes

/// Finds those recipients whom nothing is sent to.
struct SuppressionList: Sendable {
    let resources: ResourceDirectory

    /// The reasons for which addresses are left out: the configuration set's word before the
    /// account's. An empty list in it says that there are none.
    static func reasons(
        _ settings: AccountSettings, _ configurationSet: ConfigurationSet?
    ) -> Set<SuppressionReason> {
        Set(configurationSet?.suppression?.reasons ?? settings.suppressedReasons)
    }

    /// The entries of those among `addresses` that are listed for one of `reasons`, by address.
    ///
    /// All are looked up at once; an account with an empty list costs no look-up.
    func entries(
        for addresses: [Mailbox], reasons: Set<SuppressionReason>, in scope: Scope
    ) async throws -> [Mailbox: SuppressedDestination] {
        guard !reasons.isEmpty, !addresses.isEmpty,
            try await resources.hasRecent(SuppressedDestination.self, in: scope)
        else { return [:] }
        return try await resources.look(in: scope) { transaction in
            var found: [Mailbox: SuppressedDestination] = [:]
            for address in addresses where found[address] == nil {
                let name = SuppressedDestination.listed(address.formatted)
                if let entry = try transaction.find(SuppressedDestination.self, name),
                    reasons.contains(entry.reason)
                {
                    found[address] = entry
                }
            }
            return found
        }
    }
}
