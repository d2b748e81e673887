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
        var run = SPFRun(
            request: request, resolver: resolver, limits: limits, cache: cache,
            isOverdue: isOverdue)
        var result = SPFResult.none
        var explanation: String?
        if let name = request.name {
            result = await run.checkHost(name)
            if result == .fail { explanation = await run.explain(receiver: receiver, now: now) }
        }
        return SPFEvaluation(
            request: request, result: result, problem: run.problem, explanation: explanation,
            termCount: run.termCount, voidLookUpCount: run.voidLookUpCount, log: run.log)
    }
}
