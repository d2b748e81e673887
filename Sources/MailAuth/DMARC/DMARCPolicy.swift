/// What a domain wants done with mail that fails DMARC (RFC 9989 §4.7, `p=`, `sp=`, `np=`).
public enum DMARCPolicy: String, Comparable, CaseIterable, Sendable {
    case none, quarantine, reject

    /// One level softer: what `t=y` makes of it (RFC 9989 §4.7).
    public var softened: DMARCPolicy {
        switch self {
        case .none, .quarantine: .none
        case .reject: .quarantine
        }
    }

    public static func < (first: DMARCPolicy, second: DMARCPolicy) -> Bool {
        first.severity < second.severity
    }

    private var severity: Int {
        switch self {
        case .none: 0
        case .quarantine: 1
        case .reject: 2
        }
    }
}

/// How like the author domain an authenticated domain has to be (RFC 9989 §3.2.10).
public enum DMARCAlignmentMode: String, CaseIterable, Sendable {
    /// They have the same Organizational Domain.
    case relaxed = "r"
    /// They are the same name.
    case strict = "s"
}

/// What a domain says of itself as a public suffix (`psd=`, RFC 9989 §4.7).
public enum DMARCPublicSuffixFlag: String, CaseIterable, Sendable {
    /// Others register names below it.
    case isPublicSuffix = "y"
    /// It is the Organizational Domain of itself and of what is below it.
    case isOrganizational = "n"
    /// The tree walk finds out.
    case unspecified = "u"
}

/// When a domain asks for a failure report (`fo=`, RFC 9989 §4.7).
public enum DMARCFailureOption: String, CaseIterable, Sendable {
    /// When no mechanism gave an aligned pass.
    case allFail = "0"
    /// When any mechanism gave no aligned pass.
    case anyFails = "1"
    /// When a DKIM signature failed, aligned or not.
    case dkim = "d"
    /// When SPF failed, aligned or not.
    case spf = "s"
}
