import MailTypes
import Synchronization

/// Bounds how often an account calls an operation: SES lets each that sends nothing be called about
/// once a second.
///
/// Every operation of an account and region has a bucket of its own, which a second's worth of calls
/// fits in. The table of buckets is bounded; a node knows its own calls only.
public final class CallThrottle: Sendable {
    /// Buckets kept at the most.
    private static let bucketLimit = 50_000

    private struct Key: Hashable {
        let scope: Scope
        let operation: String
    }

    private struct Bucket {
        /// Calls that may be made now.
        var calls: Double
        var filledAt: UnixTime
    }

    private let callsPerSecond: Double
    private let clock: any WallClock
    private let buckets = Mutex<[Key: Bucket]>([:])

    /// - Parameter callsPerSecond: of one operation; at least 1.
    public init(callsPerSecond: Int, clock: any WallClock) {
        self.callsPerSecond = Double(max(1, callsPerSecond))
        self.clock = clock
    }

    /// Takes a call out of the bucket; false when there is none left.
    public func admits(_ operation: String, in scope: Scope) -> Bool {
        let key = Key(scope: scope, operation: operation)
        let now = clock.now()
        return buckets.withLock { buckets in
            if buckets[key] == nil, buckets.count >= Self.bucketLimit { tidy(&buckets, now) }
            var bucket = buckets[key] ?? Bucket(calls: callsPerSecond, filledAt: now)
            bucket.calls = filled(bucket, now)
            bucket.filledAt = now
            let isAdmitted = bucket.calls >= 1
            if isAdmitted { bucket.calls -= 1 }
            buckets[key] = bucket
            return isAdmitted
        }
    }

    private func filled(_ bucket: Bucket, _ now: UnixTime) -> Double {
        let seconds = max(0, Double((now - bucket.filledAt).milliseconds) / 1000)
        return min(callsPerSecond, bucket.calls + seconds * callsPerSecond)
    }

    /// A full bucket says no more than none; where all are in use, all begin anew.
    private func tidy(_ buckets: inout [Key: Bucket], _ now: UnixTime) {
        buckets = buckets.filter { filled($0.value, now) < callsPerSecond }
        if buckets.count >= Self.bucketLimit { buckets.removeAll() }
    }
}
