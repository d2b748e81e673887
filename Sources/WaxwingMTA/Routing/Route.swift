public import MailTypes

/// Where mail for a recipient is brought, before any look-up: deliveries from one pool
/// with equal destinations share connections, limits and back-off.
public enum Destination: Hashable, Sendable, CustomStringConvertible {
    /// The mail exchangers of a domain.
    case domain(DomainName)
    /// One server that takes everything (a relay host, or the built-in MX under `dev`).
    case relay(Relay)
    /// `user@[192.0.2.1]`
    case address(IPAddress)
    /// A host that no address can be made of; mail for it bounces.
    case invalid(String)

    public struct Relay: Hashable, Sendable {
        public let host: String
        public let port: Int

        public init(host: String, port: Int) {
            self.host = host
            self.port = port
        }
    }

    public var description: String {
        switch self {
        case .domain(let domain): domain.text
        case .relay(let relay): "[\(relay.host)]:\(relay.port)"
        case .address(let address): "[\(address)]"
        case .invalid(let text): text
        }
    }
}

/// One server to connect to.
public struct MailHost: Equatable, Sendable {
    /// As MX names it; for logs, reports and TLS.
    public let name: String
    public let address: IPAddress
    public let port: Int

    public init(name: String, address: IPAddress, port: Int) {
        self.name = name
        self.address = address
        self.port = port
    }
}

/// What looking for a destination's servers showed.
public enum Route: Equatable, Sendable {
    /// In the order to try them.
    case hosts([MailHost])
    /// No server will ever take it; the text goes into the bounce, `5.1.2 …`.
    case unroutable(SMTPReply)
    /// DNS gave no answer; try again later.
    case temporaryFailure(SMTPReply)
}

/// Decides where mail goes.
public protocol MailRouter: Sendable {
    /// Quick and without look-ups.
    func destination(of recipient: Mailbox) -> Destination
    func route(to destination: Destination) async -> Route
}
