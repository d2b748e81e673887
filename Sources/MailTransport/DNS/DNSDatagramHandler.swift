import NIOCore

/// Answers queries that come as datagrams.
final class DNSDatagramHandler: ChannelInboundHandler {
    typealias InboundIn = AddressedEnvelope<ByteBuffer>
    typealias OutboundOut = AddressedEnvelope<ByteBuffer>

    private let responder: DNSResponder
    private let sizeLimit: Int

    init(responder: DNSResponder, sizeLimit: Int) {
        self.responder = responder
        self.sizeLimit = sizeLimit
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let query = unwrapInboundIn(data)
        // What cannot be sent soon is dropped, as the network would: the client asks again.
        guard context.channel.isWritable,
            let response = responder.datagram(
                answering: Array(query.data.readableBytesView)[...], atMost: sizeLimit)
        else { return }
        let buffer = context.channel.allocator.buffer(bytes: response)
        context.write(
            wrapOutboundOut(AddressedEnvelope(remoteAddress: query.remoteAddress, data: buffer)),
            promise: nil)
    }

    func channelReadComplete(context: ChannelHandlerContext) { context.flush() }

    /// Such as "port unreachable" for an earlier response: no reason to stop listening.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {}
}
