import SESModel
import WaxwingCore

// Operations on configuration sets and their event destinations.
extension SESHandlers {
    var configurationSets: ConfigurationSetService {
        ConfigurationSetService(resources: resources, identities: identities, clock: clock)
    }

    func registerConfigurationSets(on router: inout SESRouter) {
        registerV1ConfigurationSets(on: &router)
        registerV1ConfigurationSetOptions(on: &router)
        registerV2ConfigurationSets(on: &router)
        registerV2ConfigurationSetOptions(on: &router)
        registerEventDestinations(on: &router)
    }

    /// Tells of wrong values by a code that v1 has for them, where v2 has none.
    func refusing(
        with code: String, _ change: () async throws -> Void
    ) async throws {
        do {
            try await change()
        } catch ServiceError.invalidParameter(let text) {
            throw ServiceError.refused(code: code, text)
        }
    }

    /// One page of configuration sets; v1 and v2 take each other's tokens.
    func configurationSetPage(
        containing name: String? = nil, token: String?, size: Int, in scope: Scope,
        invalidToken: (String) -> SESError
    ) async throws -> (resources: [ConfigurationSet], nextToken: String?) {
        let name = name?.lowercased()
        guard let name else {
            return try await page(
                of: ConfigurationSet.self, token: token, size: size, in: scope,
                invalidToken: invalidToken)
        }
        return try await filteredPage(
            of: ConfigurationSet.self, filter: name, token: token, size: size, in: scope,
            invalidToken: invalidToken
        ) { $0.name.lowercased().contains(name) }
    }
}
