import MailTypes
import SESModel
import WaxwingCore

// Operations on pools and addresses.
extension SESHandlers {
    func registerDedicatedIPs(on router: inout SESRouter) {
        registerPools(on: &router)
        registerAddresses(on: &router)
        router.serve(SESv2.PutAccountDedicatedIpWarmupAttributes.self) { request, context in
            try await resources.updateSettings(in: context.scope) {
                $0.dedicatedIPAutoWarmup = request.autoWarmupEnabled ?? false
            }
            return SESv2.PutAccountDedicatedIpWarmupAttributesResponse()
        }
    }

    private func registerPools(on router: inout SESRouter) {
        router.serve(SESv2.CreateDedicatedIpPool.self) { request, context in
            let tags = (request.tags ?? []).map { ResourceTag(key: $0.key, value: $0.value) }
            try await resources.create(
                DedicatedIPPool(
                    name: request.poolName,
                    scalingMode: request.scalingMode == .managed ? .managed : .standard,
                    tags: tags), in: context.scope)
            return SESv2.CreateDedicatedIpPoolResponse()
        }
        router.serve(SESv2.GetDedicatedIpPool.self) { request, context in
            let pool = try await pool(request.poolName, in: context.scope)
            return SESv2.GetDedicatedIpPoolResponse(
                dedicatedIpPool: SESv2.DedicatedIpPool(
                    poolName: pool.name,
                    scalingMode: pool.scalingMode == .managed ? .managed : .standard))
        }
        router.serve(SESv2.ListDedicatedIpPools.self) { request, context in
            let page = try await page(
                of: DedicatedIPPool.self, token: request.nextToken,
                size: Self.poolPageSize(request.pageSize), in: context.scope,
                invalidToken: Self.invalidPoolToken)
            return SESv2.ListDedicatedIpPoolsResponse(
                dedicatedIpPools: page.resources.map(\.name), nextToken: page.nextToken)
        }
        router.serve(SESv2.DeleteDedicatedIpPool.self) { request, context in
            try DedicatedIPPool.check(name: request.poolName)
            guard
                try await resources.remove(
                    DedicatedIPPool.self, request.poolName, in: context.scope)
            else { throw DedicatedIPPool.unknown(request.poolName) }
            return SESv2.DeleteDedicatedIpPoolResponse()
        }
        router.serve(SESv2.PutDedicatedIpPoolScalingAttributes.self) { request, context in
            try await resources.setScaling(
                request.scalingMode == .managed ? .managed : .standard,
                ofPool: request.poolName, in: context.scope)
            return SESv2.PutDedicatedIpPoolScalingAttributesResponse()
        }
    }

    /// No account has addresses of its own: which ones deliver is a matter of the machine. SES
    /// answers so to accounts that lease none.
    private func registerAddresses(on router: inout SESRouter) {
        router.serve(SESv2.GetDedicatedIps.self) { request, context in
            _ = try Self.poolPageSize(request.pageSize)
            if let token = request.nextToken { throw Self.invalidPoolToken(token) }
            if let name = request.poolName { _ = try await pool(name, in: context.scope) }
            return SESv2.GetDedicatedIpsResponse(dedicatedIps: [])
        }
        router.serve(SESv2.GetDedicatedIp.self) { request, _ in
            throw try Self.unknownDedicated(request.ip)
        }
        router.serve(SESv2.PutDedicatedIpInPool.self) { request, _ in
            guard request.destinationPoolName.contains(where: { !$0.isWhitespace }) else {
                throw ServiceError.invalidParameter("Pool name can't be blank.")
            }
            throw try Self.unknownDedicated(request.ip)
        }
        router.serve(SESv2.PutDedicatedIpWarmupAttributes.self) { request, _ in
            guard (0...100).contains(request.warmupPercentage) else {
                throw ServiceError.invalidParameter("Warmup Percentage must be between 0 and 100.")
            }
            throw try Self.unknownDedicated(request.ip)
        }
    }

    private func pool(_ name: String, in scope: Scope) async throws -> DedicatedIPPool {
        try DedicatedIPPool.check(name: name)
        guard let pool = try await resources.find(DedicatedIPPool.self, name, in: scope) else {
            throw DedicatedIPPool.unknown(name)
        }
        return pool
    }

    private static func unknownDedicated(_ text: String) throws(ServiceError) -> ServiceError {
        guard IPAddress(parsing: text) != nil else {
            throw .invalidParameter("Invalid IP address <\(text)>.")
        }
        return unknownAddress(text)
    }

    static func unknownAddress(_ address: String) -> ServiceError {
        .notFound("Could not find dedicated IP <\(address)> under this account.")
    }

    private static func poolPageSize(_ size: Int?) throws(ServiceError) -> Int {
        let size = size ?? 100
        guard (1...1000).contains(size) else {
            throw .invalidParameter("The page size must be between 1 and 1000")
        }
        return size
    }

    private static func invalidPoolToken(_ token: String) -> SESError {
        SESError(.invalidParameterValue, "Invalid NextToken <\(token)>.")
    }
}
