import SESModel
import WaxwingCore

extension SESHandlers {
    func registerTenantResources(on router: inout SESRouter) {
        router.serve(SESv2.CreateTenantResourceAssociation.self) { request, context in
            try await tenants.associate(
                request.tenantName, with: request.resourceArn, in: context.scope)
            return SESv2.CreateTenantResourceAssociationResponse()
        }
        router.serve(SESv2.DeleteTenantResourceAssociation.self) { request, context in
            try await tenants.dissociate(
                request.tenantName, from: request.resourceArn, in: context.scope)
            return SESv2.DeleteTenantResourceAssociationResponse()
        }
        router.serve(SESv2.ListTenantResources.self) { try await list($0, $1) }
        router.serve(SESv2.ListResourceTenants.self) { try await list($0, $1) }
    }

    private func list(
        _ request: SESv2.ListTenantResourcesRequest, _ context: SESContext
    ) async throws -> SESv2.ListTenantResourcesResponse {
        let scope = try context.scope
        let filter = request.filter ?? [:]
        try Self.checkKeys(of: filter, ["RESOURCE_TYPE"])
        let kind = try filter["RESOURCE_TYPE"].map { word in
            guard let kind = TenantService.ResourceKind(rawValue: word) else {
                throw ServiceError.invalidParameter("Invalid resource type \(word) specified.")
            }
            return kind
        }
        let size = try Self.tenantPageSize(request.pageSize)
        let tenant = try await tenants.tenant(named: request.tenantName, in: scope)
        let page = try await filteredPage(
            of: TenantAssociation.self, under: tenant.name,
            filter: "\(tenant.id)/\(kind?.rawValue ?? "")", token: request.nextToken, size: size,
            in: scope, invalidToken: Self.invalidTenantToken
        ) { kind == nil || $0.kind == kind }
        return SESv2.ListTenantResourcesResponse(
            tenantResources: page.resources.map {
                SESv2.TenantResource(resourceType: $0.kind?.shape, resourceArn: $0.resourceARN)
            }, nextToken: page.nextToken)
    }

    /// The oldest association comes first.
    private func list(
        _ request: SESv2.ListResourceTenantsRequest, _ context: SESContext
    ) async throws -> SESv2.ListResourceTenantsResponse {
        let scope = try context.scope
        let arn = try await tenants.knownResource(request.resourceArn, in: scope)
        let page = try await page(
            of: ResourceTenancy.self, under: arn, token: request.nextToken,
            size: Self.tenantPageSize(request.pageSize), in: scope,
            invalidToken: Self.invalidTenantToken)
        let names = page.resources.map(\.tenant)
        let tenants = try await resources.look(in: scope) { transaction in
            try names.map { try transaction.find(Tenant.self, $0) }
        }
        return SESv2.ListResourceTenantsResponse(
            resourceTenants: zip(page.resources, tenants).map { tenancy, tenant in
                SESv2.ResourceTenantMetadata(
                    tenantName: tenancy.tenant, tenantId: tenant?.id,
                    resourceArn: tenancy.resourceARN, associatedTimestamp: tenancy.associatedAt)
            }, nextToken: page.nextToken)
    }
}

extension TenantAssociation {
    fileprivate var kind: TenantService.ResourceKind? {
        ARN(resourceARN).flatMap { .init(rawValue: String($0.resourceType)) }
    }
}

extension TenantService.ResourceKind {
    fileprivate var shape: SESv2.ResourceType {
        switch self {
        case .identity: .emailIdentity
        case .configurationSet: .configurationSet
        case .template: .emailTemplate
        }
    }
}
