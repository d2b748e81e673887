import MailTypes

extension MessageRules {
    mutating func judgePolicy() {
        guard let author else { return }
        let dmarc = evidence.dmarc
        if dmarc.records.count > 1, let domain = dmarc.recordDomain {
            add(
                .dmarcSeveralRecords, .cause,
                "_dmarc.\(domain) holds \(dmarc.records.count) DMARC records; with more than one, "
                    + "none counts (RFC 9989 §4.10).",
                [
                    .record(
                        RecordChange(
                            name: "_dmarc.\(domain)", type: "TXT", removed: dmarc.records,
                            added: [dmarc.records[0]]))
                ])
        }
        switch dmarc.result {
        case "none" where dmarc.records.isEmpty:
            add(
                .dmarcMissing, .cause,
                "\(author) publishes no DMARC policy, nor does a domain above it: there is nothing "
                    + "to pass or fail.",
                [
                    .record(
                        RecordChange(
                            name: "_dmarc.\(author)", type: "TXT",
                            added: ["v=DMARC1; p=none; rua=mailto:dmarc@\(author)"],
                            note: "Begin with p=none and read the reports."))
                ])
        case "temperror":
            add(
                .lookupFailed, .cause,
                "A look-up failed, so that DMARC neither passed nor failed; no policy is applied.",
                [.advice("Look at the name servers of \(author); the receiver may try again.")])
        case "permerror":
            add(.dmarcSyntax, .cause, "The DMARC record of \(author) cannot be evaluated.")
        case "fail":
            judgeAppliedPolicy(author)
        default: break
        }
    }

    private mutating func judgeAppliedPolicy(_ author: DomainName) {
        let dmarc = evidence.dmarc
        if let domain = dmarc.recordDomain, domain != author {
            add(
                .policyOnParent, .note,
                "\(author) has no DMARC record of its own: that of \(domain) applies\(applied).",
                [
                    .record(
                        RecordChange(
                            name: "_dmarc.\(author)", type: "TXT",
                            added: ["v=DMARC1; p=none; rua=mailto:dmarc@\(domain)"],
                            note: "Only if \(author) is to have a policy of its own."))
                ])
        }
        if dmarc.policy == "none" {
            add(
                .policyNone, .note,
                "With p=none the failure has no effect on delivery by itself; it shows in reports.")
        }
    }

    private var applied: String { evidence.dmarc.policy.map { " (\($0))" } ?? "" }
}
