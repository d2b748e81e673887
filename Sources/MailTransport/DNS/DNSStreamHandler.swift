import NIOCore

/// Answers the queries of one TCP connection, each behind its length in two octets
/// (RFC 1035 §4.2.2), in their order.
///
/// While the client does not read its responses, no more queries are read, so that a connection
/// holds no more than a few of them.
final class DNSStreamHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let responder: DNSResponder
    private let querySizeLimit: Int
    private let idleTimeout: TimeAmount
    private var unread = ByteBuffer()
    private var timeout: Scheduled<Void>?

    init(responder: DNSResponder, configuration: DNSServerConfiguration) {
        self.responder = responder
        querySizeLimit = configuration.querySizeLimit
        idleTimeout = TimeAmount(configuration.idleTimeout)
    }

    func channelActive(context: ChannelHandlerContext) {
        restartTimeout(context: context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        timeout?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        unread.writeBuffer(&bytes)
        answerQueries(context: context)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        // Whoever stops reading for good runs into the time limit.
        context.channel.setOption(ChannelOptions.autoRead, value: context.channel.isWritable)
            .whenFailure { _ in }
        answerQueries(context: context)
        context.fireChannelWritabilityChanged()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func answerQueries(context: ChannelHandlerContext) {
        while context.channel.isActive, context.channel.isWritable {
            guard let length = unread.getInteger(at: unread.readerIndex, as: UInt16.self) else {
                break
            }
            guard length <= querySizeLimit else { return context.close(promise: nil) }
            guard unread.readableBytes >= 2 + Int(length) else { break }
            unread.moveReaderIndex(forwardBy: 2)
            let query = unread.readBytes(length: Int(length)) ?? []
            restartTimeout(context: context)
            guard let response = responder.response(to: query[...]) else {
                return context.close(promise: nil)
            }
            write(response, context: context)
        }
        unread.discardReadBytes()
        context.flush()
    }

    private func write(_ response: [UInt8], context: ChannelHandlerContext) {
        var buffer = context.channel.allocator.buffer(capacity: 2 + response.count)
        buffer.writeInteger(UInt16(clamping: response.count))
        buffer.writeBytes(response)
        context.write(wrapOutboundOut(buffer), promise: nil)
    }

    /// Counts from a whole query to the next, so that bytes one by one gain no time.
    private func restartTimeout(context: ChannelHandlerContext) {
        timeout?.cancel()
        timeout = context.eventLoop.assumeIsolated().scheduleTask(in: idleTimeout) {
            context.close(promise: nil)
        }
    }
}
