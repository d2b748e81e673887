import SESModel
import WaxwingCore

// The reputation of tenants, which are the only entities that have one.
extension SESHandlers {
    func registerReputation(on router: inout SESRouter) {
        router.serve(SESv2.GetReputationEntity.self) { request, context in
            let scope = try context.scope
            let tenant = try await tenants.tenant(
                withARN: request.reputationEntityReference, in: scope)
            return SESv2.GetReputationEntityResponse(reputationEntity: tenant.entity(in: scope))
        }
        router.serve(SESv2.ListReputationEntities.self) { try await list($0, $1) }
        router.serve(SESv2.UpdateReputationEntityCustomerManagedStatus.self) { request, context in
            try await tenants.setStatus(
                Self.sendingStatus(request.sendingStatus.rawValue),
                ofTenantWithARN: request.reputationEntityReference, in: context.scope)
            return SESv2.UpdateReputationEntityCustomerManagedStatusResponse()
        }
        router.serve(SESv2.UpdateReputationEntityPolicy.self) { request, context in
            try await tenants.setPolicy(
                request.reputationEntityPolicy,
                ofTenantWithARN: request.reputationEntityReference, in: context.scope)
            return SESv2.UpdateReputationEntityPolicyResponse()
        }
    }

    private func list(
        _ request: SESv2.ListReputationEntitiesRequest, _ context: SESContext
    ) async throws -> SESv2.ListReputationEntitiesResponse {
        let scope = try context.scope
        let filter = request.filter ?? [:]
        try Self.checkKeys(
            of: filter,
            ["ENTITY_TYPE", "REPUTATION_IMPACT", "SENDING_STATUS", "ENTITY_REFERENCE_PREFIX"])
        let status = try filter["SENDING_STATUS"].map { try Self.sendingStatus($0) }
        let prefix = filter["ENTITY_REFERENCE_PREFIX"] ?? ""
        if let type = filter["ENTITY_TYPE"], type != "RESOURCE" {
            throw ServiceError.invalidParameter("Invalid entity type \(type) specified.")
        }
        // Nothing is found out about reputations yet, so none has an impact.
        let impact = filter["REPUTATION_IMPACT"]
        if let impact, !["LOW", "HIGH"].contains(impact) {
            throw ServiceError.invalidParameter("Invalid reputation impact \(impact) specified.")
        }
        let page = try await filteredPage(
            of: Tenant.self,
            filter: "reputation/\(status?.rawValue ?? "")/\(impact ?? "")/\(prefix)",
            token: request.nextToken, size: Self.tenantPageSize(request.pageSize), in: scope,
            invalidToken: Self.invalidTenantToken
        ) { tenant in
            impact == nil && (status == nil || tenant.sendingStatus == status)
                && tenant.arn(in: scope).hasPrefix(prefix)
        }
        return SESv2.ListReputationEntitiesResponse(
            reputationEntities: page.resources.map { $0.entity(in: scope) },
            nextToken: page.nextToken)
    }
}

extension Tenant {
    fileprivate func entity(in scope: Scope) -> SESv2.ReputationEntity {
        SESv2.ReputationEntity(
            reputationEntityReference: arn(in: scope), reputationEntityType: .resource,
            reputationManagementPolicy: policy.arn(in: scope),
            customerManagedStatus: record(status), awsSesManagedStatus: record(serviceStatus),
            sendingStatusAggregate: sendingStatus.shape)
    }

    private func record(_ record: StatusRecord) -> SESv2.StatusRecord {
        SESv2.StatusRecord(
            status: record.status.shape, cause: record.cause,
            lastUpdatedTimestamp: record.updatedAt ?? createdAt)
    }
}
