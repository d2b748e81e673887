import MailTypes
import Testing
import WaxwingCore
import WaxwingTesting

@Suite struct ResourceDirectoryTests {
    private struct Setup {
        let store: TemporaryStore
        let clock = ManualClock()
        let directory: ResourceDirectory

        init() async throws {
            store = try await TemporaryStore.make()
            directory = ResourceDirectory(store: store.service, clock: clock)
        }
    }

    private func set(_ name: String) -> ConfigurationSet {
        ConfigurationSet(name: name, createdAt: .testStart)
    }

    @Test func changesMadeThroughItAreSeenAtOnce() async throws {
        let setup = try await Setup()
        let directory = setup.directory
        #expect(try await directory.recent(ConfigurationSet.self, "a", in: .sample) == nil)
        #expect(try await directory.insert(set("a"), in: .sample))
        #expect(try await directory.recent(ConfigurationSet.self, "a", in: .sample) == set("a"))
        try await directory.update(ConfigurationSet.self, "a", in: .sample) {
            $0.sendingEnabled = false
        }
        let changed = try await directory.recent(ConfigurationSet.self, "a", in: .sample)
        #expect(changed?.sendingEnabled == false)
        #expect(try await directory.remove(ConfigurationSet.self, "a", in: .sample))
        #expect(try await directory.recent(ConfigurationSet.self, "a", in: .sample) == nil)
    }

    @Test func changesOfOthersAreSeenInTwoSeconds() async throws {
        let setup = try await Setup()
        let directory = setup.directory
        #expect(try await directory.recent(ConfigurationSet.self, "a", in: .sample) == nil)
        #expect(try await setup.store.service.insert(set("a"), in: .sample))
        #expect(try await directory.recent(ConfigurationSet.self, "a", in: .sample) == nil)
        setup.clock.advance(by: .seconds(2))
        #expect(try await directory.recent(ConfigurationSet.self, "a", in: .sample) == set("a"))
    }

    @Test func scopesAndKindsAreKeptApart() async throws {
        let setup = try await Setup()
        let directory = setup.directory
        #expect(try await directory.insert(set("a"), in: .sample))
        #expect(try await directory.recent(ConfigurationSet.self, "a", in: .sample) != nil)
        #expect(try await directory.recent(ConfigurationSet.self, "a", in: .otherRegion) == nil)
        #expect(try await directory.recent(ConfigurationSet.self, "a", in: .otherAccount) == nil)
        #expect(try await directory.recent(EmailTemplate.self, "a", in: .sample) == nil)
        try await directory.removeAllResources()
        #expect(try await directory.recent(ConfigurationSet.self, "a", in: .sample) == nil)
    }

    @Test func knowsWhetherAListIsEmpty() async throws {
        let setup = try await Setup()
        let directory = setup.directory
        #expect(try await !directory.hasRecent(SuppressedDestination.self, in: .sample))
        let entry = SuppressedDestination(
            address: "a@b.example", reason: .bounce, lastUpdatedAt: .testStart)
        #expect(try await directory.insert(entry, in: .sample))
        #expect(try await directory.hasRecent(SuppressedDestination.self, in: .sample))
        #expect(
            try await directory.remove(SuppressedDestination.self, "a@b.example", in: .sample))
        #expect(try await !directory.hasRecent(SuppressedDestination.self, in: .sample))
    }
}
