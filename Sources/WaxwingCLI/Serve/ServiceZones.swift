import DNS
import MailTypes
import WaxwingCore
import WaxwingMTA

/// The zone that the service answers for: its own names, and the keys of Easy DKIM, which the CNAME
/// records of identities point to.
final class ServiceZones: IdentityPublisher {
    private static let ttl = Duration.seconds(300)

    let zones = ZoneStore()
    /// What identities would have to publish, where their word is taken for it: seen by nobody but
    /// whoever checks them.
    let presumed = ZoneStore()
    private let configuration: ServeConfiguration
    private let signal: VerificationSignal
    private let identities: PublishedRecords
    private let presumptions: PublishedRecords

    private var provider: Provider { configuration.provider }

    init(_ configuration: ServeConfiguration, signal: VerificationSignal) {
        self.configuration = configuration
        self.signal = signal
        identities = PublishedRecords(in: zones)
        presumptions = PublishedRecords(in: presumed)
        publishOwnNames()
    }

    func identityChanged(_ name: IdentityName, in scope: Scope, to identity: Identity?) async {
        let records = identity?.providerRecords(provider: provider) ?? []
        identities.replace(
            records.compactMap { DNSRecord($0, ttl: Self.ttl) }, of: name, in: scope)
        if configuration.verifiesAtOnce { presume(name, in: scope, identity) }
        signal.raise()
    }

    private func presume(_ name: IdentityName, in scope: Scope, _ identity: Identity?) {
        let records =
            identity?.requiredRecords(in: scope.region, provider: provider)
            .compactMap { DNSRecord($0, ttl: Self.ttl) } ?? []
        if !records.isEmpty, let apex = try? DNSName(name.domain) { presumed.addZone(apex) }
        presumptions.replace(records, of: name, in: scope)
    }

    func allIdentitiesRemoved() async {
        identities.removeAll()
        zones.removeAll()
        presumptions.removeAll()
        presumed.removeAll()
        publishOwnNames()
    }

    // MARK: The service's own names

    private func publishOwnNames() {
        guard let apex = try? DNSName(provider.baseDomain) else { return }
        zones.addZone(apex)
        var records: [DomainName: [DNSRecordData]] = [:]
        let addresses = configuration.addresses.map(DNSRecordData.address)
        records[provider.baseDomain] =
            configuration.dns.nameServers.compactMap { try? DNSName($0) }.map { .ns($0) }
        for name in [configuration.hostname] + configuration.dns.nameServers {
            records[name] = (records[name] ?? []).filter { !addresses.contains($0) } + addresses
        }
        for region in configuration.regions {
            records[provider.feedbackHost(in: region), default: []] += addresses
            let bounces = provider.bounceDomain(in: region)
            records[bounces, default: []] += exchange + [.text(sendersText)]
        }
        if !records.keys.contains(provider.simulatorDomain) {
            records[provider.simulatorDomain] = exchange
        }
        if configuration.regions.allSatisfy({ provider.bounceDomain(in: $0) != provider.baseDomain }
        ) {
            // The SPF records of MAIL FROM domains include this one.
            records[provider.baseDomain, default: []].append(.text(sendersText))
        }
        for (name, data) in records { publish(name, data) }
    }

    private var exchange: [DNSRecordData] {
        guard let host = try? DNSName(configuration.hostname) else { return [] }
        return [.mx(MXRecord(preference: 10, exchange: host))]
    }

    /// Who sends for the service (RFC 7208).
    private var sendersText: String {
        let addresses = configuration.addresses + configuration.delivery.sourceAddresses.all
        let terms = Set(addresses).sorted { $0.description < $1.description }.map {
            $0.bytes.count == 4 ? "ip4:\($0)" : "ip6:\($0)"
        }
        return (["v=spf1"] + terms + ["~all"]).joined(separator: " ")
    }

    /// What is outside of the zone is left to whoever answers for it.
    private func publish(_ name: DomainName, _ data: [DNSRecordData]) {
        guard name.isEqualToOrBelow(provider.baseDomain), !data.isEmpty,
            let owner = try? DNSName(name)
        else { return }
        zones.replace(data.map { DNSRecord(owner, ttl: Self.ttl, $0) }, for: owner)
    }
}
