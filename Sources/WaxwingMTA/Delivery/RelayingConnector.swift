public import MailTypes

/// Speaks to a relay host as was agreed with it, and to all others as to strangers: a password for
/// the one is no business of the others.
public struct RelayingConnector: OutgoingConnector {
    private let relay: Destination.Relay
    private let agreed: any OutgoingConnector
    private let others: any OutgoingConnector

    public init(
        to relay: Destination.Relay, by agreed: any OutgoingConnector,
        others: any OutgoingConnector
    ) {
        self.relay = relay
        self.agreed = agreed
        self.others = others
    }

    public func connect(
        to host: MailHost, from source: IPAddress?
    ) async throws -> any OutgoingConnection {
        let isRelay = host.name == relay.host && host.port == relay.port
        return try await (isRelay ? agreed : others).connect(to: host, from: source)
    }
}
