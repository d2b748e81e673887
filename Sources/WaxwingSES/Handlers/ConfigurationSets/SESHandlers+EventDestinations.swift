import SESModel
import WaxwingCore

extension SESHandlers {
    func registerEventDestinations(on router: inout SESRouter) {
        router.serve(SESv1.CreateConfigurationSetEventDestination.self) { request, context in
            try await configurationSets.create(
                request.eventDestination.value(in: request.configurationSetName),
                in: context.scope)
            return SESv1.CreateConfigurationSetEventDestinationResponse()
        }
        router.serve(SESv1.UpdateConfigurationSetEventDestination.self) { request, context in
            try await configurationSets.update(
                request.eventDestination.value(in: request.configurationSetName),
                in: context.scope)
            return SESv1.UpdateConfigurationSetEventDestinationResponse()
        }
        router.serve(SESv1.DeleteConfigurationSetEventDestination.self) { request, context in
            do {
                try await configurationSets.deleteDestination(
                    request.eventDestinationName, of: request.configurationSetName,
                    in: context.scope)
            } catch ServiceError.refused(let code, _) where code.hasSuffix("DoesNotExist") {
                // v1 has a text of its own.
                throw ServiceError.refused(
                    code: code, "No EventDestination found for \(request.configurationSetName)")
            }
            return SESv1.DeleteConfigurationSetEventDestinationResponse()
        }
        router.serve(SESv2.CreateConfigurationSetEventDestination.self) { request, context in
            try await configurationSets.create(
                request.eventDestination.value(
                    named: request.eventDestinationName, in: request.configurationSetName),
                in: context.scope)
            return SESv2.CreateConfigurationSetEventDestinationResponse()
        }
        router.serve(SESv2.UpdateConfigurationSetEventDestination.self) { request, context in
            try await configurationSets.update(
                request.eventDestination.value(
                    named: request.eventDestinationName, in: request.configurationSetName),
                in: context.scope)
            return SESv2.UpdateConfigurationSetEventDestinationResponse()
        }
        router.serve(SESv2.DeleteConfigurationSetEventDestination.self) { request, context in
            try await configurationSets.deleteDestination(
                request.eventDestinationName, of: request.configurationSetName,
                in: context.scope)
            return SESv2.DeleteConfigurationSetEventDestinationResponse()
        }
        router.serve(SESv2.GetConfigurationSetEventDestinations.self) { request, context in
            let destinations = try await configurationSets.destinations(
                of: request.configurationSetName, in: context.scope)
            return SESv2.GetConfigurationSetEventDestinationsResponse(
                eventDestinations: destinations.map(\.v2Shape))
        }
    }
}
