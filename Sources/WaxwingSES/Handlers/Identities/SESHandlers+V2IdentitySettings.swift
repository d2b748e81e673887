import MailTypes
import SESModel
import WaxwingCore

// Settings of identities that sending uses.
extension SESHandlers {
    func registerV2IdentitySettings(on router: inout SESRouter) {
        router.serve(SESv2.PutEmailIdentityConfigurationSetAttributes.self) { request, context in
            let name = try identityName(request.emailIdentity)
            let scope = try context.scope
            try await requireConfigurationSet(request.configurationSetName, in: scope)
            let changed = try await identities.setConfigurationSet(
                request.configurationSetName, of: name, in: scope)
            guard changed != nil else { throw Self.unknown(name) }
            return SESv2.PutEmailIdentityConfigurationSetAttributesResponse()
        }
        router.serve(SESv2.PutEmailIdentityFeedbackAttributes.self) { request, context in
            let name = try identityName(request.emailIdentity)
            let changed = try await identities.setFeedbackForwarding(
                request.emailForwardingEnabled ?? false, of: name, in: context.scope)
            guard changed != nil else { throw Self.unknown(name) }
            return SESv2.PutEmailIdentityFeedbackAttributesResponse()
        }
    }

    func requireConfigurationSet(_ name: String?, in scope: Scope) async throws {
        guard let name,
            try await resources.find(ConfigurationSet.self, name, in: scope) == nil
        else { return }
        throw ServiceError.configurationSetDoesNotExist(
            "Configuration set <\(name)> does not exist.")
    }
}
