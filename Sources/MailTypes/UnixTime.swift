/// A moment, in milliseconds since 1970-01-01T00:00:00Z.
public struct UnixTime: Hashable, Comparable, Sendable {
    public let milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }
    /// Moments too far away for the type become the farthest that it has.
    public init(seconds: Int64) {
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1000)
        milliseconds = overflow ? (seconds < 0 ? .min : .max) : product
    }

    /// Whole seconds, rounded down.
    public var seconds: Int64 { milliseconds / 1000 - (milliseconds % 1000 < 0 ? 1 : 0) }

    public static func < (first: UnixTime, second: UnixTime) -> Bool {
        first.milliseconds < second.milliseconds
    }

    public static func + (time: UnixTime, duration: Duration) -> UnixTime {
        UnixTime(milliseconds: time.milliseconds + duration.milliseconds)
    }

    public static func - (time: UnixTime, duration: Duration) -> UnixTime {
        UnixTime(milliseconds: time.milliseconds - duration.milliseconds)
    }

    public static func - (first: UnixTime, second: UnixTime) -> Duration {
        .milliseconds(first.milliseconds - second.milliseconds)
    }
}

extension Duration {
    /// Whole milliseconds, rounded towards zero.
    public var milliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}

extension UnixTime: Codable {
    public init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}

/// A moment in UTC by the Gregorian calendar.
public struct CalendarTime: Equatable, Sendable {
    public var year: Int
    /// 1 to 12.
    public var month: Int
    /// 1 to 31.
    public var day: Int
    public var hour: Int
    public var minute: Int
    public var second: Int
    public var millisecond: Int

    public init(
        year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0,
        millisecond: Int = 0
    ) {
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        self.millisecond = millisecond
    }

    public init(_ time: UnixTime) {
        let days = Self.floorDivide(Int(time.milliseconds), 86_400_000)
        let remainder = Int(time.milliseconds) % 86_400_000
        let rest = remainder < 0 ? remainder + 86_400_000 : remainder
        // Years begin in March here, so that the leap day is the last of its year.
        let shifted = days + 719_468
        let era = Self.floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        hour = rest / 3_600_000
        minute = rest / 60_000 % 60
        second = rest / 1000 % 60
        millisecond = rest % 1000
    }

    /// The moment; out-of-range fields carry over.
    public var unixTime: UnixTime {
        let seconds = ((days * 24 + hour) * 60 + minute) * 60 + second
        let start = UnixTime(seconds: Int64(seconds)).milliseconds
        let (sum, overflow) = start.addingReportingOverflow(Int64(millisecond))
        return UnixTime(milliseconds: overflow ? start : sum)
    }

    /// 0 for Sunday.
    public var weekday: Int { ((days + 4) % 7 + 7) % 7 }

    /// Days from 1970-01-01 to this day.
    private var days: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = Self.floorDivide(shiftedYear, 400)
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private static func floorDivide(_ value: Int, _ divisor: Int) -> Int {
        value / divisor - (value % divisor < 0 ? 1 : 0)
    }
}

extension UnixTime {
    /// `Mon, 23 Nov 2026 09:05:00 +0000` (RFC 5322 §3.3).
    public var messageDate: String {
        let time = CalendarTime(self)
        let day = Self.weekdays[time.weekday]
        let month = Self.months[time.month - 1]
        return "\(day), \(time.day) \(month) \(time.year) "
            + "\(padded(time.hour)):\(padded(time.minute)):\(padded(time.second)) +0000"
    }

    /// `2026-11-23T09:05:00.012Z` (RFC 3339).
    public var iso8601: String {
        let time = CalendarTime(self)
        return "\(padded(time.year, 4))-\(padded(time.month))-\(padded(time.day))T"
            + "\(padded(time.hour)):\(padded(time.minute)):\(padded(time.second))."
            + "\(padded(time.millisecond, 3))Z"
    }

    /// `20261123T090500Z`, as AWS signatures write it.
    public var basicISO8601: String {
        let time = CalendarTime(self)
        return "\(padded(time.year, 4))\(padded(time.month))\(padded(time.day))T"
            + "\(padded(time.hour))\(padded(time.minute))\(padded(time.second))Z"
    }

    static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private func padded(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
