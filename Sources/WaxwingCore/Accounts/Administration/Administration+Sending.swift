// What an operator lets an account send. Settings are a region's, as accounts see them.
extension Administration {
    /// How an account may send in a region.
    public func sending(in scope: Scope) async throws -> AccountSettings {
        try await requireAccount(scope.account)
        return try await settingsStore().settings(in: scope)
    }

    @discardableResult
    public func updateSending(
        in scope: Scope, _ change: @escaping @Sendable (inout AccountSettings) throws -> Void
    ) async throws -> AccountSettings {
        try await requireAccount(scope.account)
        return try await settingsStore().updateSettings(in: scope, change)
    }

    /// The account of `waxwing dev` is there without being made.
    private func requireAccount(_ id: AccountID) async throws {
        guard id != .development else { return }
        _ = try await account(id)
    }

    private func settingsStore() throws(ServiceError) -> any ResourceStore {
        guard let resources else {
            throw .unavailable("What accounts may send cannot be changed here.")
        }
        return resources
    }
}
