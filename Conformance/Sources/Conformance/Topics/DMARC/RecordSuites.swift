import JSONText
import MailAuth
import MailTypes

/// Suites about the record itself: of mox, mail-auth and Mail::DMARC.
enum DMARCRecordSuites {
    /// The policy that counts, nil where none does.
    static func policy(of record: DMARCRecord?) -> String? {
        switch record?.standing {
        case .asPublished?: record?.policy?.rawValue
        case .asPolicyNone?: "none"
        case .notApplied?, nil: nil
        }
    }

    static func read(_ entry: Document) -> DMARCRecord? {
        DMARCRecord(parsing: Array((entry["record"]?.text ?? "").utf8))
    }

    /// `record`, `valid`, and `p` and `rua` where they are asked for.
    static func validity(_ entry: Document) -> String? {
        let record = read(entry)
        let policy = policy(of: record)
        guard (policy != nil) == (entry["valid"]?.flag == true) else {
            return policy.map { "is valid, with p=\($0)" } ?? "is not valid"
        }
        if let expected = entry["p"]?.text, expected != policy {
            return "p=\(policy ?? "nothing")"
        }
        if let expected = entry["rua"]?.elements.compactMap(\.text) {
            let found = record?.aggregateReportURIs.map(\.text) ?? []
            if found != expected { return "rua=\(found)" }
        }
        return nil
    }

    /// Every tag after defaults, as mail-auth names them.
    static func values(_ entry: Document) -> String? {
        guard let record = read(entry) else { return "was not read" }
        let policy = policy(of: record) ?? "none"
        let subdomainPolicy = record.subdomainPolicy?.rawValue ?? policy
        let options = record.failureOptions
        let found: [String: String] = [
            "p": policy, "sp": subdomainPolicy,
            "np": record.nonexistentDomainPolicy?.rawValue ?? subdomainPolicy,
            "adkim": "\(record.dkimAlignment)", "aspf": "\(record.spfAlignment)",
            "fo": options.contains(.anyFails)
                ? "any"
                : options.contains(.allFail)
                    ? "all"
                    : (options.contains(.dkim) ? "dkim" : "")
                        + (options.contains(.spf) ? "spf" : ""),
            "psd": record.publicSuffix == .isPublicSuffix
                ? "yes" : record.publicSuffix == .isOrganizational ? "no" : "default",
        ]
        for (name, value) in found where entry[name]?.text != value { return "\(name)=\(value)" }
        if entry["t"]?.flag != record.isTesting { return "t=\(record.isTesting)" }
        for (name, uris) in [
            ("rua", record.aggregateReportURIs), ("ruf", record.failureReportURIs),
        ] {
            let expected = (entry[name]?.elements ?? []).map {
                "\($0["uri"]?.text ?? "") \($0["max_size"]?.number ?? 0)"
            }
            let actual = uris.map {
                "\($0.mailbox?.formatted ?? $0.text) \($0.obsoleteSizeLimitInBytes ?? 0)"
            }
            if expected != actual { return "\(name)=\(actual)" }
        }
        return nil
    }

    /// Whether a tag with that value is one that its owner need not mend.
    static func isGood(_ tag: String, _ value: String) -> Bool {
        let text: String
        switch tag {
        case "v": text = "v=\(value); p=none"
        case "p": text = "v=DMARC1; p=\(value)"
        case "fo": text = "v=DMARC1; p=none; fo=\(value); ruf=mailto:a@example.com"
        default: text = "v=DMARC1; p=none; \(tag)=\(value)"
        }
        guard let record = DMARCRecord(parsing: Array(text.utf8)) else { return false }
        return !record.findings.contains { finding in
            switch finding {
            case .invalidValue, .invalidReportURI, .unknownTag, .malformedTag,
                .historicTag(_, _, wasValid: false):
                true
            default: false
            }
        }
    }
}
