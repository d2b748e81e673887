public import MailTypes

/// Brings all mail to one server, except for domains that have one of their own.
public struct RelayRouter: MailRouter {
    private let relay: Destination.Relay
    private let exceptions: [DomainName: Destination.Relay]

    /// - Parameter exceptions: domains, with the names below them, that go elsewhere.
    public init(
        to relay: Destination.Relay, except exceptions: [DomainName: Destination.Relay] = [:]
    ) {
        self.relay = relay
        self.exceptions = exceptions
    }

    public func destination(of recipient: Mailbox) -> Destination {
        guard !exceptions.isEmpty, let domain = recipient.domain,
            let exception = exceptions.first(where: { domain.isEqualToOrBelow($0.key) })
        else { return .relay(relay) }
        return .relay(exception.value)
    }

    public func route(to destination: Destination) async -> Route {
        guard case .relay(let relay) = destination else {
            return .unroutable(
                SMTPReply(554, EnhancedStatusCode(5, 4, 4), "no route to \(destination)"))
        }
        let host = relay.host == "localhost" ? "127.0.0.1" : relay.host
        guard let address = IPAddress(parsing: host) else {
            return .unroutable(
                SMTPReply(554, EnhancedStatusCode(5, 4, 4), "\(relay.host) is no IP address"))
        }
        return .hosts([MailHost(name: relay.host, address: address, port: relay.port)])
    }
}
