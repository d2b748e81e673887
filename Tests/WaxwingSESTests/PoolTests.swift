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
            #"POST /v2/email/configuration-sets {"ConfigurationSetName":"shared","DeliveryOptions":{"SendingPoolName":"ses-shared-pool"}}"#,
        ] {
            #expect(await bench.call(request).status == 200)
        }
        try await bench.verified("example.com")
        func poolOfNext(_ set: String?) async throws -> String? {
            let sent = await bench.call(
                "POST", "/v2/email/outbound-emails", HandlerTests.simple(set: set))
            #expect(sent.status == 200, "\(sent.body)")
            let queued = try await bench.queued()
            try await bench.store.removeAllMessages()
            return try #require(queued.first).message.handling.poolName
        }
        #expect(try await poolOfNext("s") == "p")
        #expect(try await poolOfNext("plain") == nil)
        #expect(try await poolOfNext("shared") == "ses-shared-pool")
        #expect(try await poolOfNext(nil) == nil)
        // A set keeps the name of a pool that is gone, and delivers as if it named none.
        #expect(await bench.call("DELETE /v2/email/dedicated-ip-pools/p").status == 200)
        #expect(try await poolOfNext("s") == nil)
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
