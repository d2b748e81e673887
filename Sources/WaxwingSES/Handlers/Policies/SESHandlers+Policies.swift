import SESModel
import WaxwingCore

// Operations on identity policies.
extension SESHandlers {
    func registerPolicies(on router: inout SESRouter) {
        router.serve(SESv1.PutIdentityPolicy.self) { request, context in
            try await policies.put(
                request.policyName, of: identityName(request.identity), document: request.policy,
                in: context.scope)
            return SESv1.PutIdentityPolicyResponse()
        }
        router.serve(SESv1.DeleteIdentityPolicy.self) { request, context in
            // As for identities, v1 takes the removal of an unknown policy for done.
            _ = try await policies.delete(
                request.policyName, of: identityName(request.identity), in: context.scope)
            return SESv1.DeleteIdentityPolicyResponse()
        }
        router.serve(SESv1.ListIdentityPolicies.self) { request, context in
            let found = try await policies.all(
                of: identityName(request.identity), in: context.scope)
            return SESv1.ListIdentityPoliciesResponse(policyNames: found.map(\.name))
        }
        router.serve(SESv1.GetIdentityPolicies.self) { request, context in
            let found = try await policies.all(
                of: identityName(request.identity), in: context.scope)
            let wanted = Set(request.policyNames)
            return SESv1.GetIdentityPoliciesResponse(
                policies: Self.documents(found.filter { wanted.contains($0.name) }))
        }
        registerV2Policies(on: &router)
    }

    private func registerV2Policies(on router: inout SESRouter) {
        router.serve(SESv2.CreateEmailIdentityPolicy.self) { request, context in
            let name = try await knownIdentity(request.emailIdentity, context)
            try await policies.create(
                request.policyName, of: name, document: request.policy, in: context.scope)
            return SESv2.CreateEmailIdentityPolicyResponse()
        }
        router.serve(SESv2.UpdateEmailIdentityPolicy.self) { request, context in
            let name = try await knownIdentity(request.emailIdentity, context)
            try await policies.update(
                request.policyName, of: name, document: request.policy, in: context.scope)
            return SESv2.UpdateEmailIdentityPolicyResponse()
        }
        router.serve(SESv2.DeleteEmailIdentityPolicy.self) { request, context in
            let name = try await knownIdentity(request.emailIdentity, context)
            _ = try await policies.delete(request.policyName, of: name, in: context.scope)
            return SESv2.DeleteEmailIdentityPolicyResponse()
        }
        router.serve(SESv2.GetEmailIdentityPolicies.self) { request, context in
            let name = try await knownIdentity(request.emailIdentity, context)
            return SESv2.GetEmailIdentityPoliciesResponse(
                policies: try await policyDocuments(of: name, in: context.scope))
        }
    }

    /// What `GetEmailIdentity` shows.
    func policyDocuments(
        of identity: IdentityName, in scope: Scope
    ) async throws -> [String: String] {
        Self.documents(try await policies.all(of: identity, in: scope))
    }

    private var policies: IdentityPolicies { IdentityPolicies(resources: resources) }

    private static func documents(_ policies: [IdentityPolicy]) -> [String: String] {
        Dictionary(policies.map { ($0.name, $0.document) }) { first, _ in first }
    }

    /// v2 asks for an identity that exists, where v1 takes any name.
    private func knownIdentity(
        _ text: String, _ context: SESContext
    ) async throws -> IdentityName {
        let name = try identityName(text)
        guard try await identities.identity(named: name, in: context.scope) != nil else {
            throw Self.unknown(name)
        }
        return name
    }
}
