public import MailAuth
import MailTypes

/// What became of the search for a logo, in the words of Authentication-Results (BIMI draft, “BIMI
/// Results”).
public struct BIMIResult: Equatable, Sendable {
    public enum Word: String, Equatable, Sendable {
        case pass, none, fail, temperror
        /// The domain says that it takes no part.
        case declined
        /// The message does not qualify, and nobody was asked.
        case skipped
    }

    /// What the evidence came to: `policy.authority`.
    public enum Authority: String, Equatable, Sendable {
        case pass, fail, none
    }

    public var word: Word
    /// Why it is no pass; nil when it is.
    public var reason: BIMIReason?
    /// Where the record was found; nil when there is none.
    public var assertion: BIMIAssertion?
    public var authority: Authority
    /// The logo, only on a pass.
    public var indicator: BIMIIndicator?
    /// The kind of mark that the certificate is for.
    public var markType: String?

    public init(
        _ word: Word, reason: BIMIReason? = nil, assertion: BIMIAssertion? = nil,
        authority: Authority = .none, indicator: BIMIIndicator? = nil, markType: String? = nil
    ) {
        self.word = word
        self.reason = reason
        self.assertion = assertion
        self.authority = authority
        self.indicator = indicator
        self.markType = markType
    }

    /// The properties of the `bimi` method in an Authentication-Results field, in their order: type,
    /// name and value.
    public var properties: [(String, String, String)] {
        var list: [(String, String, String)] = []
        if let assertion {
            list.append(("header", "d", assertion.domain.text))
            list.append(("header", "selector", assertion.selector.text))
        }
        if word == .pass || authority != .none {
            list.append(("policy", "authority", authority.rawValue))
        }
        if let uri = assertion?.record.evidence { list.append(("policy", "authority-uri", uri)) }
        if let uri = assertion?.record.location { list.append(("policy", "indicator-uri", uri)) }
        if let indicator {
            let digits = hexadecimal(indicator.digest.bytes.suffix(4))
            list.append(("policy", "indicator-hash", digits))
        }
        if word == .pass, let preference = assertion?.record.avatarPreference {
            list.append(("policy", "logo-preference", preference.rawValue))
        }
        return list
    }
}

/// Why there is no logo to show.
public enum BIMIReason: Equatable, Sendable {
    case notQualified(BIMIQualification.Refusal)
    case noRecord(String)
    case malformedRecord(BIMIRecordError, name: String)
    case declined
    case lookUpFailed(String)
    /// The logo or the evidence could not be fetched; `isTemporary` says whether a later try may help.
    case notFetched(String, isTemporary: Bool)
    case indicator(BIMIIndicatorError)
    case evidence(MarkCertificateFailure)
    /// The receiver shows no logo that nobody vouches for.
    case evidenceMissing
    /// The logo at `l=` is not the one in the certificate.
    case indicatorMismatch
}

extension BIMIReason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notQualified(let refusal): "\(refusal)"
        case .noRecord(let reason): reason
        case .malformedRecord(let error, let name): "the record at \(name) is malformed: \(error)"
        case .declined: "the domain declines"
        case .lookUpFailed(let reason): "the look-up failed: \(reason)"
        case .notFetched(let reason, _): "not fetched: \(reason)"
        case .indicator(let error): "the logo is not shown: \(error)"
        case .evidence(let failure): "the mark certificate does not vouch: \(failure)"
        case .evidenceMissing: "there is no mark certificate"
        case .indicatorMismatch: "the logo at l= is not the one in the certificate"
        }
    }
}

extension BIMIResult {
    /// How the result came about.
    public var step: EvaluationStep {
        var steps: [EvaluationStep] = []
        if let assertion {
            steps.append(EvaluationStep(assertion.name, assertion.record.formatted))
        }
        switch authority {
        case .pass:
            steps.append(
                EvaluationStep(
                    "mark certificate", markType.map { "vouches, “\($0)”" } ?? "vouches",
                    tone: .good))
        case .fail: steps.append(EvaluationStep("mark certificate", "does not vouch", tone: .bad))
        case .none: break
        }
        if case .indicator(.profile(let findings)) = reason {
            steps += findings.map { EvaluationStep("logo", $0.description, tone: .bad) }
        }
        steps += indicator?.advice.map { EvaluationStep("logo", $0.description) } ?? []
        let tone: EvaluationStep.Tone =
            switch word {
            case .pass: .good
            case .fail: .bad
            case .temperror: .unsure
            case .none, .declined, .skipped: .plain
            }
        let outcome = reason.map { "\(word.rawValue): \($0)" } ?? word.rawValue
        return EvaluationStep("BIMI", outcome, tone: tone, steps: steps)
    }
}
