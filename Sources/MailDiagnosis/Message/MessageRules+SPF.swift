import MailTypes

extension MessageRules {
    mutating func judgeSPF() {
        guard let spf = evidence.spf, let author, !spf.isAligned || !spf.passes else { return }
        switch spf.result {
        case "pass": judgeUnaligned(spf, author)
        case "fail", "softfail", "neutral":
            if spf.sharesOrganization { judgeSource(spf, author) }
        case "permerror": judgeRecord(spf)
        case "none":
            guard spf.sharesOrganization, let domain = spf.domain else { return }
            add(
                .spfMissing, weight,
                "\(domain) has no SPF record, so that no address is authorised to send for it.",
                [
                    .record(
                        RecordChange(
                            name: domain.text, type: "TXT",
                            added: ["v=spf1 \(sourceTerm ?? "a mx") -all"],
                            note: "Put in everything that sends for \(domain)."))
                ])
        case "temperror":
            add(
                .lookupFailed, weight,
                "The SPF record of \(spf.domain?.text ?? "the return path") could not be looked up.",
                [.advice("Look at the name servers of that domain; the receiver may try again.")])
        default: break
        }
    }

    // MARK: A pass that does not count

    private mutating func judgeUnaligned(_ spf: MessageEvidence.SPF, _ author: DomainName) {
        guard let domain = spf.domain, !has(.mailingList, .forwarded) else { return }
        if spf.sharesOrganization {
            add(
                .strictAlignment, weight,
                "SPF passes for \(domain). The policy asks for strict alignment (aspf=s), which "
                    + "only \(author) itself fulfils.",
                [strictness("aspf")].compactMap { $0 })
        } else if let provider = SendingProvider.of(domain) {
            add(
                .noCustomMailFrom, weight,
                "The return path is \(provider.name)'s own, \(domain). SPF passes for that domain, "
                    + "which is not aligned with \(author): no custom MAIL FROM domain is set up.",
                customMailFrom(provider, author))
        } else {
            add(
                .unalignedMailFrom, weight,
                "The return path is in \(domain). SPF passes for that domain, which is not aligned "
                    + "with \(author).",
                [.advice("Let the service use a return path below \(author).")])
        }
    }

    private func customMailFrom(_ provider: SendingProvider, _ author: DomainName) -> [Remedy] {
        guard provider.isSES else {
            guard let setting = provider.mailFromSetting else {
                return [.advice("\(provider.name) keeps its own return path: rely on DKIM.")]
            }
            return [
                .setting(
                    SettingChange(
                        "Return path (\(provider.name): \(setting))",
                        before: evidence.spf?.domain?.text,
                        after: "a name below \(author)"))
            ]
        }
        let region = evidence.path.sesRegion ?? "us-east-1"
        let mailFrom = "mail.\(author)"
        let note =
            evidence.path.sesRegion == nil
            ? "For another region than us-east-1, write its name instead." : ""
        return [
            .setting(
                SettingChange(
                    "MAIL FROM domain of the identity \(author) (Amazon SES)",
                    before: evidence.spf?.domain?.text, after: mailFrom,
                    command: "aws sesv2 put-email-identity-mail-from-attributes "
                        + "--email-identity \(author) --mail-from-domain \(mailFrom)")),
            .record(
                RecordChange(
                    name: mailFrom, type: "MX", added: ["10 feedback-smtp.\(region).amazonses.com"],
                    note: note)),
            .record(
                RecordChange(
                    name: mailFrom, type: "TXT", added: ["v=spf1 include:amazonses.com ~all"])),
        ]
    }

    /// The DMARC record with a tag for relaxed alignment instead of the strict one.
    func strictness(_ tag: String) -> Remedy? {
        guard let domain = evidence.dmarc.recordDomain, let record = evidence.dmarc.records.first
        else { return .advice("Remove \(tag)=s from the DMARC record.") }
        return .record(
            RecordChange(
                name: "_dmarc.\(domain)", type: "TXT", removed: [record],
                added: [TagText.removing(tag, from: record)]))
    }

    // MARK: A source that is not listed

    private mutating func judgeSource(_ spf: MessageEvidence.SPF, _ author: DomainName) {
        guard !has(.mailingList, .forwarded), let domain = spf.domain else { return }
        let source = spf.clientAddress.map { "\($0)" } ?? "The sending address"
        // A signature that passes for a provider shows who sent it.
        let provider = evidence.signatures.lazy.filter(\.passes)
            .compactMap { $0.domain.flatMap(SendingProvider.of) }.first
        if let provider, let include = provider.spfInclude {
            add(
                .secondProvider, weight,
                "\(source) belongs to \(provider.name), which the SPF record of \(domain) leaves "
                    + "out.",
                change(spf, adding: "include:\(include)")
                    + [
                        .setting(
                            SettingChange(
                                "Signatures (\(provider.name): \(provider.signingSetting))",
                                after: "d=\(author)"))
                    ])
            return
        }
        add(
            .sourceNotInSPF, weight,
            "\(source) is not among the addresses that \(domain) authorises (SPF says "
                + "\(spf.result)).",
            change(spf, adding: sourceTerm ?? "ip4:…")
                + [
                    .advice(
                        "Only if the address sends for \(domain): otherwise the message is forged.")
                ])
    }

    private var sourceTerm: String? {
        switch evidence.spf?.clientAddress {
        case .v4(_)?: "ip4:\(evidence.spf?.clientAddress?.description ?? "")"
        case .v6(_)?: "ip6:\(evidence.spf?.clientAddress?.description ?? "")"
        case nil: nil
        }
    }

    private func change(_ spf: MessageEvidence.SPF, adding term: String) -> [Remedy] {
        guard let domain = spf.domain else { return [] }
        guard let record = spf.record else {
            return [.advice("Add \(term) to the SPF record of \(domain).")]
        }
        return [
            .record(
                RecordChange(
                    name: domain.text, type: "TXT", removed: [record],
                    added: [SPFText.adding(term, to: record)]))
        ]
    }

    // MARK: A record that cannot be evaluated

    private mutating func judgeRecord(_ spf: MessageEvidence.SPF) {
        guard let domain = spf.domain else { return }
        switch spf.problem {
        case .tooManyLookups:
            add(
                .spfTooManyLookups, weight,
                "The SPF record of \(domain) needs more than ten look-ups, which makes it void for "
                    + "every message (RFC 7208 §4.6.4).",
                [
                    .advice(
                        "Leave out includes of services that no longer send, and those that sign with "
                            + "DKIM instead; replace `a`, `mx` and `ptr` by ip4: and ip6:.")
                ])
        case .severalRecords(let records):
            add(
                .spfSeveralRecords, weight,
                "\(domain) publishes \(records.count) SPF records; with more than one, none counts "
                    + "(RFC 7208 §4.5).",
                [
                    .record(
                        RecordChange(
                            name: domain.text, type: "TXT", removed: records,
                            added: [SPFText.merging(records)]))
                ])
        case .syntax(let problem):
            add(
                .spfSyntax, weight, "The SPF record of \(domain) has an error: \(problem).",
                spf.record.map {
                    [
                        .record(
                            RecordChange(
                                name: domain.text, type: "TXT", removed: [$0], added: [],
                                note: "Write it again without the error."))
                    ]
                } ?? [])
        case .other(let problem):
            add(.spfSyntax, weight, "The SPF record of \(domain) cannot be evaluated: \(problem).")
        case nil:
            add(
                .spfSyntax, weight,
                "SPF says permerror for \(domain): its record, or one that it includes, is wrong.",
                [.advice("Look at it: waxwing why domain \(domain)")])
        }
    }
}
