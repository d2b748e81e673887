import MailTypes

/// Finds those recipients whom nothing is sent to.
struct SuppressionList: Sendable {
    let resources: ResourceDirectory

    /// The entries of those among `addresses` that a rule holds back, by address.
    ///
    /// All are looked up at once; an empty list costs no look-up.
    func entries(
        for addresses: [Mailbox], by rule: SuppressionRule, in scope: Scope
    ) async throws -> [Mailbox: SuppressedDestination] {
        guard !rule.reasons.isEmpty, !addresses.isEmpty,
            try await resources.hasRecent(
                SuppressedDestination.self, under: rule.tenant, in: scope)
        else { return [:] }
        return try await resources.look(in: scope) { transaction in
            var found: [Mailbox: SuppressedDestination] = [:]
            for address in addresses where found[address] == nil {
                let name = SuppressedDestination.listed(address.formatted)
                if let entry = try transaction.find(
                    SuppressedDestination.self, name, under: rule.tenant),
                    rule.reasons.contains(entry.reason)
                {
                    found[address] = entry
                }
            }
            return found
        }
    }
}
