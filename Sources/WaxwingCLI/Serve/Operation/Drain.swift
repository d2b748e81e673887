import Foundation
import Logging
import ServiceLifecycle

/// The first to learn that the service is to end: says so to load balancers, and leaves them time
/// to hear it before the listeners close.
struct Drain: Service {
    let state: ServiceState
    /// Listeners that open while the service begins to run.
    let doorCount: Int
    let delay: Duration
    let manager: ServiceManager
    /// Says that everything is up.
    let announce: @Sendable () -> Void
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown { [state, doorCount] in
            await state.waitForDoors(doorCount)
        }
        state.becameReady()
        manager.ready()
        announce()
        // Cancelled is what this is when another service has failed: then nothing is drained.
        guard (try? await gracefulShutdown()) != nil else { return }
        state.beganDraining()
        manager.stopping()
        logger.notice("draining: no new work is taken")
        // The task is not cancelled by a graceful shutdown, so this is slept through.
        if delay > .zero { try? await Task.sleep(for: delay) }
    }
}

/// Ends several services at once instead of one behind the other, so that the time they have in
/// common is the time that each of them has.
struct Together: Service {
    let services: [any Service]

    func run() async throws {
        try await withThrowingDiscardingTaskGroup { group in
            // Without any, this is still to last until the end.
            group.addTask { try? await gracefulShutdown() }
            for service in services { group.addTask { try await service.run() } }
        }
    }
}

/// Cuts off what has not ended when its time is up: what was acknowledged is on disk, so nothing
/// is lost by it.
struct Deadline: Service {
    /// For the last writes, behind the grace.
    static let margin = Duration.seconds(5)

    let grace: Duration
    let logger: Logger

    func run() async throws {
        try? await gracefulShutdown()
        let (grace, logger) = (grace, logger)
        Task.detached {
            try? await Task.sleep(for: grace + Self.margin)
            logger.error("what was under way has not ended in time, and is cut off")
            exit(CommandStatus.problem.rawValue)
        }
    }
}
