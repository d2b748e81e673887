import MailTypes
import Testing
import WaxwingCore
import WaxwingTesting

@testable import WaxwingStore

/// What comes of bounces and complaints: entries on suppression lists, and figures.
@Suite struct FeedbackTests {
    private static let worker = WorkerID("worker-1")
    private static let now = UnixTime.testStart

    /// A message to anna and bert, both on their way.
    private func store(
        _ change: (inout MessageRecord) -> Void = { _ in }
    ) async throws -> TemporaryStore {
        let store = try await TemporaryStore.make()
        var record = MessageRecord(
            operation: "SendEmail", source: "me@sender.example",
            sourceARN: "arn:aws:ses:us-east-1:000000000000:identity/sender.example",
            destinations: ["Anna <anna@Recipient.example>", "bert@recipient.example"],
            caller: "arn:aws:iam::000000000000:root")
        change(&record)
        try await store.service.accept(
            .sample(1, to: ["anna", "bert"], submission: .init(record: record, quotaCount: 2)),
            lease: Lease(worker: Self.worker, until: Self.now + .seconds(60)))
        return store
    }

    private func feedback(
        _ kind: RecipientFeedback.Kind, _ recipients: String...
    ) -> RecipientFeedback {
        RecipientFeedback(kind, of: recipients.map(Mailbox.recipient), feedbackID: "feedback-1")
    }

    private func bounce(_ index: Int, of name: String, in store: TemporaryStore) async throws {
        try await store.service.settle(
            [
                Settlement(
                    delivery: Delivery.ID(message: .init(number: 1), index: index), scope: .sample,
                    outcome: .bounced(reply: "550 5.1.1 No such user"),
                    feedback: feedback(.hardBounce, name))
            ], by: Self.worker, now: Self.now)
    }

    private func note(_ feedback: RecipientFeedback, in store: TemporaryStore) async throws {
        try await store.service.note(feedback, of: .init(number: 1), at: Self.now)
    }

    private func listed(
        in store: TemporaryStore, tenant: String = ""
    ) async throws -> [SuppressedDestination] {
        try await store.service.all(SuppressedDestination.self, under: tenant, in: .sample)
    }

    @Test func aHardBounceListsItsRecipientAndNoOther() async throws {
        let store = try await store()
        try await bounce(0, of: "anna", in: store)
        let list = try await listed(in: store)
        #expect(list.map(\.address) == ["anna@recipient.example"])
        #expect(list.first?.reason == .bounce)
        #expect(list.first?.messageID == NewMessage.sample(1).message.messageID)
        #expect(list.first?.feedbackID == "feedback-1")
        #expect(list.first?.lastUpdatedAt == Self.now)
    }

    @Test func aBounceThatWasNotThisWorkersListsNobody() async throws {
        let store = try await store()
        let other = Settlement(
            delivery: Delivery.ID(message: .init(number: 1), index: 0), scope: .sample,
            outcome: .bounced(reply: "550 5.1.1 No such user"),
            feedback: feedback(.hardBounce, "anna"))
        try await store.service.settle([other], by: WorkerID("worker-2"), now: Self.now)
        #expect(try await listed(in: store).isEmpty)
    }

    @Test func simulatedAddressesAreNeverListed() async throws {
        let store = try await store { $0.simulated = ["bert@recipient.example"] }
        try await bounce(1, of: "bert", in: store)
        try await note(feedback(.complaint, "bert"), in: store)
        #expect(try await listed(in: store).isEmpty)
    }

    @Test func complaintsAreCountedAndListed() async throws {
        let store = try await store()
        try await note(feedback(.complaint, "bert", "stranger"), in: store)
        #expect(try await listed(in: store).map(\.address) == ["bert@recipient.example"])
        let quarters = try await store.service.statistics(in: .sample, since: Self.now)
        #expect(quarters.map(\.complaints) == [1])
        // What is listed stays as it is.
        try await note(feedback(.hardBounce, "bert"), in: store)
        try await note(feedback(.notSpam, "bert"), in: store)
        #expect(try await listed(in: store).map(\.reason) == [.complaint])
    }

    @Test func reasonsThatAreNotWantedListNobody() async throws {
        let store = try await store()
        var settings = AccountSettings()
        settings.suppressedReasons = [.complaint]
        #expect(try await store.service.insert(settings, in: .sample))
        try await note(feedback(.hardBounce, "anna"), in: store)
        #expect(try await listed(in: store).isEmpty)
        try await note(feedback(.complaint, "anna"), in: store)
        #expect(try await listed(in: store).count == 1)
    }

    @Test func tenantsHaveAListOfTheirOwnThatForgets() async throws {
        let store = try await store { $0.tenant = "shop" }
        var tenant = Tenant(name: "shop", id: "tn-1", createdAt: Self.now)
        tenant.suppression = .init(scope: .tenant, reasons: [.bounce, .complaint])
        #expect(try await store.service.insert(tenant, in: .sample))
        try await note(feedback(.hardBounce, "anna"), in: store)
        try await note(feedback(.complaint, "bert"), in: store)
        #expect(try await listed(in: store).isEmpty)
        #expect(try await listed(in: store, tenant: "shop").count == 2)
        try await note(feedback(.notSpam, "anna", "bert"), in: store)
        #expect(
            try await listed(in: store, tenant: "shop").map(\.address) == ["anna@recipient.example"]
        )
    }

    @Test func anUnknownMessageChangesNothing() async throws {
        let store = try await TemporaryStore.make()
        try await note(feedback(.complaint, "anna"), in: store)
        #expect(try await listed(in: store).isEmpty)
        #expect(try await store.service.statistics(in: .sample, since: Self.now).isEmpty)
    }
}
