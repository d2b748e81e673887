public import MailTypes

/// How an address becomes known to those who receive mail: it sends a little more each day, until
/// nothing holds it back.
///
/// As SES's automatic warm-up does it: 45 days, at whose end an address may send 50,000 messages a
/// day. The share rises by the same number each day.
public struct WarmUp: Equatable, Sendable {
    public static let days = 45
    /// Recipients of the last day.
    public static let fullShare = 50_000

    private static let day = Int64(86_400)

    /// The first day, by UTC, in days since 1970.
    private let firstDay: Int64

    /// - Parameter start: some time of the first day.
    public init(start: UnixTime) { firstDay = Self.day(of: start) }

    /// Recipients that the address may send to on that day; nil when it is warm.
    public func share(at time: UnixTime) -> Int? {
        let day = Self.day(of: time) - firstDay
        guard day < Self.days else { return nil }
        return Self.fullShare * Int(max(day, 0) + 1) / Self.days
    }

    static func day(of time: UnixTime) -> Int64 { time.seconds / day }

    /// When the next day begins, with a share of its own.
    static func nextDay(after time: UnixTime) -> UnixTime {
        UnixTime(seconds: (Self.day(of: time) + 1) * day)
    }
}
