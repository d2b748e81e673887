import DNS
import Logging
import WaxwingCore
import WaxwingMTA
import WaxwingSES
import WaxwingStore

/// The service between its doors: identities, the queue, and what moves both. `dev` and `serve`
/// put different doors, and a different DNS, around the same core.
struct MailCore {
    /// What the core has to be told of the world around it.
    struct Surroundings {
        var provider: Provider
        var clock: any WallClock
        var resolver: any Resolver
        var publisher: any IdentityPublisher
        var verification: VerificationSignal
        /// What finds and carries due deliveries; nil leaves them in the queue for others.
        var delivery: Delivery?
        /// Where a link in a mail leads, without a slash at its end.
        var consoleURL: String
        /// How long deliveries are tried.
        var lifetime = Duration.seconds(50_400)
        /// When Easy DKIM's keys change.
        var rotation = DKIMRotationSchedule()
        /// Writes to the contacts of an account when records of its identities are found or lost.
        var noticesOwners = true
        /// Looks for a new domain's records before its maker is answered.
        var verifiesAtOnce = false
    }

    struct Delivery {
        var configuration = DeliveryConfiguration()
        var worker: WorkerID
        var router: any MailRouter
        var connector: any OutgoingConnector
    }

    let store: ServiceStore
    let queueStore: any QueueStore
    let surroundings: Surroundings
    let identifiers: MessageIdentifiers
    let scheduler: DeliveryScheduler?
    let queue: MessageQueue
    let resources: ResourceDirectory
    let identities: IdentityService
    let sending: SendingService
    private let logger: Logger

    private var provider: Provider { surroundings.provider }
    private var clock: any WallClock { surroundings.clock }

    /// - Parameter queueStore: the store's own queue, or one that looks on.
    init(
        store: ServiceStore, queueStore: any QueueStore, _ surroundings: Surroundings,
        logger: Logger
    ) {
        self.store = store
        self.queueStore = queueStore
        self.surroundings = surroundings
        self.logger = logger
        let (provider, clock) = (surroundings.provider, surroundings.clock)
        identifiers = MessageIdentifiers()
        scheduler = surroundings.delivery.map { [identifiers] delivery in
            DeliveryScheduler(
                configuration: delivery.configuration, worker: delivery.worker, store: queueStore,
                router: delivery.router, connector: delivery.connector,
                reports: BounceReports(
                    hostname: provider.bounceDomain(in: .standard), identifiers: identifiers),
                clock: clock, logger: logger)
        }
        queue = MessageQueue(
            store: queueStore, dispatcher: scheduler ?? NoDispatcher(), identifiers: identifiers,
            clock: clock, lifetime: surroundings.lifetime)
        let directory = IdentityDirectory(store: store, clock: clock)
        let mail = SystemMail(
            queue: queue, provider: provider, clock: clock, consoleURL: surroundings.consoleURL)
        identities = IdentityService(
            store: store, directory: directory, publisher: surroundings.publisher,
            keys: GeneratedKeys(),
            checker: IdentityChecker(resolver: surroundings.resolver, provider: provider),
            mailer: mail,
            notices: surroundings.noticesOwners
                ? OwnerNotices(accounts: store, resources: store, mail: mail) : nil,
            clock: clock, rotation: surroundings.rotation,
            verifiesAtOnce: surroundings.verifiesAtOnce)
        resources = ResourceDirectory(store: store, clock: clock)
        sending = SendingService(
            directory: directory, resources: resources, sealer: MessageSealer(provider: provider),
            queue: queue, quotas: SendQuotas(statistics: store, clock: clock),
            authorizer: PolicySendAuthorizer(
                directory: directory, resources: resources, clock: clock),
            provider: provider, clock: clock)
    }

    /// Tells the publisher of every identity there is.
    func publishIdentities() async throws {
        for (scope, identity) in try await store.allIdentities() {
            await surroundings.publisher.identityChanged(identity.name, in: scope, to: identity)
        }
    }

    // MARK: What runs

    var housekeeping: Housekeeping {
        Housekeeping(store: queueStore, clock: clock, logger: logger)
    }

    var verification: IdentityVerification {
        IdentityVerification(
            verifier: IdentityVerifier(
                identities: identities, store: store, clock: clock, logger: logger),
            signal: surroundings.verification, logger: logger)
    }

    // MARK: What the doors are made of

    var simulator: Simulator {
        Simulator(provider: provider, queue: queue, clock: clock, logger: logger)
    }

    var feedback: FeedbackForwarding {
        FeedbackForwarding(store: queueStore, queue: queue, clock: clock)
    }

    func router(
        verifier: SigV4Verifier, observer: (@Sendable (AnsweredRequest) -> Void)? = nil
    ) -> SESRouter {
        var router = SESRouter(
            verifier: verifier, clock: { [clock] in clock.now() }, logger: logger)
        SESHandlers(
            identities: identities, sending: sending, inbox: store, resources: resources,
            statistics: store, provider: provider, clock: clock
        ).register(on: &router)
        router.observer = observer
        return router
    }
}

/// Where this process delivers nothing itself: what is accepted waits in the queue.
private struct NoDispatcher: DeliveryDispatcher {
    func reserve(recipients: Int, bytes: Int) -> Lease? { nil }
    func dispatch(_ message: NewMessage) {}
    func cancelReservation(recipients: Int, bytes: Int) {}
    func wake() {}
}
