import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import MailTransport
import NIOCore
import ServiceLifecycle
import WaxwingConsole
import WaxwingCore
import WaxwingSES
import WaxwingStore

extension ServeWiring {
    func webApplications(
        _ core: MailCore, _ accounts: Accounts, _ certificates: TLSCertificates?
    ) async throws -> [Door] {
        guard !configuration.roles.isDisjoint(with: [.api, .web]) else { return [] }
        let api =
            configuration.roles.contains(.api)
            ? SESHTTPService(
                router: core.router(
                    verifier: .strict(accounts, regions: configuration.regions),
                    throttle: throttle, observer: metrics.observe)) : nil
        let console = configuration.roles.contains(.web) ? console(core) : nil
        let administration = try administration(accounts)
        let clients = ProxiedClients()
        func frontEnd(isSecure: Bool) -> ServeFrontEnd {
            ServeFrontEnd(
                api: api, console: console, administration: administration, isSecure: isSecure,
                proxies: configuration.api.trustedProxies, clients: clients)
        }
        var doors: [Door] = []
        for endpoint in configuration.api.listen {
            doors.append(
                try await application(
                    frontEnd(isSecure: false), "api", at: endpoint, key: "api.listen",
                    server: proxied(clients) { $0 }))
        }
        guard let certificates else { return doors }
        for endpoint in configuration.api.listenTLS {
            doors.append(
                try await application(
                    frontEnd(isSecure: true), "api over TLS", at: endpoint, key: "api.listen-tls",
                    server: proxied(clients) {
                        try TLSChannel($0, tlsConfiguration: certificates.configuration)
                    }))
        }
        return doors
    }

    private var throttle: CallThrottle? {
        let rate = configuration.api.callsPerSecond
        return rate > 0 ? CallThrottle(callsPerSecond: rate, clock: clock) : nil
    }

    /// Over HTTP only for who knows the token; without a token there is the socket alone.
    private func administration(_ accounts: Accounts) throws -> AdministrationRoutes? {
        guard let path = configuration.adminTokenFile else { return nil }
        let text = try BoundedFile.readText(path, limit: 64 * 1024)
        let token = SecretText(String(text.prefix { !$0.isNewline }))
        return AdministrationRoutes(
            accounts.administration, access: .token(token, throttle: accounts.throttle),
            logger: logger)
    }

    private func console(_ core: MailCore) -> ConsoleRoutes {
        let identities = core.identities
        return ConsoleRoutes(
            inbox: core.store, reset: {}, isReady: { [state] in state.phase == .ready },
            confirmAddress: { (try? await identities.confirmAddress(token: $0)) ?? .unknown },
            info: ConsoleInfo(
                endpoint: configuration.api.url, smtpAddress: "", mxAddress: "", dnsAddress: ""),
            logger: logger)
    }

    func healthApplications(_ store: ServiceStore) async throws -> [Door] {
        let routes = HealthRoutes(state: state, metrics: metrics) {
            do {
                _ = try await store.nextDue()
                return true
            } catch {
                return false
            }
        }
        var doors: [Door] = []
        for endpoint in configuration.metrics {
            doors.append(
                try await application(routes, "metrics", at: endpoint, key: "metrics.listen"))
        }
        return doors
    }

    private var http1: HTTP1Channel.Configuration {
        let api = configuration.api
        let shares = ConnectionShares(
            limit: max(1, api.connectionLimit / 4), trusted: api.trustedProxies + api.headerProxies)
        return .init(
            additionalChannelHandlers: [shares.handler], idleTimeout: TimeAmount(api.idleTimeout))
    }

    /// HTTP within whatever `wrap` puts around it, behind PROXY headers where they are to come.
    private func proxied(
        _ clients: ProxiedClients,
        _ wrap: @escaping @Sendable (HTTP1Channel) throws -> some ServerChildChannel
    ) -> HTTPServerBuilder {
        let (http1, proxies) = (http1, configuration.api.headerProxies)
        return HTTPServerBuilder { responder in
            let base = try wrap(HTTP1Channel(responder: responder, configuration: http1))
            if proxies.isEmpty { return base }
            return ProxiedChannel(base: base, proxies: proxies, clients: clients)
        }
    }

    private func application(
        _ responder: some HTTPResponder<WebContext>, _ name: String, at wanted: SocketEndpoint,
        key: String, server: HTTPServerBuilder? = nil
    ) async throws -> Door {
        // The server binds when it runs; whether it can is known, and told, before.
        let endpoint = try await bound(wanted, key: key) { try wanted.probed() }
        return Door(
            name: name, endpoint: endpoint,
            service: Application(
                responder: responder, server: server ?? .http1(configuration: http1),
                configuration: .init(
                    address: .hostname(endpoint.host, port: endpoint.port), serverName: "waxwing",
                    availableConnectionsDelegate: MaximumAvailableConnections(
                        configuration.api.connectionLimit)),
                onServerRunning: { [state] _ in state.doorOpened() },
                eventLoopGroupProvider: .shared(loops), logger: logger.quiet))
    }
}
