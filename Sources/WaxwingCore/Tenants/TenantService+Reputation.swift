import MailTypes

// Tenants are what has a reputation of its own. An entity is named by the tenant's ARN.
extension TenantService {
    public func tenant(withARN arn: String, in scope: Scope) async throws -> Tenant {
        let name = try Self.name(fromARN: arn, in: scope)
        guard let tenant = try await resources.find(Tenant.self, name, in: scope),
            tenant.arn(in: scope) == arn
        else { throw Self.unknownEntity(arn) }
        return tenant
    }

    public func setStatus(
        _ status: Tenant.SendingStatus, ofTenantWithARN arn: String, in scope: Scope
    ) async throws {
        let now = clock.now()
        try await update(arn, in: scope) { tenant in
            tenant.status.status = status
            tenant.status.updatedAt = now
        }
    }

    /// - Parameter policy: `arn:aws:ses:eu-west-1:aws:reputation-policy/strict`
    public func setPolicy(
        _ policy: String, ofTenantWithARN arn: String, in scope: Scope
    ) async throws {
        let chosen = Tenant.ReputationPolicy.allCases.first { $0.arn(in: scope) == policy }
        guard let chosen else {
            throw ServiceError.invalidParameter("Invalid reputation policy <\(policy)>.")
        }
        try await update(arn, in: scope) { $0.policy = chosen }
    }

    private func update(
        _ arn: String, in scope: Scope, _ change: @escaping @Sendable (inout Tenant) -> Void
    ) async throws {
        let name = try Self.name(fromARN: arn, in: scope)
        let changed = try await resources.update(Tenant.self, name, in: scope) { tenant in
            guard tenant.arn(in: scope) == arn else { throw Self.unknownEntity(arn) }
            change(&tenant)
        }
        guard changed != nil else { throw Self.unknownEntity(arn) }
    }

    private static func name(fromARN text: String, in scope: Scope) throws(ServiceError) -> String {
        guard let arn = ARN(text), arn.service == "ses", arn.resourceType == "tenant",
            let name = arn.resourceName?.prefix(while: { $0 != "/" })
        else {
            throw .invalidParameter("Invalid reputation entity reference <\(text)>.")
        }
        return String(name)
    }

    private static func unknownEntity(_ arn: String) -> ServiceError {
        .notFound("Reputation entity <\(arn)> does not exist.")
    }
}

extension Tenant.ReputationPolicy {
    public func arn(in scope: Scope) -> String {
        "arn:aws:ses:\(scope.region):aws:reputation-policy/\(rawValue)"
    }
}
