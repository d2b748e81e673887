import Synchronization

/// How far the service has come: what `/ready` tells load balancers.
final class ServiceState: Sendable {
    enum Phase: String, Sendable {
        case starting
        case ready
        case draining
    }

    private let current = Mutex(Phase.starting)
    private let openings: AsyncStream<Void>
    private let opening: AsyncStream<Void>.Continuation

    init() { (openings, opening) = AsyncStream.makeStream() }

    var phase: Phase { current.withLock { $0 } }

    func becameReady() {
        current.withLock { if $0 == .starting { $0 = .ready } }
    }

    /// A listener that opens when its service runs, as those of HTTP do, is open.
    func doorOpened() { opening.yield() }

    /// Returns when as many have opened.
    func waitForDoors(_ count: Int) async {
        guard count > 0 else { return }
        var left = count
        for await _ in openings {
            left -= 1
            if left == 0 { return }
        }
    }

    func beganDraining() { current.withLock { $0 = .draining } }
}
