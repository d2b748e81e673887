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
    /// What was seen of each record that was looked for.
    public var records: [RecordFinding] = []
    /// Why the domain is not proven, where it is not.
    public var problem: VerificationProblem?
    /// The zone that the domain lies in, where one was found.
    public var authority: ZoneAuthority?
}

/// What stands where an identity needs a record.
public struct RecordFinding: Equatable, Sendable {
    public let record: IdentityRecord
    /// The values of the records that stand there, as text.
    public let found: [String]
    /// Nil when the record is there.
    public let problem: VerificationProblem?

    public var finding: IdentityFindings.Finding {
        switch problem {
        case nil: .present
        case .dnsServerError: .unknown
        case .invalidValue, .typeNotFound, .hostNotFound: .absent
        }
    }
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
            ownership: ownership.combined, dkim: dkim?.combined, mailFrom: mailFrom?.combined,
            records: ownership + (dkim ?? []) + (mailFrom ?? []))
        if findings.ownership != .present, findings.dkim != .present {
            // The records of DKIM are those that an owner is asked for, where there are any.
            let ownership = await ownership
            findings.problem = (await dkim ?? ownership).problem
        }
        findings.authority = await authority
        return findings
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
    private func ownership(of domain: DomainName, token: String) async -> [RecordFinding] {
        guard let name = try? domain.prefixed(with: "_amazonses") else { return [] }
        let record = IdentityRecord(name: name, value: .text(token), purpose: .ownership)
        let first = await text(record) { $0.elementsEqual(token.utf8) }
        if first.finding == .present { return [first] }
        let other = IdentityRecord(
            name: domain, value: .text("amazonses:\(token)"), purpose: .ownership)
        let second = await text(other) { $0.elementsEqual("amazonses:\(token)".utf8) }
        return [second.finding == .absent ? first : second]
    }

    private func dkim(
        of domain: DomainName, _ origin: DKIMSettings.Origin?
    ) async -> [RecordFinding]? {
        switch origin {
        case nil: nil
        case .easy(let easy): await easyDKIM(of: domain, easy)
        case .external(let external): await externalKey(of: domain, external.key)
        case .replica(let replica):
            if let keys = replica.keys { await easyDKIM(of: domain, keys) } else { [] }
        }
    }

    /// All three CNAME records have to be there.
    private func easyDKIM(of domain: DomainName, _ easy: EasyDKIM) async -> [RecordFinding] {
        var findings: [RecordFinding] = []
        for key in easy.keys {
            guard let name = try? domain.prefixed(with: "\(key.selector)._domainkey"),
                let target = try? provider.dkimZone.prefixed(with: key.selector),
                let owner = try? DNSName(name), let wanted = try? DNSName(target)
            else { return [] }
            let record = IdentityRecord(name: name, value: .canonicalName(target), purpose: .dkim)
            let answer = await resolver.canonicalName(of: owner)
            findings.append(
                Self.finding(answer, for: record, as: \.description) { $0 == wanted })
        }
        return findings
    }

    /// Whether the world sees a key under the domain's own name, through its CNAME record where
    /// there is one.
    func isVisible(_ key: DKIMKeyPair, of domain: DomainName) async -> Bool {
        await externalKey(of: domain, key).combined == .present
    }

    /// The customer's own key record has to hold the public half of the key that signs.
    private func externalKey(of domain: DomainName, _ key: DKIMKeyPair) async -> [RecordFinding] {
        guard let name = try? domain.prefixed(with: "\(key.selector)._domainkey") else { return [] }
        let record = IdentityRecord(name: name, value: .text(key.keyRecord), purpose: .dkim)
        return [
            await text(record) { text in
                let tags = text.split(separator: UInt8(ascii: ";")).map { tag in
                    tag.filter { !$0.isFoldingWhitespace }
                }
                return tags.contains { $0.elementsEqual("p=\(key.publicKey)".utf8) }
            }
        ]
    }

    /// Exactly one MX record, and that naming the service.
    private func mailFrom(_ domain: DomainName?, in region: Region) async -> [RecordFinding]? {
        guard let domain else { return nil }
        let host = provider.feedbackHost(in: region)
        let answer = await resolver.mxRecords(of: domain)
        let isAlone = answer.records.count <= 1
        let record = IdentityRecord(
            name: domain, value: .mailExchanger(preference: 10, host: host), purpose: .mailFrom)
        let wanted = try? DNSName(host)
        return [
            Self.finding(
                answer, for: record, as: { "\($0.preference) \($0.exchange)" },
                where: { isAlone && $0.exchange == wanted })
        ]
    }

    private func text(
        _ record: IdentityRecord, where isWanted: ([UInt8]) -> Bool
    ) async -> RecordFinding {
        let answer = await resolver.textRecords(of: record.name)
        return Self.finding(
            answer, for: record, as: { String(decoding: $0, as: UTF8.self) }, where: isWanted)
    }

    private static func finding<Record>(
        _ answer: ResolverAnswer<Record>, for record: IdentityRecord, as text: (Record) -> String,
        where isWanted: (Record) -> Bool
    ) -> RecordFinding {
        RecordFinding(
            record: record, found: answer.records.map(text),
            problem: answer.records.contains(where: isWanted) ? nil : VerificationProblem(answer))
    }
}

extension [RecordFinding] {
    /// All have to be there; where there can be none, nothing is.
    fileprivate var combined: IdentityFindings.Finding {
        if isEmpty || contains(where: { $0.finding == .absent }) { return .absent }
        return contains { $0.finding == .unknown } ? .unknown : .present
    }

    /// What is wrong with the first of those that are not there; what is known comes first.
    fileprivate var problem: VerificationProblem? {
        (first { $0.finding == .absent } ?? first { $0.finding == .unknown })?.problem
    }
}
