import Foundation
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import WaxwingConsole
import WaxwingCore

/// The administration of a running service on a Unix-domain socket, which only the owner of the data
/// reaches: the commands find it in the data folder.
struct AdministrationListener: Service {
    let path: String
    let administration: Administration
    let loops: any EventLoopGroup
    let logger: Logger

    func run() async throws {
        // Whoever holds the folder's lock owns the socket: one that is there is of a process that
        // is no more.
        unlink(path)
        // Between its making and the change of its mode, nobody else may reach it.
        _ = umask(0o077)
        let reachable = SocketPath(path)
        // It keeps the folder open until the socket is bound.
        defer { withExtendedLifetime(reachable) { _ = unlink(path) } }
        let routes = AdministrationRoutes(administration, access: .everybody, logger: logger)
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .warning)
        let application = Application(
            responder: AdministrationResponder(routes: routes),
            configuration: .init(
                address: .unixDomainSocket(path: reachable.path), serverName: "waxwing"),
            onServerRunning: { [path] _ in chmod(path, 0o600) },
            eventLoopGroupProvider: .shared(loops), logger: quiet)
        try await application.run()
    }
}

private struct AdministrationResponder: HTTPResponder {
    let routes: AdministrationRoutes

    func respond(to request: Request, context: BasicRequestContext) async -> Response {
        await routes.respond(to: request) ?? Response(status: .notFound)
    }
}
