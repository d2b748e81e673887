import MailTypes
import Synchronization

/// Remembers the signatures of requests that changed something, for as long as they are good.
///
/// SES has no such memory: for 15 minutes, whoever reads a request on its way can have it carried
/// out again. Here a signature serves once. There is one exception, for the sake of boto3: its
/// signatures tell the time to the second and nothing of the call, so that two calls with the same
/// arguments in one second are signed alike. They differ in `amz-sdk-invocation-id`, which is not
/// signed; a call of another id therefore passes for a few seconds after the first, and no longer.
///
/// The memory is bounded and that of one process: a flood of signed requests makes it shorter, from
/// the oldest on, and a restart empties it.
public final class ReplayGuard: Sendable {
    /// Most signatures remembered, some 30 bytes each: 1,100 a second for 15 minutes.
    public static let standardLimit = 1 << 20
    /// How long after the first another call with the same signature is believed.
    static let grace: Int64 = 5

    /// A request that was taken note of.
    public struct Ticket: Sendable {
        fileprivate let owner: ReplayGuard
        fileprivate let minute: Int64
        fileprivate let signature: UInt64
        fileprivate let call: UInt64?
        fileprivate let isFirst: Bool

        /// The request was not carried out: the same may come again.
        public func forget() { owner.forget(self) }
    }

    /// What ends in one minute.
    private struct Bucket {
        /// When a signature came first, in seconds; `.min` when it names no call.
        var firstSeen: [UInt64: Int64] = [:]
        var calls: Set<UInt64> = []

        var count: Int { firstSeen.count + calls.count }
    }

    private struct Memory {
        var buckets: [Int64: Bucket] = [:]
        /// Never less than there are.
        var count = 0
        var sweptAt = Int64.min
    }

    private let limit: Int
    private let memory = Mutex(Memory())

    public init(limit: Int = ReplayGuard.standardLimit) { self.limit = limit }

    /// Takes note of a request; nil when it was seen before.
    /// - Parameter call: what tells calls with one signature apart, if there is anything.
    func take(
        _ signature: String, call: String? = nil, until end: UnixTime, now: UnixTime
    ) -> Ticket? {
        let minute = end.seconds / 60
        let mark = Self.mark(of: signature)
        let callMark = call.map { UInt64(truncatingIfNeeded: [signature, $0].hashValue) }
        return memory.withLock { memory in
            sweep(&memory, now.seconds / 60)
            var isFirst = false
            if let first = memory.buckets[minute]?.firstSeen[mark] {
                guard callMark != nil, first >= now.seconds - Self.grace else { return nil }
            } else {
                isFirst = true
                memory.buckets[minute, default: Bucket()].firstSeen[mark] =
                    callMark == nil ? .min : now.seconds
                memory.count += 1
            }
            if let callMark {
                let calls = memory.buckets[minute]?.calls.insert(callMark)
                guard calls?.inserted ?? true else { return nil }
                memory.count += 1
            }
            if memory.count > limit { dropOldest(&memory) }
            return Ticket(
                owner: self, minute: minute, signature: mark, call: callMark, isFirst: isFirst)
        }
    }

    private func forget(_ ticket: Ticket) {
        memory.withLock { memory in
            if ticket.isFirst {
                memory.buckets[ticket.minute]?.firstSeen[ticket.signature] = nil
            }
            if let call = ticket.call { memory.buckets[ticket.minute]?.calls.remove(call) }
        }
    }

    /// Once a minute drops what has ended, and counts the rest.
    private func sweep(_ memory: inout Memory, _ now: Int64) {
        guard now != memory.sweptAt else { return }
        memory.sweptAt = now
        memory.buckets = memory.buckets.filter { $0.key >= now && $0.value.count > 0 }
        memory.count = memory.buckets.reduce(0) { $0 + $1.value.count }
    }

    private func dropOldest(_ memory: inout Memory) {
        guard let first = memory.buckets.keys.min() else { return }
        memory.count -= memory.buckets.removeValue(forKey: first)?.count ?? 0
    }

    /// The first 64 bits of a signature that was found good: those of an HMAC, which nobody chooses.
    private static func mark(of signature: String) -> UInt64 {
        UInt64(signature.prefix(16), radix: 16) ?? 0
    }
}

extension APIRequest {
    /// What an SDK tells calls and attempts apart by, besides the signature.
    var sdkCall: String? {
        guard let id = header("amz-sdk-invocation-id") else { return nil }
        return "\(id) \(header("amz-sdk-request") ?? "")"
    }
}
