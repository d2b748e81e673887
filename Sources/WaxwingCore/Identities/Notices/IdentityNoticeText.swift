import MailTypes

/// What a notice says: what changed, what that means for mail, which record is missing, and what to
/// do.
struct IdentityNoticeText {
    let notice: IdentityNotice
    let identity: Identity
    /// What was seen of the records of every topic.
    let records: [RecordFinding]
    let scope: Scope

    // MARK: The parts of the message

    var subject: String {
        let what =
            switch (notice.topic, notice.change) {
            case (.verification, .confirmed): "Domain verification successful"
            case (.verification, .notFound): "Domain verification failed"
            case (.verification, .lost): "Verification record missing"
            case (.verification, .recovered): "Verification record found again"
            case (.verification, .revoked): "Domain verification revoked"
            case (.dkim, .confirmed): "DKIM setup successful"
            case (.dkim, .notFound): "DKIM setup failed"
            case (.dkim, .lost): "DKIM records missing"
            case (.dkim, .recovered): "DKIM records found again"
            case (.dkim, .revoked): "DKIM setup revoked"
            case (.mailFrom, .confirmed): "MAIL FROM setup successful"
            case (.mailFrom, .notFound): "MAIL FROM setup failed"
            case (.mailFrom, .lost): "MAIL FROM record missing"
            case (.mailFrom, .recovered): "MAIL FROM record found again"
            case (.mailFrom, .revoked): "MAIL FROM setup revoked"
            }
        return "\(what) for \(domain) in region \(scope.region)"
    }

    var body: String {
        var paragraphs = [sentences.joined(separator: " ").wrapped]
        let missing = missing
        if notice.change.asksForRecords, !missing.isEmpty {
            paragraphs.append(missing.count == 1 ? "The missing record:" : "The missing records:")
            paragraphs += missing.map(\.block)
        }
        if let advice { paragraphs.append(advice.wrapped) }
        paragraphs.append(
            ("This is about account \(scope.account) in region \(scope.region), which has this "
                + "address as a contact.").wrapped)
        return paragraphs.joined(separator: "\n\n") + "\n"
    }

    private var domain: DomainName {
        notice.topic == .mailFrom
            ? identity.mailFrom?.domain ?? identity.name.domain : identity.name.domain
    }

    private var missing: [RecordFinding] {
        let purpose: IdentityRecord.Purpose =
            switch notice.topic {
            case .verification: .ownership
            case .dkim: .dkim
            case .mailFrom: .mailFrom
            }
        return records.filter { $0.record.purpose == purpose && $0.finding == .absent }
    }

    // MARK: What happened, and what it means

    private var sentences: [String] {
        switch notice.topic {
        case .verification: [seen("The verification record of \(domain)")] + verification
        case .dkim: [seen("The DKIM records of \(domain)")] + dkim
        case .mailFrom: [seen("The MX record of the MAIL FROM domain \(domain)")] + mailFrom
        }
    }

    private func seen(_ what: String) -> String {
        let verb = notice.topic == .dkim ? ("were", "are", "have") : ("was", "is", "has")
        return switch notice.change {
        case .confirmed: "\(what) \(verb.0) found."
        case .notFound:
            "\(what) \(verb.0) not found in 72 hours, and \(verb.1) no longer looked for."
        case .lost: "\(what) can no longer be found."
        case .recovered: "\(what) \(verb.0) found again."
        case .revoked: "\(what) \(verb.2) been missing for 72 hours."
        }
    }

    private var verification: [String] {
        switch notice.change {
        case .confirmed: ["Mail may be sent from the domain now."]
        case .notFound: ["Mail from the domain is refused."]
        case .lost:
            [
                "Mail from the domain is still sent.",
                deadline(identity.lastSuccessAt, "mail from the domain is refused."),
            ]
        case .recovered: ["Mail may be sent from the domain as before."]
        case .revoked: ["The domain is no longer verified, and mail from it is refused."]
        }
    }

    private var dkim: [String] {
        let isVerifying = notice.isAboutVerification
        switch notice.change {
        case .confirmed, .recovered:
            let signing =
                identity.dkim?.signingEnabled == false
                ? "Signing is switched off for the domain, so that its mail goes out unsigned."
                : "Mail from the domain is signed with its key."
            return isVerifying ? ["They verify the domain as well.", signing] : [signing]
        case .notFound:
            return [
                isVerifying
                    ? "The domain is not verified, and mail from it is refused."
                    : "Mail from the domain goes out without a signature of its own."
            ]
        case .lost:
            let then =
                isVerifying
                ? "the domain is no longer verified, and mail from it is refused."
                : "DKIM has to be set up again."
            return [
                "Mail from the domain goes out without a signature of its own until they are back.",
                deadline(identity.lastDKIMSuccessAt, then),
            ]
        case .revoked:
            return [
                isVerifying
                    ? "The domain is no longer verified, and mail from it is refused."
                    : "Mail from the domain goes out without a signature of its own."
            ]
        }
    }

    private var mailFrom: [String] {
        let name = identity.name.domain
        let fallback =
            identity.mailFrom?.onMXFailure == .rejectMessage
            ? "Mail from \(name) is refused meanwhile, as its settings say."
            : "Mail from \(name) goes out with the service's own MAIL FROM domain meanwhile."
        switch notice.change {
        case .confirmed: return ["It is the MAIL FROM domain of mail from \(name) from now on."]
        case .recovered: return ["It is the MAIL FROM domain of mail from \(name) again."]
        case .lost:
            return [fallback, deadline(identity.mailFrom?.startedAt, "it has to be set up again.")]
        case .notFound, .revoked: return [fallback]
        }
    }

    private func deadline(_ lastSeenAt: UnixTime?, _ otherwise: String) -> String {
        let end =
            (lastSeenAt ?? identity.lastCheckedAt ?? identity.createdAt)
            + IdentityChecker.recordLifetime
        return "If nothing is missing any more by \(end.messageDate), all is as before; otherwise "
            + otherwise
    }

    // MARK: What to do

    private var advice: String? {
        let record = missing.count == 1 ? "it" : "them"
        switch notice.change {
        case .confirmed, .recovered: return nil
        case .lost: return "Publish \(record) as expected. The service finds \(record) by itself."
        case .notFound, .revoked:
            return "Publish \(record) as expected, and then call \(operation) to have \(record) "
                + "looked for again."
        }
    }

    private var operation: String {
        switch (notice.topic, identity.dkim?.origin) {
        case (.verification, _): "VerifyDomainIdentity"
        case (.mailFrom, _): "PutEmailIdentityMailFromAttributes"
        case (.dkim, .external), (.dkim, .replica): "PutEmailIdentityDkimSigningAttributes"
        case (.dkim, _): "VerifyDomainDkim"
        }
    }
}

extension RecordFinding {
    /// Values of a record set that are shown at the most, and bytes of each.
    private static let valueLimit = 5
    private static let lengthLimit = 400

    /// What stands in the DNS is a stranger's to write: it is cut, and made printable.
    fileprivate var block: String {
        var values = found.prefix(Self.valueLimit).map { value in
            let bytes = value.utf8.prefix(Self.lengthLimit).map {
                $0.isVisible || $0 == 0x20 ? $0 : 0x3F
            }
            return String(decoding: bytes, as: UTF8.self)
        }
        if found.count > values.count { values.append("…") }
        return """
              Name:     \(record.name)
              Type:     \(type)
              Expected: \(expected)
              Found:    \(values.isEmpty ? "nothing" : values.joined(separator: "; "))
            """
    }

    private var type: String {
        switch record.value {
        case .canonicalName: "CNAME"
        case .text: "TXT"
        case .mailExchanger: "MX"
        }
    }

    private var expected: String {
        switch record.value {
        case .canonicalName(let target): target.text
        case .text(let text): text
        case .mailExchanger(let preference, let host):
            "\(preference) \(host), and no other MX record"
        }
    }
}

extension String {
    /// Broken between words, into lines of 72 characters where that can be.
    fileprivate var wrapped: String {
        var lines: [String] = []
        for word in split(separator: " ") {
            if let last = lines.last, last.utf8.count + word.utf8.count < 72 {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines.joined(separator: "\n")
    }
}
