import MailTypes

extension TenantService {
    /// A kind of resource that tenants can send with, by the word in its ARN.
    public enum ResourceKind: String, Sendable, CaseIterable {
        case identity
        case configurationSet = "configuration-set"
        case template
    }

    /// Lets a tenant send with a resource.
    public func associate(_ tenant: String, with arn: String, in scope: Scope) async throws {
        try Tenant.check(name: tenant)
        let (kind, name) = try Self.resource(arn, in: scope)
        if kind == .identity { try await require(kind, name, in: scope) }
        let association = TenantAssociation(
            tenant: tenant, resourceARN: Self.canonical(kind, name, in: scope),
            associatedAt: clock.now())
        try await resources.change(in: scope) { transaction in
            guard try transaction.find(Tenant.self, tenant) != nil else {
                throw Tenant.unknown(tenant)
            }
            try Self.require(kind, name, in: transaction)
            guard try transaction.insert(association) else {
                throw ServiceError.alreadyExists(
                    "Resources \(arn) has already been associated with tenant \(tenant)")
            }
            _ = try transaction.insert(association.ofResource)
        }
    }

    /// An association that there is none of counts as removed.
    public func dissociate(_ tenant: String, from arn: String, in scope: Scope) async throws {
        try Tenant.check(name: tenant)
        let (kind, name) = try Self.resource(arn, in: scope)
        let arn = Self.canonical(kind, name, in: scope)
        try await resources.change(in: scope) { transaction in
            guard try transaction.find(Tenant.self, tenant) != nil else {
                throw Tenant.unknown(tenant)
            }
            guard let found = try transaction.find(TenantAssociation.self, arn, under: tenant)
            else { return }
            let other = found.ofResource
            _ = try transaction.remove(TenantAssociation.self, arn, under: tenant)
            _ = try transaction.remove(ResourceTenancy.self, other.name, under: other.parent)
        }
    }

    /// The ARN under which a resource's associations are kept.
    /// - Throws: for an ARN that names nothing which this account's tenants could send with, or
    ///   nothing that there is.
    public func knownResource(_ arn: String, in scope: Scope) async throws -> String {
        let (kind, name) = try Self.resource(arn, in: scope)
        try await require(kind, name, in: scope)
        return Self.canonical(kind, name, in: scope)
    }

    /// Identities lie outside of the transactions of resources.
    private func require(_ kind: ResourceKind, _ name: String, in scope: Scope) async throws {
        guard kind == .identity else {
            return try await resources.look(in: scope) {
                try Self.require(kind, name, in: $0)
            }
        }
        guard let identity = try? IdentityName(parsing: name),
            try await identities.identity(named: identity, in: scope) != nil
        else { throw ServiceError.notFound("Email identity \(name) does not exist.") }
    }

    private static func require(
        _ kind: ResourceKind, _ name: String, in transaction: any ResourceTransaction
    ) throws {
        switch kind {
        case .identity: return
        case .configurationSet:
            guard try transaction.find(ConfigurationSet.self, name) != nil else {
                throw ConfigurationSet.unknown(name)
            }
        case .template:
            guard try transaction.find(EmailTemplate.self, name) != nil else {
                throw ServiceError.notFound("Template \(name) does not exist.")
            }
        }
    }

    /// The domain of an identity has one spelling, whatever the case.
    private static func canonical(
        _ kind: ResourceKind, _ name: String, in scope: Scope
    ) -> String {
        guard kind == .identity, let identity = try? IdentityName(parsing: name) else {
            return scope.arn(kind.rawValue, name)
        }
        return scope.arn(kind.rawValue, identity.description)
    }

    /// What an ARN names, with the refusals of SES in their order.
    private static func resource(
        _ text: String, in scope: Scope
    ) throws(ServiceError) -> (kind: ResourceKind, name: String) {
        guard let arn = ARN(text) else {
            throw .invalidParameter("Provided resource identifier is not an SES resource")
        }
        guard arn.service == "ses" else {
            throw .invalidParameter("Provided ARN is not in SES resource ARN format")
        }
        guard let kind = ResourceKind(rawValue: String(arn.resourceType)) else {
            throw .invalidParameter("Unsupported resource type: \(arn.resourceType)")
        }
        guard let name = arn.resourceName, !name.isEmpty else {
            throw .invalidParameter("Provided resource identifier is not an SES resource")
        }
        guard arn.region == scope.region.description else {
            throw .invalidParameter("Resource <\(text)> must be in the same region")
        }
        guard arn.account == scope.account.description else {
            throw .invalidParameter("Resource <\(text)> must be in the same account")
        }
        return (kind, String(name))
    }
}
