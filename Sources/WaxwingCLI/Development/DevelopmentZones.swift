import DNS
import MailTypes
import WaxwingCore

/// The small DNS world of `waxwing dev`: the service's own names, and for each identity the records
/// that it needs, as soon as it exists.
final class DevelopmentZones: IdentityPublisher {
    private static let ttl = Duration.seconds(60)

    let zones = ZoneStore()
    private let provider: Provider
    private let publishesIdentities: Bool
    private let onChange: @Sendable () -> Void
    private let identities: PublishedRecords

    /// - Parameter onChange: called behind each change; an identity may be worth a look then.
    init(
        provider: Provider, publishesIdentities: Bool, onChange: @escaping @Sendable () -> Void
    ) {
        self.provider = provider
        self.publishesIdentities = publishesIdentities
        self.onChange = onChange
        identities = PublishedRecords(in: zones)
        publishOwnNames()
    }

    // MARK: Identities

    func identityChanged(_ name: IdentityName, in scope: Scope, to identity: Identity?) async {
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
        identities.replace(published, of: name, in: scope)
        if identity != nil { publishNames(of: scope.region) }
        onChange()
    }

    func allIdentitiesRemoved() async {
        identities.removeAll()
        zones.removeAll()
        publishOwnNames()
    }

    private func addZone(_ domain: DomainName) {
        guard let name = try? DNSName(domain), zones.zones.apex(above: name) == nil else { return }
        zones.addZone(name)
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
