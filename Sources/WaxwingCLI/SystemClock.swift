import Foundation
import MailTypes
import WaxwingCore

/// The machine's clock.
struct SystemClock: WallClock {
    func now() -> UnixTime {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return UnixTime(
            milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}
