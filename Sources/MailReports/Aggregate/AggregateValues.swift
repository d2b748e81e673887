/// A value out of one of the lists in the schema of reports, or what stood in its place.
public protocol ReportValue: Hashable, Sendable {
    /// The values of the standards with their names, which are in lower case.
    static var listed: [(name: StaticString, value: Self)] { get }
    /// What no standard lists, as it was read; empty where there was nothing.
    static func other(_ text: String) -> Self
    /// What stood in the report, for a value that no standard lists.
    var otherName: String? { get }
}

extension ReportValue {
    /// Whether a standard lists the value.
    public var isListed: Bool { otherName == nil }

    /// The name in a report.
    public var name: String {
        otherName ?? Self.listed.first { $0.value == self }?.name.description ?? ""
    }
}

extension AggregateReport {
    /// What a domain asks for with `p`, `sp` or `np` (RFC 9990 §3.1.1.5).
    public enum Policy: ReportValue {
        case none
        case quarantine
        case reject
        case other(String)

        public static let listed: [(name: StaticString, value: Self)] = [
            ("none", .none), ("quarantine", .quarantine), ("reject", .reject),
        ]

        public var otherName: String? {
            if case .other(let text) = self { text } else { nil }
        }
    }

    /// What was done with the messages (RFC 9990 §3.1.1.8).
    public enum Disposition: ReportValue {
        /// Nothing, for want of a policy that asks for more.
        case none
        /// Nothing, as DMARC passed under a policy that enforces.
        case pass
        case quarantine
        case reject
        case other(String)

        public static let listed: [(name: StaticString, value: Self)] = [
            ("none", .none), ("pass", .pass), ("quarantine", .quarantine), ("reject", .reject),
        ]

        public var otherName: String? {
            if case .other(let text) = self { text } else { nil }
        }
    }

    /// Whether a method passed for a domain that is aligned with the author's (RFC 9990 §3.1.1.8).
    public enum AlignedResult: ReportValue {
        case pass
        case fail
        case other(String)

        public static let listed: [(name: StaticString, value: Self)] = [
            ("pass", .pass), ("fail", .fail),
        ]

        public var otherName: String? {
            if case .other(let text) = self { text } else { nil }
        }
    }

    /// How alike the domains must be: `adkim`, `aspf` (RFC 9989 §4.7).
    public enum Alignment: ReportValue {
        case relaxed
        case strict
        case other(String)

        public static let listed: [(name: StaticString, value: Self)] = [
            ("r", .relaxed), ("s", .strict),
        ]

        public var otherName: String? {
            if case .other(let text) = self { text } else { nil }
        }
    }

    /// How the policy was found (RFC 9990 §3.1.1.5).
    public enum DiscoveryMethod: ReportValue {
        case publicSuffixList
        case treeWalk
        case other(String)

        public static let listed: [(name: StaticString, value: Self)] = [
            ("psl", .publicSuffixList), ("treewalk", .treeWalk),
        ]

        public var otherName: String? {
            if case .other(let text) = self { text } else { nil }
        }
    }

    /// Why the policy was not followed (RFC 9990 §3.1.1.9; the last two RFC 7489 only).
    public enum OverrideType: ReportValue {
        case localPolicy
        case mailingList
        case policyTestMode
        case trustedForwarder
        /// Any other reason: `other`, in the standard's word.
        case unlisted
        case forwarded
        case sampledOut
        case other(String)

        public static let listed: [(name: StaticString, value: Self)] = [
            ("local_policy", .localPolicy), ("mailing_list", .mailingList),
            ("policy_test_mode", .policyTestMode), ("trusted_forwarder", .trustedForwarder),
            ("other", .unlisted), ("forwarded", .forwarded), ("sampled_out", .sampledOut),
        ]

        public var otherName: String? {
            if case .other(let text) = self { text } else { nil }
        }
    }

    /// How one signature fared (RFC 8601 §2.7.1).
    public enum DKIMResult: ReportValue {
        case none
        case pass
        case fail
        case policy
        case neutral
        case temporaryError
        case permanentError
        case other(String)

        public static let listed: [(name: StaticString, value: Self)] = [
            ("none", .none), ("pass", .pass), ("fail", .fail), ("policy", .policy),
            ("neutral", .neutral), ("temperror", .temporaryError), ("permerror", .permanentError),
        ]

        public var otherName: String? {
            if case .other(let text) = self { text } else { nil }
        }
    }

    /// What SPF said (RFC 8601 §2.7.2).
    public enum SPFResult: ReportValue {
        case none
        case pass
        case fail
        case softfail
        case policy
        case neutral
        case temporaryError
        case permanentError
        case other(String)

        public static let listed: [(name: StaticString, value: Self)] = [
            ("none", .none), ("pass", .pass), ("fail", .fail), ("softfail", .softfail),
            ("policy", .policy), ("neutral", .neutral), ("temperror", .temporaryError),
            ("permerror", .permanentError),
        ]

        public var otherName: String? {
            if case .other(let text) = self { text } else { nil }
        }
    }

    /// Which identity SPF looked at; RFC 9990 has `mfrom` alone.
    public enum SPFScope: ReportValue {
        case mailFrom
        case helo
        case other(String)

        public static let listed: [(name: StaticString, value: Self)] = [
            ("mfrom", .mailFrom), ("helo", .helo),
        ]

        public var otherName: String? {
            if case .other(let text) = self { text } else { nil }
        }
    }
}
