import MailTypes
import Testing
import WaxwingCore
import WaxwingStore
import WaxwingTesting

@testable import WaxwingSES

/// What the clients' tests cannot reach: long lists, the sandbox, time going by.
@Suite struct ContentTests {
    private let scope = Scope(account: .development, region: .standard)

    @Test func aFilteredPageLooksAtBoundedlyMany() async throws {
        let bench = try await ServiceBench()
        let clock = bench.clock
        // The only complaint stands behind everything that one page looks at.
        try await bench.store.change(in: scope) { transaction in
            for number in 0..<10_500 {
                let name = String(String(1_000_000 + number).dropFirst())
                _ = try transaction.insert(
                    SuppressedDestination(
                        address: "\(name)@example.com", reason: .bounce,
                        lastUpdatedAt: clock.now()))
            }
            _ = try transaction.insert(
                SuppressedDestination(
                    address: "z@example.com", reason: .complaint, lastUpdatedAt: clock.now()))
        }
        let path = "/v2/email/suppression/addresses?Reason=COMPLAINT"
        let first = await bench.call("GET", path)
        #expect(first.body.contains("\"SuppressedDestinationSummaries\":[]"))
        let parts = first.body.split(separator: "\"NextToken\":\"")
        let token = try #require(parts.last?.split(separator: "\"").first)
        let query = token.replacing("+", with: "%2B").replacing("/", with: "%2F")
            .replacing("=", with: "%3D")
        let second = await bench.call("GET", path + "&NextToken=\(query)")
        #expect(second.body.contains("z@example.com"), "\(second.body)")
        #expect(!second.body.contains("NextToken"))
    }

    @Test func tenantsHaveListsOfTheirOwn() async throws {
        let bench = try await ServiceBench()
        let body =
            "{\"EmailAddress\":\"a@Example.com\",\"Reason\":\"BOUNCE\",\"TenantName\":\"one\"}"
        let early = await bench.call("PUT", "/v2/email/suppression/addresses", body)
        #expect(early.type == "NotFoundException")
        for tenant in ["one", "two"] {
            let made = await bench.call(
                "POST", "/v2/email/tenants", "{\"TenantName\":\"\(tenant)\"}")
            #expect(made.status == 200)
        }
        let put = await bench.call("PUT", "/v2/email/suppression/addresses", body)
        #expect(put.status == 200)
        let path = "/v2/email/suppression/addresses/a%40example.com"
        #expect(await bench.call("GET", path).status == 404)
        let there = await bench.call("GET", path + "?TenantName=one")
        #expect(there.body.contains("\"TenantName\":\"one\""))
        let elsewhere = await bench.call("GET", path + "?TenantName=two")
        #expect(elsewhere.body.contains("does not exist on your tenant suppression list."))
        let listed: Mailbox = try Mailbox(parsing: "a@EXAMPLE.com")
        let other: Mailbox = try Mailbox(parsing: "A@example.com")
        let found = try await bench.store.suppression(
            of: [listed, other], in: scope, tenant: "one")
        #expect(found.mapValues(\.reason) == [listed: .bounce])
        #expect(try await bench.store.suppression(of: [listed], in: scope).isEmpty)
    }

    @Test func theSandboxChangesNoSuppressionList() async throws {
        let bench = try await ServiceBench()
        try await bench.store.updateSettings(in: scope) { $0.isInSandbox = true }
        let put = await bench.call(
            "PUT", "/v2/email/suppression/addresses",
            "{\"EmailAddress\":\"a@example.com\",\"Reason\":\"BOUNCE\"}")
        #expect(put.type == "BadRequestException")
    }

    private static let template =
        "{\"TemplateName\":\"t\",\"FromEmailAddress\":\"me@example.com\","
        + "\"TemplateSubject\":\"s\",\"TemplateContent\":\"c\","
        + "\"SuccessRedirectionURL\":\"https://app.example/yes\","
        + "\"FailureRedirectionURL\":\"https://app.example/no\"}"

    @Test func theSandboxSendsNoCustomVerificationMail() async throws {
        let bench = try await ServiceBench()
        try await bench.verified("example.com")
        _ = await bench.call(
            "POST", "/v2/email/custom-verification-email-templates", Self.template)
        try await bench.store.updateSettings(in: scope) { $0.isInSandbox = true }
        let send = await bench.call(
            "POST", "/",
            "Action=SendCustomVerificationEmail&Version=2010-12-01&TemplateName=t"
                + "&EmailAddress=new@elsewhere.example")
        #expect(send.body.contains("<Code>ProductionAccessNotGranted</Code>"))
        #expect(try await bench.store.queueLength() == 0)
    }

    @Test func aLateLinkLeadsToThePageForFailure() async throws {
        let bench = try await ServiceBench()
        try await bench.verified("example.com")
        _ = await bench.call(
            "POST", "/v2/email/custom-verification-email-templates", Self.template)
        let send = await bench.call(
            "POST", "/v2/email/outbound-custom-verification-emails",
            "{\"EmailAddress\":\"new@elsewhere.example\",\"TemplateName\":\"t\"}")
        #expect(send.status == 200)
        #expect(try await bench.store.queueLength() == 1)
        let name = try IdentityName(parsing: "new@elsewhere.example")
        let token = try #require(try await bench.store.identity(named: name, in: scope))
            .verificationToken
        bench.clock.advance(by: .seconds(86_400))
        #expect(
            try await bench.identities.confirmAddress(token: token)
                == .expired(redirect: "https://app.example/no"))
        #expect(try await bench.identities.confirmAddress(token: "other") == .unknown)
        // The service's own mail leads to its own page.
        try await bench.identities.verifyAddress(
            try Mailbox(parsing: "new@elsewhere.example"), in: scope)
        let again = try #require(try await bench.store.identity(named: name, in: scope))
        #expect(
            try await bench.identities.confirmAddress(token: again.verificationToken)
                == .verified(redirect: nil))
    }
}
