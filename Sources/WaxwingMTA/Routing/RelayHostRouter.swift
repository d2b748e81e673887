public import DNS
public import MailTypes

/// Brings all mail to one server that is known by its name: a relay host.
public struct RelayHostRouter: MailRouter {
    private let name: DomainName
    private let port: Int
    private let resolver: any Resolver

    public init(name: DomainName, port: Int, resolver: any Resolver) {
        self.name = name
        self.port = port
        self.resolver = resolver
    }

    public func destination(of recipient: Mailbox) -> Destination {
        .relay(Destination.Relay(host: name.text, port: port))
    }

    public func route(to destination: Destination) async -> Route {
        guard let owner = try? DNSName(name) else { return later("is no name") }
        let answer = await resolver.addresses(of: owner)
        let hosts = answer.records.map { MailHost(name: name.text, address: $0, port: port) }
        // It is the operator who names a relay host, so what it lacks is expected to be mended.
        return hosts.isEmpty
            ? later(answer.failureReason ?? "has no address") : .hosts(hosts.shuffled())
    }

    private func later(_ reason: String) -> Route {
        .temporaryFailure(
            SMTPReply(451, EnhancedStatusCode(4, 4, 3), "relay host \(name): \(reason)"))
    }
}
