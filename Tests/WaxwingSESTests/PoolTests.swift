import MailTypes
import Testing
import WaxwingCore
import WaxwingStore

@testable import WaxwingSES

@Suite struct PoolTests {
    @Test func aMessageLeavesThroughThePoolOfItsConfigurationSet() async throws {
        let bench = try await ServiceBench()
        for request in [
            #"POST /v2/email/dedicated-ip-pools {"PoolName":"p"}"#,
            #"POST /v2/email/configuration-sets {"ConfigurationSetName":"s","DeliveryOptions":{"SendingPoolName":"p"}}"#,
            #"POST /v2/email/configuration-sets {"ConfigurationSetName":"plain"}"#,
        ] {
            #expect(await bench.call(request).status == 200)
        }
        let scope = TenantTests.scope
        #expect(try await bench.store.sendingPool(ofConfigurationSet: "s", in: scope) == "p")
        #expect(try await bench.store.sendingPool(ofConfigurationSet: "plain", in: scope) == nil)
        #expect(try await bench.store.sendingPool(ofConfigurationSet: "none", in: scope) == nil)
        _ = await bench.call("DELETE /v2/email/dedicated-ip-pools/p")
        #expect(try await bench.store.sendingPool(ofConfigurationSet: "s", in: scope) == nil)
    }

    @Test(arguments: [
        ([], false, false), ([("waxwing:keep-message-id", "true")], true, false),
        ([("waxwing:keep-message-id", "false")], false, false),
        ([("waxwing:rendering-errors-at-once", "true"), ("team", "a")], false, true),
    ])
    func reservedTagsSwitchOptions(
        tags: [(String, String)], keepsID: Bool, reportsAtOnce: Bool
    ) throws {
        var set = ConfigurationSet(name: "s", createdAt: .init(milliseconds: 0))
        set.tags = tags.map { ResourceTag(key: $0.0, value: $0.1) }
        #expect(set.keepsMessageID == keepsID)
        #expect(set.reportsRenderingErrorsAtOnce == reportsAtOnce)
        set.keepsMessageID.toggle()
        #expect(set.keepsMessageID == !keepsID)
        #expect(set.reportsRenderingErrorsAtOnce == reportsAtOnce)
    }
}
