import MailTypes
import Synchronization

/// Counts what accounts send, against what they may: recipients in 24 hours, and in a second.
///
/// The durable counts are the statistics, which accepting writes. Here they are kept in memory and
/// read anew every few seconds, so that a message costs no look-up.
public final class SendQuotas: Sendable {
    /// Age at which the count of 24 hours is read again: other nodes send too.
    private static let countLifetime = Duration.seconds(5)
    /// Accounts and regions that are remembered.
    private static let scopeLimit = 100_000

    fileprivate struct Account {
        /// Recipients that may be sent to now; below zero after a message to many.
        var tokens = 0.0
        var refilledAt: UnixTime?
        /// Of the last 24 hours, as it was read.
        var counted = 0
        var countedAt: UnixTime?
        /// Taken since the count was read.
        var takenSince = 0
        /// Taken, and neither written nor given back.
        var underWay = 0
    }

    private let statistics: any StatisticsStore
    private let clock: any WallClock
    private let accounts = Mutex<[Scope: Account]>([:])

    public init(statistics: any StatisticsStore, clock: any WallClock) {
        self.statistics = statistics
        self.clock = clock
    }

    /// Recipients of the last 24 hours, to the quarter of an hour.
    public func sentInLastDay(in scope: Scope) async throws -> Int {
        try await statistics.statistics(in: scope, since: clock.now() - .seconds(86_400))
            .reduce(0) { $0 + $1.accepted }
    }

    /// Takes what a message needs, or nothing.
    ///
    /// - Parameters:
    ///   - recipients: that count towards the rate.
    ///   - daily: those of them that count towards the 24 hours.
    /// - Throws: ``ServiceError/throttled(_:)`` when there is not enough left.
    func take(
        _ recipients: Int, daily: Int, of settings: AccountSettings, in scope: Scope
    ) async throws -> Reservation {
        let limits = (daily: settings.dailyQuotaInForce, rate: settings.maximumRateInForce)
        guard limits.daily != nil || limits.rate != nil else {
            return Reservation(scope: scope, count: 0)
        }
        if limits.daily != nil { try await readCount(in: scope) }
        let now = clock.now()
        try accounts.withLock { accounts throws(ServiceError) in
            var account = accounts[scope] ?? Account()
            if let limit = limits.daily,
                Double(account.counted + account.takenSince + daily) > limit
            {
                throw .throttled(Self.dailyText)
            }
            if let rate = limits.rate {
                account.refill(at: now, rate: rate)
                guard account.tokens >= 1 else { throw .throttled(Self.rateText) }
                account.tokens -= Double(recipients)
            }
            if limits.daily != nil {
                account.takenSince += daily
                account.underWay += daily
            }
            accounts[scope] = account
        }
        return Reservation(scope: scope, count: limits.daily == nil ? 0 : daily)
    }

    static let dailyText = "Daily message quota exceeded."
    static let rateText = "Maximum sending rate exceeded."

    /// What was taken for one message.
    struct Reservation: Sendable {
        let scope: Scope
        let count: Int
    }

    /// The message is in the store, and its count with it; or it was not taken.
    func settle(_ reservation: Reservation, isAccepted: Bool) {
        guard reservation.count > 0 else { return }
        accounts.withLock { accounts in
            accounts[reservation.scope]?.underWay -= reservation.count
            if !isAccepted { accounts[reservation.scope]?.takenSince -= reservation.count }
        }
    }

    /// Forgets what was counted: the statistics were emptied.
    public func forgetCounts() { accounts.withLock { $0.removeAll() } }

    private func readCount(in scope: Scope) async throws {
        let now = clock.now()
        let isFresh = accounts.withLock { accounts in
            accounts[scope]?.countedAt.map { now - $0 < Self.countLifetime && now >= $0 }
                ?? false
        }
        if isFresh { return }
        let count = try await sentInLastDay(in: scope)
        accounts.withLock { accounts in
            if accounts.count >= Self.scopeLimit { accounts.removeAll() }
            var account = accounts[scope] ?? Account()
            account.counted = count
            account.countedAt = now
            account.takenSince = max(0, account.underWay)
            accounts[scope] = account
        }
    }
}

extension SendQuotas.Account {
    /// A second's worth may be saved up, and a message to many goes into debt.
    fileprivate mutating func refill(at now: UnixTime, rate: Double) {
        let most = max(rate, 1)
        guard let before = refilledAt else {
            tokens = most
            refilledAt = now
            return
        }
        let seconds = max(0, Double((now - before).milliseconds) / 1000)
        tokens = min(most, tokens + seconds * rate)
        refilledAt = now
    }
}
