import JSONText
import MailAuth
import MailTypes
import PublicSuffixes
import WaxwingCore

/// Whether mail of an identity will pass DMARC: what it will be signed by, and where it will bounce
/// to, beside the domain of its `From` field (RFC 9989 §4.4).
struct AlignmentForecast: Equatable, Sendable {
    /// How two domains stand to each other.
    enum Alignment: String, Equatable, Sendable {
        /// They are the same, which `adkim=s` and `aspf=s` want.
        case strict
        /// They have one Organizational Domain.
        case relaxed
        case none
    }

    let identity: IdentityName
    let authorDomain: DomainName
    /// Nil for the provider's own, which is where mail bounces to unless the owner says otherwise.
    let mailFromDomain: DomainName?

    init(identity: IdentityName, authorDomain: DomainName, mailFromDomain: DomainName? = nil) {
        self.identity = identity
        self.authorDomain = authorDomain
        self.mailFromDomain = mailFromDomain
    }

    /// The `d=` of the identity's own signature. Mail of an address is signed by the provider only.
    var signingDomain: DomainName? {
        if case .domain(let domain) = identity { domain } else { nil }
    }

    var dkim: Alignment { alignment(of: signingDomain) }
    var spf: Alignment { alignment(of: mailFromDomain) }
    var passes: Bool { dkim != .none || spf != .none }

    private func alignment(of domain: DomainName?) -> Alignment {
        guard let domain else { return .none }
        if domain == authorDomain { return .strict }
        let list = PublicSuffixList.builtin
        guard let mine = list.registrableDomain(of: authorDomain),
            mine == list.registrableDomain(of: domain)
        else { return .none }
        return .relaxed
    }

    /// What to do for more to align, each in a line.
    var remedies: [String] {
        var remedies: [String] = []
        switch (dkim, signingDomain) {
        case (.none, nil):
            remedies.append(
                "Verify the domain \(authorDomain.text) as an identity and send from that: its "
                    + "own key signs then, and DKIM aligns.")
        case (.none, _):
            remedies.append(
                "Send from \(authorDomain.text) as an identity of its own, so that DKIM aligns.")
        case (.relaxed, _):
            remedies.append(
                "Where the domain's record says adkim=s, verify \(authorDomain.text) as an "
                    + "identity of its own.")
        case (.strict, _): break
        }
        if spf == .none {
            remedies.append(
                "Set a MAIL FROM domain below \(identity.domain.text), such as "
                    + "bounce.\(identity.domain.text), so that SPF aligns.")
        }
        return remedies
    }

    var step: EvaluationStep {
        let signer = signingDomain.map { "DKIM d=\($0.text)" } ?? "DKIM by the provider only"
        let bounces =
            mailFromDomain.map { "SPF of MAIL FROM \($0.text)" }
            ?? "SPF of the provider's MAIL FROM domain"
        return EvaluationStep(
            "DMARC, From \(authorDomain.text)", passes ? "would pass" : "would fail",
            tone: passes ? .good : .bad,
            steps: [
                EvaluationStep(signer, dkim.words, tone: dkim.tone(passes)),
                EvaluationStep(bounces, spf.words, tone: spf.tone(passes)),
            ] + remedies.map { EvaluationStep($0) })
    }

    var document: Document {
        .members([
            "authorDomain": .string(authorDomain.text), "pass": .bool(passes),
            "dkim": .members([
                "domain": .text(signingDomain?.text), "alignment": .string(dkim.rawValue),
            ]),
            "spf": .members([
                "domain": .text(mailFromDomain?.text), "alignment": .string(spf.rawValue),
            ]),
            "remedies": .texts(remedies),
        ])
    }
}

extension AlignmentForecast.Alignment {
    fileprivate var words: String {
        switch self {
        case .strict: "aligned"
        case .relaxed: "aligned, unless the record asks for the very same domain"
        case .none: "not aligned"
        }
    }

    /// Where the other mechanism aligns, this one is not what fails the mail.
    fileprivate func tone(_ passes: Bool) -> EvaluationStep.Tone {
        self != .none ? .good : passes ? .plain : .bad
    }
}
