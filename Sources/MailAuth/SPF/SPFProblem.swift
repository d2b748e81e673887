public import DNS
public import MailTypes

/// Why a check ended without an answer: with a permerror, or a temperror.
public enum SPFProblem: Error, Equatable, Sendable {
    // The records are wrong: permerror.

    /// The record of `domain` breaks the grammar, in `term`.
    case syntax(domain: DNSName, term: String, SyntaxError)
    /// A domain may publish one record (RFC 7208 §3.2).
    case severalRecords(domain: DNSName, count: Int)
    /// `include` and `redirect` need a record where they point to (§5.2, §6.1).
    case noRecord(domain: DNSName, term: String)
    /// `include` or `redirect` points to what is no domain name.
    case illegalDomain(String, term: String)
    /// `include` or `redirect` leads back to a record that is being read.
    case loop(domain: DNSName, term: String)
    /// More terms query the DNS than may (§4.6.4); `term` is the first too many.
    case tooManyTerms(limit: Int, domain: DNSName, term: String)
    /// More terms than may asked for what does not exist (§4.6.4).
    case tooManyVoidLookUps(limit: Int, domain: DNSName, term: String)
    /// A domain named in `mx` has more mail hosts than may be looked at (§4.6.4).
    case tooManyExchanges(limit: Int, domain: DNSName, count: Int)

    // Nobody knows now: temperror.

    case lookUpFailed(DNSName, DNSRecordType, reason: String)
    /// The time for the check has passed (§4.6.4).
    case overdue

    public var isTemporary: Bool {
        switch self {
        case .lookUpFailed, .overdue: true
        case .syntax, .severalRecords, .noRecord, .illegalDomain, .loop, .tooManyTerms,
            .tooManyVoidLookUps, .tooManyExchanges:
            false
        }
    }

    var result: SPFResult { isTemporary ? .temporaryError : .permanentError }
}

extension SPFProblem: CustomStringConvertible {
    /// A short sentence for people who publish records, and for logs, on one line.
    public var description: String {
        switch self {
        case .syntax(let domain, let term, let error):
            "the record of \(domain) has a mistake in “\(term.printable())”: "
                + "expected \(error.expected)"
        case .severalRecords(let domain, let count):
            "\(domain) publishes \(count) SPF records, and may publish one"
        case .noRecord(let domain, let term):
            "“\(term)” leads to \(domain), which publishes no SPF record"
        case .illegalDomain(let text, let term):
            "“\(term)” leads to “\(text.printable())”, which is no domain name"
        case .loop(let domain, let term):
            "“\(term)” leads back to the record of \(domain), so that reading it has no end"
        case .tooManyTerms(let limit, let domain, let term):
            "“\(term)” in the record of \(domain) is one more term than the \(limit) "
                + "that may look something up"
        case .tooManyVoidLookUps(let limit, let domain, let term):
            "“\(term)” in the record of \(domain) is one more term than the \(limit) "
                + "that may look up what does not exist"
        case .tooManyExchanges(let limit, let domain, let count):
            "\(domain) has \(count) MX records, and SPF looks at \(limit) at most"
        case .lookUpFailed(let name, let type, let reason):
            "the look-up of \(type) at \(name) failed: \(reason.printable())"
        case .overdue:
            "the check took too long"
        }
    }
}
