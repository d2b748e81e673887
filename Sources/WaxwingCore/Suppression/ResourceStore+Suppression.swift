public import MailTypes

extension ResourceStore {
    /// Puts an address on its suppression list, or changes why it is there.
    public func suppress(_ destination: SuppressedDestination, in scope: Scope) async throws {
        try await change(in: scope) { try $0.put(destination) }
    }

    /// Those of `addresses` that are on the list, whatever the reason.
    ///
    /// Which reasons hold mail back is the business of configuration set, tenant and account.
    /// - Parameter tenant: the tenant whose list is meant; empty for the account's own.
    public func suppression(
        of addresses: [Mailbox], in scope: Scope, tenant: String = ""
    ) async throws -> [Mailbox: SuppressedDestination] {
        guard !addresses.isEmpty else { return [:] }
        return try await look(in: scope) { transaction in
            var found: [Mailbox: SuppressedDestination] = [:]
            for address in addresses {
                found[address] = try transaction.find(
                    SuppressedDestination.self, SuppressedDestination.listed(address.formatted),
                    under: tenant)
            }
            return found
        }
    }
}
