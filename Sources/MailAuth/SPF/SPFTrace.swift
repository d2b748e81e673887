public import DNS
public import MailTypes

/// How one record was found and read: what `check_host()` did for one domain.
public struct SPFBranch: Equatable, Sendable {
    public let domain: DNSName
    public internal(set) var finding: SPFFinding
    /// The terms that were evaluated, in order: as far as the first that matched.
    public internal(set) var terms: [SPFTermTrace] = []
    public internal(set) var result: SPFResult = .none

    init(domain: DNSName, finding: SPFFinding) {
        self.domain = domain
        self.finding = finding
    }

    /// The mechanism that matched in this very record.
    public var match: SPFDirective? {
        guard let last = terms.last, last.outcome == .matched,
            case .directive(let index) = last.term, case .record(let record) = finding
        else { return nil }
        return record.directives[index]
    }
}

/// What a look-up of a domain's record found (RFC 7208 §4.4, §4.5).
public enum SPFFinding: Equatable, Sendable {
    case record(SPFRecord)
    /// The name does not exist.
    case nameNotFound
    /// There may be TXT records, but none of SPF.
    case noRecord
    /// A domain of one label, which publishes nothing.
    case singleLabel
    case severalRecords([String])
    /// The record breaks the grammar.
    case malformed(String, SyntaxError)
    case lookUpFailed(reason: String)
    /// There was no time left to look.
    case overdue

    public var record: SPFRecord? {
        if case .record(let record) = self { record } else { nil }
    }

    /// Why nothing can be said about the domain; nil where there is a record, or none at all.
    func problem(at domain: DNSName) -> SPFProblem? {
        switch self {
        case .record, .nameNotFound, .noRecord, .singleLabel: nil
        case .severalRecords(let texts):
            .severalRecords(domain: domain, count: texts.count)
        case .malformed(let text, let error):
            .syntax(domain: domain, term: Self.term(in: text, at: error.offset), error)
        case .lookUpFailed(let reason):
            .lookUpFailed(domain, .txt, reason: reason)
        case .overdue: .overdue
        }
    }

    /// The term of a record around an offset.
    private static func term(in text: String, at offset: Int) -> String {
        let bytes = Array(text.utf8)
        let start = bytes.prefix(offset).lastIndex(of: UInt8(ascii: " ")).map { $0 + 1 } ?? 0
        let term = bytes[start...].prefix { $0 != UInt8(ascii: " ") }
        return String(decoding: term.prefix(200), as: UTF8.self)
    }
}

/// What became of one term.
public struct SPFTermTrace: Equatable, Sendable {
    public enum Term: Equatable, Sendable {
        /// The mechanism at that index of the record's ``SPFRecord/directives``.
        case directive(Int)
        case redirect
        case explanation
    }

    public enum Outcome: Equatable, Sendable {
        case matched
        case notMatched
        /// Its macros made a name that the DNS cannot hold, so that nothing was looked up.
        case illegalDomain([UInt8])
        /// It names the local-part, which has letters outside ASCII (RFC 8616 §4).
        case internationalLocalPart
        /// It brought the result, or the text, of another domain.
        case followed
        /// It ended the check, with the ``SPFEvaluation/problem``.
        case failed
    }

    public let term: Term
    /// The domain that it is about, its macros expanded; nil where it names none.
    public internal(set) var target: DNSName?
    public internal(set) var lookUps: [LookUpTrace] = []
    public internal(set) var outcome = Outcome.notMatched
    /// What stands behind ``branch``; an array, because a value cannot hold one of its own kind.
    private var branches: [SPFBranch] = []

    init(_ term: Term) { self.term = term }

    /// The evaluation of the other record that `include` and `redirect` lead to.
    public internal(set) var branch: SPFBranch? {
        get { branches.first }
        set { branches = newValue.map { [$0] } ?? [] }
    }
}
