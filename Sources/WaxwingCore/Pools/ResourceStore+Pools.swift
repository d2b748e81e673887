extension ResourceStore {
    /// The pool whose addresses deliver a message with that configuration set; nil for the standard
    /// addresses, as when the pool is gone.
    public func sendingPool(
        ofConfigurationSet name: String, in scope: Scope
    ) async throws -> String? {
        try await look(in: scope) { transaction in
            guard let pool = try transaction.find(ConfigurationSet.self, name)?.delivery.poolName,
                try DedicatedIPPool.reservedNames.contains(pool)
                    || transaction.find(DedicatedIPPool.self, pool) != nil
            else { return nil }
            return pool
        }
    }
}
