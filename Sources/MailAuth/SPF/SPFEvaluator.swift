public import DNS
public import MailTypes

/// Checks whether a client may send for a domain (RFC 7208).
///
///     let request = SPFRequest(reversePath: envelope.reversePath, helo: helo, address: address)
///     let evaluation = await SPFEvaluator().check(request, resolver: resolver, now: now)
///     if evaluation.result == .fail { … }
public struct SPFEvaluator: Sendable {
    public var limits: SPFLimits
    /// Name of the host that checks, for `%{r}` in explanations.
    public var receiver: String
    /// Where records stay that were read before; nil to read them each time.
    public var cache: (any SPFRecordCache)?

    public init(
        limits: SPFLimits = SPFLimits(), receiver: String = "unknown",
        cache: (any SPFRecordCache)? = nil
    ) {
        self.limits = limits
        self.receiver = receiver
        self.cache = cache
    }

    /// Looks up the record of the domain and evaluates it.
    ///
    /// - Parameters:
    ///   - now: what `%{t}` in an explanation stands for.
    ///   - isOverdue: asked before every look-up; from the first yes on the check is a temperror.
    ///     Checks should be given at least 20 seconds (RFC 7208 §4.6.4).
    public func check(
        _ request: SPFRequest, resolver: some Resolver, now: UnixTime,
        isOverdue: @escaping @Sendable () -> Bool = { false }
    ) async -> SPFEvaluation {
        guard let name = request.name else {
            return SPFEvaluation(
                request: request, result: .none, problem: nil, explanation: nil, termCount: 0,
                voidLookUpCount: 0, branch: nil, explanationTrace: nil)
        }
        var run = SPFRun(
            request: request, resolver: resolver, limits: limits, cache: cache,
            isOverdue: isOverdue)
        let branch = await run.checkHost(name)
        let (explanation, trace) = await run.explain(branch, receiver: receiver, now: now)
        return SPFEvaluation(
            request: request, result: branch.result, problem: run.problem,
            explanation: explanation, termCount: run.termCount,
            voidLookUpCount: run.voidLookUpCount, branch: branch, explanationTrace: trace)
    }
}
