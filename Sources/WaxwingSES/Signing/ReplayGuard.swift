public import MailTypes
import Synchronization

/// Remembers the signatures of requests that changed something, for as long as they are good.
///
/// SES has no such memory; within 15 minutes whoever reads a request on its way can have it carried
/// out again. SDKs sign each attempt anew, with a header that counts the attempts, so that their
/// retries are no replays.
///
/// The memory is bounded and that of one process: a flood of signed requests makes it shorter, from
/// the oldest on, and a restart empties it.
public final class ReplayGuard: Sendable {
    /// Most signatures remembered; 64 bits each, 2,300 a second for 15 minutes.
    public static let standardLimit = 1 << 21

    /// A signature that was taken note of.
    public struct Ticket: Sendable {
        fileprivate let owner: ReplayGuard
        fileprivate let minute: Int64
        fileprivate let mark: UInt64

        /// The request was not carried out: the same may come again.
        public func forget() {
            _ = owner.seen.withLock { $0.minutes[minute]?.remove(mark) }
        }
    }

    private struct Seen {
        /// By the minute in which they end.
        var minutes: [Int64: Set<UInt64>] = [:]
        var count = 0
        var sweptAt = Int64.min
    }

    private let limit: Int
    private let seen = Mutex(Seen())

    public init(limit: Int = ReplayGuard.standardLimit) { self.limit = limit }

    /// Takes note of a signature; nil when it was seen before.
    func take(_ signature: String, until end: UnixTime, now: UnixTime) -> Ticket? {
        let minute = end.seconds / 60
        let mark = Self.mark(of: signature)
        return seen.withLock { seen in
            sweep(&seen, now.seconds / 60)
            guard seen.minutes[minute, default: []].insert(mark).inserted else { return nil }
            seen.count += 1
            if seen.count > limit, let first = seen.minutes.keys.min() {
                seen.count -= seen.minutes.removeValue(forKey: first)?.count ?? 0
            }
            return Ticket(owner: self, minute: minute, mark: mark)
        }
    }

    /// Once a minute drops what has ended, and counts the rest.
    private func sweep(_ seen: inout Seen, _ now: Int64) {
        guard now != seen.sweptAt else { return }
        seen.sweptAt = now
        seen.minutes = seen.minutes.filter { $0.key >= now && !$0.value.isEmpty }
        seen.count = seen.minutes.reduce(0) { $0 + $1.value.count }
    }

    /// The first 64 bits of a signature that was found good: those of an HMAC, which nobody chooses.
    private static func mark(of signature: String) -> UInt64 {
        UInt64(signature.prefix(16), radix: 16) ?? 0
    }
}
