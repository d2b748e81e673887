public import MailTypes

/// The words in which SPF and DKIM report to DMARC (RFC 8601 §2.7.1, §2.7.2).
public enum DMARCMechanismResult: String, CaseIterable, Sendable {
    case none, pass, fail, softfail, policy, neutral, temperror, permerror
}

/// A domain that SPF or DKIM looked at, and how it stands to the author domain.
public struct DMARCIdentifier: Equatable, Sendable {
    public enum Mechanism: String, Sendable {
        case spf, dkim
    }

    public enum Alignment: Equatable, Sendable {
        /// The same name as the author domain.
        case strict
        /// The same Organizational Domain, which counts when the record asks for relaxed alignment.
        case relaxed
        case none
        /// A look-up failed that would tell.
        case unknown(reason: String)
        /// Nobody had to know: the mechanism did not pass, or there is no policy.
        case notEvaluated
    }

    public var mechanism: Mechanism
    /// What the mechanism made of the domain.
    public var result: DMARCMechanismResult
    /// As A-labels; as given where it has none.
    public var domain: DomainName
    /// The selector of a signature.
    public var selector: String?
    /// What the record asks for.
    public var mode: DMARCAlignmentMode
    /// Where it was found out.
    public var organizationalDomain: DomainName?
    public var alignment: Alignment

    /// Whether the domain is as near to the author domain as the record asks for, passed or not.
    public var isAligned: Bool {
        switch alignment {
        case .strict: true
        case .relaxed: mode == .relaxed
        case .none, .unknown, .notEvaluated: false
        }
    }

    /// Whether it makes the message pass.
    public var isAlignedPass: Bool { result == .pass && isAligned }

    /// Whether it might have made the message pass, had no look-up failed.
    var isUndecided: Bool {
        switch result {
        case .pass: if case .unknown = alignment { true } else { false }
        case .temperror: if case .unknown = alignment { true } else { isAligned }
        case .none, .fail, .softfail, .policy, .neutral, .permerror: false
        }
    }
}
