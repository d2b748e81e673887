import MailTypes

extension Diagnosis {
    /// The conclusion and the findings about one message. The steps are left to whoever has them.
    ///
    /// - Parameter evidence: what was established; nothing is looked up here.
    public init(of evidence: MessageEvidence) {
        var rules = MessageRules(evidence)
        rules.apply()
        self.init(
            conclusion: rules.conclusion, steps: [],
            findings: rules.findings.enumerated().sorted {
                ($0.element.weight, $0.offset) < ($1.element.weight, $1.offset)
            }.map(\.element))
    }
}

/// The rules that tell causes from facts. Each adds what it finds, the root of a trouble before
/// its consequences: a list changes the body, and the broken signature follows from that.
struct MessageRules {
    let evidence: MessageEvidence
    var findings: [Finding] = []

    init(_ evidence: MessageEvidence) { self.evidence = evidence }

    var author: DomainName? { evidence.author.domain }
    var fails: Bool { evidence.dmarc.result != "pass" }

    /// The weight of what keeps a mechanism from an aligned pass: with DMARC passing all the same,
    /// it is a risk only.
    var weight: Finding.Weight { fails ? .cause : .risk }

    mutating func apply() {
        judgeAuthor()
        judgePath()
        judgeSignatures()
        judgeSPF()
        judgePolicy()
        judgeRelation()
    }

    mutating func add(
        _ cause: Cause, _ weight: Finding.Weight, _ explanation: String, _ remedies: [Remedy] = []
    ) {
        guard !findings.contains(where: { $0.cause == cause && $0.explanation == explanation })
        else { return }
        findings.append(Finding(cause, weight, explanation, remedies: remedies))
    }

    func has(_ causes: Cause...) -> Bool { findings.contains { causes.contains($0.cause) } }

    // MARK: From

    private mutating func judgeAuthor() {
        switch evidence.author {
        case .domain: break
        case .several(let domains):
            add(
                .severalAuthors, .cause,
                "From names addresses of \(domains.map(\.text).joined(separator: " and ")). "
                    + "Receivers judge such a message by the strictest policy, or refuse it.",
                [.advice("Write one From field with one address, and name a Sender if need be.")])
        case .unreadable(let reason):
            add(
                .authorMalformed, .cause,
                "DMARC needs the domain of the From field: \(reason).",
                [.advice("Write one From field with one address, `Name <name@domain>`.")])
        }
    }

    // MARK: The way it took

    private mutating func judgePath() {
        guard fails, let author else { return }
        let path = evidence.path
        if let list = path.list {
            let changes =
                evidence.signatures.contains { $0.sharesOrganization && !$0.passes }
                ? "It changed what \(author) had signed, and sends with a return path of its own."
                : "It sends with a return path of its own, which is not aligned with \(author)."
            add(
                .mailingList, .cause, "The message went through the list \(list). \(changes)",
                [
                    .setting(
                        SettingChange(
                            "From of the list", before: "the author's address",
                            after:
                                "the list's address, “Author via list”, with Reply-To the author",
                            command: "Mailman: dmarc_mitigate_action = munge_from")),
                    .advice(
                        "Or let the list pass messages on unchanged: no footer, no subject tag, so "
                            + "that the author's signature holds."),
                    .advice(
                        "A receiver that knows the list can accept its ARC seal instead."),
                ])
        } else if path.wasForwarded || wasSealedOnTheWay {
            let sign = path.forwardingSigns.first ?? "an ARC seal of \(sealers)"
            let spf = evidence.spf.map { spf in
                spf.passes
                    ? "SPF passes for the forwarder's domain \(spf.domain?.text ?? "")."
                    : "SPF sees the forwarder's address\(address), which is not in the record of "
                        + "\(spf.domain?.text ?? "the return path")."
            }
            add(
                .forwarded, .cause,
                "The message was forwarded (\(sign)). \(spf ?? "") Only a DKIM signature of "
                    + "\(author) can survive that.",
                [
                    .advice(
                        "Sign with DKIM for \(author) (d=\(author)); SPF cannot pass behind a "
                            + "forwarder."),
                    .advice(
                        "The forwarder should rewrite the return path (SRS), leave the message "
                            + "unchanged and seal it (ARC)."),
                ])
        }
    }

    private var wasSealedOnTheWay: Bool {
        guard let arc = evidence.arc, arc.result == "pass" else { return false }
        return arc.firstDMARC == "pass"
    }

    private var sealers: String {
        evidence.arc?.sealers.map(\.text).joined(separator: ", ") ?? ""
    }

    private var address: String {
        evidence.spf?.clientAddress.map { " \($0)" } ?? ""
    }

    // MARK: The whole

    /// Neither mechanism has anything to do with the author's domain.
    private mutating func judgeRelation() {
        guard fails, let author, evidence.dmarc.result == "fail" else { return }
        let isRelated =
            evidence.spf?.sharesOrganization == true
            || evidence.signatures.contains(where: \.sharesOrganization)
        guard !isRelated,
            !has(.noCustomMailFrom, .addressOnlyIdentity, .mailingList, .forwarded, .secondProvider)
        else { return }
        add(
            .unrelatedSource, .cause,
            "Neither the return path nor a signature belongs to \(author): the message may be "
                + "forged, or come from a service that \(author) has not set up.",
            [
                .advice(
                    "If the service is yours, let it sign with d=\(author) and give it a return "
                        + "path below \(author). If not, the policy did its work.")
            ])
    }

    var conclusion: String {
        guard let author else {
            return "DMARC cannot be evaluated: \(evidence.author.text)."
        }
        var parts: [String] = []
        switch evidence.dmarc.result {
        case "pass": parts.append("DMARC passes for \(author):")
        case "fail": parts.append("DMARC fails for \(author):")
        case "none": parts.append("\(author) has no DMARC policy:")
        case "temperror": parts.append("DMARC could not be evaluated for \(author) now:")
        case "permerror": parts.append("DMARC cannot be evaluated for \(author):")
        default: parts.append("Nobody evaluated DMARC for \(author):")
        }
        parts.append("\(spfClause); \(dkimClause).")
        if fails, let policy = evidence.dmarc.policy, evidence.dmarc.result == "fail" {
            parts.append(
                policy == "none"
                    ? "The policy (p=none) asks receivers for nothing."
                    : "The policy asks receivers to \(policy) it.")
        }
        return parts.joined(separator: " ")
    }

    private var spfClause: String {
        guard let spf = evidence.spf else { return "SPF was not evaluated" }
        let domain = spf.domain.map { " for \($0)" } ?? ""
        guard spf.passes else { return "SPF says \(spf.result)\(domain)" }
        return "SPF passes\(domain), which is \(spf.isAligned ? "" : "not ")aligned"
    }

    private var dkimClause: String {
        guard !evidence.signatures.isEmpty else { return "there is no DKIM signature" }
        let best =
            evidence.signatures.first { $0.passes && $0.isAligned }
            ?? evidence.signatures.first { $0.sharesOrganization }
            ?? evidence.signatures.first { $0.passes } ?? evidence.signatures[0]
        let domain = best.domain.map { " for \($0)" } ?? ""
        guard best.passes else { return "DKIM says \(best.result)\(domain)" }
        return "DKIM passes\(domain), which is \(best.isAligned ? "" : "not ")aligned"
    }
}

extension MessageEvidence.Author {
    var text: String {
        switch self {
        case .domain(let domain): domain.text
        case .several(let domains):
            "From has several domains, \(domains.map(\.text).joined(separator: ", "))"
        case .unreadable(let reason): reason
        }
    }
}
