public import Logging
import MailTypes
public import ServiceLifecycle
import Synchronization
public import WaxwingCore

/// Moves the queue: takes due deliveries under lease, sorts them by destination and pool, and
/// keeps a bounded number of connections for each busy. A slow destination holds up no other.
///
/// What is in memory is bounded in deliveries and in bytes, however long the queue is.
public final class DeliveryScheduler: Service, DeliveryDispatcher {
    let configuration: DeliveryConfiguration
    let store: any QueueStore
    let router: any MailRouter
    let connector: any OutgoingConnector
    let reports: BounceReports
    let clock: any WallClock
    let logger: Logger

    let worker: WorkerID
    let settlements: SettlementWriter
    let state: Mutex<DeliveryState>
    private let wakeUps: AsyncStream<Void>
    private let wakeUp: AsyncStream<Void>.Continuation
    private let workerStarts: AsyncStream<DeliveryGroup>
    private let startWorker: AsyncStream<DeliveryGroup>.Continuation

    public init(
        configuration: DeliveryConfiguration, worker: WorkerID, store: any QueueStore,
        router: any MailRouter, connector: any OutgoingConnector, reports: BounceReports,
        clock: any WallClock, logger: Logger
    ) {
        self.configuration = configuration
        self.worker = worker
        self.store = store
        self.router = router
        self.connector = connector
        self.reports = reports
        self.clock = clock
        self.logger = logger
        state = Mutex(DeliveryState(sources: configuration.sourceAddresses))
        settlements = SettlementWriter(
            store: store, worker: worker, clock: clock, logger: logger)
        (wakeUps, wakeUp) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        (workerStarts, startWorker) = AsyncStream.makeStream()
    }

    // MARK: What accepting calls

    public func reserve(recipients: Int, bytes: Int) -> Lease? {
        let hasRoom = state.withLock { state in
            guard !state.isStopping,
                state.heldDeliveries + recipients <= configuration.heldDeliveriesLimit,
                state.heldBytes + bytes <= configuration.heldBytesLimit
            else { return false }
            state.heldDeliveries += recipients
            state.heldBytes += bytes
            return true
        }
        return hasRoom ? lease() : nil
    }

    public func dispatch(_ message: NewMessage) {
        take(message.message, message.deliveries, isReserved: true)
    }

    public func cancelReservation(recipients: Int, bytes: Int) {
        state.withLock { state in
            state.heldDeliveries -= recipients
            state.heldBytes -= bytes
        }
    }

    public func wake() { wakeUp.yield() }

    /// Forgets what waits in memory for a connection, without a word in the queue: its rows are
    /// about to be removed. What is being sent just now is not called back.
    public func dropWaitingJobs() {
        state.withLock { state in
            for group in Array(state.queues.keys) {
                let jobs = state.queues[group]?.takeAll() ?? []
                for job in jobs { state.letGo(job.deliveries.map(\.id)) }
            }
        }
    }

    func lease() -> Lease {
        Lease(worker: worker, until: clock.now() + configuration.leaseDuration)
    }

    // MARK: Running

    /// Delivers until graceful shutdown; then transactions under way come to their end. When the
    /// task is cancelled they are broken off.
    public func run() async throws {
        await withTaskCancellationOrGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                group.addTask { await self.settlements.run { self.settled($0) } }
                group.addTask { await self.leaseDueDeliveries() }
                group.addTask { await self.tick() }
                await withDiscardingTaskGroup { workers in
                    for await group in self.workerStarts {
                        workers.addTask { await self.carry(group) }
                    }
                }
                self.settlements.finish()
            }
        } onCancelOrGracefulShutdown: {
            self.stop()
        }
    }

    private func stop() {
        let waiters = state.withLock { state in
            state.isStopping = true
            return state.takeWaiters(idleSince: nil)
        }
        for waiter in waiters { waiter.resume(returning: nil) }
        startWorker.finish()
        wakeUp.finish()
    }

    /// Once a second: connections that idle too long are closed, and due deliveries are looked for.
    private func tick() async {
        while !state.withLock({ $0.isStopping }) {
            try? await Task.sleep(for: .seconds(1))
            let limit = ContinuousClock.now - configuration.idleConnectionTime
            let now = clock.now()
            let waiters = state.withLock { state in
                state.forgetIdleDestinations(at: now)
                return state.takeWaiters(idleSince: limit)
            }
            for waiter in waiters { waiter.resume(returning: nil) }
            wake()
        }
    }

    // MARK: Finding due deliveries

    private func leaseDueDeliveries() async {
        for await _ in wakeUps {
            do {
                while try await leaseBatch() {}
            } catch {
                logger.error("due deliveries could not be read", metadata: ["error": "\(error)"])
            }
        }
    }

    /// - Returns: whether more may be due.
    private func leaseBatch() async throws -> Bool {
        let room = state.withLock { state in
            state.isStopping ? 0 : configuration.heldDeliveriesLimit - state.heldDeliveries
        }
        let limit = min(room, configuration.leaseBatchSize)
        guard limit > 0 else { return false }
        let leased = try await store.lease(limit, under: lease(), now: clock.now())
        // A lease that ran out while its job waits here is ours again, and already in hand.
        let fresh = state.withLock { state in leased.filter { !state.inHand.contains($0.id) } }
        var index = fresh.startIndex
        while index < fresh.endIndex {
            let id = fresh[index].id.message
            let end = fresh[index...].firstIndex { $0.id.message != id } ?? fresh.endIndex
            try await take(Array(fresh[index..<end]), of: id)
            index = end
        }
        return leased.count == limit
    }

    private func take(_ deliveries: [Delivery], of id: QueuedMessage.ID) async throws {
        guard let message = try await store.message(id) else { return }
        take(message, deliveries, isReserved: false)
    }

    private func take(_ message: QueuedMessage, _ deliveries: [Delivery], isReserved: Bool) {
        let jobs = DeliveryJob.jobs(for: message, deliveries: deliveries, router: router)
        let pool = configuration.sourceAddresses.pool(named: message.handling.poolName)
        state.withLock { $0.hold(message, deliveries, isReserved: isReserved) }
        for (destination, job) in jobs {
            enqueue(job, in: DeliveryGroup(destination: destination, pool: pool))
        }
    }

    func enqueue(_ job: DeliveryJob, in group: DeliveryGroup) {
        let now = clock.now()
        let action = state.withLock { state in
            state.enqueue(job, in: group, now: now, configuration)
        }
        switch action {
        case .queued: break
        case .hand(let waiter): waiter.resume(returning: job)
        case .startWorker: start(group)
        case .deferred(let reply): deferOrExpire(job, reply: reply, peer: "\(group.destination)")
        case .later(let until): postpone(job, until: until)
        }
    }

    /// Room for a worker is counted; it begins as soon as the running group takes it up.
    func start(_ group: DeliveryGroup) { startWorker.yield(group) }

    func postpone(_ job: DeliveryJob, until: UnixTime) {
        settlements.add(
            job.deliveries.map { delivery in
                Settlement(
                    delivery: delivery.id, scope: job.message.scope,
                    outcome: .postponed(until: until))
            })
    }

    private func settled(_ batch: [Settlement]) {
        state.withLock { state in state.letGo(batch.map(\.delivery)) }
        if batch.contains(where: { $0.report != nil }) { wake() }
    }
}
