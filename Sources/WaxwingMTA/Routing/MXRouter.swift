public import DNS
public import MailTypes

/// Finds the servers of a domain by its MX records (RFC 5321 §5.1).
public struct MXRouter: MailRouter {
    public struct Configuration: Sendable {
        /// The port that mail exchangers listen on.
        public var port = 25
        /// Addresses of this service: an MX that leads here, and those behind it, are left out.
        public var ownAddresses: Set<IPAddress> = []
        /// Names of this service among MX records, for the same reason.
        public var ownNames: Set<DomainName> = []
        /// Loopback and unspecified addresses are servers, too. For tests: a domain's owner
        /// chooses what its MX says, and must not reach what listens on this machine.
        public var allowsLoopback = false
        /// Servers tried for one delivery at the most.
        public var hostLimit = 10

        public init() {}
    }

    private let resolver: any Resolver
    private let configuration: Configuration

    public init(resolver: any Resolver, configuration: Configuration = Configuration()) {
        self.resolver = resolver
        self.configuration = configuration
    }

    public func destination(of recipient: Mailbox) -> Destination {
        switch recipient.host {
        case .domain(let domain):
            return .domain(domain)
        case .literal(let literal):
            let text =
                literal.asciiLowercased.hasPrefix("ipv6:") ? literal.dropFirst(5) : literal[...]
            return IPAddress(parsing: text).map { .address($0) } ?? .invalid(literal)
        }
    }

    public func route(to destination: Destination) async -> Route {
        switch destination {
        case .domain(let domain):
            return await route(to: domain)
        case .address(let address):
            return found([
                MailHost(name: "[\(address)]", address: address, port: configuration.port)
            ])
        case .relay, .invalid:
            return unroutable(5, 1, 3, "\(destination) is no mail server")
        }
    }

    private func route(to domain: DomainName) async -> Route {
        let answer = await resolver.mxRecords(of: domain)
        switch answer.outcome {
        case .records(let records):
            return await route(to: records, of: domain)
        case .noData:
            // The implicit MX: the domain itself (RFC 5321 §5.1).
            guard let name = try? DNSName(domain) else { return unknown(domain) }
            return await route(to: [name], of: domain)
        case .nameNotFound:
            return unknown(domain)
        case .temporaryFailure(let reason):
            return .temporaryFailure(
                SMTPReply(
                    451, EnhancedStatusCode(4, 4, 3), "MX of \(domain) not found now: \(reason)"))
        }
    }

    private func route(to records: [MXRecord], of domain: DomainName) async -> Route {
        if records.count == 1, records[0].exchange.isRoot {
            // Null MX: the domain takes no mail (RFC 7505 §3).
            return .unroutable(
                SMTPReply(556, EnhancedStatusCode(5, 1, 10), "\(domain) does not accept mail"))
        }
        let usable = withoutOurselves(records.filter { !$0.exchange.isRoot })
        guard !usable.isEmpty else {
            return unroutable(5, 4, 6, "mail for \(domain) loops back to this server")
        }
        return await route(to: shuffledWithinPreference(usable).map(\.exchange), of: domain)
    }

    /// Only servers better than this one may be given mail that has come here (RFC 5321 §5.1).
    private func withoutOurselves(_ records: [MXRecord]) -> [MXRecord] {
        let ours = records.filter { record in
            guard let name = try? DomainName(parsing: record.exchange.text) else { return false }
            return configuration.ownNames.contains(name)
        }
        guard let best = ours.map(\.preference).min() else { return records }
        return records.filter { $0.preference < best }
    }

    private func shuffledWithinPreference(_ records: [MXRecord]) -> [MXRecord] {
        Dictionary(grouping: records, by: \.preference)
            .sorted { $0.key < $1.key }
            .flatMap { $0.value.shuffled() }
    }

    private func route(to names: [DNSName], of domain: DomainName) async -> Route {
        var hosts: [MailHost] = []
        var failure: String?
        for name in names where hosts.count < configuration.hostLimit {
            let answer = await resolver.addresses(of: name)
            failure = failure ?? answer.failureReason
            hosts += interleaved(answer.records).map {
                MailHost(name: name.text, address: $0, port: configuration.port)
            }
        }
        if hosts.isEmpty {
            guard let failure else { return unroutable(5, 4, 4, "\(domain) has no mail server") }
            return .temporaryFailure(
                SMTPReply(
                    451, EnhancedStatusCode(4, 4, 3),
                    "no address of a mail server of \(domain) found now: \(failure)"))
        }
        return found(Array(hosts.prefix(configuration.hostLimit)))
    }

    /// One of each family in turn, so that a family without a way out costs one attempt.
    private func interleaved(_ addresses: [IPAddress]) -> [IPAddress] {
        let (v6, v4) = (
            addresses.filter { $0.bytes.count == 16 }, addresses.filter { $0.bytes.count == 4 }
        )
        return (0..<max(v6.count, v4.count)).flatMap { index in
            [v6.dropFirst(index).first, v4.dropFirst(index).first].compactMap(\.self)
        }
    }

    private func found(_ hosts: [MailHost]) -> Route {
        let allowed = hosts.filter { host in
            let address = host.address.unmapped
            if configuration.ownAddresses.contains(address) { return false }
            return configuration.allowsLoopback || !address.isOnThisMachine
        }
        guard allowed.isEmpty, let first = hosts.first else { return .hosts(allowed) }
        return unroutable(5, 4, 6, "\(first.name) [\(first.address)] is this server")
    }

    private func unknown(_ domain: DomainName) -> Route {
        unroutable(5, 1, 2, "domain \(domain) does not exist")
    }

    private func unroutable(_ a: Int, _ b: Int, _ c: Int, _ text: String) -> Route {
        .unroutable(SMTPReply(550, EnhancedStatusCode(a, b, c), text))
    }
}

extension IPAddress {
    /// Loopback, unspecified or multicast: no mail exchanger of the outside world.
    var isOnThisMachine: Bool {
        switch self {
        case .v4(let bytes): isLoopback || bytes[0] == 0 || bytes[0] >= 224
        case .v6(let bytes): isLoopback || bytes.allSatisfy { $0 == 0 } || bytes[0] == 0xFF
        }
    }
}
