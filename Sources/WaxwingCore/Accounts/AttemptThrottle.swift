public import MailTypes
import Synchronization

/// Slows down whoever tries credentials that are wrong, by source address and by credential.
///
/// After a few failures every further attempt waits its turn before it is looked at, right or
/// wrong: the turns of one source, and of one credential, come ever further apart. Failures are
/// forgotten by half every minute. A source that has signed in with a credential lately is not
/// held up by what others do to it: nobody can lock an owner out.
///
/// SMTP and the API share one of these. Its tables are bounded; a node knows its own failures only.
public final class AttemptThrottle: Sendable {
    public struct Configuration: Equatable, Sendable {
        /// Failures that cost nothing.
        public var freeFailures = 5.0
        /// Between the first attempts that are held up; doubled by each further failure.
        public var firstPause = Duration.milliseconds(250)
        /// The longest pause between attempts of one source.
        public var sourcePauseLimit = Duration.seconds(10)
        /// The longest pause between attempts on one credential.
        public var credentialPauseLimit = Duration.seconds(2)
        /// Whoever would wait for longer is refused at once.
        public var waitLimit = Duration.seconds(20)
        /// The time in which half of the failures is forgotten.
        public var halfLife = Duration.seconds(60)
        /// How long a source is known for a credential that it signed in with.
        public var acquaintance = Duration.seconds(24 * 3600)
        /// Sources, credentials and acquaintances kept at the most, of each.
        public var entryLimit = 20_000

        public init() {}
    }

    /// When an attempt may be looked at.
    public enum Admission: Equatable, Sendable {
        case now
        case after(Duration)
        /// Too many wait already.
        case refused
    }

    /// From where, and with which credential, somebody signs in.
    public struct Attempt: Hashable, Sendable {
        let source: String
        let credential: String

        /// - Parameters:
        ///   - source: the peer's address; of IPv6 the network counts, because one peer has all of it.
        ///   - credential: its id, whether there is such a credential or not.
        public init(source: IPAddress?, credential: String) {
            switch source {
            case nil: self.source = ""
            case .v4(let bytes): self.source = hexadecimal(bytes)
            case .v6(let bytes): self.source = hexadecimal(bytes.prefix(8))
            }
            self.credential = String(decoding: credential.utf8.prefix(128), as: UTF8.self)
        }
    }

    private struct Record {
        var failures = 0.0
        var countedAt: UnixTime
        /// When the next attempt has its turn.
        var nextTurn: UnixTime
    }

    private struct Tables {
        var sources: [String: Record] = [:]
        var credentials: [String: Record] = [:]
        var acquaintances: [Attempt: UnixTime] = [:]
    }

    private let configuration: Configuration
    private let clock: any WallClock
    private let tables = Mutex(Tables())

    public init(configuration: Configuration = Configuration(), clock: any WallClock) {
        self.configuration = configuration
        self.clock = clock
    }

    /// Takes a turn for an attempt.
    public func admit(_ attempt: Attempt) -> Admission {
        let now = clock.now()
        return tables.withLock { tables in
            var turn = now
            if let record = tables.sources[attempt.source] {
                turn = max(turn, record.nextTurn)
            }
            let isKnown = tables.acquaintances[attempt].map { $0 > now } ?? false
            if !isKnown, let record = tables.credentials[attempt.credential] {
                turn = max(turn, record.nextTurn)
            }
            let wait = turn - now
            guard wait <= configuration.waitLimit else { return .refused }
            take(turn, now, &tables.sources[attempt.source], configuration.sourcePauseLimit)
            if !isKnown {
                take(
                    turn, now, &tables.credentials[attempt.credential],
                    configuration.credentialPauseLimit)
            }
            return wait > .zero ? .after(wait) : .now
        }
    }

    /// Takes a turn, and waits for it.
    /// - Returns: false when too many wait already.
    public func waitForTurn(
        _ attempt: Attempt,
        sleep: (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) async throws -> Bool {
        switch admit(attempt) {
        case .now: return true
        case .refused: return false
        case .after(let wait):
            try await sleep(wait)
            return true
        }
    }

    public func failed(_ attempt: Attempt) {
        let now = clock.now()
        tables.withLock { tables in
            count(attempt.source, now, &tables.sources, configuration.sourcePauseLimit)
            count(attempt.credential, now, &tables.credentials, configuration.credentialPauseLimit)
        }
    }

    /// What went well makes the source known; its failures are forgotten by time alone, else one
    /// credential of its own would let it try as many others as it likes.
    public func succeeded(_ attempt: Attempt) {
        let now = clock.now()
        tables.withLock { tables in
            if tables.acquaintances[attempt] == nil,
                tables.acquaintances.count >= configuration.entryLimit
            {
                tables.acquaintances = tables.acquaintances.filter { $0.value > now }
                if tables.acquaintances.count >= configuration.entryLimit {
                    tables.acquaintances.removeAll()
                }
            }
            tables.acquaintances[attempt] = now + configuration.acquaintance
        }
    }

    // MARK: Counting

    private func take(
        _ turn: UnixTime, _ now: UnixTime, _ record: inout Record?, _ limit: Duration
    ) {
        guard var changed = record else { return }
        changed.nextTurn = turn + pause(after: remaining(changed, now), limit)
        record = changed
    }

    private func count(
        _ name: String, _ now: UnixTime, _ records: inout [String: Record], _ limit: Duration
    ) {
        if records[name] == nil, records.count >= configuration.entryLimit {
            // Those that are forgotten first, then, under a flood, all: the flood is of sources
            // that have failed once or twice, which slows down nobody.
            records = records.filter { remaining($0.value, now) >= 1 }
            if records.count >= configuration.entryLimit {
                records = records.filter { remaining($0.value, now) > configuration.freeFailures }
            }
            if records.count >= configuration.entryLimit { records.removeAll() }
        }
        var record = records[name] ?? Record(countedAt: now, nextTurn: now)
        record.failures = remaining(record, now) + 1
        record.countedAt = now
        record.nextTurn = max(record.nextTurn, now + pause(after: record.failures, limit))
        records[name] = record
    }

    private func remaining(_ record: Record, _ now: UnixTime) -> Double {
        let age = max(0, (now - record.countedAt).milliseconds)
        let halves = Double(age) / Double(max(1, configuration.halfLife.milliseconds))
        return record.failures * Self.half(to: halves)
    }

    private func pause(after failures: Double, _ limit: Duration) -> Duration {
        guard failures > configuration.freeFailures else { return .zero }
        let doublings = min(Int(failures - configuration.freeFailures), 16)
        return min(limit, configuration.firstPause * (1 << doublings))
    }

    /// 2⁻ˣ, straight between whole numbers: the exact curve is of no matter here.
    private static func half(to exponent: Double) -> Double {
        guard exponent < 60 else { return 0 }
        let whole = Int(exponent)
        let start = 1 / Double(UInt64(1) << UInt64(whole))
        return start * (1 - (exponent - Double(whole)) / 2)
    }
}
