public import MailTypes

/// A DNS record that an identity needs, with why: what `dns plan` prints and `dev` publishes.
public struct IdentityRecord: Equatable, Sendable {
    public enum Value: Equatable, Sendable {
        case canonicalName(DomainName)
        case text(String)
        case mailExchanger(preference: UInt16, host: DomainName)
    }

    public enum Purpose: Equatable, Sendable {
        case ownership
        case dkim
        case mailFrom
    }

    public let name: DomainName
    public let value: Value
    public let purpose: Purpose

    public init(name: DomainName, value: Value, purpose: Purpose) {
        self.name = name
        self.value = value
        self.purpose = purpose
    }
}

extension Identity {
    /// The records that its owner has to publish, in the owner's zone.
    public func requiredRecords(in region: Region, provider: Provider) -> [IdentityRecord] {
        guard case .domain(let domain) = name else { return [] }
        return ownershipRecords(domain) + dkimRecords(domain, provider)
            + mailFromRecords(region, provider)
    }

    private func ownershipRecords(_ domain: DomainName) -> [IdentityRecord] {
        guard let name = try? domain.prefixed(with: "_amazonses") else { return [] }
        return [IdentityRecord(name: name, value: .text(verificationToken), purpose: .ownership)]
    }

    private func dkimRecords(_ domain: DomainName, _ provider: Provider) -> [IdentityRecord] {
        switch dkim?.origin {
        case nil:
            return []
        case .easy, .replica:
            return (dkim?.easy?.keys ?? []).compactMap { key in
                guard let name = try? domain.prefixed(with: "\(key.selector)._domainkey"),
                    let target = try? provider.dkimZone.prefixed(with: key.selector)
                else { return nil }
                return IdentityRecord(name: name, value: .canonicalName(target), purpose: .dkim)
            }
        case .external(let external):
            guard let name = try? domain.prefixed(with: "\(external.key.selector)._domainkey")
            else { return [] }
            return [
                IdentityRecord(
                    name: name, value: .text(external.key.keyRecord), purpose: .dkim)
            ]
        }
    }

    private func mailFromRecords(_ region: Region, _ provider: Provider) -> [IdentityRecord] {
        guard let domain = mailFrom?.domain else { return [] }
        let host = provider.feedbackHost(in: region)
        return [
            IdentityRecord(
                name: domain, value: .mailExchanger(preference: 10, host: host),
                purpose: .mailFrom),
            IdentityRecord(name: domain, value: .text(provider.mailFromSPF), purpose: .mailFrom),
        ]
    }

    /// The key records that the service itself publishes, behind Easy DKIM's CNAME records.
    public func providerRecords(provider: Provider) -> [IdentityRecord] {
        guard case .easy(let easy)? = dkim?.origin else { return [] }
        return easy.keys.compactMap { key in
            guard let name = try? provider.dkimZone.prefixed(with: key.selector) else { return nil }
            return IdentityRecord(name: name, value: .text(key.keyRecord), purpose: .dkim)
        }
    }
}

/// Is told of every identity that appears, changes or goes, so that DNS can follow.
public protocol IdentityPublisher: Sendable {
    /// - Parameter identity: nil when it was removed.
    func identityChanged(_ name: IdentityName, in scope: Scope, to identity: Identity?) async
    func allIdentitiesRemoved() async
}
