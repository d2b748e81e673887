public import DNS
public import NIOCore
public import NIOPosix

/// A DNS server that answers from what it knows, over UDP and TCP on one port.
///
/// It never asks anybody else. What is malformed gets FORMERR, a response gets none; responses
/// over UDP are no longer than the client takes and the configuration allows, and are empty with
/// TC set otherwise.
public final class AuthoritativeDNSServer: Sendable {
    /// Attempts to find a port that is free for both protocols.
    private static let bindLimit = 16

    /// The port that both protocols are bound to.
    public let port: Int
    private let listeners: [any Channel]
    private let connections: DNSConnections

    /// Binds both sockets; from then on queries are answered.
    ///
    /// - Parameter answer: Gives the response to a query. It is called on event loops, and must
    ///   not wait.
    /// - Throws: `IOError` and the like when the port cannot be bound.
    public static func start(
        _ configuration: DNSServerConfiguration,
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton,
        answer: @escaping @Sendable (DNSMessage) -> DNSMessage
    ) async throws -> AuthoritativeDNSServer {
        let responder = DNSResponder(answer: answer)
        let connections = DNSConnections(limit: configuration.connectionLimit)
        var attempts = 1
        while true {
            let stream = try await bindStream(
                configuration, group: group, responder: responder, connections: connections)
            let port = stream.localAddress?.port ?? configuration.port
            do {
                let datagrams = try await bindDatagrams(
                    configuration, port: port, group: group, responder: responder)
                return AuthoritativeDNSServer(
                    port: port, listeners: [stream, datagrams], connections: connections)
            } catch {
                try? await stream.close()
                guard configuration.port == 0, attempts < bindLimit else { throw error }
                attempts += 1
            }
        }
    }

    /// A server that answers from `zones` as they are at each query.
    public static func start(
        _ configuration: DNSServerConfiguration,
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton, zones: ZoneStore
    ) async throws -> AuthoritativeDNSServer {
        try await start(configuration, group: group) { zones.answer($0) }
    }

    private init(port: Int, listeners: [any Channel], connections: DNSConnections) {
        self.port = port
        self.listeners = listeners
        self.connections = connections
    }

    /// Stops listening and closes all connections; may be called more than once.
    public func shutDown() async {
        for listener in listeners { try? await listener.close() }
        await connections.closeAll()
    }

    private static func bindStream(
        _ configuration: DNSServerConfiguration, group: any EventLoopGroup,
        responder: DNSResponder, connections: DNSConnections
    ) async throws -> any Channel {
        try await ServerBootstrap(group: group)
            .serverChannelOption(ChannelOptions.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    // NIO closes a connection whose set-up fails.
                    guard connections.admit(channel) else { throw ChannelError.eof }
                    try channel.pipeline.syncOperations.addHandler(
                        DNSStreamHandler(responder: responder, configuration: configuration))
                }
            }
            .bind(host: configuration.host, port: configuration.port).get()
    }

    private static func bindDatagrams(
        _ configuration: DNSServerConfiguration, port: Int, group: any EventLoopGroup,
        responder: DNSResponder
    ) async throws -> any Channel {
        try await DatagramBootstrap(group: group)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        DNSDatagramHandler(
                            responder: responder, sizeLimit: configuration.datagramSizeLimit))
                }
            }
            .bind(host: configuration.host, port: port).get()
    }
}
