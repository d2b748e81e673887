import MailTypes

extension UnixTime {
    /// Reads `2016-04-01T23:59:59Z`; with a fraction and an offset, too, which are rare.
    ///
    ///     date-time = full-date "T" full-time     ; RFC 3339 §5.6
    init?(parsingRFC3339 text: String) {
        guard text.utf8.count <= 64 else { return nil }
        var cursor = ByteCursor(text)
        guard let year = cursor.readNumber(4), cursor.take(UInt8(ascii: "-")),
            let month = cursor.readNumber(2), (1...12).contains(month),
            cursor.take(UInt8(ascii: "-")), let day = cursor.readNumber(2),
            (1...31).contains(day),
            cursor.take(ignoringCase: "T") || cursor.take(UInt8(ascii: " ")),
            let hour = cursor.readNumber(2), hour < 24, cursor.take(UInt8(ascii: ":")),
            let minute = cursor.readNumber(2), minute < 60, cursor.take(UInt8(ascii: ":")),
            let second = cursor.readNumber(2), second <= 60
        else { return nil }
        if cursor.take(UInt8(ascii: ".")), cursor.take(while: \.isDigit).isEmpty { return nil }
        guard let offset = cursor.readOffset(), cursor.isAtEnd else { return nil }
        let local = CalendarTime(
            year: year, month: month, day: day, hour: hour, minute: minute, second: second
        ).unixTime
        self = UnixTime(seconds: local.seconds - Int64(offset * 60))
    }

    /// `2016-04-01T23:59:59Z`
    var rfc3339: String {
        // The fraction, and the dot before it.
        String(iso8601.dropLast(5)) + "Z"
    }
}

extension ByteCursor {
    fileprivate mutating func readNumber(_ width: Int) -> Int? {
        take(width).flatMap { Int(reportText: $0) }
    }

    /// Minutes east of Greenwich; none is taken for UTC.
    fileprivate mutating func readOffset() -> Int? {
        if isAtEnd || take(ignoringCase: "Z") { return 0 }
        let sign = take(UInt8(ascii: "-")) ? -1 : 1
        if sign == 1, !take(UInt8(ascii: "+")) { return nil }
        guard let hours = readNumber(2), take(UInt8(ascii: ":")), let minutes = readNumber(2)
        else { return nil }
        return sign * (hours * 60 + minutes)
    }
}
