public import MailTypes

extension UnixTime {
    /// Reads the date of a `Date` or `Received` field (RFC 5322 §3.3 and §4.3).
    ///
    ///     Fri, 21 Nov 1997 09:55:06 -0600 (CST)
    ///
    /// Comments, two-digit years, missing seconds, zones by name and an absent zone (taken as UTC)
    /// are read, and two habits that the standard does not have: the order of the C library
    /// (`Fri Nov 21 09:55:06 1997 -0600`) and fractions of a second, which are dropped. The name
    /// of the day is not checked against the date.
    public init(parsingMessageDate value: ArraySlice<UInt8>) throws(SyntaxError) {
        var cursor = ByteCursor(value)
        self = try cursor.readMessageDate()
    }

    public init(parsingMessageDate text: String) throws(SyntaxError) {
        try self.init(parsingMessageDate: Array(text.utf8)[...])
    }
}

extension ByteCursor {
    /// - Parameter allowsRest: Whether anything may follow the date.
    mutating func readMessageDate(allowsRest: Bool = false) throws(SyntaxError) -> UnixTime {
        try skipCFWS()
        var time = CalendarTime(year: 0, month: 0, day: 0)
        if peek?.isLetter == true {
            let start = offset
            if (try? readMonth()) == nil {
                // The name of the day.
                move(to: start)
                _ = take(while: \.isLetter)
                try skipCFWS()
                _ = take(UInt8(ascii: ","))
                try skipCFWS()
            } else {
                move(to: start)
            }
        }
        var hasYear = true
        if peek?.isLetter == true {
            time.month = try readMonth()
            try skipCFWS()
            time.day = try readNumber(digits: 1...2, in: 1...31)
            hasYear = false
        } else {
            time.day = try readNumber(digits: 1...2, in: 1...31)
            try skipDateSeparator()
            time.month = try readMonth()
            try skipDateSeparator()
            time.year = try readYear()
        }
        try skipCFWS()
        try readTimeOfDay(&time)
        if !hasYear {
            // `Fri Nov 21 09:55:06 EST 1997`, `… 1997 -0600`, `… 1997`
            var zone = 0
            if peek?.isLetter == true { zone = try readZone() }
            try skipCFWS()
            time.year = try readYear()
            try skipCFWS()
            time.minute -= zone
        }
        guard time.day <= Self.daysInMonth(time.month, time.year) else {
            throw expected("a day of the month")
        }
        time.minute -= try readZone(isOptional: allowsRest)
        if allowsRest { return time.unixTime }
        try skipCFWS()
        guard isAtEnd else { throw expected(.end) }
        return time.unixTime
    }

    ///     time-of-day = hour ":" minute [ ":" second ]     ; RFC 5322 §3.3
    private mutating func readTimeOfDay(_ time: inout CalendarTime) throws(SyntaxError) {
        time.hour = try readNumber(digits: 1...2, in: 0...23)
        try skipCFWS()
        guard take(UInt8(ascii: ":")) else { throw expected(.byte(":")) }
        try skipCFWS()
        time.minute = try readNumber(digits: 1...2, in: 0...59)
        try skipCFWS()
        guard take(UInt8(ascii: ":")) else { return }
        try skipCFWS()
        time.second = try readNumber(digits: 1...2, in: 0...60)
        if peek == UInt8(ascii: "."), peek(at: 1)?.isDigit == true {
            _ = next()
            _ = take(while: \.isDigit)
        }
        try skipCFWS()
    }

    /// White space; some programs write `21-Nov-1997`.
    private mutating func skipDateSeparator() throws(SyntaxError) {
        try skipCFWS()
        if take(UInt8(ascii: "-")) { try skipCFWS() }
    }

    private mutating func readNumber(
        digits: ClosedRange<Int>, in range: ClosedRange<Int>
    ) throws(SyntaxError) -> Int {
        let start = offset
        let text = take(while: \.isDigit)
        let number = text.prefix(5).reduce(0) { $0 * 10 + Int($1 &- 0x30) }
        guard digits.contains(text.count), range.contains(number) else {
            throw SyntaxError(expected: .init("a number from \(range)"), offset: start)
        }
        return number
    }

    private mutating func readMonth() throws(SyntaxError) -> Int {
        let start = offset
        let name = take(while: \.isLetter).map(\.asciiLowercased)
        let months = [
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        ]
        guard let index = months.firstIndex(where: { name.starts(with: $0.utf8) }) else {
            throw SyntaxError(expected: "a month", offset: start)
        }
        return index + 1
    }

    /// Two digits are 2000 to 2049 or 1950 to 1999, three count from 1900 (RFC 5322 §4.3).
    private mutating func readYear() throws(SyntaxError) -> Int {
        let start = offset
        let year = try readNumber(digits: 2...5, in: 0...99_999)
        switch offset - start {
        case 2: return year < 50 ? 2000 + year : 1900 + year
        case 3: return 1900 + year
        default: return year
        }
    }

    /// Minutes east of UTC.
    private mutating func readZone(isOptional: Bool = false) throws(SyntaxError) -> Int {
        guard let sign = peek else { return 0 }
        if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
            _ = next()
            // Three digits are four without the zero in front.
            let number = try readNumber(digits: 3...4, in: 0...9959)
            let minutes = number / 100 * 60 + number % 100
            return sign == UInt8(ascii: "-") ? -minutes : minutes
        }
        let start = offset
        let name = take(while: \.isLetter)
        if isOptional, name.count == 1 || name.count > 4 { move(to: start) }
        guard !name.isEmpty || isOptional else { throw expected("a zone") }
        // Military letters were defined with the wrong sign, so they say nothing, as do unknown
        // names (RFC 5322 §4.3).
        let hours = [
            "edt": -4, "est": -5, "cdt": -5, "cst": -6, "mdt": -6, "mst": -7, "pdt": -7, "pst": -8,
        ]
        // `EST5EDT` is the name of the rule, and begins with that of the zone.
        if name.count == 3 { _ = take(while: \.isAlphanumeric) }
        return (hours[String(decoding: name.map(\.asciiLowercased), as: UTF8.self)] ?? 0) * 60
    }

    private static func daysInMonth(_ month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
