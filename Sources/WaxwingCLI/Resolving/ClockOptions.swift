import ArgumentParser
import MailTypes

/// When it is, for the evaluation of messages from another time.
struct ClockOptions: ParsableArguments {
    @Option(
        name: .customLong("now"),
        help: ArgumentHelp(
            "Evaluate as if it were this moment: ISO 8601, or seconds since 1970.",
            valueName: "time"))
    var moment: Moment?

    var now: UnixTime { moment?.time ?? SystemClock().now() }
}

extension UnixTime {
    /// `2026-11-23 09:05:00 UTC`
    var readable: String {
        let text = iso8601
        return "\(text.prefix { $0 != "T" }) \(text.drop { $0 != "T" }.dropFirst().prefix(8)) UTC"
    }
}

/// A moment as people write it.
struct Moment: Equatable, Sendable, ExpressibleByArgument {
    let time: UnixTime

    init?(argument: String) {
        if let seconds = Int64(argument) {
            time = UnixTime(seconds: seconds)
        } else if let time = UnixTime(iso8601: argument) {
            self.time = time
        } else {
            return nil
        }
    }
}
