import Testing
import WaxwingCore
import WaxwingStore
import WaxwingTesting

@testable import WaxwingSES

@Suite struct TenantTests {
    static let scope = Scope(account: .development, region: .standard)
    static let set = scope.arn("configuration-set", "s")
    static let identity = scope.arn("identity", "example.com")

    /// A tenant `t` with everything that it sends with.
    static func bench() async throws -> ServiceBench {
        let bench = try await ServiceBench()
        try await bench.verified("example.com")
        for request in [
            #"POST /v2/email/configuration-sets {"ConfigurationSetName":"s"}"#,
            #"POST /v2/email/tenants {"TenantName":"t"}"#,
            #"POST /v2/email/tenants/resources {"TenantName":"t","ResourceArn":"\#(set)"}"#,
            // Domains have one spelling, whatever the case.
            #"POST /v2/email/tenants/resources {"TenantName":"t","ResourceArn":"arn:aws:ses:us-east-1:000000000000:identity/Example.COM"}"#,
        ] {
            #expect(await bench.call(request).status == 200)
        }
        return bench
    }

    private func mayUse(
        _ resources: [String], as tenant: String = "t", in bench: ServiceBench
    ) async throws -> Tenant {
        try await bench.store.look(in: Self.scope) {
            try $0.tenant(named: tenant, sendingWith: resources, in: Self.scope)
        }
    }

    @Test func sendsWithWhatIsItsOwn() async throws {
        let bench = try await Self.bench()
        #expect(try await mayUse([Self.identity, Self.set], in: bench).name == "t")
        let other = Self.scope.arn("template", "x")
        await #expect(
            throws: ServiceError.accessDenied("Tenant not associated with resources [\(other)].")
        ) { try await mayUse([Self.identity, other], in: bench) }
        await #expect(
            throws: ServiceError.notFound("Tenant u for AwsAccountId 000000000000 not found.")
        ) { try await mayUse([], as: "u", in: bench) }
    }

    @Test func sendsNothingWhileItIsOff() async throws {
        let bench = try await Self.bench()
        try await bench.store.update(Tenant.self, "t", in: Self.scope) {
            $0.status.status = .disabled
        }
        await #expect(
            throws: ServiceError.refused(
                code: "AccountSendingPausedException", "Sending paused for tenant <t>.")
        ) { try await mayUse([Self.identity], in: bench) }
    }

    @Test(arguments: [
        ("DELETE /v2/email/identities/EXAMPLE.com", identity),
        ("DELETE /v2/email/configuration-sets/s", set),
    ])
    func keepsItsResources(request: String, arn: String) async throws {
        let bench = try await Self.bench()
        let answer = await bench.call(request)
        #expect(answer.type == "BadRequestException")
        #expect(answer.body.contains("Cannot delete <\(arn)> because it has tenant associations."))
        let gone = await bench.call(#"POST /v2/email/tenants/delete {"TenantName":"t"}"#)
        #expect(gone.status == 200)
        #expect(await bench.call(request).status == 200)
    }

    @Test func takesItsSuppressionListAlong() async throws {
        let bench = try await Self.bench()
        for tenant in ["t", ""] {
            _ = try await bench.store.insert(
                SuppressedDestination(
                    address: "a@b.example", reason: .bounce, lastUpdatedAt: bench.clock.now(),
                    tenant: tenant), in: Self.scope)
        }
        _ = await bench.call(#"POST /v2/email/tenants/delete {"TenantName":"t"}"#)
        let left = try await bench.store.look(in: Self.scope) {
            try $0.count(SuppressedDestination.self, under: "t")
        }
        #expect(left == 0)
        let account = try await bench.store.find(
            SuppressedDestination.self, "a@b.example", in: Self.scope)
        #expect(account != nil)
    }

    @Test func anIdentityWithACertificateIsKept() async throws {
        let bench = try await ServiceBench()
        try await bench.verified("me@example.com")
        let certificate = "arn:aws:acm:us-east-1:000000000000:certificate/x"
        let associate = await bench.call(
            #"POST /v2/email/identity/certificates {"EmailIdentity":"me@example.com","CertificateArn":"\#(certificate)"}"#
        )
        #expect(associate.status == 200)
        let v2 = await bench.call("DELETE /v2/email/identities/me@example.com")
        #expect(v2.body.contains("because it has certificates associated with it."))
        let v1 = await bench.call(
            "POST / Action=DeleteIdentity&Identity=me@example.com&Version=2010-12-01")
        #expect(v1.body.contains("<Code>InvalidParameterValue</Code>"))
    }
}
