import DNS
import MailTypes
import Synchronization
import WaxwingCore

/// The small DNS world of `waxwing dev`: the service's own names, and for each identity the records
/// that it needs, as soon as it exists.
final class DevelopmentZones: IdentityPublisher {
    private struct Key: Hashable {
        let scope: Scope
        let name: IdentityName
    }

    private static let ttl = Duration.seconds(60)

    let zones = ZoneStore()
    private let provider: Provider
    private let publishesIdentities: Bool
    private let onChange: @Sendable () -> Void
    /// What each identity has published: several may share an owner name.
    private let published = Mutex<[DNSName: [Key: [DNSRecord]]]>([:])

    /// - Parameter onChange: called behind each change; an identity may be worth a look then.
    init(
        provider: Provider, publishesIdentities: Bool, onChange: @escaping @Sendable () -> Void
    ) {
        self.provider = provider
        self.publishesIdentities = publishesIdentities
        self.onChange = onChange
        publishOwnNames()
    }

    // MARK: Identities

    func identityChanged(_ name: IdentityName, in scope: Scope, to identity: Identity?) async {
        let key = Key(scope: scope, name: name)
        var records = identity?.providerRecords(provider: provider) ?? []
        if publishesIdentities {
            records += identity?.requiredRecords(in: scope.region, provider: provider) ?? []
            if identity != nil, name.isDomain { addZone(name.domain) }
        }
        var published = records.compactMap { DNSRecord($0, ttl: Self.ttl) }
        if publishesIdentities, identity != nil, name.isDomain,
            let owner = try? DNSName(name.domain).prefixed(with: "_dmarc")
        {
            // What SES advises to begin with: it asks for nothing, and makes the inbox tell
            // whether mail of the domain would pass.
            published.append(DNSRecord(owner, ttl: Self.ttl, .text("v=DMARC1; p=none")))
        }
        replace(published, of: key)
        if identity != nil { publishNames(of: scope.region) }
        onChange()
    }

    func allIdentitiesRemoved() async {
        published.withLock { $0 = [:] }
        zones.removeAll()
        publishOwnNames()
    }

    private func addZone(_ domain: DomainName) {
        guard let name = try? DNSName(domain), zones.zones.apex(above: name) == nil else { return }
        zones.addZone(name)
    }

    private func replace(_ records: [DNSRecord], of key: Key) {
        let byOwner = Dictionary(grouping: records, by: \.name)
        published.withLock { published in
            let before = published.filter { $0.value[key] != nil }.map(\.key)
            for owner in Set(before).union(byOwner.keys) {
                published[owner, default: [:]][key] = byOwner[owner]
                zones.replace(published[owner]?.values.flatMap(\.self) ?? [], for: owner)
                if published[owner]?.isEmpty == true { published[owner] = nil }
            }
        }
    }

    // MARK: The service's own names

    private func publishOwnNames() {
        for domain in [provider.baseDomain, "amazonaws.com"] as [DomainName] { addZone(domain) }
        if let key = provider.signingKey {
            publish("\(key.selector)._domainkey.\(provider.baseDomain)", [.text(key.record)])
        }
        publishNames(of: .standard)
    }

    private func publishNames(of region: Region) {
        let inbound = "inbound-smtp.\(region).amazonaws.com"
        let addresses = [
            provider.feedbackHost(in: region).text, inbound, provider.simulatorDomain.text,
        ]
        for name in addresses { publish(name, [.address(.v4([127, 0, 0, 1]))]) }
        guard let exchange = try? DNSName(parsing: inbound) else { return }
        publish(
            provider.bounceDomain(in: region).text,
            [
                .mx(MXRecord(preference: 10, exchange: exchange)),
                .text("v=spf1 ip4:127.0.0.1 ip6:::1 ~all"),
            ])
        publish(
            provider.baseDomain.text,
            [
                .mx(MXRecord(preference: 10, exchange: exchange)),
                .text("v=spf1 ip4:127.0.0.1 ip6:::1 ~all"),
            ])
    }

    private func publish(_ name: String, _ data: [DNSRecordData]) {
        guard let owner = try? DNSName(parsing: name) else { return }
        zones.replace(data.map { DNSRecord(owner, ttl: Self.ttl, $0) }, for: owner)
    }
}

extension DNSRecord {
    init?(_ record: IdentityRecord, ttl: Duration) {
        guard let owner = try? DNSName(record.name) else { return nil }
        switch record.value {
        case .canonicalName(let target):
            guard let target = try? DNSName(target) else { return nil }
            self.init(owner, ttl: ttl, .cname(target))
        case .text(let text):
            self.init(owner, ttl: ttl, .text(text))
        case .mailExchanger(let preference, let host):
            guard let host = try? DNSName(host) else { return nil }
            self.init(owner, ttl: ttl, .mx(MXRecord(preference: preference, exchange: host)))
        }
    }
}
