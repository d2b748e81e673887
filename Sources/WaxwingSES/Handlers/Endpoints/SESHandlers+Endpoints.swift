import SESModel
import WaxwingCore

// Operations on endpoints of two regions. Mail that names one is sent in the region that the endpoint
// was made in.
extension SESHandlers {
    func registerEndpoints(on router: inout SESRouter) {
        router.serve(SESv2.CreateMultiRegionEndpoint.self) { try await create($0, $1) }
        router.serve(SESv2.GetMultiRegionEndpoint.self) { try await get($0, $1) }
        router.serve(SESv2.ListMultiRegionEndpoints.self) { try await list($0, $1) }
        router.serve(SESv2.DeleteMultiRegionEndpoint.self) { request, context in
            let name = request.endpointName
            guard try await resources.removeEndpoint(named: name, in: context.scope) else {
                throw Self.unknownEndpoint(name)
            }
            return SESv2.DeleteMultiRegionEndpointResponse(status: .deleting)
        }
    }

    private func create(
        _ request: SESv2.CreateMultiRegionEndpointRequest, _ context: SESContext
    ) async throws -> SESv2.CreateMultiRegionEndpointResponse {
        let scope = try context.scope
        let routes = request.details.routesDetails
        guard routes.count == 1 else {
            throw ServiceError.invalidParameter(
                "RoutesDetails must contain exactly one route configuration.")
        }
        guard let region = Region(routes[0].region), region != scope.region else {
            throw ServiceError.invalidParameter(
                "Region <\(routes[0].region)> cannot be the secondary region of an endpoint in "
                    + "\(scope.region).")
        }
        let tags = (request.tags ?? []).map { ResourceTag(key: $0.key, value: $0.value) }
        try tags.check()
        let endpoint = MultiRegionEndpoint(
            name: request.endpointName, id: MultiRegionEndpoint.newID(), secondaryRegion: region,
            createdAt: clock.now(), tags: tags)
        try await resources.create(endpoint, in: scope)
        return SESv2.CreateMultiRegionEndpointResponse(status: .ready, endpointId: endpoint.id)
    }

    private func get(
        _ request: SESv2.GetMultiRegionEndpointRequest, _ context: SESContext
    ) async throws -> SESv2.GetMultiRegionEndpointResponse {
        let scope = try context.scope
        let name = request.endpointName
        guard let endpoint = try await resources.find(MultiRegionEndpoint.self, name, in: scope)
        else { throw Self.unknownEndpoint(name) }
        return SESv2.GetMultiRegionEndpointResponse(
            endpointName: name, endpointId: endpoint.id,
            routes: endpoint.regions(in: scope).map { SESv2.Route(region: $0) }, status: .ready,
            createdTimestamp: endpoint.createdAt, lastUpdatedTimestamp: endpoint.createdAt)
    }

    private func list(
        _ request: SESv2.ListMultiRegionEndpointsRequest, _ context: SESContext
    ) async throws -> SESv2.ListMultiRegionEndpointsResponse {
        let scope = try context.scope
        let page = try await page(
            of: MultiRegionEndpoint.self, token: request.nextToken, size: request.pageSize ?? 100,
            in: scope
        ) { SESError(.invalidParameterValue, "Invalid NextToken <\($0)>.") }
        return SESv2.ListMultiRegionEndpointsResponse(
            multiRegionEndpoints: page.resources.map { endpoint in
                SESv2.MultiRegionEndpoint(
                    endpointName: endpoint.name, status: .ready, endpointId: endpoint.id,
                    regions: endpoint.regions(in: scope), createdTimestamp: endpoint.createdAt,
                    lastUpdatedTimestamp: endpoint.createdAt)
            }, nextToken: page.nextToken)
    }

    private static func unknownEndpoint(_ name: String) -> ServiceError {
        .notFound("Multi-region endpoint <\(name)> does not exist.")
    }
}

extension MultiRegionEndpoint {
    /// The primary region and the secondary one.
    fileprivate func regions(in scope: Scope) -> [String] {
        [scope.region.description, secondaryRegion.description]
    }
}
