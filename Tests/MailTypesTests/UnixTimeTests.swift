import Testing

@testable import MailTypes

@Suite struct UnixTimeTests {
    @Test(
        arguments: [
            (0, "Thu, 1 Jan 1970 00:00:00 +0000", "1970-01-01T00:00:00.000Z"),
            (951_782_400_000, "Tue, 29 Feb 2000 00:00:00 +0000", "2000-02-29T00:00:00.000Z"),
            (-1, "Wed, 31 Dec 1969 23:59:59 +0000", "1969-12-31T23:59:59.999Z"),
            (1_795_424_700_012, "Mon, 23 Nov 2026 09:05:00 +0000", "2026-11-23T09:05:00.012Z"),
            (4_107_542_399_000, "Sun, 28 Feb 2100 23:59:59 +0000", "2100-02-28T23:59:59.000Z"),
        ] as [(Int64, String, String)])
    func writes(milliseconds: Int64, messageDate: String, iso8601: String) {
        let time = UnixTime(milliseconds: milliseconds)
        #expect(time.messageDate == messageDate)
        #expect(time.iso8601 == iso8601)
        #expect(CalendarTime(time).unixTime == time)
    }

    @Test func writesTheFormOfAWSSignatures() {
        #expect(UnixTime(seconds: 1_440_938_160).basicISO8601 == "20150830T123600Z")
    }

    @Test func roundsSecondsDown() {
        #expect(UnixTime(milliseconds: 1999).seconds == 1)
        #expect(UnixTime(milliseconds: -1).seconds == -1)
        #expect(UnixTime(milliseconds: .max).seconds == Int64.max / 1000)
    }

    @Test(arguments: [Int64.min, .min + 1, .max, -62_135_596_800_001])
    func farthestMomentsDoNotTrap(milliseconds: Int64) {
        let time = UnixTime(milliseconds: milliseconds)
        _ = time.messageDate + time.iso8601
        #expect((0...6).contains(CalendarTime(UnixTime(milliseconds: milliseconds / 2)).weekday))
        #expect(UnixTime(seconds: milliseconds).milliseconds != 0)
    }

    @Test func everyDayOfFourCenturiesRoundTrips() {
        for day in stride(from: Int64(-146_097), to: 146_097, by: 13) {
            let time = UnixTime(seconds: day * 86_400 + 3_661)
            let calendar = CalendarTime(time)
            #expect(calendar.unixTime == time)
            #expect((calendar.hour, calendar.minute, calendar.second) == (1, 1, 1))
        }
    }

    @Test(arguments: [
        ("2026-11-23T09:05:00Z", Int64(1_795_424_700_000)),
        ("2026-11-23T10:05:00.5+01:00", 1_795_424_700_500),
        ("2026-11-23", 1_795_392_000_000),
    ])
    func readsTimes(text: String, milliseconds: Int64) {
        #expect(UnixTime(iso8601: text)?.milliseconds == milliseconds)
    }

    @Test(arguments: ["", "2026", "2026-13-01", "2026-11-23T", "2026-11-23T09:05:00", "x"])
    func refusesWhatIsNoTime(text: String) { #expect(UnixTime(iso8601: text) == nil) }
}
