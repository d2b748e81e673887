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
        let http = try await options.http.withFreePort()
        let endpoint = "http://\(http)"
        let loops = MultiThreadedEventLoopGroup.singleton

        // Identities and their records.
        let (wakeUps, wakeUp) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let zones = DevelopmentZones(
            provider: provider, publishesIdentities: options.publishesRecords
        ) { wakeUp.yield() }
        let resolver = try resolver(options, zones: zones.zones)
        let directory = IdentityDirectory(store: store, clock: clock)

        // The queue and what moves it.
        let worker = WorkerID("\(ProcessIdentity.current)")
        try await store.endLeases(exceptOf: worker)
        let identifiers = MessageIdentifiers()
        let exchange = Exchange(listen: options.mx)
        let scheduler = DeliveryScheduler(
            configuration: DeliveryConfiguration(), worker: worker, store: store,
            router: exchange.router(deliverTo: options.deliverTo, provider: provider),
            connector: SMTPConnector(
                configuration: SMTPClientConfiguration(helloName: exchangeHostname.text),
                tls: try TLSContext.unverifiedClient()),
            reports: BounceReports(
                hostname: provider.bounceDomain(in: .standard), identifiers: identifiers),
            clock: clock, logger: logger)
        let queue = MessageQueue(
            store: store, dispatcher: scheduler, identifiers: identifiers, clock: clock)

        let identities = IdentityService(
            store: store, directory: directory, publisher: zones, keys: GeneratedKeys(),
            checker: IdentityChecker(resolver: resolver, provider: provider),
            mailer: SystemMail(
                queue: queue, provider: provider, clock: clock, consoleURL: endpoint),
            clock: clock, rotation: options.rotation, verifiesAtOnce: options.publishesRecords)
        for (scope, identity) in try await store.allIdentities() {
            await zones.identityChanged(identity.name, in: scope, to: identity)
        }
        let resources = ResourceDirectory(store: store, clock: clock)
        let sending = SendingService(
            directory: directory, resources: resources, sealer: MessageSealer(provider: provider),
            queue: queue, quotas: SendQuotas(statistics: store, clock: clock), provider: provider,
            clock: clock)

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
                inbox: store, resolver: resolver,
                simulator: Simulator(
                    provider: provider, queue: queue, clock: clock, logger: logger),
                feedback: FeedbackForwarding(store: store, queue: queue, clock: clock),
                identifiers: identifiers, clock: clock, logger: logger))
        exchange.bind(to: inbound.endpoint)
        let reception = SubmissionReception(
            sending: sending, access: OpenSubmissionAccess(), logger: logger)
        let submission = try await listeners.startSubmission(
            at: options.smtp, implicitTLS: false, hostname: submissionHostname, reception)
        var services: [any Service] = [
            scheduler, Housekeeping(store: store, clock: clock, logger: logger),
            IdentityVerification(
                verifier: IdentityVerifier(
                    identities: identities, store: store, clock: clock, logger: logger),
                wakeUps: wakeUps, wakeUp: wakeUp, logger: logger),
            dns.service, inbound.service, submission.service,
        ]
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
        var router = SESRouter(
            verifier: .acceptAnyone, clock: { clock.now() }, logger: logger)
        SESHandlers(
            identities: identities, sending: sending, resources: resources, statistics: store,
            provider: provider, clock: clock
        ).register(on: &router)
        let console = ConsoleRoutes(
            inbox: store,
            reset: {
                scheduler.dropWaitingJobs()
                try await store.removeAllMessages()
                try await store.removeAllInboxMessages()
                try await store.removeAllStatistics()
                try await resources.removeAllResources()
                try await identities.removeAll()
            },
            isReady: { true },
            confirmAddress: { (try? await identities.confirmAddress(token: $0)) ?? .unknown },
            info: info, logger: logger)
        services.append(
            Application(
                responder: WebFrontEnd(console: console, api: SESHTTPService(router: router)),
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

extension Logger {
    /// The same, for libraries that tell of their own life in detail.
    fileprivate var quiet: Logger {
        var quiet = self
        quiet.logLevel = max(logLevel, .warning)
        return quiet
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

extension SocketEndpoint {
    var relay: Destination.Relay { Destination.Relay(host: host, port: port) }

    /// This endpoint with a port that nobody has, when it names none.
    func withFreePort() async throws -> SocketEndpoint {
        guard port == 0 else { return self }
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .bind(host: host, port: 0).get()
        let free = channel.localAddress?.port ?? 0
        try await channel.close()
        return SocketEndpoint(host: host, port: free)
    }
}
