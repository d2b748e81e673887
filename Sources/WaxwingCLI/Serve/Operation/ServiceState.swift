import Synchronization

/// How far the service has come: what `/ready` tells load balancers.
final class ServiceState: Sendable {
    enum Phase: String, Sendable {
        case starting
        case ready
        case draining
    }

    private let current = Mutex(Phase.starting)

    var phase: Phase { current.withLock { $0 } }

    func becameReady() {
        current.withLock { if $0 == .starting { $0 = .ready } }
    }

    func beganDraining() { current.withLock { $0 = .draining } }
}
