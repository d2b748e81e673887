import DequeModule
import MailTypes
import WaxwingCore

/// What is held for one destination and pool: jobs that wait, workers that carry, and how well it goes.
struct DestinationQueue {
    /// With how many a destination begins that nothing is known of.
    static let initialConnectionLimit = 5

    typealias Waiter = CheckedContinuation<DeliveryJob?, Never>

    /// Connections at the most.
    private let connectionLimit: Int
    private(set) var jobs: Deque<DeliveryJob> = []
    /// Workers with no job that keep their connection open, the latest last.
    var waiters: [(since: ContinuousClock.Instant, waiter: Waiter)] = []
    /// Workers that run, waiting ones included.
    var workers = 0
    /// Those of them that have a connection open.
    var connected = 0
    /// How many may run now: halved when the peer pushes back, one more for each that goes well.
    private(set) var limit: Int
    /// Until when the destination is left alone, and why.
    private(set) var backOff: (until: UnixTime, reply: SMTPReply)?

    /// Jobs that were put back because too many wait, since the list was last empty.
    private var postponed = 0
    /// Jobs that went well in this period, and the rate of the period before, per second.
    private var pace = (since: ContinuousClock.now, count: 0, rate: 1.0)

    init(connectionLimit: Int = DeliveryConfiguration().connectionsPerDestinationLimit) {
        self.connectionLimit = connectionLimit
        limit = min(Self.initialConnectionLimit, connectionLimit)
    }

    var isIdle: Bool { jobs.isEmpty && workers == 0 && backOff == nil }

    /// Takes a job in, or says what else is to be done with it.
    mutating func admit(
        _ job: DeliveryJob, now: UnixTime, jobLimit: Int
    ) -> DeliveryState.EnqueueAction {
        if let backOff = backOff(at: now) { return .deferred(backOff.reply) }
        if let (_, waiter) = waiters.popLast() { return .hand(waiter) }
        guard jobs.count < jobLimit else { return .later(postponement(from: now)) }
        jobs.append(job)
        guard workers < limit else { return .queued }
        workers += 1
        return .startWorker
    }

    /// Takes a job back that was not begun, before all others.
    /// - Returns: the worker that waits for one, if any does.
    mutating func putBack(_ job: DeliveryJob) -> Waiter? {
        if let (_, waiter) = waiters.popLast() { return waiter }
        jobs.prepend(job)
        return nil
    }

    /// Whether what waits is worth one more worker.
    var needsWorker: Bool { !jobs.isEmpty && workers < limit }

    mutating func takeFirst() -> DeliveryJob? {
        if jobs.isEmpty { postponed = 0 }
        return jobs.popFirst()
    }

    mutating func takeAll() -> [DeliveryJob] {
        defer { jobs = [] }
        return Array(jobs)
    }

    /// When a job that finds no room here is worth another look: after those before it, at the
    /// pace of the last seconds. So a long backlog is read once, not over and over.
    mutating func postponement(from now: UnixTime) -> UnixTime {
        postponed += 1
        let wait = Double(jobs.count / 2 + postponed) / pace.rate
        return now + .milliseconds(Int64(min(max(wait, 0.1), 3600) * 1000))
    }

    private mutating func keepPace() {
        pace.count += 1
        let elapsed = pace.since.duration(to: .now)
        guard elapsed >= .seconds(1) else { return }
        pace = (.now, 0, max(1, Double(pace.count) * 1000 / Double(elapsed.milliseconds)))
    }

    mutating func succeeded() {
        keepPace()
        limit = min(limit + 1, connectionLimit)
        backOff = nil
    }

    mutating func pushedBack() { limit = max(1, limit / 2) }

    mutating func backOff(until: UnixTime, reply: SMTPReply) {
        pushedBack()
        backOff = (until, reply)
    }

    func backOff(at now: UnixTime) -> (until: UnixTime, reply: SMTPReply)? {
        guard let backOff, now < backOff.until else { return nil }
        return backOff
    }

    mutating func forgetBackOff(at now: UnixTime) {
        if backOff(at: now) == nil { backOff = nil }
    }
}
