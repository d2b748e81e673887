import SESModel
import WaxwingCore

// Operations on tenants and their reputation.
extension SESHandlers {
    var tenants: TenantService {
        TenantService(resources: resources, identities: identities, clock: clock)
    }

    func registerTenants(on router: inout SESRouter) {
        router.serve(SESv2.CreateTenant.self) { try await create($0, $1) }
        router.serve(SESv2.GetTenant.self) { request, context in
            let scope = try context.scope
            let tenant = try await tenants.tenant(named: request.tenantName, in: scope)
            return SESv2.GetTenantResponse(tenant: tenant.shape(in: scope))
        }
        router.serve(SESv2.ListTenants.self) { try await list($0, $1) }
        router.serve(SESv2.DeleteTenant.self) { request, context in
            try await tenants.delete(request.tenantName, in: context.scope)
            return SESv2.DeleteTenantResponse()
        }
        router.serve(SESv2.PutTenantSuppressionAttributes.self) { request, context in
            let suppression = try Tenant.Suppression.pair(
                request.suppressionScope?.value, request.suppressedReasons?.map(\.value))
            try await tenants.update(request.tenantName, in: context.scope) {
                $0.suppression = suppression
            }
            return SESv2.PutTenantSuppressionAttributesResponse()
        }
        registerTenantResources(on: &router)
        registerReputation(on: &router)
    }

    private func create(
        _ request: SESv2.CreateTenantRequest, _ context: SESContext
    ) async throws -> SESv2.CreateTenantResponse {
        let scope = try context.scope
        let suppression = try request.suppressionAttributes.flatMap {
            try Tenant.Suppression.pair(
                $0.suppressionScope?.value, $0.suppressedReasons?.map(\.value))
        }
        let tenant = try await tenants.create(
            request.tenantName,
            tags: (request.tags ?? []).map { ResourceTag(key: $0.key, value: $0.value) },
            suppression: suppression, in: scope)
        let shape = tenant.shape(in: scope)
        return SESv2.CreateTenantResponse(
            tenantName: shape.tenantName, tenantId: shape.tenantId, tenantArn: shape.tenantArn,
            createdTimestamp: shape.createdTimestamp, tags: shape.tags,
            sendingStatus: shape.sendingStatus,
            suppressionAttributes: shape.suppressionAttributes)
    }

    private func list(
        _ request: SESv2.ListTenantsRequest, _ context: SESContext
    ) async throws -> SESv2.ListTenantsResponse {
        let scope = try context.scope
        let filter = request.filter ?? [:]
        try Self.checkKeys(of: filter, ["TENANT_NAME_CONTAINS", "SENDING_STATUS"])
        let status = try filter["SENDING_STATUS"].map { try Self.sendingStatus($0) }
        let name = filter["TENANT_NAME_CONTAINS"]?.lowercased()
        let page = try await filteredPage(
            of: Tenant.self, filter: "\(name ?? "")/\(status?.rawValue ?? "")",
            token: request.nextToken, size: Self.tenantPageSize(request.pageSize), in: scope,
            invalidToken: Self.invalidTenantToken
        ) { tenant in
            (status == nil || tenant.sendingStatus == status)
                && (name.map { tenant.name.lowercased().contains($0) } ?? true)
        }
        return SESv2.ListTenantsResponse(
            tenants: page.resources.map { tenant in
                SESv2.TenantInfo(
                    tenantName: tenant.name, tenantId: tenant.id, tenantArn: tenant.arn(in: scope),
                    createdTimestamp: tenant.createdAt, sendingStatus: tenant.sendingStatus.shape)
            }, nextToken: page.nextToken)
    }

    // MARK: What the lists of tenants have in common

    static func tenantPageSize(_ size: Int?) throws(ServiceError) -> Int {
        guard let size else { return 100 }
        guard (1...100).contains(size) else {
            throw .invalidParameter(
                "1 validation error detected: Value '\(size)' at 'pageSize' failed to satisfy "
                    + "constraint: Member must have value "
                    + (size < 1 ? "greater than or equal to 1" : "less than or equal to 100"))
        }
        return size
    }

    static func invalidTenantToken(_ token: String) -> SESError {
        guard !token.isEmpty else {
            return SESError(
                .validationError,
                "1 validation error detected: Value '' at 'nextToken' failed to satisfy "
                    + "constraint: Member must have length greater than or equal to 1")
        }
        return SESError(.invalidParameterValue, "Invalid Next Token")
    }

    /// The model allows these keys alone, and the decoder looks at values only.
    static func checkKeys(
        of filter: [String: String], _ keys: [String]
    ) throws(ServiceError) {
        guard filter.keys.allSatisfy(keys.contains) else {
            throw .invalidParameter(
                "1 validation error detected: Value at 'filter' failed to satisfy constraint: "
                    + "Map keys must satisfy constraint: [Member must satisfy enum value set: ["
                    + keys.joined(separator: ", ") + "]]")
        }
    }

    static func sendingStatus(_ text: String) throws(ServiceError) -> Tenant.SendingStatus {
        guard let status = Tenant.SendingStatus(rawValue: text) else {
            throw .invalidParameter("Invalid sending status \(text) specified.")
        }
        return status
    }
}

extension Tenant {
    func shape(in scope: Scope) -> SESv2.Tenant {
        SESv2.Tenant(
            tenantName: name, tenantId: id, tenantArn: arn(in: scope), createdTimestamp: createdAt,
            tags: tags.map { SESv2.Tag(key: $0.key, value: $0.value) },
            sendingStatus: sendingStatus.shape,
            suppressionAttributes: suppression.map {
                SESv2.TenantSuppressionAttributes(
                    suppressedReasons: $0.reasons.map(\.shape), suppressionScope: $0.scope.shape)
            })
    }
}

extension Tenant.SendingStatus {
    var shape: SESv2.SendingStatus {
        switch self {
        case .enabled: .enabled
        case .reinstated: .reinstated
        case .disabled: .disabled
        }
    }
}
