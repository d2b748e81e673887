/// Everything an account can do with its tenants.
public struct TenantService: Sendable {
    let resources: any ResourceStore
    let identities: IdentityService
    let clock: any WallClock

    public init(
        resources: any ResourceStore, identities: IdentityService, clock: any WallClock
    ) {
        self.resources = resources
        self.identities = identities
        self.clock = clock
    }

    public func create(
        _ name: String, tags: [ResourceTag], suppression: Tenant.Suppression?, in scope: Scope
    ) async throws -> Tenant {
        try Tenant.check(name: name)
        try tags.check()
        var tenant = Tenant(name: name, id: Tenant.newID(), createdAt: clock.now(), tags: tags)
        tenant.suppression = suppression
        return try await resources.change(in: scope) { [tenant] transaction in
            guard try transaction.find(Tenant.self, name) == nil else {
                throw ServiceError.alreadyExists(
                    "Tenant with name \(name) already exists in account \(scope.account)")
            }
            guard try transaction.count(Tenant.self) < Tenant.countLimit else {
                throw ServiceError.limitExceeded(
                    "Cannot have more than \(Tenant.countLimit) tenants.")
            }
            _ = try transaction.insert(tenant)
            return tenant
        }
    }

    public func tenant(named name: String, in scope: Scope) async throws -> Tenant {
        try Tenant.check(name: name)
        guard let tenant = try await resources.find(Tenant.self, name, in: scope) else {
            throw Tenant.unknown(name)
        }
        return tenant
    }

    public func update(
        _ name: String, in scope: Scope,
        _ change: @escaping @Sendable (inout Tenant) throws -> Void
    ) async throws {
        try Tenant.check(name: name)
        let changed = try await resources.update(Tenant.self, name, in: scope, change)
        guard changed != nil else { throw Tenant.unknown(name) }
    }

    /// Removes the tenant, its suppression list and its associations; the resources stay.
    public func delete(_ name: String, in scope: Scope) async throws {
        try Tenant.check(name: name)
        try await resources.change(in: scope) { transaction in
            guard try transaction.remove(Tenant.self, name) else { throw Tenant.unknown(name) }
            for association in try transaction.all(TenantAssociation.self, under: name) {
                let other = association.ofResource
                _ = try transaction.remove(ResourceTenancy.self, other.name, under: other.parent)
            }
            _ = try transaction.removeAll(TenantAssociation.self, under: name)
            _ = try transaction.removeAll(SuppressedDestination.self, under: name)
        }
    }
}
