public import DNS
import Synchronization

/// The DNS through libunbound: validating, caching, asynchronous.
///
/// Answers are remembered for their time to live, equal look-ups under way become one, and every
/// look-up has a deadline. What fails DNSSEC validation is a temporary failure, as are timeouts
/// and errors of servers.
public final class UnboundResolver: Resolver {
    private let context: UnboundContext
    private let cache: Mutex<DNSAnswerCache>

    /// Sets up libunbound; nothing is asked yet.
    /// - Throws: ``UnboundError`` with what libunbound does not accept.
    public init(_ configuration: UnboundConfiguration) throws {
        context = try UnboundContext(configuration)
        cache = Mutex(
            DNSAnswerCache(
                countLimit: configuration.cacheLimit, ttlLimit: configuration.cacheTTLLimit))
    }

    deinit { context.shutDown {} }

    /// When the task is cancelled the answer is a temporary failure, at once.
    public func lookUp(_ name: DNSName, _ type: DNSRecordType) async -> DNSAnswer {
        let question = DNSQuestion(name, type)
        let now = ContinuousClock.now
        if let answer = cache.withLock({ $0.answer(to: question, at: now) }) { return answer }
        let waiter = DNSWaiter()
        let answer = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                waiter.wait(with: continuation)
                context.lookUp(question, for: waiter)
            }
        } onCancel: {
            waiter.finish(with: question.failure("the look-up was cancelled"))
        }
        cache.withLock { $0.insert(answer, to: question, at: .now) }
        return answer
    }

    /// Ends all look-ups as temporary failures and frees what libunbound holds, its thread
    /// included. Later look-ups fail, unless the answer is remembered.
    public func shutDown() async {
        await withCheckedContinuation { continuation in
            context.shutDown { continuation.resume() }
        }
    }
}

extension DNSQuestion {
    func failure(_ reason: String) -> DNSAnswer {
        DNSAnswer(.temporaryFailure(reason: "\(self): \(reason)"), canonicalName: name)
    }
}
