import SESModel
import WaxwingCore

extension SESHandlers {
    func registerV1ConfigurationSetOptions(on router: inout SESRouter) {
        router.serve(SESv1.CreateConfigurationSetTrackingOptions.self) { request, context in
            let name = request.configurationSetName
            try await setRedirectDomain(request.trackingOptions, of: name, context) { old in
                guard old?.customRedirectDomain == nil else {
                    throw ServiceError.refused(
                        code: "TrackingOptionsAlreadyExistsException",
                        "Configuration set <\(name)> already has tracking options.")
                }
            }
            return SESv1.CreateConfigurationSetTrackingOptionsResponse()
        }
        router.serve(SESv1.UpdateConfigurationSetTrackingOptions.self) { request, context in
            let name = request.configurationSetName
            try await setRedirectDomain(request.trackingOptions, of: name, context) { old in
                try Self.requireTracking(old, of: name)
            }
            return SESv1.UpdateConfigurationSetTrackingOptionsResponse()
        }
        router.serve(SESv1.DeleteConfigurationSetTrackingOptions.self) { request, context in
            let name = request.configurationSetName
            try await configurationSets.update(name, in: context.scope) { set in
                try Self.requireTracking(set.tracking, of: name)
                set.tracking = nil
            }
            return SESv1.DeleteConfigurationSetTrackingOptionsResponse()
        }
        router.serve(SESv1.PutConfigurationSetDeliveryOptions.self) { request, context in
            let requiresTLS = request.deliveryOptions?.tlsPolicy == .require
            try await refusing(with: "InvalidDeliveryOptions") {
                try await configurationSets.setDelivery(
                    of: request.configurationSetName, in: context.scope
                ) { $0.requiresTLS = requiresTLS }
            }
            return SESv1.PutConfigurationSetDeliveryOptionsResponse()
        }
        router.serve(SESv1.UpdateConfigurationSetReputationMetricsEnabled.self) {
            request, context in
            try await configurationSets.update(
                request.configurationSetName, in: context.scope
            ) { $0.reputation.metricsEnabled = request.enabled }
            return Empty()
        }
        router.serve(SESv1.UpdateConfigurationSetSendingEnabled.self) { request, context in
            try await configurationSets.setSending(
                request.enabled, of: request.configurationSetName, in: context.scope)
            return Empty()
        }
    }

    /// Sets the domain, and leaves the rest of the options, which v2 alone knows.
    private func setRedirectDomain(
        _ options: SESv1.TrackingOptions, of name: String, _ context: SESContext,
        where check: @escaping @Sendable (ConfigurationSet.TrackingOptions?) throws -> Void
    ) async throws {
        let scope = try context.scope
        guard let domain = options.customRedirectDomain,
            domain.contains(where: { !$0.isWhitespace })
        else {
            throw ServiceError.refused(
                code: "InvalidTrackingOptions",
                "At least one field of TrackingOptions must contain a value.")
        }
        try await refusing(with: "InvalidTrackingOptions") {
            try await configurationSets.check(.init(customRedirectDomain: domain), in: scope)
        }
        try await configurationSets.update(name, in: scope) { set in
            try check(set.tracking)
            set.tracking = ConfigurationSet.TrackingOptions(
                customRedirectDomain: domain, httpsPolicy: set.tracking?.httpsPolicy)
        }
    }

    private static func requireTracking(
        _ options: ConfigurationSet.TrackingOptions?, of name: String
    ) throws(ServiceError) {
        guard options?.customRedirectDomain != nil else {
            throw .refused(
                code: "TrackingOptionsDoesNotExistException",
                "There are no tracking options for configuration set <\(name)>")
        }
    }
}
