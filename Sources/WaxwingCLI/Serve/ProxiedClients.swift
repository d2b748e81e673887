import HummingbirdCore
import Logging
import MailTransport
import MailTypes
import NIOCore
import Synchronization

/// Whom the connections of HTTP are of that a proxy passes on with a PROXY header, as long as
/// they are served.
final class ProxiedClients: Sendable {
    private let clients = Mutex<[ObjectIdentifier: ProxiedClient]>([:])

    /// Nil for connections that are nobody else's.
    func client(of connection: ObjectIdentifier) -> ProxiedClient? {
        clients.withLock { $0[connection] }
    }

    fileprivate func remember(_ client: ProxiedClient, of channel: any Channel) {
        clients.withLock { $0[ObjectIdentifier(channel)] = client }
    }

    fileprivate func forget(_ channel: any Channel) {
        clients.withLock { $0[ObjectIdentifier(channel)] = nil }
    }
}

/// A connection of HTTP that a PROXY header may go before.
struct ProxiedChannel<Base: ServerChildChannel>: ServerChildChannel {
    let base: Base
    let proxies: Set<IPAddress>
    let clients: ProxiedClients

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Base.Value> {
        channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandlers(
                ProxyHeaderHandler(proxies: proxies), Recorder(clients: clients))
        }.flatMap { base.setup(channel: channel, logger: logger) }
    }

    /// Returns when the last request has been answered, and so nobody asks any more.
    func handle(value: Base.Value, logger: Logger) async {
        await base.handle(value: value, logger: logger)
        clients.forget(value.channel)
    }

    private final class Recorder: ChannelInboundHandler, Sendable {
        typealias InboundIn = ByteBuffer

        let clients: ProxiedClients

        init(clients: ProxiedClients) { self.clients = clients }

        func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
            if let client = event as? ProxiedClient {
                clients.remember(client, of: context.channel)
            } else {
                context.fireUserInboundEventTriggered(event)
            }
        }
    }
}
