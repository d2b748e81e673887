public import MailTypes

/// Brings mail for the service's own domains to its own MX, and leaves the rest to another router.
public struct OwnDomainRouter: MailRouter {
    private let domains: [DomainName]
    private let own: RelayRouter
    private let next: any MailRouter
    private let relay: Destination.Relay

    /// - Parameter domains: with the names below them.
    public init(domains: [DomainName], at relay: Destination.Relay, next: any MailRouter) {
        self.domains = domains
        self.relay = relay
        own = RelayRouter(to: relay)
        self.next = next
    }

    public func destination(of recipient: Mailbox) -> Destination {
        guard let domain = recipient.domain,
            domains.contains(where: { domain.isEqualToOrBelow($0) })
        else { return next.destination(of: recipient) }
        return own.destination(of: recipient)
    }

    public func route(to destination: Destination) async -> Route {
        destination == .relay(relay)
            ? await own.route(to: destination) : await next.route(to: destination)
    }
}
