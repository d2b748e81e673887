extension ResourceStore {
    /// - Throws: ``ServiceError`` for a name that is taken, and for one endpoint too many.
    public func create(_ endpoint: MultiRegionEndpoint, in scope: Scope) async throws {
        try await change(in: scope) { transaction in
            guard try transaction.find(MultiRegionEndpoint.self, endpoint.name) == nil else {
                throw ServiceError.alreadyExists(
                    "Multi-region endpoint <\(endpoint.name)> already exists.")
            }
            let limit = MultiRegionEndpoint.countLimit
            guard try transaction.count(MultiRegionEndpoint.self) < limit else {
                throw ServiceError.limitExceeded(
                    "Cannot have more than \(limit) multi-region endpoints.")
            }
            _ = try transaction.insert(endpoint)
        }
    }
}
