import SESModel
import WaxwingCore

extension SESHandlers {
    func registerV2ConfigurationSets(on router: inout SESRouter) {
        router.serve(SESv2.CreateConfigurationSet.self) { try await create($0, $1) }
        router.serve(SESv2.GetConfigurationSet.self) { try await get($0, $1) }
        router.serve(SESv2.ListConfigurationSets.self) { try await list($0, $1) }
        router.serve(SESv2.UpdateConfigurationSet.self) { request, context in
            let security = try request.messageSecurityOptions.map { try $0.value }
            try await configurationSets.update(
                request.configurationSetName, in: context.scope
            ) { set in
                if let security { set.messageSecurity = security }
            }
            return SESv2.UpdateConfigurationSetResponse()
        }
        router.serve(SESv2.DeleteConfigurationSet.self) { request, context in
            try await configurationSets.delete(request.configurationSetName, in: context.scope)
            return SESv2.DeleteConfigurationSetResponse()
        }
    }

    private func create(
        _ request: SESv2.CreateConfigurationSetRequest, _ context: SESContext
    ) async throws -> SESv2.CreateConfigurationSetResponse {
        try await configurationSets.create(request.configurationSetName, in: context.scope) { set in
            set.tags = (request.tags ?? []).map { ResourceTag(key: $0.key, value: $0.value) }
            set.tracking = request.trackingOptions?.value
            if let delivery = request.deliveryOptions { set.delivery = delivery.value }
            set.reputation.metricsEnabled =
                request.reputationOptions?.reputationMetricsEnabled ?? false
            if let sending = request.sendingOptions {
                set.sendingEnabled = sending.sendingEnabled ?? false
            }
            set.suppression = request.suppressionOptions?.value
            set.deliverability = request.vdmOptions?.value
            set.archiveARN = request.archivingOptions?.archiveArn
            set.messageSecurity = try request.messageSecurityOptions?.value
        }
        return SESv2.CreateConfigurationSetResponse()
    }

    private func get(
        _ request: SESv2.GetConfigurationSetRequest, _ context: SESContext
    ) async throws -> SESv2.GetConfigurationSetResponse {
        let set = try await configurationSets.set(
            named: request.configurationSetName, in: context.scope)
        return SESv2.GetConfigurationSetResponse(
            configurationSetName: set.name, trackingOptions: set.tracking?.shape,
            deliveryOptions: set.delivery.shape,
            reputationOptions: SESv2.ReputationOptions(
                reputationMetricsEnabled: set.reputation.metricsEnabled,
                lastFreshStart: set.reputation.lastFreshStart),
            sendingOptions: SESv2.SendingOptions(sendingEnabled: set.sendingEnabled),
            tags: set.tags.map { SESv2.Tag(key: $0.key, value: $0.value) },
            suppressionOptions: set.suppression?.shape, vdmOptions: set.deliverability?.shape,
            archivingOptions: set.archiveARN.map { SESv2.ArchivingOptions(archiveArn: $0) },
            messageSecurityOptions: set.messageSecurity?.shape)
    }

    private func list(
        _ request: SESv2.ListConfigurationSetsRequest, _ context: SESContext
    ) async throws -> SESv2.ListConfigurationSetsResponse {
        let size = request.pageSize ?? 50
        guard (1...1000).contains(size) else {
            throw ServiceError.invalidParameter("The page size must be between 1 and 1000")
        }
        var name = request.filter?["CONFIGURATION_SET_NAME_CONTAINS"]
        if name == "" { name = nil }
        guard (3...64).contains(name?.unicodeScalars.count ?? 3) else {
            throw ServiceError.invalidParameter(
                "CONFIGURATION_SET_NAME_CONTAINS must be between 3 and 64 characters")
        }
        let page = try await configurationSetPage(
            containing: name, token: request.nextToken, size: size, in: context.scope
        ) { SESError(.invalidParameterValue, "invalid nextToken \($0)") }
        return SESv2.ListConfigurationSetsResponse(
            configurationSets: page.resources.map(\.name), nextToken: page.nextToken)
    }
}
