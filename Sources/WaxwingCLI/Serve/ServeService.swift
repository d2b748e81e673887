import DNS
import Hummingbird
import Logging
import MailTransport
import MailTypes
import NIOPosix
import SMTP
import ServiceLifecycle
import UnixSignals
import WaxwingCore
import WaxwingMTA
import WaxwingSES
import WaxwingStore

/// `waxwing serve`, wired: the roles of the configuration around the core of the service.
struct ServeService {
    let configuration: ServeConfiguration
    let database: SQLiteDatabase
    let core: MailCore
    let state: ServiceState
    let services: [any Service]
    let logger: Logger

    /// Serves until SIGINT or SIGTERM; then what is under way has its time to end.
    func run() async throws {
        var group = ServiceGroupConfiguration(
            services: services.map { .init(service: $0) },
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger.quiet)
        group.maximumGracefulShutdownDuration =
            configuration.shutdownDelay + configuration.shutdownGrace
        let started = ContinuousClock.now
        do {
            try await ServiceGroup(configuration: group).run()
        } catch  where state.phase == .draining {
            logger.warning("not everything ended in time", metadata: ["error": "\(error)"])
        }
        // What waited in memory is due for whoever runs next, and not only after its lease.
        try? await core.queueStore.endLeases(exceptOf: WorkerID(""))
        await database.close()
        logger.notice(
            "ended", metadata: ["uptime": "\(started.duration(to: .now).milliseconds / 1000) s"])
    }
}
