import MailTypes

extension MessageRules {
    mutating func judgeSignatures() {
        guard let author else { return }
        guard !evidence.signatures.isEmpty else {
            add(
                .notSigned, weight,
                "The message has no DKIM signature, so that DMARC rests on SPF alone.",
                [.advice("Let the sending service sign with d=\(author).")])
            return
        }
        guard !evidence.signatures.contains(where: { $0.passes && $0.isAligned }) else { return }
        let own = evidence.signatures.filter(\.sharesOrganization)
        for signature in own { judge(own: signature, author) }
        // A provider's signature beside the domain's own is no trouble.
        guard own.isEmpty else { return }
        for signature in evidence.signatures where signature.passes {
            judge(foreign: signature, author)
        }
        guard !evidence.signatures.contains(where: \.passes) else { return }
        for signature in evidence.signatures {
            judge(failure: signature, author)
        }
    }

    private mutating func judge(own signature: MessageEvidence.Signature, _ author: DomainName) {
        guard signature.passes, let domain = signature.domain else {
            return judge(failure: signature, author)
        }
        add(
            .strictAlignment, weight,
            "DKIM passes for \(domain). The policy asks for strict alignment (adkim=s), which only "
                + "\(author) itself fulfils.",
            [strictness("adkim")].compactMap { $0 }
                + [
                    .setting(
                        SettingChange(
                            "Signing domain", before: "d=\(domain)", after: "d=\(author)"))
                ])
    }

    private mutating func judge(
        foreign signature: MessageEvidence.Signature, _ author: DomainName
    ) {
        guard let domain = signature.domain else { return }
        guard let provider = SendingProvider.of(domain) else {
            guard !has(.mailingList) else { return }
            add(
                .unalignedSigningDomain, weight,
                "DKIM passes for \(domain), which is not aligned with \(author).",
                [
                    .setting(
                        SettingChange(
                            "Signing domain", before: "d=\(domain)", after: "d=\(author)"))
                ])
            return
        }
        if provider.isSES {
            add(
                .addressOnlyIdentity, weight,
                "The only signature is \(provider.name)'s own (d=\(domain)). DKIM passes for that "
                    + "domain, which is not aligned with \(author): the address is verified, and "
                    + "\(author) is no domain identity with Easy DKIM.",
                [
                    .setting(
                        SettingChange(
                            "Identity (Amazon SES)", before: "an address of \(author)",
                            after: "the domain \(author), with Easy DKIM",
                            command: "aws sesv2 create-email-identity --email-identity \(author)")),
                    .record(
                        RecordChange(
                            name: "<token>._domainkey.\(author)", type: "CNAME",
                            added: ["<token>.dkim.amazonses.com"],
                            note: "Once for each of the three tokens that the command returns.")),
                ])
        } else {
            add(
                .unalignedSigningDomain, weight,
                "\(provider.name) signs with its own domain (d=\(domain)), which is not aligned "
                    + "with \(author).",
                [
                    .setting(
                        SettingChange(
                            "Signatures (\(provider.name): \(provider.signingSetting))",
                            before: "d=\(domain)", after: "d=\(author)"))
                ])
        }
    }

    // MARK: A signature that does not pass

    private mutating func judge(
        failure signature: MessageEvidence.Signature, _ author: DomainName
    ) {
        let domain = signature.domain?.text ?? "an unknown domain"
        let keyName = signature.keyName ?? "the selector"
        switch signature.problem {
        case .bodyChanged(let what):
            add(
                .bodyChanged, weight,
                "The body is not the one that \(domain) signed. \(what ?? "")".trimmed,
                changedInTransit)
        case .footerAdded(let line):
            add(
                .footerAdded, weight,
                "The body that \(domain) signed is there whole, with text added below it: “\(line)”.",
                changedInTransit)
        case .subjectTagged(let original, let tagged):
            add(
                .subjectTagged, weight,
                "\(domain) signed the subject “\(original)”; it arrived as “\(tagged)”.",
                changedInTransit)
        case .fieldChanged(let name, let what):
            add(
                .fieldChanged, weight,
                "The field \(name) is not the one that \(domain) signed. \(what ?? "")".trimmed,
                changedInTransit)
        case .headerChanged:
            add(
                .fieldChanged, weight,
                "A field that \(domain) signed was changed, added or removed.", changedInTransit)
        case .keyMissing:
            add(
                .keyMissing, weight,
                "There is no key at \(keyName): it was never published, or taken away too early.",
                [
                    .record(
                        RecordChange(
                            name: keyName, type: "TXT", added: ["v=DKIM1; k=rsa; p=…"],
                            note:
                                "Or a CNAME, where the provider hosts the key; keep it until mail that "
                                + "was signed with it has arrived."))
                ])
        case .keyRevoked:
            add(
                .keyRevoked, weight,
                "The key at \(keyName) was revoked (p= is empty), and mail is still signed with it.",
                [
                    .setting(
                        SettingChange(
                            "Selector of the signer", before: signature.selector?.text,
                            after: "one whose key is published"))
                ])
        case .keyReplaced:
            add(
                .keyReplaced, weight,
                "The key at \(keyName) is not the one that the message was signed with.",
                [.advice("Give a new key a new selector, and keep the old one for a week.")])
        case .keyUnusable(let problem):
            add(
                .keyUnusable, weight, "The key record at \(keyName) cannot be used: \(problem).",
                [
                    .record(
                        RecordChange(
                            name: keyName, type: "TXT", added: ["v=DKIM1; k=rsa; p=…"],
                            note: "The strings of a long record are joined without spaces."))
                ])
        case .keyTooShort(let bits):
            add(
                .keyTooShort, weight,
                "The key at \(keyName) has \(bits) bits; under 1024 it never counts (RFC 8301 §3.2).",
                [
                    .setting(
                        SettingChange(
                            "Key", before: "\(bits) bits", after: "2048 bits, under a new selector",
                            command: "waxwing dkim keygen --bits 2048"))
                ])
        case .expired(let time):
            let when = time.map { " at \($0.iso8601)" } ?? ""
            add(
                .signatureExpired, weight,
                "The signature of \(domain) expired\(when), before the message was checked.",
                [
                    .setting(
                        SettingChange(
                            "Lifetime of signatures (x=)",
                            after: "at least as long as mail is retried"))
                ])
        case .lookupFailed(let problem):
            add(
                .lookupFailed, weight, "The key at \(keyName) could not be looked up: \(problem).",
                [.advice("Look at the name servers; the receiver may try again.")])
        case .other(let problem):
            add(
                .signatureInvalid, weight,
                "The signature of \(domain) does not count: \(problem).")
        case nil:
            add(
                .signatureInvalid, weight,
                "The signature of \(domain) did not pass (\(signature.result)); the receiver does "
                    + "not say why.",
                [.advice("With the whole message at hand: waxwing why message FILE")])
        }
    }

    private var changedInTransit: [Remedy] {
        if has(.mailingList) { return [] }
        return [
            .advice(
                "Sign behind everything that changes mail (footers, disclaimers, scanners), or let "
                    + "that step leave signed mail alone.")
        ]
    }
}

extension String {
    var trimmed: String { hasSuffix(" ") ? String(dropLast()) : self }
}
