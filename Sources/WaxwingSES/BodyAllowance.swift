import Synchronization

/// How much of long bodies the service holds at a time, so that no number of connections fills the
/// memory: a body has its length taken from here for as long as its request lasts.
///
/// Before a body has come, nothing proves who sends it, so one source address alone gets a part.
final class BodyAllowance: Sendable {
    /// Bytes of all bodies together, and of those from one address.
    struct Limits: Sendable {
        var total = 512 * 1024 * 1024
        var perSource = 256 * 1024 * 1024
    }

    private struct Taken {
        var total = 0
        var bySource: [String: Int] = [:]
    }

    private let limits: Limits
    private let taken = Mutex(Taken())

    init(_ limits: Limits = Limits()) { self.limits = limits }

    /// Takes `count` bytes, or none when there is not enough left.
    func take(_ count: Int, for source: String?) -> Bool {
        let source = source ?? ""
        return taken.withLock { taken in
            let ofSource = taken.bySource[source, default: 0]
            guard count <= limits.total - taken.total, count <= limits.perSource - ofSource else {
                return false
            }
            taken.total += count
            taken.bySource[source] = ofSource + count
            return true
        }
    }

    func giveBack(_ count: Int, for source: String?) {
        let source = source ?? ""
        taken.withLock { taken in
            taken.total -= count
            let rest = taken.bySource[source, default: 0] - count
            taken.bySource[source] = rest > 0 ? rest : nil
        }
    }
}
