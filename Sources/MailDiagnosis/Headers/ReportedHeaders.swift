public import MailAuth
public import MailMessage
public import MailTypes

/// What a receiver wrote into the header fields of a message: its results, the path, and what the
/// signatures say about themselves. For when only the fields were copied from a mailbox.
public struct ReportedHeaders: Sendable {
    public let fields: HeaderSection
    /// The results that are looked at: those of the receiver that wrote last.
    public let results: AuthenticationResults?
    /// Where they stand: `Authentication-Results`, or the newest ARC set.
    public let resultsField: String

    /// - Parameter copied: fields as copied; folded lines may have lost their white space.
    public init(copied: ArraySlice<UInt8>) {
        let mended = CopiedHeaders.mended(copied)
        fields = (try? HeaderSection(parsing: mended[...])) ?? HeaderSection()
        // The topmost field is the last receiver's.
        let reported = fields.all(AuthenticationResults.fieldName).lazy.compactMap {
            try? AuthenticationResults(parsing: $0.rawValue)
        }.first { $0.results.contains { ["spf", "dkim", "dmarc"].contains($0.method) } }
        let sealed = fields.all(ARCAuthenticationResults.fieldName).compactMap {
            try? ARCAuthenticationResults(parsing: $0.rawValue)
        }.max { $0.instance < $1.instance }
        results = reported ?? sealed?.results
        resultsField =
            reported != nil
            ? AuthenticationResults.fieldName : ARCAuthenticationResults.fieldName
    }

    /// The facts that the fields tell.
    ///
    /// - Parameter organizationalDomain: what decides about relaxed alignment, from the DNS or
    ///   from a list.
    public func evidence(
        organizationalDomain: (DomainName) async -> DomainName
    ) async -> MessageEvidence {
        let author = author
        let organization: DomainName?
        if let domain = author.domain {
            organization = await organizationalDomain(domain)
        } else {
            organization = nil
        }
        func shares(_ domain: DomainName?) async -> Bool {
            guard let domain, let organization else { return false }
            return await organizationalDomain(domain) == organization
        }
        let dmarc = dmarcEvidence
        var spf: MessageEvidence.SPF?
        if let result = results?.results(of: "spf").first {
            let domain = spfDomain(result)
            let shared = await shares(domain)
            spf = MessageEvidence.SPF(
                result: result.result, domain: domain, clientAddress: clientAddress,
                isAligned: shared, sharesOrganization: shared)
        }
        var signatures: [MessageEvidence.Signature] = []
        for result in results?.results(of: "dkim") ?? [] where result.result != "none" {
            let domain = signingDomain(result)
            let shared = await shares(domain)
            signatures.append(
                MessageEvidence.Signature(
                    result: result.result, domain: domain,
                    selector: selector(result), problem: problem(result), isAligned: shared,
                    sharesOrganization: shared))
        }
        return MessageEvidence(
            source: .reported(results?.authservID ?? ""), author: author, dmarc: dmarc, spf: spf,
            signatures: signatures, arc: arcEvidence, path: MailPath(fields))
    }

    /// The results as a tree, in the receiver's words.
    public var steps: [EvaluationStep] {
        guard let results else {
            return [
                EvaluationStep(
                    "Authentication-Results", "there is no such field, nor one of ARC",
                    tone: .unsure)
            ]
        }
        return [
            EvaluationStep(
                resultsField, "of \(results.authservID)",
                steps: results.results.map { result in
                    let properties = result.properties.map { property in
                        property.type.isEmpty
                            ? "\(property.name)=\(property.value)"
                            : "\(property.type).\(property.name)=\(property.value)"
                    }
                    let tone: EvaluationStep.Tone =
                        switch result.result {
                        case "pass": .good
                        case "fail", "permerror": .bad
                        default: .unsure
                        }
                    return EvaluationStep(
                        result.method,
                        ([result.result] + properties).joined(separator: " "), tone: tone,
                        steps: result.comments.map { EvaluationStep($0) })
                })
        ]
    }

    // MARK: The parts

    /// From the From field, or from what the receiver says it looked at, where the page that the
    /// fields were copied from hides addresses.
    private var author: MessageEvidence.Author {
        let authors = DMARCAuthors(fields)
        if authors.domains.isEmpty,
            let named = results?.results(of: "dmarc").first?.value("header", "from"),
            let domain = try? DomainName(parsing: named.split(separator: "@").last ?? "")
        {
            return .domain(domain)
        }
        return MessageEvidence.Author(authors)
    }

    private var dmarcEvidence: MessageEvidence.DMARC {
        guard let result = results?.results(of: "dmarc").first else {
            return MessageEvidence.DMARC(result: nil)
        }
        let named = result.value("policy", "dmarc") ?? policyInComment(result.comments)
        return MessageEvidence.DMARC(result: result.result, policy: named?.lowercased())
    }

    /// `p=QUARANTINE` of a comment; `sp` and `dis` are passed over.
    private func policyInComment(_ comments: [String]) -> String? {
        for word in comments.joined(separator: " ").split(whereSeparator: { " ,;".contains($0) })
        where word.lowercased().hasPrefix("p=") {
            return String(word.dropFirst(2))
        }
        return nil
    }

    private func spfDomain(_ result: AuthenticationResults.Result) -> DomainName? {
        let address =
            result.value("smtp", "mailfrom") ?? result.value("smtp", "mail")
            ?? fields["Return-Path"] ?? result.value("smtp", "helo")
        guard let address else { return nil }
        let domain = address.split(separator: "@").last ?? ""
        return try? DomainName(parsing: domain.filter { !"<> ".contains($0) })
    }

    private var clientAddress: IPAddress? {
        let field = fields.first("Received-SPF").flatMap { try? ReceivedSPF(parsing: $0.rawValue) }
        return field?["client-ip"].flatMap { IPAddress(parsing: $0) }
            ?? Message(headerSection: fields, body: []).received.lazy.compactMap(\.fromAddress)
            .first
    }

    /// `d=`, else the domain of `i=`, else the signature's own, found by its selector or `b=`.
    private func signingDomain(_ result: AuthenticationResults.Result) -> DomainName? {
        for value in [result.value("header", "d"), result.value("header", "i")] {
            if let value,
                let domain = try? DomainName(parsing: value.split(separator: "@").last ?? "")
            {
                return domain
            }
        }
        return signature(result)?.signingDomain
    }

    private func selector(_ result: AuthenticationResults.Result) -> DomainName? {
        result.value("header", "s").flatMap { try? DomainName(parsing: $0) }
            ?? signature(result)?.selector
    }

    private func signature(_ result: AuthenticationResults.Result) -> DKIMSignature? {
        let signatures = fields.all("DKIM-Signature").compactMap {
            try? DKIMSignature(parsing: $0.rawValue)
        }
        let selector = result.value("header", "s").flatMap { try? DomainName(parsing: $0) }
        return signatures.first { $0.selector == selector }
            ?? (signatures.count == 1 ? signatures[0] : nil)
    }

    /// The receivers' usual words for why.
    private func problem(
        _ result: AuthenticationResults.Result
    ) -> MessageEvidence.Signature.Problem? {
        guard result.result != "pass" else { return nil }
        let words = ([result.reason ?? ""] + result.comments).joined(separator: " ").lowercased()
        return if words.contains("body hash") {
            .bodyChanged(nil)
        } else if words.contains("no key") || words.contains("no public key")
            || words.contains("not found") || words.contains("unavailable")
        {
            .keyMissing
        } else if words.contains("revoked") {
            .keyRevoked
        } else if words.contains("expired") {
            .expired(nil)
        } else if words.contains("signature") || words.contains("bad rsa") {
            .headerChanged
        } else {
            nil
        }
    }

    private var arcEvidence: MessageEvidence.ARC? {
        let sets = fields.all(ARCAuthenticationResults.fieldName).compactMap {
            try? ARCAuthenticationResults(parsing: $0.rawValue)
        }.sorted { $0.instance < $1.instance }
        guard let first = sets.first, let result = results?.results(of: "arc").first else {
            return nil
        }
        return MessageEvidence.ARC(
            result: result.result,
            sealers: sets.compactMap { try? DomainName(parsing: $0.results.authservID) },
            firstDMARC: first.results.results(of: "dmarc").first?.result)
    }
}
