public import AccessPolicies

/// Lets callers do what their identity-based policies allow; the account itself, everything.
public final class PolicyAuthorizer: CallAuthorizer {
    private let documents = PolicyDocuments()

    public init() {}

    public func allows(_ call: Call) -> Bool {
        guard let policies = call.policies else { return true }
        // Policies were read when they were stored. One that cannot be read now, which a later
        // version wrote, may deny anything.
        guard let read = documents.all(policies, as: .identityBased) else { return false }
        let evaluator = AccessEvaluator(identityBased: read, sameAccountRule: .identityBasedAllows)
        let resources = call.resources.isEmpty ? [["*"]] : call.resources
        return resources.allSatisfy { Self.allows(call, on: $0, by: evaluator) }
    }

    private static func allows(
        _ call: Call, on names: [String], by evaluator: AccessEvaluator
    ) -> Bool {
        var isAllowed = false
        for name in names {
            switch evaluator.decision(on: call.request(on: name)) {
            case .allow: isAllowed = true
            case .explicitDeny: return false
            case .implicitDeny: break
            }
        }
        return isAllowed
    }
}

extension Call {
    fileprivate func request(on resource: String) -> AccessRequest {
        var context = RequestContext()
        context[.requestedRegion] = [region]
        context[.apiVersion] = [String(apiVersion)]
        context[.secureTransport] = [isSecure ? "true" : "false"]
        if let sourceIP { context[.sourceIP] = [sourceIP] }
        if let userAgent { context[.userAgent] = [userAgent] }
        if let fromAddress { context[.fromAddress] = [fromAddress] }
        return AccessRequest(
            principal: principal.access, action: action, resource: resource, context: context,
            time: now)
    }
}

extension Principal {
    /// The same as policies look at it.
    public var access: AccessPrincipal {
        var access: AccessPrincipal
        switch kind {
        case .root: access = .root(account: account.description)
        case .user(let name): access = .user(name, account: account.description)
        case .role(let name, let session):
            access = .role(name, session: session, account: account.description)
        }
        if let organization {
            access.organization = .init(
                id: organization.organizationID, paths: [organization.description])
        }
        return access
    }
}
