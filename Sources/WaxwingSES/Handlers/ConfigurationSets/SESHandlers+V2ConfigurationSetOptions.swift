import SESModel
import WaxwingCore

// Each operation puts all options of its kind in the place of those before: what a request leaves
// out is unset by it.
extension SESHandlers {
    func registerV2ConfigurationSetOptions(on router: inout SESRouter) {
        router.serve(SESv2.PutConfigurationSetArchivingOptions.self) { request, context in
            try await configurationSets.update(
                request.configurationSetName, in: context.scope
            ) { $0.archiveARN = request.archiveArn }
            return SESv2.PutConfigurationSetArchivingOptionsResponse()
        }
        router.serve(SESv2.PutConfigurationSetDeliveryOptions.self) { request, context in
            let options = SESv2.DeliveryOptions(
                tlsPolicy: request.tlsPolicy, sendingPoolName: request.sendingPoolName,
                maxDeliverySeconds: request.maxDeliverySeconds)
            try await configurationSets.setDelivery(
                of: request.configurationSetName, in: context.scope
            ) { $0 = options.value }
            return SESv2.PutConfigurationSetDeliveryOptionsResponse()
        }
        router.serve(SESv2.PutConfigurationSetReputationOptions.self) { request, context in
            try await configurationSets.update(
                request.configurationSetName, in: context.scope
            ) { $0.reputation.metricsEnabled = request.reputationMetricsEnabled ?? false }
            return SESv2.PutConfigurationSetReputationOptionsResponse()
        }
        router.serve(SESv2.PutConfigurationSetSendingOptions.self) { request, context in
            // Left out, it means false.
            try await configurationSets.setSending(
                request.sendingEnabled ?? false, of: request.configurationSetName,
                in: context.scope)
            return SESv2.PutConfigurationSetSendingOptionsResponse()
        }
        router.serve(SESv2.PutConfigurationSetSuppressionOptions.self) { request, context in
            let options = SESv2.SuppressionOptions(
                suppressedReasons: request.suppressedReasons,
                suppressionScope: request.suppressionScope,
                validationOptions: request.validationOptions
            ).value
            try options?.reasons?.check()
            try await configurationSets.update(
                request.configurationSetName, in: context.scope
            ) { $0.suppression = options }
            return SESv2.PutConfigurationSetSuppressionOptionsResponse()
        }
        router.serve(SESv2.PutConfigurationSetTrackingOptions.self) { request, context in
            try await putTracking(request, context)
        }
        router.serve(SESv2.PutConfigurationSetVdmOptions.self) { request, context in
            try await configurationSets.update(
                request.configurationSetName, in: context.scope
            ) { $0.deliverability = request.vdmOptions?.value }
            return SESv2.PutConfigurationSetVdmOptionsResponse()
        }
    }

    private func putTracking(
        _ request: SESv2.PutConfigurationSetTrackingOptionsRequest, _ context: SESContext
    ) async throws -> SESv2.PutConfigurationSetTrackingOptionsResponse {
        let scope = try context.scope
        let service = configurationSets
        guard request.customRedirectDomain != nil || request.httpsPolicy == nil else {
            throw ServiceError.invalidParameter("CustomRedirectDomain must be specified.")
        }
        let tracking = request.customRedirectDomain.map {
            SESv2.TrackingOptions(customRedirectDomain: $0, httpsPolicy: request.httpsPolicy).value
        }
        _ = try await service.set(named: request.configurationSetName, in: scope)
        if let tracking { try await service.check(tracking, in: scope) }
        try await service.update(request.configurationSetName, in: scope) {
            $0.tracking = tracking
        }
        return SESv2.PutConfigurationSetTrackingOptionsResponse()
    }
}
