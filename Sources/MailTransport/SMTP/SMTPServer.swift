public import Logging
internal import MailTypes
public import NIOCore
public import NIOPosix
internal import SMTP

/// An SMTP server on one address and port.
public final class SMTPServer: Sendable {
    private let channel: any Channel
    private let registry: SMTPConnectionRegistry
    /// The port it listens on.
    public let port: Int

    private init(channel: any Channel, registry: SMTPConnectionRegistry) {
        self.channel = channel
        self.registry = registry
        port = channel.localAddress?.port ?? 0
    }

    /// Binds and listens; connections are served from then on.
    ///
    /// - Parameter group: the event loops that serve the connections; each connection stays on one.
    /// - Throws: what the system says when the address cannot be bound.
    public static func start(
        _ configuration: SMTPListenerConfiguration, delegate: any SMTPServerDelegate,
        logger: Logger, group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
    ) async throws -> SMTPServer {
        var configuration = configuration
        configuration.session.offersStartTLS =
            configuration.tls != nil && !configuration.usesImplicitTLS
        let registry = SMTPConnectionRegistry(
            limit: configuration.connectionLimit,
            limitPerAddress: configuration.connectionsPerAddressLimit)
        let channel = try await ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            // A message of ordinary size in one read; the buffer is used again for the next.
            .childChannelOption(
                .recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 16_384)
            )
            .childChannelInitializer { [configuration] channel in
                channel.eventLoop.makeCompletedFuture {
                    if !configuration.proxies.isEmpty {
                        try channel.pipeline.syncOperations.addHandler(
                            ProxyHeaderHandler(proxies: configuration.proxies))
                    }
                    let tls =
                        configuration.usesImplicitTLS ? configuration.tls?.serverHandler() : nil
                    if let tls { try channel.pipeline.syncOperations.addHandler(tls) }
                    try channel.pipeline.syncOperations.addHandler(
                        SMTPServerHandler(
                            configuration: configuration, delegate: delegate, registry: registry,
                            logger: logger, tlsHandler: tls))
                }
            }
            .bind(host: configuration.host, port: configuration.port).get()
        return SMTPServer(channel: channel, registry: registry)
    }

    /// Connections that are open now.
    public var connectionCount: Int { registry.count }

    /// Connections since the start: those that were served, and those that were one too many.
    public var connectionTotals: (admitted: Int, refused: Int) { registry.totals }

    /// Takes no new connections, lets transactions finish, tells idle clients 421, and returns
    /// when the last connection has ended. What is left after `grace` is cut off.
    public func shutDown(grace: Duration = .seconds(10)) async {
        try? await channel.close().get()
        let promise = channel.eventLoop.makePromise(of: Void.self)
        for connection in registry.drain(promise) {
            connection.eventLoop.execute {
                connection.pipeline.fireUserInboundEventTriggered(SMTPDrainEvent())
            }
        }
        let registry = registry
        let cut = channel.eventLoop.scheduleTask(in: TimeAmount(grace)) {
            for connection in registry.channels { connection.close(promise: nil) }
        }
        try? await promise.futureResult.get()
        cut.cancel()
    }
}
