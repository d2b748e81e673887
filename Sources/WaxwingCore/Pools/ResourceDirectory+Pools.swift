extension ResourceDirectory {
    /// The pool whose addresses deliver a message with that configuration set; nil for the standard
    /// addresses, as when the pool is gone that the set names.
    func sendingPool(of set: ConfigurationSet?, in scope: Scope) async throws -> String? {
        guard let name = set?.delivery.poolName else { return nil }
        if DedicatedIPPool.reservedNames.contains(name) { return name }
        return try await recent(DedicatedIPPool.self, name, in: scope)?.name
    }
}
