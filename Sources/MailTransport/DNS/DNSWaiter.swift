import DNS
import Synchronization

/// Somebody who waits for an answer, and gets exactly one: the first that comes, be it from the
/// DNS, the deadline or the end of his task.
final class DNSWaiter: Sendable {
    private enum State {
        case created
        case waiting(CheckedContinuation<DNSAnswer, Never>)
        /// The answer came before anybody waited for it.
        case answered(DNSAnswer)
        case done
    }

    private let state = Mutex(State.created)

    /// Waits for the answer; called once.
    func wait(with continuation: CheckedContinuation<DNSAnswer, Never>) {
        let early = state.withLock { state -> DNSAnswer? in
            guard case .answered(let answer) = state else {
                state = .waiting(continuation)
                return nil
            }
            state = .done
            return answer
        }
        if let early { continuation.resume(returning: early) }
    }

    /// Gives the answer, unless there has been one.
    func finish(with answer: DNSAnswer) {
        let continuation = state.withLock { state -> CheckedContinuation<DNSAnswer, Never>? in
            switch state {
            case .created:
                state = .answered(answer)
                return nil
            case .waiting(let continuation):
                state = .done
                return continuation
            case .answered, .done:
                return nil
            }
        }
        continuation?.resume(returning: answer)
    }
}
