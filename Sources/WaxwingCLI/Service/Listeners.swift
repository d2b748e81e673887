import DNS
import Logging
import MailTransport
import NIOCore
import SMTP

/// Starts listeners; each is up when its method returns.
struct Listeners {
    let tls: TLSContext
    let loops: any EventLoopGroup
    let logger: Logger

    /// A listener and the address it really has.
    struct Started {
        let endpoint: SocketEndpoint
        let service: ListenerService
    }

    func startDNS(at endpoint: SocketEndpoint, zones: ZoneStore) async throws -> Started {
        let server = try await bound(endpoint, option: "--dns") {
            try await AuthoritativeDNSServer.start(
                DNSServerConfiguration(host: endpoint.host, port: endpoint.port), group: loops,
                zones: zones)
        }
        return Started(
            endpoint: SocketEndpoint(host: endpoint.host, port: server.port),
            service: ListenerService { await server.shutDown() })
    }

    /// The MX: mail for everybody, over TLS where the client wants it.
    func startExchange(
        at endpoint: SocketEndpoint, hostname: String, _ delegate: some SMTPServerDelegate
    ) async throws -> Started {
        var configuration = SMTPListenerConfiguration(
            host: endpoint.host, port: endpoint.port,
            session: .mailExchanger(hostname: hostname))
        configuration.tls = tls
        return try await start(configuration, option: "--mx", delegate)
    }

    /// Submission in the manner of SES, but that it takes mail without credentials and credentials
    /// in the clear: it listens for programs on this machine.
    func startSubmission(
        at endpoint: SocketEndpoint, implicitTLS: Bool, hostname: String,
        _ delegate: some SMTPServerDelegate
    ) async throws -> Started {
        var session = SMTPServerConfiguration.submission(hostname: hostname)
        session.authentication = .offered
        session.allowsCleartextAuthentication = true
        session.recipientLimit = 1000
        var configuration = SMTPListenerConfiguration(
            host: endpoint.host, port: endpoint.port, session: session)
        configuration.tls = tls
        configuration.usesImplicitTLS = implicitTLS
        return try await start(configuration, option: implicitTLS ? "--smtps" : "--smtp", delegate)
    }

    private func start(
        _ configuration: SMTPListenerConfiguration, option: String,
        _ delegate: some SMTPServerDelegate
    ) async throws -> Started {
        let endpoint = SocketEndpoint(host: configuration.host, port: configuration.port)
        let server = try await bound(endpoint, option: option) {
            try await SMTPServer.start(
                configuration, delegate: delegate, logger: logger, group: loops)
        }
        return Started(
            endpoint: SocketEndpoint(host: configuration.host, port: server.port),
            service: ListenerService { await server.shutDown() })
    }

    private func bound<Server>(
        _ endpoint: SocketEndpoint, option: String, _ start: () async throws -> Server
    ) async throws -> Server {
        do {
            return try await start()
        } catch let error as IOError {
            throw StartError(
                description: "cannot listen on \(endpoint): \(error.localizedDescription). "
                    + "Choose another address with \(option) HOST:PORT.")
        }
    }
}
