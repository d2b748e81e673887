public import Logging

/// Keeps looking for the records of identities, at the times that each one's state calls for.
public struct IdentityVerifier: Sendable {
    private let identities: IdentityService
    private let store: any IdentityStore
    private let clock: any WallClock
    private let logger: Logger

    /// Identities checked at the same time.
    private static let concurrency = 16

    public init(
        identities: IdentityService, store: any IdentityStore, clock: any WallClock,
        logger: Logger
    ) {
        self.identities = identities
        self.store = store
        self.clock = clock
        self.logger = logger
    }

    /// Checks every identity that is due now.
    public func checkDueIdentities() async throws {
        while true {
            let due = try await store.identitiesToCheck(at: clock.now(), limit: Self.concurrency)
            await withDiscardingTaskGroup { group in
                for (scope, identity) in due {
                    group.addTask { await check(identity, in: scope) }
                }
            }
            if due.count < Self.concurrency { return }
        }
    }

    private func check(_ identity: Identity, in scope: Scope) async {
        do {
            try await identities.check(identity, in: scope)
        } catch {
            logger.error(
                "identity could not be checked",
                metadata: ["identity": "\(identity.name)", "error": "\(error)"])
        }
    }
}
