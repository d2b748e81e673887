extension UnixTime {
    /// Reads `2026-11-23T09:05:00Z`, with a fraction of seconds or an offset if need be, or a date
    /// alone (RFC 3339 §5.6).
    public init?(iso8601 text: String) {
        var cursor = ByteCursor(text)
        guard let year = cursor.number(4), cursor.take(UInt8(ascii: "-")),
            let month = cursor.number(2), (1...12).contains(month), cursor.take(UInt8(ascii: "-")),
            let day = cursor.number(2), (1...31).contains(day)
        else { return nil }
        var time = CalendarTime(year: year, month: month, day: day)
        if cursor.isAtEnd {
            self = time.unixTime
            return
        }
        guard cursor.take(ignoringCase: "T") || cursor.take(UInt8(ascii: " ")),
            let hour = cursor.number(2), hour < 24, cursor.take(UInt8(ascii: ":")),
            let minute = cursor.number(2), minute < 60, cursor.take(UInt8(ascii: ":")),
            let second = cursor.number(2), second <= 60
        else { return nil }
        time.hour = hour
        time.minute = minute
        time.second = second
        if cursor.take(UInt8(ascii: ".")) {
            let digits = cursor.take(while: \.isDigit)
            guard !digits.isEmpty else { return nil }
            let padded = Array(digits.prefix(3)) + Array("000".utf8)
            time.millisecond = padded.prefix(3).reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }
        guard let offset = cursor.zoneOffset(), cursor.isAtEnd else { return nil }
        self = time.unixTime - offset
    }
}

extension ByteCursor {
    fileprivate mutating func number(_ count: Int) -> Int? {
        guard let digits = take(count), digits.allSatisfy(\.isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    fileprivate mutating func zoneOffset() -> Duration? {
        if take(ignoringCase: "Z") { return .zero }
        let sign = take(UInt8(ascii: "-")) ? -1 : take(UInt8(ascii: "+")) ? 1 : 0
        guard sign != 0, let hours = number(2), hours < 24, take(UInt8(ascii: ":")),
            let minutes = number(2), minutes < 60
        else { return nil }
        return .seconds(sign * (hours * 3600 + minutes * 60))
    }
}
