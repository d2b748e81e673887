public import MailTypes

/// When a delivery that failed for now is tried again (RFC 5321 §4.5.4.1).
public struct RetrySchedule: Equatable, Sendable {
    /// Wait after the first failure.
    public var first = Duration.seconds(60)
    /// Longest wait. The wait doubles with each failure until there.
    public var longest = Duration.seconds(3600)
    /// How far a wait may be shorter or longer, as a fraction, so that retries spread out.
    public var jitter = 0.1

    public init() {}

    /// The moment of the next attempt.
    /// - Parameters:
    ///   - attempts: how many failed so far, 1 or more.
    ///   - randomness: 0 up to 1.
    public func nextAttempt(after attempts: Int, now: UnixTime, randomness: Double) -> UnixTime {
        let doublings = min(max(attempts - 1, 0), 20)
        let wait = min(first.milliseconds << Int64(doublings), longest.milliseconds)
        let spread = 1 + jitter * (2 * randomness - 1)
        return UnixTime(milliseconds: now.milliseconds + Int64(Double(wait) * spread))
    }
}
