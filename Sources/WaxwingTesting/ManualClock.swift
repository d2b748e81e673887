public import MailTypes
import Synchronization
public import WaxwingCore

/// A clock that stands still until a test moves it.
public final class ManualClock: WallClock {
    private let time: Mutex<UnixTime>

    /// Begins at 2026-11-23T09:00:00Z, the start of a quarter of an hour.
    public init(_ time: UnixTime = .testStart) { self.time = Mutex(time) }

    public func now() -> UnixTime { time.withLock { $0 } }

    public func advance(by duration: Duration) { time.withLock { $0 = $0 + duration } }

    public func set(to time: UnixTime) { self.time.withLock { $0 = time } }
}

extension UnixTime {
    /// 2026-11-23T09:00:00Z.
    public static let testStart = UnixTime(seconds: 1_795_424_400)
}
