public import MailTypes

/// What was sent in one quarter of an hour, counted in recipients as SES does.
public struct SendStatistics: Equatable, Sendable {
    /// Start of the quarter.
    public let timestamp: UnixTime
    public var deliveryAttempts: Int
    public var bounces: Int
    public var complaints: Int
    public var rejects: Int
    /// Recipients that count towards the quota of 24 hours: also those who are suppressed, and
    /// those of rejected messages; not those of the mailbox simulator.
    public var accepted: Int
    /// Recipients left out because of the suppression list; neither attempts nor bounces.
    public var suppressed: Int

    public init(
        timestamp: UnixTime, deliveryAttempts: Int = 0, bounces: Int = 0, complaints: Int = 0,
        rejects: Int = 0, accepted: Int = 0, suppressed: Int = 0
    ) {
        self.timestamp = timestamp
        self.deliveryAttempts = deliveryAttempts
        self.bounces = bounces
        self.complaints = complaints
        self.rejects = rejects
        self.accepted = accepted
        self.suppressed = suppressed
    }

    public static let interval = Duration.seconds(900)

    /// The quarter that `time` lies in.
    public static func bucket(of time: UnixTime) -> UnixTime {
        let length = interval.milliseconds
        return UnixTime(milliseconds: time.milliseconds - time.milliseconds % length)
    }
}

/// Where the counts are kept. Accepting and settling count by themselves, in their transaction:
/// `accept` what ``NewMessage`` says of itself, `settle` each `bounced`, `note` each complaint.
public protocol StatisticsStore: Sendable {
    /// Quarters from `time` on in which anything happened, the oldest first.
    func statistics(in scope: Scope, since time: UnixTime) async throws -> [SendStatistics]

    func removeAllStatistics() async throws
}
