import DNS
import Logging
import MailTransport
import MailTypes
import NIOCore
import NIOPosix
import SMTP
import ServiceLifecycle
import WaxwingCore
import WaxwingMTA
import WaxwingStore

/// Puts a service together; of no use once it runs.
struct ServeWiring: Sendable {
    let configuration: ServeConfiguration
    let logger: Logger
    let clock = SystemClock()
    let loops = MultiThreadedEventLoopGroup.singleton
    let state = ServiceState()
    let signal = VerificationSignal()
    let metrics = ServiceMetrics()
    let manager: ServiceManager

    init(_ configuration: ServeConfiguration, manager: ServiceManager, logger: Logger) {
        self.manager = manager
        self.configuration = configuration
        self.logger = logger
    }

    /// Opens the data, binds the listeners, and makes the rest ready to run.
    /// - Throws: ``StartError`` with what to do about it.
    func start() async throws -> ServeService {
        do {
            return try await open()
        } catch let error as StoreError {
            throw StartError(description: "\(error)")
        }
    }

    private func open() async throws -> ServeService {
        let database = try openDatabase()
        let store = try await openStore(database)
        var accounts = Accounts(store: store, clock: clock)
        let worker = WorkerID(ProcessIdentity.current)
        // One process alone has the database open: whoever held leases is no more.
        try await store.endLeases(exceptOf: worker)
        let zones = ServiceZones(configuration, signal: signal)
        let resolver = ObservedResolver(base: try resolver(zones.zones), metrics: metrics)
        let queue = ObservedQueueStore(store, metrics)
        metrics.queuedDeliveries.add(try await store.queueLength())
        let core = MailCore(
            store: store, queueStore: queue,
            MailCore.Surroundings(
                provider: configuration.provider, clock: clock,
                resolver: LayeredResolver(first: zones.presumed, next: resolver),
                publisher: zones, verification: signal,
                delivery: try delivery(worker, resolver: resolver),
                consoleURL: configuration.api.url, lifetime: configuration.delivery.lifetime,
                rotation: configuration.rotation, noticesOwners: configuration.noticesOwners,
                verifiesAtOnce: configuration.verifiesAtOnce, mailLimit: SystemMailLimit()),
            logger: logger)
        try await core.publishIdentities()
        accounts.administration.dkim = core.identities
        accounts.administration.scheduled = core.sending.scheduled
        accounts.administration.resources = core.resources

        let certificates = try loadCertificates()
        let smtp = try await startSMTP(core, accounts, certificates)
        let dns = try await startDNS(zones.zones)
        let web = try await webApplications(core, accounts, certificates)
        let health = try await healthApplications(store)

        var background: [any Service] = [
            core.housekeeping, core.verification,
            AdministrationListener(
                path: configuration.adminSocket, administration: accounts.administration,
                loops: loops, logger: logger),
        ]
        if let certificates, !configuration.tls.certificateFiles.isEmpty {
            background.append(
                CertificateReloading(
                    files: configuration.tls.certificateFiles,
                    interval: configuration.tls.checkInterval, certificates: certificates,
                    clock: clock, logger: logger))
        }
        if let scheduler = core.scheduler { background.append(scheduler) }
        // They are told to end from the last to the first.
        let services: [any Service] = [
            Together(services: health.map(\.service)), Together(services: background),
            Together(services: (smtp + dns + web).map(\.service)),
            Drain(
                state: state, doorCount: web.count + health.count,
                delay: configuration.shutdownDelay, manager: manager,
                announce: { [self] in announce(web + smtp + dns + health) }, logger: logger),
            Deadline(
                grace: configuration.shutdownDelay + configuration.shutdownGrace, logger: logger),
        ]
        return ServeService(
            configuration: configuration, database: database, core: core, state: state,
            services: services, logger: logger)
    }

    /// Says where everything is.
    private func announce(_ doors: [Door]) {
        for door in doors {
            logger.info(
                "listening", metadata: ["for": "\(door.name)", "at": "\(door.endpoint)"])
        }
        let roles = ServiceRole.allCases.filter(configuration.roles.contains)
        logger.notice(
            "waxwing \(Version.current) serves",
            metadata: [
                "roles": .array(roles.map { "\($0.rawValue)" }),
                "data": "\(configuration.dataFolder)",
            ])
    }

    /// Something that listens.
    struct Door: Sendable {
        let name: String
        let endpoint: SocketEndpoint
        let service: any Service
    }

    // MARK: Data

    private func openDatabase() throws -> SQLiteDatabase {
        do {
            return try SQLiteDatabase(folder: DataFolder(path: configuration.dataFolder)) {
                [metrics] writes, duration in
                metrics.commitDuration.record(duration)
                metrics.commitWrites.record(Double(writes))
            }
        } catch let error as StoreError {
            throw StartError(
                description: "\(error). Another folder can be named with data-folder.")
        }
    }

    private func openStore(_ database: SQLiteDatabase) async throws -> ServiceStore {
        do {
            return try await ServiceStore(
                database, masterKeyFile: configuration.masterKeyFile.map { MasterKeyFile(path: $0) }
            )
        } catch let error as StoreError {
            await database.close()
            throw StartError(description: "\(error)")
        }
    }

    private func loadCertificates() throws -> TLSCertificates? {
        let pairs = try configuration.tls.certificateFiles.map {
            try CertificateLoader.load($0, now: clock.now())
        }
        guard !pairs.isEmpty else { return nil }
        CertificateLoader.warn(of: pairs, now: clock.now(), to: logger)
        let certificates = TLSCertificates(pairs)
        metrics.registerCertificates(certificates)
        return certificates
    }

    private func resolver(_ zones: ZoneStore) throws -> any DNS.Resolver {
        var unbound = UnboundConfiguration()
        let forwarders = configuration.resolving.forwarders
        if !forwarders.isEmpty { unbound.ask(forwarders) }
        // What an identity lacks now, its owner may be about to publish.
        unbound.options.append(.init(name: "cache-max-negative-ttl:", value: "10"))
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
        scheduling.connectionsPerDestinationLimit = settings.connectionsPerDestinationLimit
        scheduling.heldDeliveriesLimit = settings.heldDeliveriesLimit
        scheduling.heldBytesLimit = settings.heldBytesLimit
        scheduling.retrySchedule = settings.retrySchedule
        scheduling.sourceAddresses = settings.sourceAddresses
        scheduling.destinationBackOff = min(
            scheduling.destinationBackOff,
            .milliseconds(settings.retrySchedule.first.milliseconds / 2))
        return MailCore.Delivery(
            configuration: scheduling, worker: worker, router: router(resolver),
            connector: ObservedConnector(
                base: try connector(), metrics: metrics,
                logger: configuration.log.showsDeliveries ? logger : nil))
    }

    private func connector() throws -> any OutgoingConnector {
        let client = SMTPClientConfiguration(helloName: configuration.delivery.helloName)
        let anyone = SMTPConnector(configuration: client, tls: try TLSContext.unverifiedClient())
        guard let relay = configuration.delivery.relay else { return anyone }
        var agreed = client
        agreed.tls = relay.tls
        agreed.credentials = relay.credentials
        return RelayingConnector(
            to: relay.destination,
            by: SMTPConnector(configuration: agreed, tls: try tls(for: relay)), others: anyone)
    }

    private func tls(for relay: ServeConfiguration.Relay) throws -> TLSContext {
        guard relay.isVerified else { return try TLSContext.unverifiedClient() }
        let authorities = try relay.authoritiesFile.map {
            try BoundedFile.readText($0, limit: 16 * 1024 * 1024)
        }
        do {
            return try TLSContext.verifiedClient(trustRoots: authorities)
        } catch {
            throw StartError(description: "delivery.relay-ca-file holds no certificates: \(error)")
        }
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
            case .address: return RelayRouter(to: relay.destination)
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

    // MARK: Listening

    func bound<Server>(
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

extension ServeConfiguration.Relay {
    fileprivate var destination: Destination.Relay {
        switch host {
        case .address(let address): Destination.Relay(host: address.description, port: port)
        case .name(let name): Destination.Relay(host: name.text, port: port)
        }
    }
}
