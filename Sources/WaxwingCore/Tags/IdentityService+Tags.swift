extension IdentityService {
    /// Changes the tags of an identity.
    /// - Returns: nil when there is none of that name.
    public func updateTags(
        of name: IdentityName, in scope: Scope,
        _ change: @escaping @Sendable (inout [ResourceTag]) throws -> Void
    ) async throws -> Identity? {
        let identity = try await store.update(name, in: scope) { try change(&$0.tags) }
        directory.forget(name, in: scope)
        return identity
    }
}
