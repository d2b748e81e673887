public import DNS

/// What a check showed, and how it came about.
public struct SPFEvaluation: Equatable, Sendable {
    public let request: SPFRequest
    public let result: SPFResult
    /// Why there is no answer, for a permerror or a temperror.
    public let problem: SPFProblem?
    /// What the domain has to say about a fail, in printable ASCII; nil when it says nothing.
    ///
    /// A stranger wrote it: whoever shows it says so (RFC 7208 §8.4, §11.5.2).
    public let explanation: String?
    /// How many terms queried the DNS; ten may.
    public let termCount: Int
    /// How many of them asked for what does not exist; two may.
    public let voidLookUpCount: Int
    private let log: SPFLog

    init(
        request: SPFRequest, result: SPFResult, problem: SPFProblem?, explanation: String?,
        termCount: Int, voidLookUpCount: Int, log: SPFLog
    ) {
        self.request = request
        self.result = result
        self.problem = problem
        self.explanation = explanation
        self.termCount = termCount
        self.voidLookUpCount = voidLookUpCount
        self.log = log
    }

    /// How the record of the domain was read; nil when the domain is none that could have one.
    ///
    /// It is put together each time that it is asked for.
    public var branch: SPFBranch? { log.visits.isEmpty ? nil : log.branch(0) }

    /// How the explanation was looked up.
    public var explanationTrace: SPFTermTrace? { log.explanationTrace }

    /// The record that was found at the domain itself.
    public var record: SPFRecord? { log.visits.first?.finding.record }

    /// The record that decided: the same, or the one that it redirects to.
    var decidingRecord: SPFRecord? { log.deciding.flatMap { log.visits[$0].finding.record } }

    /// The mechanism that decided, in the record of the domain or the one it redirects to; nil
    /// when none matched.
    public var match: SPFDirective? { log.deciding.flatMap { log.match(in: $0) } }

    /// The domain in whose record ``match`` stands.
    public var decidingDomain: DNSName? { log.deciding.map { log.visits[$0].domain } }
}
