import MailTypes
import SESModel
import WaxwingCore

// Operations on the suppression lists of accounts and tenants.
extension SESHandlers {
    func registerSuppression(on router: inout SESRouter) {
        router.serve(SESv2.PutSuppressedDestination.self) { try await put($0, $1) }
        router.serve(SESv2.GetSuppressedDestination.self) { try await get($0, $1) }
        router.serve(SESv2.DeleteSuppressedDestination.self) { try await delete($0, $1) }
        router.serve(SESv2.ListSuppressedDestinations.self) { try await list($0, $1) }
    }

    /// Which list is meant: that of a tenant, which has to be there, or the account's own.
    private func list(of tenant: String?, in scope: Scope) async throws -> String {
        guard let tenant else { return "" }
        return try await tenants.tenant(named: tenant, in: scope).name
    }

    private func put(
        _ request: SESv2.PutSuppressedDestinationRequest, _ context: SESContext
    ) async throws -> SESv2.PutSuppressedDestinationResponse {
        let address = Self.listed(request.emailAddress)
        guard (try? IdentityName(parsing: address))?.isDomain == false else {
            throw ServiceError.invalidParameter("Invalid email address<\(request.emailAddress)>.")
        }
        guard try await !resources.settings(in: context.scope).isInSandbox else {
            throw ServiceError.invalidParameter(
                "An account in the sandbox cannot change its suppression list.")
        }
        let list = try await list(of: request.tenantName, in: context.scope)
        let destination = SuppressedDestination(
            address: address, reason: request.reason == .bounce ? .bounce : .complaint,
            lastUpdatedAt: clock.now(), tenant: list)
        try await resources.suppress(destination, in: context.scope)
        return SESv2.PutSuppressedDestinationResponse()
    }

    private func get(
        _ request: SESv2.GetSuppressedDestinationRequest, _ context: SESContext
    ) async throws -> SESv2.GetSuppressedDestinationResponse {
        let address = Self.listed(request.emailAddress)
        let list = try await list(of: request.tenantName, in: context.scope)
        let found = try await resources.find(
            SuppressedDestination.self, address, under: list, in: context.scope)
        guard let found else { throw Self.notSuppressed(address, request.tenantName) }
        return SESv2.GetSuppressedDestinationResponse(suppressedDestination: found.shape)
    }

    private func delete(
        _ request: SESv2.DeleteSuppressedDestinationRequest, _ context: SESContext
    ) async throws -> SESv2.DeleteSuppressedDestinationResponse {
        let address = Self.listed(request.emailAddress)
        let list = try await list(of: request.tenantName, in: context.scope)
        let removed = try await resources.remove(
            SuppressedDestination.self, address, under: list, in: context.scope)
        guard removed else { throw Self.notSuppressed(address, request.tenantName) }
        return SESv2.DeleteSuppressedDestinationResponse()
    }

    private func list(
        _ request: SESv2.ListSuppressedDestinationsRequest, _ context: SESContext
    ) async throws -> SESv2.ListSuppressedDestinationsResponse {
        let size = try listSize(request.pageSize, default: 1000, limit: 1000)
        let reasons = Set((request.reasons ?? []).map(\.rawValue))
        let (start, end) = (request.startDate, request.endDate)
        let limits = [start, end].map { $0.map { "\($0.milliseconds)" } ?? "" }
        let filter = (reasons.sorted() + limits).joined(separator: ",")
        let list = try await list(of: request.tenantName, in: context.scope)
        let page = try await filteredPage(
            of: SuppressedDestination.self, under: list, filter: filter,
            token: request.nextToken, size: size, in: context.scope,
            invalidToken: { SESError(.invalidNextToken, "Invalid NextToken <\($0)>.") },
            where: { destination in
                if let start, destination.lastUpdatedAt < start { return false }
                if let end, destination.lastUpdatedAt > end { return false }
                return reasons.isEmpty || reasons.contains(destination.reason.rawValue)
            })
        return SESv2.ListSuppressedDestinationsResponse(
            suppressedDestinationSummaries: page.resources.map {
                SESv2.SuppressedDestinationSummary(
                    emailAddress: $0.address, reason: $0.reason.shape,
                    lastUpdateTime: $0.lastUpdatedAt)
            }, nextToken: page.nextToken)
    }

    /// SES takes white space around an address for none.
    private static func listed(_ address: String) -> String {
        let end = address.lastIndex { !$0.isWhitespace }.map(address.index(after:))
        let trimmed = address[..<(end ?? address.startIndex)].drop(while: \.isWhitespace)
        return SuppressedDestination.listed(String(trimmed))
    }

    private static func notSuppressed(_ address: String, _ tenant: String?) -> ServiceError {
        let list = tenant == nil ? "suppression list" : "tenant suppression list"
        return .notFound("Email address \(address) does not exist on your \(list).")
    }
}

extension SuppressedDestination {
    fileprivate var shape: SESv2.SuppressedDestination {
        var attributes: SESv2.SuppressedDestinationAttributes?
        if messageID != nil || feedbackID != nil {
            attributes = .init(messageId: messageID, feedbackId: feedbackID)
        }
        return SESv2.SuppressedDestination(
            emailAddress: address, reason: reason.shape, lastUpdateTime: lastUpdatedAt,
            attributes: attributes, tenantName: tenant.isEmpty ? nil : tenant)
    }
}
