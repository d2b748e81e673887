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
    /// How the record of the domain was read; nil when the domain is none that could have one.
    public let branch: SPFBranch?
    /// How the explanation was looked up.
    public let explanationTrace: SPFTermTrace?

    /// The record that was found at the domain itself.
    public var record: SPFRecord? { branch?.finding.record }

    /// The mechanism that decided, in the record of the domain or the one it redirects to; nil
    /// when none matched.
    public var match: SPFDirective? { branch?.deciding.match }

    /// The domain in whose record ``match`` stands.
    public var decidingDomain: DNSName? { branch?.deciding.domain }
}
