import Testing
import WaxwingStore
import WaxwingTesting

/// The contracts of the Core, on SQLite.
@Suite struct ContractTests {
    @Test(arguments: QueueStoreChecks.all)
    func queueKeepsItsPromise(check: StoreCheck<QueueStoreChecks.Store>) async throws {
        let store = try await TemporaryStore.make()
        try await check.run(store.service)
    }

    @Test(arguments: IdentityStoreChecks.all)
    func identitiesKeepTheirPromise(check: StoreCheck<IdentityStoreChecks.Store>) async throws {
        let store = try await TemporaryStore.make()
        try await check.run(store.service)
    }

    @Test(arguments: InboxStoreChecks.all)
    func inboxKeepsItsPromise(check: StoreCheck<InboxStoreChecks.Store>) async throws {
        let store = try await TemporaryStore.make()
        try await check.run(store.service)
    }

    @Test(arguments: ResourceStoreChecks.all)
    func resourcesKeepTheirPromise(check: StoreCheck<ResourceStoreChecks.Store>) async throws {
        let store = try await TemporaryStore.make()
        try await check.run(store.service)
    }

    @Test(arguments: AccountStoreChecks.all)
    func accountsKeepTheirPromise(check: StoreCheck<AccountStoreChecks.Store>) async throws {
        let store = try await TemporaryStore.make()
        try await check.run(store.service)
    }
}
