import MailTypes

/// A moment for a `time` element: readable as it is, turned into local time where scripts run.
struct Moment: Equatable {
    /// `2026-11-23T09:05:00.012Z`
    let machine: String
    /// `2026-11-23 09:05:00 UTC`
    let human: String

    init(_ time: UnixTime) {
        machine = time.iso8601
        human = machine.prefix(10) + " " + machine.dropFirst(11).prefix(8) + " UTC"
    }
}
