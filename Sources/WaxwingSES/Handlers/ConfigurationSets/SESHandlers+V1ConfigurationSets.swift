import MailTypes
import SESModel
import WaxwingCore

// Configuration sets as API v1 knows them: a name, and a few options beside it.
extension SESHandlers {
    func registerV1ConfigurationSets(on router: inout SESRouter) {
        router.serve(SESv1.CreateConfigurationSet.self) { request, context in
            let name = request.configurationSet.name
            try await refusing(with: "InvalidConfigurationSet") {
                try await configurationSets.create(name, in: context.scope)
            }
            return SESv1.CreateConfigurationSetResponse()
        }
        router.serve(SESv1.DeleteConfigurationSet.self) { request, context in
            try await configurationSets.delete(request.configurationSetName, in: context.scope)
            return SESv1.DeleteConfigurationSetResponse()
        }
        router.serve(SESv1.ListConfigurationSets.self) { try await list($0, $1) }
        router.serve(SESv1.DescribeConfigurationSet.self) { try await describe($0, $1) }
    }

    private func list(
        _ request: SESv1.ListConfigurationSetsRequest, _ context: SESContext
    ) async throws -> SESv1.ListConfigurationSetsResponse {
        // v1 serves its standard in place of a size that is out of range.
        let size = request.maxItems.flatMap { (1...1000).contains($0) ? $0 : nil } ?? 50
        let page = try await configurationSetPage(
            token: request.nextToken, size: size, in: context.scope
        ) { _ in SESError(.invalidParameterValue, nil) }
        return SESv1.ListConfigurationSetsResponse(
            configurationSets: page.resources.map { SESv1.ConfigurationSet(name: $0.name) },
            nextToken: page.nextToken)
    }

    /// Tells what is asked for, besides the name.
    private func describe(
        _ request: SESv1.DescribeConfigurationSetRequest, _ context: SESContext
    ) async throws -> SESv1.DescribeConfigurationSetResponse {
        let scope = try context.scope
        let name = request.configurationSetName
        let set = try await configurationSets.set(named: name, in: scope)
        var response = SESv1.DescribeConfigurationSetResponse(
            configurationSet: SESv1.ConfigurationSet(name: name))
        for attribute in request.configurationSetAttributeNames ?? [] {
            switch attribute {
            case .eventDestinations:
                response.eventDestinations =
                    try await configurationSets
                    .destinations(of: name, in: scope).map(\.v1Shape)
            case .trackingOptions:
                response.trackingOptions = set.tracking.map {
                    SESv1.TrackingOptions(customRedirectDomain: $0.customRedirectDomain)
                }
            case .deliveryOptions:
                response.deliveryOptions = SESv1.DeliveryOptions(
                    tlsPolicy: set.delivery.requiresTLS ? .require : .optional)
            case .reputationOptions:
                response.reputationOptions = SESv1.ReputationOptions(
                    sendingEnabled: set.sendingEnabled,
                    reputationMetricsEnabled: set.reputation.metricsEnabled,
                    lastFreshStart: set.reputation.lastFreshStart)
            }
        }
        return response
    }
}
