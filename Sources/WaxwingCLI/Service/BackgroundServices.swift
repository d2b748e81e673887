import Logging
import MailTypes
import ServiceLifecycle
import WaxwingCore

/// A listener that is already up: stays until graceful shutdown, then ends.
struct ListenerService: Service {
    let shutDown: @Sendable () async -> Void

    func run() async throws {
        try? await gracefulShutdown()
        await shutDown()
    }
}

/// Says that identities may be worth a look.
struct VerificationSignal: Sendable {
    let raised: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() {
        (raised, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    func raise() { continuation.yield() }

    func finish() { continuation.finish() }
}

/// Checks identities when something may have changed, and once a second those that are due.
struct IdentityVerification: Service {
    let verifier: IdentityVerifier
    let signal: VerificationSignal
    let logger: Logger

    func run() async throws {
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                let ticker = group.addTaskUnlessCancelled {
                    while !Task.isCancelled, !Task.isShuttingDownGracefully {
                        try? await Task.sleep(for: .seconds(1))
                        signal.raise()
                    }
                }
                guard ticker else { return }
                for await _ in signal.raised {
                    do {
                        try await verifier.checkDueIdentities()
                    } catch {
                        logger.error("identities not checked", metadata: ["error": "\(error)"])
                    }
                }
            }
        } onGracefulShutdown: {
            signal.finish()
        }
    }
}

/// Drops what is known of messages that ended long ago, a little at a time.
struct Housekeeping: Service {
    /// How long a report that comes back still finds its sender.
    static let retention = Duration.seconds(14 * 86_400)
    static let batchSize = 1000

    let store: any QueueStore
    let clock: any WallClock
    let logger: Logger

    func run() async throws {
        while !Task.isShuttingDownGracefully {
            do {
                try await cancelWhenGracefulShutdown {
                    try await Task.sleep(for: .seconds(60))
                    var dropped = Self.batchSize
                    while dropped == Self.batchSize {
                        dropped = try await store.forgetMessages(
                            acceptedBefore: clock.now() - Self.retention, limit: Self.batchSize)
                    }
                }
            } catch is CancellationError {
                return
            } catch {
                logger.error("old messages not dropped", metadata: ["error": "\(error)"])
            }
        }
    }
}
