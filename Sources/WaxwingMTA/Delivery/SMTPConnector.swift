public import MailTransport
public import MailTypes
public import SMTP

/// Connects over TCP, encrypted where the server offers it (RFC 7435).
public struct SMTPConnector: OutgoingConnector {
    private let configuration: SMTPClientConfiguration
    private let timeouts: SMTPClientTimeouts
    private let tls: TLSContext?

    /// - Parameter tls: what to begin TLS with; nil never encrypts.
    public init(
        configuration: SMTPClientConfiguration, timeouts: SMTPClientTimeouts = .init(),
        tls: TLSContext?
    ) {
        self.configuration = configuration
        self.timeouts = timeouts
        self.tls = tls
    }

    public func connect(
        to host: MailHost, from source: IPAddress?
    ) async throws -> any OutgoingConnection {
        do {
            return try await connect(to: host, from: source, configuration)
        } catch SMTPConnectionFailure.tls where configuration.tls == .opportunistic {
            // Encryption that fails is worth less than delivery, as long as none is required.
            var plain = configuration
            plain.tls = .never
            return try await connect(to: host, from: source, plain)
        }
    }

    private func connect(
        to host: MailHost, from source: IPAddress?, _ configuration: SMTPClientConfiguration
    ) async throws -> any OutgoingConnection {
        var target = SMTPClientConnection.Target(address: host.address, port: host.port)
        // Addresses are not told as the server's name (RFC 6066 §3).
        target.serverName =
            IPAddress(parsing: host.name) == nil ? try? DomainName(parsing: host.name) : nil
        target.tls = tls
        target.localAddress = source
        let connection = try await SMTPClientConnection.connect(
            to: target, configuration: configuration, timeouts: timeouts)
        return Connection(host: host, connection: connection)
    }

    private struct Connection: OutgoingConnection {
        let host: MailHost
        let connection: SMTPClientConnection

        var peer: String { host.name }
        var isEncrypted: Bool { connection.greeting.tls != nil }
        var isUsable: Bool { connection.isUsable }

        func send(_ envelope: Envelope, content: [UInt8]) async -> [SMTPRecipientOutcome] {
            await connection.send(envelope, content: content)
        }

        func quit() async { await connection.quit() }
    }
}
