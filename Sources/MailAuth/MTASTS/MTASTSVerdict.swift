public import DNS

/// What a policy says about one host, and about the session with it (RFC 8461 §4, §5).
public enum MTASTSVerdict: Equatable, Sendable {
    /// The policy demands nothing: mode `none`.
    case notApplicable
    case pass
    /// Mail is sent to the host, and the failure is reported.
    case reported(MTASTSFailure)
    /// Mail is not sent to this host. When no host is left the failure is temporary, and the record
    /// is looked up anew before it ever becomes permanent (RFC 8461 §5.1).
    case refused(MTASTSFailure)

    public var failure: MTASTSFailure? {
        switch self {
        case .notApplicable, .pass: nil
        case .reported(let failure), .refused(let failure): failure
        }
    }
}

/// Why a host fails a policy.
public enum MTASTSFailure: Equatable, Sendable {
    /// No `mx` of the policy matches its name.
    case hostNotAllowed
    case startTLSNotSupported
    /// The certificate is for another name, as DNS-IDs go.
    case certificateHostMismatch
    case certificateExpired
    /// It chains to no trusted root.
    case certificateNotTrusted
    /// TLS failed for another reason.
    case tls(reason: String)

    /// The word for TLS reports (RFC 8460 §4.3).
    public var resultType: String {
        switch self {
        case .hostNotAllowed, .tls: "validation-failure"
        case .startTLSNotSupported: "starttls-not-supported"
        case .certificateHostMismatch: "certificate-host-mismatch"
        case .certificateExpired: "certificate-expired"
        case .certificateNotTrusted: "certificate-not-trusted"
        }
    }
}

extension MTASTSPolicy {
    /// The verdict over a host before it is connected to.
    public func verdict(on host: DNSName) -> MTASTSVerdict {
        verdict(allows(host) ? nil : .hostNotAllowed)
    }

    /// The verdict over a session with an allowed host; `failure` is nil when it speaks TLS 1.2 or
    /// better and its certificate holds for `host`.
    public func verdict(on host: DNSName, session failure: MTASTSFailure?) -> MTASTSVerdict {
        verdict(allows(host) ? failure : .hostNotAllowed)
    }

    private func verdict(_ failure: MTASTSFailure?) -> MTASTSVerdict {
        switch (mode, failure) {
        case (.none, _): .notApplicable
        case (_, nil): .pass
        case (.testing, let failure?): .reported(failure)
        case (.enforce, let failure?): .refused(failure)
        }
    }

    /// How the verdict came about.
    public func step(on host: DNSName) -> EvaluationStep {
        let pattern = mxPatterns.first { $0.matches(host) }
        let match = EvaluationStep(
            "mx", pattern.map { "\($0) matches" } ?? "no pattern matches",
            tone: pattern == nil ? .bad : .good)
        let outcome: (String, EvaluationStep.Tone) =
            switch verdict(on: host) {
            case .notApplicable: ("mode none: nothing is demanded", .plain)
            case .pass: ("allowed; TLS with a valid certificate is demanded", .good)
            case .reported: ("not allowed; mode testing: only reported", .unsure)
            case .refused: ("not allowed", .bad)
            }
        return EvaluationStep(
            "MTA-STS policy for \(host)", outcome.0, tone: outcome.1,
            steps: mode == .none ? [] : [match])
    }
}
