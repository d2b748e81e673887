public import DNS
import MailTypes

/// What one look at the DNS showed of an identity.
public struct IdentityFindings: Equatable, Sendable {
    public enum Finding: Equatable, Sendable {
        case present
        case absent
        /// DNS gave no answer; nothing can be said.
        case unknown
    }

    public var ownership: Finding
    /// Nil where there is nothing to look for.
    public var dkim: Finding?
    public var mailFrom: Finding?
    /// Why the domain is not proven, where it is not.
    public var problem: VerificationProblem?
    /// The zone that the domain lies in, where one was found.
    public var authority: ZoneAuthority?
}

/// Looks for the records that an identity needs.
public struct IdentityChecker: Sendable {
    /// How long records are looked for, and how long lost ones are waited for.
    public static let recordLifetime = Duration.seconds(72 * 3600)
    /// How long a mailed link is good for.
    public static let addressLifetime = Duration.seconds(24 * 3600)

    private let resolver: any Resolver
    private let provider: Provider

    public init(resolver: any Resolver, provider: Provider) {
        self.resolver = resolver
        self.provider = provider
    }

    public func findings(for identity: Identity, in region: Region) async -> IdentityFindings {
        guard case .domain(let domain) = identity.name else {
            return IdentityFindings(ownership: .unknown, dkim: nil, mailFrom: nil)
        }
        async let ownership = ownership(of: domain, token: identity.verificationToken)
        async let dkim = dkim(of: domain, identity.dkim?.origin)
        async let mailFrom = mailFrom(identity.mailFrom?.domain, in: region)
        async let authority = authority(over: domain)
        var findings = await IdentityFindings(
            ownership: ownership.finding, dkim: dkim?.finding, mailFrom: mailFrom?.finding)
        if findings.ownership != .present, findings.dkim != .present {
            // The records of DKIM are those that an owner is asked for, where there are any.
            let wanted = await dkim
            findings.problem = wanted == nil ? await ownership.problem : wanted?.problem
        }
        findings.authority = await authority
        return findings
    }

    /// What one look at a name showed.
    private struct Look {
        let finding: IdentityFindings.Finding
        /// Nil when the record is there, and where no record could be.
        let problem: VerificationProblem?

        static let impossible = Look(finding: .absent, problem: nil)
    }

    /// The zone that a domain lies in: its own, or that of the nearest parent that has one.
    private func authority(over domain: DomainName) async -> ZoneAuthority? {
        var next: DomainName? = domain
        while let candidate = next, candidate.parent != nil, let name = try? DNSName(candidate) {
            for case .soa(let record) in await resolver.lookUp(name, .soa).records {
                return ZoneAuthority(record)
            }
            next = candidate.parent
        }
        return nil
    }

    /// The TXT record `_amazonses.<domain>`, or `amazonses:<token>` at the domain itself where the
    /// DNS host takes no underscore.
    private func ownership(
        of domain: DomainName, token: String
    ) async -> Look {
        guard let name = try? domain.prefixed(with: "_amazonses") else { return .impossible }
        let first = look(at: await resolver.textRecords(of: name)) { $0.elementsEqual(token.utf8) }
        if first.finding == .present { return first }
        let second = look(at: await resolver.textRecords(of: domain)) {
            $0.elementsEqual("amazonses:\(token)".utf8)
        }
        return second.finding == .absent ? first : second
    }

    private func dkim(
        of domain: DomainName, _ origin: DKIMSettings.Origin?
    ) async -> Look? {
        switch origin {
        case nil: nil
        case .easy(let easy): await easyDKIM(of: domain, easy)
        case .external(let external): await externalKey(of: domain, external.key)
        case .replica(let replica):
            if let keys = replica.keys { await easyDKIM(of: domain, keys) } else { .impossible }
        }
    }

    /// All three CNAME records have to be there.
    private func easyDKIM(
        of domain: DomainName, _ easy: EasyDKIM
    ) async -> Look {
        var looks: [Look] = []
        for key in easy.keys {
            guard let name = try? DNSName(domain.prefixed(with: "\(key.selector)._domainkey")),
                let target = try? DNSName(provider.dkimZone.prefixed(with: key.selector))
            else { return .impossible }
            looks.append(look(at: await resolver.canonicalName(of: name)) { $0 == target })
        }
        return looks.first { $0.finding == .absent } ?? looks.first { $0.finding == .unknown }
            ?? Look(finding: .present, problem: nil)
    }

    /// Whether the world sees a key under the domain's own name, through its CNAME record where
    /// there is one.
    func isVisible(_ key: DKIMKeyPair, of domain: DomainName) async -> Bool {
        await externalKey(of: domain, key).finding == .present
    }

    /// The customer's own key record has to hold the public half of the key that signs.
    private func externalKey(
        of domain: DomainName, _ key: DKIMKeyPair
    ) async -> Look {
        guard let name = try? domain.prefixed(with: "\(key.selector)._domainkey") else {
            return .impossible
        }
        return look(at: await resolver.textRecords(of: name)) { text in
            let tags = text.split(separator: UInt8(ascii: ";")).map { tag in
                tag.filter { !$0.isFoldingWhitespace }
            }
            return tags.contains { $0.elementsEqual("p=\(key.publicKey)".utf8) }
        }
    }

    /// Exactly one MX record, and that naming the service.
    private func mailFrom(
        _ domain: DomainName?, in region: Region
    ) async -> Look? {
        guard let domain else { return nil }
        let answer = await resolver.mxRecords(of: domain)
        guard answer.records.count <= 1, let host = try? DNSName(provider.feedbackHost(in: region))
        else { return .impossible }
        return look(at: answer) { $0.exchange == host }
    }

    private func look<Record>(
        at answer: ResolverAnswer<Record>, where isWanted: (Record) -> Bool
    ) -> Look {
        if answer.records.contains(where: isWanted) {
            return Look(finding: .present, problem: nil)
        }
        let problem = VerificationProblem(answer)
        return Look(finding: problem == .dnsServerError ? .unknown : .absent, problem: problem)
    }
}
