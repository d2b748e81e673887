import DNS
public import MailAuth
public import MailMessage
import MailTypes

extension MessageEvidence {
    /// The facts that an evaluation established.
    ///
    /// The evaluation should have been thorough (``DMARCEvaluator/isThorough``), so that the
    /// alignment of what did not pass is known.
    public init(_ evaluation: MessageEvaluation, _ fields: HeaderSection) {
        let dmarc = evaluation.dmarc
        let spfIdentifier = dmarc.identifiers.first { $0.mechanism == .spf }
        self.init(
            source: .evaluation, author: Author(dmarc.authors),
            dmarc: DMARC(dmarc),
            spf: evaluation.spf.map { SPF($0, spfIdentifier) },
            signatures: evaluation.dkim.map { explanation in
                Signature(
                    explanation,
                    dmarc.identifiers.first { identifier in
                        identifier.mechanism == .dkim
                            && identifier.domain == explanation.result.signingDomain
                            && identifier.selector == explanation.result.selector?.text
                    })
            },
            arc: ARC(evaluation.arc), path: MailPath(fields))
    }
}

extension MessageEvidence.Author {
    init(_ authors: DMARCAuthors) {
        if let domain = authors.domain {
            self = .domain(domain)
        } else if authors.domains.count > 1 {
            self = .several(authors.domains)
        } else if authors.problems.contains(.noFromField) {
            self = .unreadable("there is no From field")
        } else {
            self = .unreadable("no single address can be read from it")
        }
    }
}

extension MessageEvidence.DMARC {
    init(_ evaluation: DMARCEvaluation) {
        let several = evaluation.queries.lazy.compactMap { query -> (DMARCQuery, [String])? in
            if case .severalRecords(let texts) = query.outcome { (query, texts) } else { nil }
        }.first
        self.init(
            result: evaluation.result.rawValue, policy: evaluation.policy?.applied.rawValue,
            recordDomain: evaluation.recordDomain ?? several?.0.domain,
            records: several?.1 ?? (evaluation.record.map { [$0.text] } ?? []),
            isTesting: evaluation.record?.isTesting ?? false,
            spfAlignmentIsStrict: evaluation.record?.spfAlignment == .strict,
            dkimAlignmentIsStrict: evaluation.record?.dkimAlignment == .strict)
    }
}

extension MessageEvidence.SPF {
    init(_ evaluation: SPFEvaluation, _ identifier: DMARCIdentifier?) {
        self.init(
            result: evaluation.result.word,
            domain: try? DomainName(parsing: evaluation.request.domain),
            clientAddress: evaluation.request.address, record: evaluation.record?.text,
            problem: Problem(evaluation), isAligned: identifier?.isAligned ?? false,
            sharesOrganization: identifier?.sharesOrganization ?? false)
    }
}

extension MessageEvidence.SPF.Problem {
    init?(_ evaluation: SPFEvaluation) {
        if case .severalRecords(let texts)? = evaluation.branch?.finding {
            self = .severalRecords(texts)
            return
        }
        switch evaluation.problem {
        case .tooManyTerms: self = .tooManyLookups
        case .syntax: self = .syntax("\(evaluation.problem?.description ?? "")")
        case let problem? where !problem.isTemporary: self = .other(problem.description)
        default: return nil
        }
    }
}

extension MessageEvidence.Signature {
    init(_ explanation: DKIMExplanation, _ identifier: DMARCIdentifier?) {
        let result = explanation.result
        self.init(
            result: result.verdict.word, domain: result.signingDomain, selector: result.selector,
            problem: Problem(explanation), isAligned: identifier?.isAligned ?? false,
            sharesOrganization: identifier?.sharesOrganization ?? false)
    }
}

extension MessageEvidence.Signature.Problem {
    init?(_ explanation: DKIMExplanation) {
        guard let failure = explanation.result.verdict.failure else { return nil }
        if let finding = explanation.diagnosis?.findings.first {
            self.init(finding)
            return
        }
        switch failure {
        case .bodyHashMismatch, .bodyShorterThanSigned: self = .bodyChanged(nil)
        case .signatureMismatch: self = .headerChanged
        case .expired(let time): self = .expired(time)
        case .keyMissing: self = .keyMissing
        case .keyRevoked: self = .keyRevoked
        case .keyTooShort(let bits): self = .keyTooShort(bits)
        case .keyLookupFailed(let reason): self = .lookupFailed(reason)
        case .keySyntax, .keyMalformed, .keyVersionUnsupported, .keyTypeUnsupported,
            .keyTypeMismatch, .keyForbidsHash, .keyNotForEmail, .keyForbidsSubdomain:
            self = .keyUnusable(failure.description)
        default: self = .other(failure.description)
        }
    }

    private init(_ finding: DKIMDiagnosis.Finding) {
        switch finding {
        case .otherKey: self = .keyReplaced
        case .field(let name, .textAdded(let text)) where name.lowercased() == "subject":
            self = .subjectTagged(original: "the subject without “\(text)”", tagged: text)
        case .field(let name, _): self = .fieldChanged(name: name, finding.description)
        case .body(.appended(_, _, let text, _)): self = .footerAdded(text)
        case .body, .unknownBody: self = .bodyChanged(finding.description)
        case .unknownField: self = .headerChanged
        case .unknownFieldOrKey, .otherHash, .headerCanonicalization, .fieldOrder:
            self = .other(finding.description)
        }
    }
}

extension MessageEvidence.ARC {
    init?(_ evaluation: ARCEvaluation) {
        guard evaluation.status != .none else { return nil }
        let first = evaluation.sets.first.flatMap {
            try? AuthenticationResults(parsing: $0.authenticationResults[...])
        }
        self.init(
            result: evaluation.status.rawValue, sealers: evaluation.sealingDomains,
            firstDMARC: first?.results(of: "dmarc").first?.result)
    }
}

extension DMARCIdentifier {
    /// Aligned at least in the relaxed way, whatever the record asks for.
    var sharesOrganization: Bool {
        switch alignment {
        case .strict, .relaxed: true
        case .none, .unknown, .notEvaluated: false
        }
    }
}
