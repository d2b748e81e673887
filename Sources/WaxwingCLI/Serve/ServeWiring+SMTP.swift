import DNS
import MailTransport
import MailTypes
import NIOCore
import SMTP
import WaxwingCore
import WaxwingMTA

extension ServeWiring {
    func startSMTP(
        _ core: MailCore, _ accounts: Accounts, _ certificates: TLSCertificates?
    ) async throws -> [Door] {
        let tls = try certificates.map { try TLSContext.server($0) }
        let servers = try await startSubmission(core, accounts, tls) + startExchange(core, tls)
        registerSessions(of: servers)
        return servers.map(\.door)
    }

    private struct Started {
        let role: ServiceRole
        let server: SMTPServer
        let door: Door
    }

    /// Submission: STARTTLS before anything else, or TLS from the first byte.
    private func startSubmission(
        _ core: MailCore, _ accounts: Accounts, _ tls: TLSContext?
    ) async throws -> [Started] {
        guard configuration.roles.contains(.submission) else { return [] }
        let settings = configuration.submission
        let reception = SubmissionReception(
            sending: core.sending,
            access: KeySubmissionAccess(accounts, regions: configuration.regions),
            logger: logger)
        var session = SMTPServerConfiguration.submission(hostname: configuration.hostname.text)
        session.requiresTLS = true
        var started: [Started] = []
        for endpoint in settings.listen {
            let listener = listener(endpoint, session, settings, tls)
            started.append(try await start(listener, .submission, "submission.listen", reception))
        }
        for endpoint in settings.listenTLS {
            var listener = listener(endpoint, session, settings, tls)
            listener.usesImplicitTLS = true
            started.append(
                try await start(listener, .submission, "submission.listen-tls", reception))
        }
        return started
    }

    private func startExchange(_ core: MailCore, _ tls: TLSContext?) async throws -> [Started] {
        guard configuration.roles.contains(.mx) else { return [] }
        let reception = FeedbackReception(
            provider: configuration.provider, simulator: core.simulator, feedback: core.feedback,
            logger: logger)
        let session = SMTPServerConfiguration.mailExchanger(hostname: configuration.hostname.text)
        var started: [Started] = []
        for endpoint in configuration.mx.listen {
            let listener = listener(endpoint, session, configuration.mx, tls)
            started.append(try await start(listener, .mx, "mx.listen", reception))
        }
        return started
    }

    private func listener(
        _ endpoint: SocketEndpoint, _ session: SMTPServerConfiguration,
        _ door: ServeConfiguration.SMTPDoor, _ tls: TLSContext?
    ) -> SMTPListenerConfiguration {
        var listener = SMTPListenerConfiguration(
            host: endpoint.host, port: endpoint.port, session: session)
        listener.tls = tls
        listener.connectionLimit = door.connectionLimit
        listener.connectionsPerAddressLimit = door.connectionsPerAddressLimit
        listener.proxies = door.headerProxies
        return listener
    }

    private func start(
        _ listener: SMTPListenerConfiguration, _ role: ServiceRole, _ key: String,
        _ delegate: any SMTPServerDelegate
    ) async throws -> Started {
        let endpoint = SocketEndpoint(host: listener.host, port: listener.port)
        let grace = configuration.shutdownGrace
        let observed = ObservedReception(base: delegate, role: role.rawValue, metrics: metrics)
        let server = try await bound(endpoint, key: key) {
            try await SMTPServer.start(listener, delegate: observed, logger: logger, group: loops)
        }
        let door = Door(
            name: listener.usesImplicitTLS ? "\(role.rawValue) over TLS" : role.rawValue,
            endpoint: SocketEndpoint(host: endpoint.host, port: server.port),
            service: ListenerService { await server.shutDown(grace: grace) })
        return Started(role: role, server: server, door: door)
    }

    private func registerSessions(of servers: [Started]) {
        let byRole = Dictionary(grouping: servers, by: \.role.rawValue)
            .mapValues { $0.map(\.server) }
        metrics.registerSMTPSessions(byRole)
    }

    func startDNS(_ zones: ZoneStore) async throws -> [Door] {
        guard configuration.roles.contains(.dns) else { return [] }
        var doors: [Door] = []
        for endpoint in configuration.dns.listen {
            let server = try await bound(endpoint, key: "dns.listen") {
                try await AuthoritativeDNSServer.start(
                    DNSServerConfiguration(host: endpoint.host, port: endpoint.port), group: loops,
                    zones: zones)
            }
            doors.append(
                Door(
                    name: "dns", endpoint: SocketEndpoint(host: endpoint.host, port: server.port),
                    service: ListenerService { await server.shutDown() }))
        }
        return doors
    }
}
