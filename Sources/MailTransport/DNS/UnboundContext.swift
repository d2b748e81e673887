import CUnbound
import DNS
import Dispatch
import Synchronization

/// One context of libunbound, with the look-ups that are under way in it.
///
/// Unchecked, because all that changes is touched on `queue` alone, from where libunbound is
/// called as well: a callback comes from within `ub_process` there, and so never between an
/// answer and a deadline that free the same look-up.
final class UnboundContext: @unchecked Sendable {
    /// How often look-ups are held against their deadlines.
    private static let sweepInterval = DispatchTimeInterval.milliseconds(100)

    /// A look-up under way. libunbound holds a pointer to it without owning it.
    private final class LookUp {
        unowned let context: UnboundContext
        let question: DNSQuestion
        let deadline: ContinuousClock.Instant
        var id: Int32 = 0
        var waiters: [DNSWaiter]

        init(
            _ question: DNSQuestion, in context: UnboundContext,
            deadline: ContinuousClock.Instant, waiter: DNSWaiter
        ) {
            self.context = context
            self.question = question
            self.deadline = deadline
            waiters = [waiter]
        }

        func finish(with answer: DNSAnswer) {
            for waiter in waiters { waiter.finish(with: answer) }
        }
    }

    private let queue = DispatchQueue(label: "waxwing.unbound")
    private let handle: OpaquePointer
    private let source: any DispatchSourceRead
    private let deadline: Duration
    private let inFlightLimit: Int

    private var lookUps: [DNSQuestion: LookUp] = [:]
    private var isSweeping = false
    private var isShutDown = false

    init(_ configuration: UnboundConfiguration) throws(UnboundError) {
        handle = try UnboundSetup.makeContext(configuration)
        deadline = configuration.deadline
        inFlightLimit = configuration.inFlightLimit
        source = DispatchSource.makeReadSource(fileDescriptor: ub_fd(handle), queue: queue)
        source.setEventHandler { [weak self] in
            guard let self, !isShutDown else { return }
            ub_process(handle)
        }
        source.resume()
    }

    /// Looks up `question` and finishes `waiter` with what was found, within the deadline.
    func lookUp(_ question: DNSQuestion, for waiter: DNSWaiter) {
        queue.async { self.start(question, for: waiter) }
    }

    /// Ends all look-ups and frees the context; may be called more than once.
    func shutDown(completion: @escaping @Sendable () -> Void) {
        queue.async { self.end(completion: completion) }
    }

    private func start(_ question: DNSQuestion, for waiter: DNSWaiter) {
        guard !isShutDown else {
            return waiter.finish(with: question.failure("the resolver was shut down"))
        }
        if let running = lookUps[question] {
            running.waiters.append(waiter)
            return
        }
        guard lookUps.count < inFlightLimit else {
            return waiter.finish(with: question.failure("too many look-ups are under way"))
        }
        let lookUp = LookUp(question, in: self, deadline: .now + deadline, waiter: waiter)
        let code = ub_resolve_async(
            handle, question.name.absoluteText, Int32(question.type.rawValue),
            Int32(question.recordClass.rawValue), Unmanaged.passUnretained(lookUp).toOpaque(),
            { pointer, code, result in
                guard let pointer else { return }
                let lookUp = Unmanaged<LookUp>.fromOpaque(pointer).takeUnretainedValue()
                lookUp.context.finish(lookUp, code: code, result: result)
            }, &lookUp.id)
        guard code == 0 else {
            return waiter.finish(with: question.failure(UnboundSetup.message(code)))
        }
        lookUps[question] = lookUp
        sweepLater()
    }

    private func finish(_ lookUp: LookUp, code: Int32, result: UnsafeMutablePointer<ub_result>?) {
        defer { ub_resolve_free(result) }
        lookUps[lookUp.question] = nil
        guard code == 0, let result else {
            return lookUp.finish(with: lookUp.question.failure(UnboundSetup.message(code)))
        }
        lookUp.finish(with: DNSAnswer(result.pointee, to: lookUp.question))
    }

    private func sweepLater() {
        guard !isSweeping, !lookUps.isEmpty else { return }
        isSweeping = true
        queue.asyncAfter(deadline: .now() + Self.sweepInterval) { [weak self] in self?.sweep() }
    }

    /// Ends the look-ups whose deadline has passed.
    private func sweep() {
        isSweeping = false
        guard !isShutDown else { return }
        let now = ContinuousClock.now
        for lookUp in lookUps.values where lookUp.deadline <= now {
            // It forgets the callback under its own lock; nothing comes for this pointer any more.
            ub_cancel(handle, lookUp.id)
            lookUps[lookUp.question] = nil
            lookUp.finish(with: lookUp.question.failure("no answer in time"))
        }
        sweepLater()
    }

    private func end(completion: @escaping @Sendable () -> Void) {
        guard !isShutDown else { return completion() }
        isShutDown = true
        // The descriptor is libunbound's, and must stay open until it is no longer watched.
        source.setCancelHandler { [self] in
            ub_ctx_delete(handle)
            // The pointers that libunbound held are gone with it.
            for lookUp in lookUps.values {
                lookUp.finish(with: lookUp.question.failure("the resolver was shut down"))
            }
            lookUps = [:]
            completion()
        }
        source.cancel()
    }
}
