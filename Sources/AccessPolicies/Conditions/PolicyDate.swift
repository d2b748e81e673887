import MailTypes

/// A moment as policies and requests write it: a form of the W3C's note on dates and times, or
/// seconds since 1970.
enum PolicyDate {
    /// Milliseconds since 1970, or nil for what is no date.
    ///
    ///     YYYY | YYYY-MM | YYYY-MM-DD | YYYY-MM-DDThh:mmTZD | …hh:mm:ssTZD | …hh:mm:ss.sTZD
    ///
    /// and `YYYYMMDDThhmmssZ`, as AWS writes times in signatures. Four digits are a year; all other
    /// runs of digits are seconds.
    static func milliseconds(_ text: Span<UInt8>) -> Int64? {
        var reader = Reader(count: text.count)
        let sign = reader.take(UInt8(ascii: "-"), in: text)
        let digits = reader.countDigits(in: text)
        if digits > 0, reader.index + digits == text.count, digits != 4 || sign {
            return seconds(text, from: reader.index, isNegative: sign)
        }
        guard !sign else { return nil }
        return digits == 8 ? basic(text, &reader) : extended(text, &reader)
    }

    /// Seconds, as a whole number of at most twelve digits: beyond the year 30,000.
    private static func seconds(
        _ text: Span<UInt8>, from start: Int, isNegative: Bool
    ) -> Int64? {
        guard text.count - start <= 12 else { return nil }
        var value: Int64 = 0
        for index in start..<text.count { value = value * 10 + Int64(text[index] &- 0x30) }
        return (isNegative ? -value : value) * 1000
    }

    private static func extended(_ text: Span<UInt8>, _ reader: inout Reader) -> Int64? {
        guard let year = reader.number(4, in: text) else { return nil }
        var time = CalendarTime(year: year, month: 1, day: 1)
        if reader.index == text.count { return time.unixTime.milliseconds }
        guard reader.take(UInt8(ascii: "-"), in: text), let month = reader.number(2, in: text),
            (1...12).contains(month)
        else { return nil }
        time.month = month
        if reader.index == text.count { return time.unixTime.milliseconds }
        guard reader.take(UInt8(ascii: "-"), in: text), let day = reader.number(2, in: text),
            (1...31).contains(day)
        else { return nil }
        time.day = day
        if reader.index == text.count { return time.unixTime.milliseconds }
        guard reader.take(UInt8(ascii: "T"), in: text), let hour = reader.number(2, in: text),
            hour < 24, reader.take(UInt8(ascii: ":"), in: text),
            let minute = reader.number(2, in: text), minute < 60
        else { return nil }
        time.hour = hour
        time.minute = minute
        if reader.take(UInt8(ascii: ":"), in: text) {
            guard let second = reader.number(2, in: text), second <= 60 else { return nil }
            time.second = second
            if reader.take(UInt8(ascii: "."), in: text) {
                guard let fraction = reader.milliseconds(in: text) else { return nil }
                time.millisecond = fraction
            }
        }
        guard let offset = reader.zone(in: text), reader.index == text.count else { return nil }
        return time.unixTime.milliseconds - Int64(offset) * 60_000
    }

    private static func basic(_ text: Span<UInt8>, _ reader: inout Reader) -> Int64? {
        guard let year = reader.number(4, in: text), let month = reader.number(2, in: text),
            (1...12).contains(month), let day = reader.number(2, in: text),
            (1...31).contains(day), reader.take(UInt8(ascii: "T"), in: text),
            let hour = reader.number(2, in: text), hour < 24,
            let minute = reader.number(2, in: text), minute < 60,
            let second = reader.number(2, in: text), second <= 60,
            reader.take(UInt8(ascii: "Z"), in: text), reader.index == text.count
        else { return nil }
        return CalendarTime(
            year: year, month: month, day: day, hour: hour, minute: minute, second: second
        ).unixTime.milliseconds
    }

    /// A place in a text.
    private struct Reader {
        let count: Int
        var index = 0

        init(count: Int) { self.count = count }

        mutating func take(_ byte: UInt8, in text: Span<UInt8>) -> Bool {
            guard index < count, text[index] == byte else { return false }
            index += 1
            return true
        }

        func countDigits(in text: Span<UInt8>) -> Int {
            var end = index
            while end < count, text[end].isDigit { end += 1 }
            return end - index
        }

        mutating func number(_ digits: Int, in text: Span<UInt8>) -> Int? {
            guard count - index >= digits else { return nil }
            var value = 0
            for _ in 0..<digits {
                guard text[index].isDigit else { return nil }
                value = value * 10 + Int(text[index] &- 0x30)
                index += 1
            }
            return value
        }

        /// The digits after a decimal point, of which three count.
        mutating func milliseconds(in text: Span<UInt8>) -> Int? {
            let digits = countDigits(in: text)
            guard digits > 0 else { return nil }
            var value = 0
            for place in 0..<3 {
                value = value * 10 + (place < digits ? Int(text[index + place] &- 0x30) : 0)
            }
            index += digits
            return value
        }

        /// `Z`, `+hh:mm` or `-hh:mm`, in minutes.
        mutating func zone(in text: Span<UInt8>) -> Int? {
            if take(UInt8(ascii: "Z"), in: text) { return 0 }
            let isWest = take(UInt8(ascii: "-"), in: text)
            guard isWest || take(UInt8(ascii: "+"), in: text), let hours = number(2, in: text),
                hours < 24, take(UInt8(ascii: ":"), in: text),
                let minutes = number(2, in: text), minutes < 60
            else { return nil }
            return (isWest ? -1 : 1) * (hours * 60 + minutes)
        }
    }
}
