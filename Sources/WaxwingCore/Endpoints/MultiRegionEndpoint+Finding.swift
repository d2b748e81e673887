// A send names an endpoint by its id and is signed for every region, so that nothing but the id says
// where the endpoint was made.

/// In which region an endpoint is, by its id.
private struct EndpointPlace: Resource, Equatable {
    static let kind = "multi-region-endpoint-place"

    let id: String
    let endpointName: String
    let region: Region

    var name: String { id }
}

extension Scope {
    /// Where an account keeps what is in no region of its own.
    fileprivate init?(everywhereIn account: AccountID) {
        guard let region = Region("global") else { return nil }
        self.init(account: account, region: region)
    }
}

extension ResourceStore {
    /// - Throws: ``ServiceError`` for a name that is taken, and for one endpoint too many.
    public func create(_ endpoint: MultiRegionEndpoint, in scope: Scope) async throws {
        // The place first: one without its endpoint leads nowhere, and does no harm.
        if let everywhere = Scope(everywhereIn: scope.account) {
            let place = EndpointPlace(
                id: endpoint.id, endpointName: endpoint.name, region: scope.region)
            _ = try await insert(place, in: everywhere)
        }
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

    /// - Returns: whether there was one.
    public func removeEndpoint(named name: String, in scope: Scope) async throws -> Bool {
        guard let endpoint = try await find(MultiRegionEndpoint.self, name, in: scope) else {
            return false
        }
        let wasThere = try await remove(MultiRegionEndpoint.self, name, in: scope)
        if let everywhere = Scope(everywhereIn: scope.account) {
            _ = try await remove(EndpointPlace.self, endpoint.id, in: everywhere)
        }
        return wasThere
    }
}

extension SendingService {
    /// The primary region of an account's endpoint, where what is sent through it belongs: quotas,
    /// identities, configuration sets and statistics are those of that region.
    ///
    /// Mail is not moved to the secondary region: a service that serves both is one service, and
    /// takes mail for both or for none.
    /// - Throws: ``ServiceError/notFound(_:)`` for an id of no endpoint of the account's.
    public func scope(
        ofEndpoint id: String, of account: AccountID
    ) async throws -> (scope: Scope, endpoint: MultiRegionEndpoint) {
        guard let everywhere = Scope(everywhereIn: account),
            let place = try await resources.recent(EndpointPlace.self, id, in: everywhere)
        else { throw Self.unknownEndpoint(id) }
        let scope = Scope(account: account, region: place.region)
        let endpoint = try await resources.recent(
            MultiRegionEndpoint.self, place.endpointName, in: scope)
        guard let endpoint, endpoint.id == id else { throw Self.unknownEndpoint(id) }
        return (scope, endpoint)
    }

    private static func unknownEndpoint(_ id: String) -> ServiceError {
        .notFound("Multi-region endpoint <\(id.prefix(100))> does not exist.")
    }
}
