public import MailTypes

/// What was sent in one quarter of an hour, counted in recipients as SES does.
public struct SendStatistics: Equatable, Sendable {
    /// Start of the quarter.
    public let timestamp: UnixTime
    public var deliveryAttempts: Int
    public var bounces: Int
    public var complaints: Int
    public var rejects: Int

    public init(
        timestamp: UnixTime, deliveryAttempts: Int = 0, bounces: Int = 0, complaints: Int = 0,
        rejects: Int = 0
    ) {
        self.timestamp = timestamp
        self.deliveryAttempts = deliveryAttempts
        self.bounces = bounces
        self.complaints = complaints
        self.rejects = rejects
    }

    public static let interval = Duration.seconds(900)

    /// The quarter that `time` lies in.
    public static func bucket(of time: UnixTime) -> UnixTime {
        let length = interval.milliseconds
        return UnixTime(milliseconds: time.milliseconds - time.milliseconds % length)
    }
}

/// Where the counts are kept. Accepting and settling count by themselves, in their transaction:
/// `accept` each recipient as an attempt, `settle` each `bounced`.
public protocol StatisticsStore: Sendable {
    /// Quarters from `time` on in which anything happened, the oldest first.
    func statistics(in scope: Scope, since time: UnixTime) async throws -> [SendStatistics]

    func removeAllStatistics() async throws
}
