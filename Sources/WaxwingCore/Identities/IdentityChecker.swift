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
        return await IdentityFindings(ownership: ownership, dkim: dkim, mailFrom: mailFrom)
    }

    /// The TXT record `_amazonses.<domain>`, or `amazonses:<token>` at the domain itself where the
    /// DNS host takes no underscore.
    private func ownership(
        of domain: DomainName, token: String
    ) async -> IdentityFindings.Finding {
        guard let name = try? domain.prefixed(with: "_amazonses") else { return .absent }
        let first = finding(await resolver.textRecords(of: name)) { $0.elementsEqual(token.utf8) }
        if first == .present { return .present }
        let second = finding(await resolver.textRecords(of: domain)) {
            $0.elementsEqual("amazonses:\(token)".utf8)
        }
        return second == .absent ? first : second
    }

    private func dkim(
        of domain: DomainName, _ origin: DKIMSettings.Origin?
    ) async -> IdentityFindings.Finding? {
        switch origin {
        case nil: nil
        case .easy(let easy): await easyDKIM(of: domain, easy)
        case .external(let external): await externalKey(of: domain, external.key)
        case .replica(let replica):
            if let keys = replica.keys { await easyDKIM(of: domain, keys) } else { .absent }
        }
    }

    /// All three CNAME records have to be there.
    private func easyDKIM(
        of domain: DomainName, _ easy: EasyDKIM
    ) async -> IdentityFindings.Finding {
        var findings: [IdentityFindings.Finding] = []
        for key in easy.keys {
            guard let name = try? DNSName(domain.prefixed(with: "\(key.selector)._domainkey")),
                let target = try? DNSName(provider.dkimZone.prefixed(with: key.selector))
            else { return .absent }
            findings.append(finding(await resolver.canonicalName(of: name)) { $0 == target })
        }
        if findings.contains(.absent) { return .absent }
        return findings.contains(.unknown) ? .unknown : .present
    }

    /// Whether the world sees a key under the domain's own name, through its CNAME record where
    /// there is one.
    func isVisible(_ key: DKIMKeyPair, of domain: DomainName) async -> Bool {
        await externalKey(of: domain, key) == .present
    }

    /// The customer's own key record has to hold the public half of the key that signs.
    private func externalKey(
        of domain: DomainName, _ key: DKIMKeyPair
    ) async -> IdentityFindings.Finding {
        guard let name = try? domain.prefixed(with: "\(key.selector)._domainkey") else {
            return .absent
        }
        return finding(await resolver.textRecords(of: name)) { text in
            let tags = text.split(separator: UInt8(ascii: ";")).map { tag in
                tag.filter { !$0.isFoldingWhitespace }
            }
            return tags.contains { $0.elementsEqual("p=\(key.publicKey)".utf8) }
        }
    }

    /// Exactly one MX record, and that naming the service.
    private func mailFrom(
        _ domain: DomainName?, in region: Region
    ) async -> IdentityFindings.Finding? {
        guard let domain else { return nil }
        let answer = await resolver.mxRecords(of: domain)
        guard answer.records.count <= 1, let host = try? DNSName(provider.feedbackHost(in: region))
        else { return .absent }
        return finding(answer) { $0.exchange == host }
    }

    private func finding<Record>(
        _ answer: ResolverAnswer<Record>, where isWanted: (Record) -> Bool
    ) -> IdentityFindings.Finding {
        switch answer.outcome {
        case .records(let records): records.contains(where: isWanted) ? .present : .absent
        case .noData, .nameNotFound: .absent
        case .temporaryFailure: .unknown
        }
    }
}
