public import MailTypes
public import NIOCore

/// Whom a proxy passes on, as the handlers behind ``ProxyHeaderHandler`` are told before the
/// connection begins for them.
public struct ProxiedClient: Equatable, Sendable {
    public let address: IPAddress
    public let port: Int
    /// Whether it speaks to the proxy over TLS.
    public let isSecure: Bool
}

/// Stands before everything else, TLS included, where proxies write a PROXY header. Confined to
/// its event loop.
///
/// A connection from one of the proxies has to begin with the header, and begins for the handlers
/// behind when it has come; the event ``ProxiedClient`` goes before. One from anybody else begins
/// as it is: what looks like a header there is left to stand, and is no SMTP or HTTP.
public final class ProxyHeaderHandler: ChannelInboundHandler, RemovableChannelHandler {
    public typealias InboundIn = ByteBuffer
    public typealias InboundOut = ByteBuffer

    /// How long the header may take. The protocol asks for three seconds at the least (§2), which
    /// a lost packet needs.
    private static let patience = TimeAmount.seconds(10)

    private let proxies: Set<IPAddress>
    private var received = ByteBuffer()
    private var timer: Scheduled<Void>?
    private var isDone = false

    /// - Parameter proxies: those that write a header.
    public init(proxies: Set<IPAddress>) { self.proxies = proxies }

    public func channelActive(context: ChannelHandlerContext) {
        let peer = context.channel.remoteAddress?.ipAddress.flatMap { IPAddress(parsing: $0) }
        guard let peer, proxies.contains(peer) else { return begin(context) }
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleTask(in: Self.patience) {
            bound.value.close(promise: nil)
        }
    }

    public func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isDone else { return context.fireChannelRead(data) }
        var buffer = unwrapInboundIn(data)
        received.writeBuffer(&buffer)
        // No more than a header can have, whatever comes with it.
        let start = received.getBytes(
            at: received.readerIndex,
            length: min(received.readableBytes, ProxyHeader.lengthLimit))
        do throws(SyntaxError) {
            guard let reading = try ProxyHeader.reading((start ?? [])[...]) else { return }
            received.moveReaderIndex(forwardBy: reading.length)
            if let client = reading.header.client {
                context.fireUserInboundEventTriggered(
                    ProxiedClient(
                        address: client.address, port: client.port,
                        isSecure: reading.header.isSecure))
            }
            begin(context)
        } catch {
            context.close(promise: nil)
        }
    }

    public func channelReadComplete(context: ChannelHandlerContext) {
        if isDone { context.fireChannelReadComplete() }
    }

    public func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if !isDone, case ChannelEvent.inputClosed = event { return context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }

    public func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        // Whom a connection never began for is not told of its end.
        if isDone { context.fireChannelInactive() }
    }

    private func begin(_ context: ChannelHandlerContext) {
        isDone = true
        timer?.cancel()
        context.fireChannelActive()
        if received.readableBytes > 0 {
            context.fireChannelRead(wrapInboundOut(received))
            context.fireChannelReadComplete()
        }
        received = ByteBuffer()
        context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
    }
}
