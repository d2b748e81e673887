import DNS
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import MailTransport
import MailTypes
import NIOCore
import NIOPosix
import SMTP
import ServiceLifecycle
import WaxwingConsole
import WaxwingCore
import WaxwingMTA
import WaxwingSES
import WaxwingStore

extension ServeService {
    /// Opens the data, binds the listeners, and makes the rest ready to run.
    /// - Throws: ``StartError`` with what to do about it.
    static func start(
        _ configuration: ServeConfiguration, logger: Logger
    ) async throws -> ServeService {
        let wiring = ServeWiring(configuration, logger: logger)
        return try await wiring.start()
    }
}

/// Puts a service together; of no use once it runs.
private struct ServeWiring {
    let configuration: ServeConfiguration
    let logger: Logger
    let clock = SystemClock()
    let loops = MultiThreadedEventLoopGroup.singleton
    let state = ServiceState()
    let signal = VerificationSignal()

    init(_ configuration: ServeConfiguration, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
    }

    func start() async throws -> ServeService {
        let database = try openDatabase()
        let store = try await ServiceStore(database)
        let worker = WorkerID(ProcessIdentity.current)
        // One process alone has the database open: whoever held leases is no more.
        try await store.endLeases(exceptOf: worker)
        let zones = ServiceZones(configuration, signal: signal)
        let resolver = try resolver(zones.zones)
        let core = MailCore(
            store: store, queueStore: store,
            MailCore.Surroundings(
                provider: configuration.provider, clock: clock, resolver: resolver,
                publisher: zones, verification: signal,
                delivery: try delivery(worker, resolver: resolver),
                consoleURL: configuration.api.url,
                verifiesAtOnce: configuration.verifiesAtOnce),
            logger: logger)
        try await core.publishIdentities()

        let certificates = try loadCertificates()
        let smtp = try await startSMTP(core, certificates)
        let dns = try await startDNS(zones.zones)
        let web = try await webApplications(core, certificates)
        let health = try await healthApplications(store)

        var background: [any Service] = [core.housekeeping, core.verification]
        if let certificates, !configuration.tls.certificateFiles.isEmpty {
            background.append(
                CertificateReloading(
                    files: configuration.tls.certificateFiles,
                    interval: configuration.tls.checkInterval, certificates: certificates,
                    clock: clock, logger: logger))
        }
        // They are told to end from the last to the first.
        var services: [any Service] = [Together(services: health.map(\.service))]
        if let scheduler = core.scheduler { services.append(scheduler) }
        services += [
            Together(services: background),
            Together(services: (smtp + dns + web).map(\.service)),
            Drain(state: state, delay: configuration.shutdownDelay, logger: logger),
            Deadline(
                grace: configuration.shutdownDelay + configuration.shutdownGrace, logger: logger),
        ]
        return ServeService(
            configuration: configuration, database: database, core: core, state: state,
            services: services,
            doors: (web + smtp + dns + health).map { ($0.name, "\($0.endpoint)") }, logger: logger)
    }

    /// Something that listens.
    private struct Door {
        let name: String
        let endpoint: SocketEndpoint
        let service: any Service
    }

    // MARK: Data

    private func openDatabase() throws -> SQLiteDatabase {
        do {
            return try SQLiteDatabase(folder: DataFolder(path: configuration.dataFolder))
        } catch let error as StoreError {
            throw StartError(
                description: "\(error). Another folder can be named with data-folder.")
        }
    }

    private func loadCertificates() throws -> TLSCertificates? {
        let pairs = try configuration.tls.certificateFiles.map {
            try CertificateLoader.load($0, now: clock.now())
        }
        return pairs.isEmpty ? nil : TLSCertificates(pairs)
    }

    private func resolver(_ zones: ZoneStore) throws -> any DNS.Resolver {
        var unbound = UnboundConfiguration()
        let forwarders = configuration.resolving.forwarders
        if !forwarders.isEmpty {
            unbound.upstream = .forwarders(forwarders.map { "\($0.address)@\($0.port)" })
            unbound.asksLocalhost = forwarders.contains(where: \.address.isLoopback)
            // Who names servers wants their answers about every name.
            unbound.transparentZones = ["test.", "invalid.", "home.arpa."]
            unbound.options = [.init(name: "unblock-lan-zones:", value: "yes")]
        }
        unbound.trustAnchorFile = configuration.resolving.trustAnchorFile
        unbound.deadline = configuration.resolving.timeout
        do {
            let outside = try UnboundResolver(unbound)
            guard configuration.roles.contains(.dns) else { return outside }
            return LayeredResolver(first: zones, next: outside)
        } catch let error as UnboundError {
            throw StartError(
                description: "the DNS cannot be asked: \(error). See the resolver settings.")
        }
    }

    // MARK: Delivery

    private func delivery(
        _ worker: WorkerID, resolver: any DNS.Resolver
    ) throws -> MailCore.Delivery? {
        guard configuration.roles.contains(.delivery) else { return nil }
        let settings = configuration.delivery
        var scheduling = DeliveryConfiguration()
        scheduling.heldDeliveriesLimit = settings.heldDeliveriesLimit
        scheduling.heldBytesLimit = settings.heldBytesLimit
        scheduling.retrySchedule = settings.retrySchedule
        scheduling.destinationBackOff = min(
            scheduling.destinationBackOff,
            .milliseconds(settings.retrySchedule.first.milliseconds / 2))
        var client = SMTPClientConfiguration(helloName: settings.helloName)
        if let relay = settings.relay {
            client.tls = relay.tls
            client.credentials = relay.credentials
        }
        return MailCore.Delivery(
            configuration: scheduling, worker: worker, router: router(resolver),
            connector: SMTPConnector(
                configuration: client, tls: try TLSContext.unverifiedClient(),
                localAddresses: settings.sourceAddresses["default"].map { [$0] } ?? []))
    }

    /// Mail for the service's own domains goes to the MX of this process, where it has one.
    private func router(_ resolver: any DNS.Resolver) -> any MailRouter {
        let world = worldRouter(resolver)
        guard configuration.roles.contains(.mx), let own = configuration.mx.listen.first,
            own.port != 0
        else { return world }
        let provider = configuration.provider
        return OwnDomainRouter(
            domains: [provider.baseDomain, provider.simulatorDomain], at: own.reachable.relay,
            next: world)
    }

    private func worldRouter(_ resolver: any DNS.Resolver) -> any MailRouter {
        if let relay = configuration.delivery.relay {
            switch relay.host {
            case .address(let address):
                return RelayRouter(
                    to: Destination.Relay(host: address.description, port: relay.port))
            case .name(let name):
                return RelayHostRouter(name: name, port: relay.port, resolver: resolver)
            }
        }
        var routing = MXRouter.Configuration()
        routing.port = configuration.delivery.port
        routing.allowsLoopback = configuration.delivery.allowsLoopback
        routing.ownAddresses = Set(configuration.addresses)
        routing.ownNames = [configuration.hostname]
        return MXRouter(resolver: resolver, configuration: routing)
    }

    // MARK: SMTP and DNS

    private func startSMTP(
        _ core: MailCore, _ certificates: TLSCertificates?
    ) async throws -> [Door] {
        var doors: [Door] = []
        let tls = try certificates.map { try TLSContext.server($0) }
        if configuration.roles.contains(.submission) {
            let reception = SubmissionReception(
                sending: core.sending,
                access: RegionalSubmissionAccess(
                    keys: NoKeys(), regions: configuration.regions), logger: logger)
            for (endpoints, isImplicit) in [
                (configuration.submission.listen, false),
                (configuration.submission.listenTLS, true),
            ] {
                for endpoint in endpoints {
                    var session = SMTPServerConfiguration.submission(
                        hostname: configuration.hostname.text)
                    session.requiresTLS = true
                    var listener = listener(endpoint, session, configuration.submission, tls)
                    listener.usesImplicitTLS = isImplicit
                    doors.append(
                        try await start(
                            listener, isImplicit ? "submission over TLS" : "submission",
                            key: isImplicit ? "submission.listen-tls" : "submission.listen",
                            reception))
                }
            }
        }
        if configuration.roles.contains(.mx) {
            let reception = FeedbackReception(
                provider: configuration.provider, simulator: core.simulator,
                feedback: core.feedback, logger: logger)
            for endpoint in configuration.mx.listen {
                let session = SMTPServerConfiguration.mailExchanger(
                    hostname: configuration.hostname.text)
                let listener = listener(endpoint, session, configuration.mx, tls)
                doors.append(try await start(listener, "mx", key: "mx.listen", reception))
            }
        }
        return doors
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
        return listener
    }

    private func start(
        _ listener: SMTPListenerConfiguration, _ name: String, key: String,
        _ delegate: any SMTPServerDelegate
    ) async throws -> Door {
        let endpoint = SocketEndpoint(host: listener.host, port: listener.port)
        let grace = configuration.shutdownGrace
        let server = try await bound(endpoint, key: key) {
            try await SMTPServer.start(listener, delegate: delegate, logger: logger, group: loops)
        }
        return Door(
            name: name, endpoint: SocketEndpoint(host: endpoint.host, port: server.port),
            service: ListenerService { await server.shutDown(grace: grace) })
    }

    private func startDNS(_ zones: ZoneStore) async throws -> [Door] {
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

    // MARK: HTTP

    private func webApplications(
        _ core: MailCore, _ certificates: TLSCertificates?
    ) async throws -> [Door] {
        guard !configuration.roles.isDisjoint(with: [.api, .web]) else { return [] }
        let api =
            configuration.roles.contains(.api)
            ? SESHTTPService(router: core.router(verifier: SigV4Verifier(.strict(NoKeys())))) : nil
        let console = configuration.roles.contains(.web) ? console(core) : nil
        var doors: [Door] = []
        for endpoint in configuration.api.listen {
            doors.append(
                try await application(
                    ServeFrontEnd(api: api, console: console, isSecure: false), "api", at: endpoint,
                    key: "api.listen"))
        }
        guard let certificates else { return doors }
        for endpoint in configuration.api.listenTLS {
            doors.append(
                try await application(
                    ServeFrontEnd(api: api, console: console, isSecure: true), "api over TLS",
                    at: endpoint, key: "api.listen-tls",
                    server: .tls(tlsConfiguration: certificates.configuration)))
        }
        return doors
    }

    private func console(_ core: MailCore) -> ConsoleRoutes {
        let identities = core.identities
        return ConsoleRoutes(
            inbox: core.store, reset: {}, isReady: { [state] in state.phase == .ready },
            confirmAddress: { (try? await identities.confirmAddress(token: $0)) ?? false },
            info: ConsoleInfo(
                endpoint: configuration.api.url, smtpAddress: "", mxAddress: "", dnsAddress: ""),
            logger: logger)
    }

    private func healthApplications(_ store: ServiceStore) async throws -> [Door] {
        let routes = HealthRoutes(state: state) {
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

    private func application(
        _ responder: some HTTPResponder<WebContext>, _ name: String, at wanted: SocketEndpoint,
        key: String, server: HTTPServerBuilder = .http1()
    ) async throws -> Door {
        // The server binds when it runs; whether it can is known, and told, before.
        let endpoint = try await bound(wanted, key: key) { try await wanted.probed() }
        return Door(
            name: name, endpoint: endpoint,
            service: Application(
                responder: responder, server: server,
                configuration: .init(
                    address: .hostname(endpoint.host, port: endpoint.port), serverName: "waxwing"),
                eventLoopGroupProvider: .shared(loops), logger: logger.quiet))
    }

    private func bound<Server>(
        _ endpoint: SocketEndpoint, key: String, _ start: () async throws -> Server
    ) async throws -> Server {
        do {
            return try await start()
        } catch let error as IOError {
            let advice =
                error.errnoCode == EACCES
                ? "Ports below 1024 are for root, or for who has CAP_NET_BIND_SERVICE"
                : "Choose another address for it"
            throw StartError(
                description: "\(key): cannot listen on \(endpoint): "
                    + "\(String(cString: strerror(error.errnoCode))). \(advice).")
        }
    }
}

/// Until accounts have keys, nobody is let in.
private struct NoKeys: AccessKeyStore, AccessKeySecrets {
    func secret(for accessKeyID: String) async throws -> AccessKey? { nil }

    func secret(for accessKeyID: String) async -> (secret: String, account: AccountID)? { nil }
}
