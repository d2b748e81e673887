import DNS
import Hummingbird
import Logging
import MailAuth
import MailTransport
import MailTypes
import NIOCore
import NIOPosix
import SMTP
import ServiceLifecycle
import Synchronization
import UnixSignals
import WaxwingConsole
import WaxwingCore
import WaxwingMTA
import WaxwingSES
import WaxwingStore

/// `waxwing dev`, wired: everything on this machine, from the database to the pages.
struct DevelopmentService {
    /// The names by which the servers greet; those of SES, so that clients find what they know.
    private static let submissionHostname = "email-smtp.amazonaws.com"
    private static let exchangeHostname: DomainName = "inbound-smtp.us-east-1.amazonaws.com"
    private static let certificateLifetime = Duration.seconds(365 * 86_400)

    let folder: DataFolder
    let isTemporary: Bool
    let database: SQLiteDatabase
    let info: ConsoleInfo
    let smtps: SocketEndpoint?
    let deliverTo: SocketEndpoint?
    let services: [any Service]
    let logger: Logger

    /// Opens the data, binds every listener but HTTP's, and makes the rest ready to run.
    /// - Throws: ``StartError`` with what to do about it.
    static func start(
        _ options: DevelopmentOptions, logger: Logger
    ) async throws -> DevelopmentService {
        let folder = try openFolder(options.dataFolder)
        do {
            return try await start(options, in: folder, logger: logger)
        } catch {
            if options.dataFolder == nil { try? folder.remove() }
            throw error
        }
    }

    /// Serves until SIGINT or SIGTERM, and then lets what is under way come to its end.
    func run() async throws {
        let group = ServiceGroup(
            configuration: .init(
                services: services.map { .init(service: $0) },
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger.quiet))
        defer { if isTemporary { try? folder.remove() } }
        try await group.run()
        await database.close()
    }

    // MARK: Wiring

    private static func start(
        _ options: DevelopmentOptions, in folder: DataFolder, logger: Logger
    ) async throws -> DevelopmentService {
        let clock = SystemClock()
        let provider = Provider(signingKey: try ProviderKeyFile.signingKey(in: folder))
        let database = try SQLiteDatabase(folder: folder)
        let store = try await ServiceStore(database)
        var accounts = Accounts(store: store, clock: clock)
        let http = try options.http.withFreePort()
        let endpoint = "http://\(http)"
        let loops = MultiThreadedEventLoopGroup.singleton

        let signal = VerificationSignal()
        let zones = DevelopmentZones(
            provider: provider, publishesIdentities: options.publishesRecords
        ) { signal.raise() }
        let resolver = try resolver(options, zones: zones.zones)
        let worker = WorkerID("\(ProcessIdentity.current)")
        try await store.endLeases(exceptOf: worker)
        let exchange = Exchange(listen: options.mx)
        let core = MailCore(
            store: store, queueStore: store,
            MailCore.Surroundings(
                provider: provider, clock: clock, resolver: resolver, publisher: zones,
                verification: signal,
                delivery: MailCore.Delivery(
                    worker: worker,
                    router: exchange.router(deliverTo: options.deliverTo, provider: provider),
                    connector: SMTPConnector(
                        configuration: SMTPClientConfiguration(helloName: exchangeHostname.text),
                        tls: try TLSContext.unverifiedClient())),
                consoleURL: endpoint, rotation: options.rotation,
                noticesOwners: options.noticesOwners,
                verifiesAtOnce: options.publishesRecords),
            logger: logger)
        try await core.publishIdentities()
        accounts.administration.dkim = core.identities

        // Listeners.
        let certificate = try SelfSignedCertificate.make(
            names: ["localhost", "email-smtp.amazonaws.com", exchangeHostname],
            ips: [.v4([127, 0, 0, 1])], validFor: certificateLifetime, now: clock.now())
        let tls = try TLSContext.server(
            certificateChain: certificate.certificatePEM, privateKey: certificate.privateKeyPEM)
        let listeners = Listeners(tls: tls, loops: loops, logger: logger)
        let dns = try await listeners.startDNS(at: options.dns, zones: zones.zones)
        let inbound = try await listeners.startExchange(
            at: options.mx, hostname: exchangeHostname.text,
            InboxReception(
                inbox: store, resolver: resolver, simulator: core.simulator,
                feedback: core.feedback, identifiers: core.identifiers, clock: clock,
                logger: logger))
        exchange.bind(to: inbound.endpoint)
        let reception = SubmissionReception(
            sending: core.sending,
            access: options.requiresCredentials
                ? KeySubmissionAccess(accounts, regions: [.standard])
                : .acceptAnyone(knowing: accounts),
            logger: logger)
        let submission = try await listeners.startSubmission(
            at: options.smtp, implicitTLS: false, hostname: submissionHostname, reception)
        var services: [any Service] = [
            core.housekeeping, core.verification, dns.service, inbound.service,
            submission.service,
        ]
        if let scheduler = core.scheduler { services.insert(scheduler, at: 0) }
        var smtps: SocketEndpoint?
        if let wanted = options.smtps {
            let server = try await listeners.startSubmission(
                at: wanted, implicitTLS: true, hostname: submissionHostname, reception)
            smtps = server.endpoint
            services.append(server.service)
        }

        // Pages and API, last: health tells that everything is up.
        let info = ConsoleInfo(
            endpoint: endpoint, smtpAddress: "\(submission.endpoint)",
            mxAddress: "\(inbound.endpoint)", dnsAddress: "\(dns.endpoint)")
        services.append(
            AdministrationListener(
                path: folder.path(of: AdministrationClient.socketName),
                administration: accounts.administration, loops: loops, logger: logger))
        let console = ConsoleRoutes(
            inbox: store,
            reset: {
                core.scheduler?.dropWaitingJobs()
                try await store.removeAllMessages()
                try await store.removeAllInboxMessages()
                try await store.removeAllStatistics()
                core.sending.quotas.forgetCounts()
                try await core.resources.removeAllResources()
                try await core.identities.removeAll()
            },
            isReady: { true },
            confirmAddress: {
                (try? await core.identities.confirmAddress(token: $0)) ?? .unknown
            },
            info: info, logger: logger)
        services.append(
            Application(
                responder: WebFrontEnd(
                    console: console,
                    api: SESHTTPService(
                        router: core.router(
                            verifier: options.requiresCredentials
                                ? .strict(accounts) : .acceptAnyone(knowing: accounts)))),
                configuration: .init(
                    address: .hostname(http.host, port: http.port), serverName: "waxwing"),
                eventLoopGroupProvider: .shared(loops), logger: logger.quiet))
        return DevelopmentService(
            folder: folder, isTemporary: options.dataFolder == nil, database: database,
            info: info, smtps: smtps, deliverTo: options.deliverTo, services: services,
            logger: logger)
    }

    private static func openFolder(_ path: String?) throws -> DataFolder {
        do {
            return try path.map { try DataFolder(path: $0) } ?? .temporary()
        } catch let error as StoreError {
            throw StartError(description: "\(error)")
        }
    }

    /// The service's own zones first. The outside world is asked only when identities are to be
    /// found in it; otherwise nothing leaves the machine.
    private static func resolver(
        _ options: DevelopmentOptions, zones: ZoneStore
    ) throws -> any DNS.Resolver {
        // Beyond the zones there is nothing, and that is known: a DMARC tree walk ends well there.
        guard !options.publishesRecords else {
            return LayeredResolver(first: zones, next: StaticResolver())
        }
        let outside = try UnboundResolver(UnboundConfiguration())
        return LayeredResolver(first: zones, next: outside)
    }
}

/// Where the built-in MX listens: known to the router before the port is.
final class Exchange: MailRouter {
    private let relay: Mutex<RelayRouter>
    private let configured: Mutex<(deliverTo: SocketEndpoint?, domains: [DomainName])>

    init(listen endpoint: SocketEndpoint) {
        relay = Mutex(RelayRouter(to: endpoint.relay))
        configured = Mutex((nil, []))
    }

    /// The router: everything goes to the built-in MX, or with `deliverTo` everything but what
    /// is for the service's own domains.
    func router(deliverTo: SocketEndpoint?, provider: Provider) -> Exchange {
        configured.withLock { $0 = (deliverTo, [provider.baseDomain, provider.simulatorDomain]) }
        return self
    }

    func bind(to endpoint: SocketEndpoint) {
        let (deliverTo, domains) = configured.withLock { $0 }
        relay.withLock { relay in
            guard let deliverTo else {
                relay = RelayRouter(to: endpoint.relay)
                return
            }
            let own = domains.map { ($0, endpoint.relay) }
            relay = RelayRouter(
                to: deliverTo.relay, except: Dictionary(own) { first, _ in first })
        }
    }

    func destination(of recipient: Mailbox) -> Destination {
        relay.withLock { $0 }.destination(of: recipient)
    }

    func route(to destination: Destination) async -> Route {
        await relay.withLock { $0 }.route(to: destination)
    }
}
