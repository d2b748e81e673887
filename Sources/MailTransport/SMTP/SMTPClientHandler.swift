internal import MailTypes
internal import NIOCore
internal import NIOSSL
internal import NIOTLS
internal import SMTP

/// A client's connection: carries bytes between the socket and the conversation. Confined to its
/// event loop.
final class SMTPClientHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// How much of a message is written as one piece, each with its own deadline.
    private static let blockSize = 256 * 1024

    private let target: SMTPClientConnection.Target
    private let timeouts: SMTPClientTimeouts
    private var conversation: SMTPClientConversation
    /// Completed when the session has been opened or cannot be.
    private var greeted: EventLoopPromise<SMTPServerGreeting>?
    private var tlsHandler: NIOSSLHandler?

    private var context: ChannelHandlerContext?
    private var current: OutgoingMessage?
    private var waiting: [OutgoingMessage] = []
    private var isQuitting = false
    /// Why nothing can be sent any more.
    private var failure: SMTPConnectionFailure?

    private var deadline: NIODeadline?
    private var timer: Scheduled<Void>?

    init(
        target: SMTPClientConnection.Target, configuration: SMTPClientConfiguration,
        timeouts: SMTPClientTimeouts, greeted: EventLoopPromise<SMTPServerGreeting>
    ) {
        self.target = target
        self.timeouts = timeouts
        self.greeted = greeted
        conversation = SMTPClientConversation(
            configuration: configuration,
            isEncrypted: target.usesImplicitTLS && target.tls != nil)
    }

    // MARK: - Life of the connection

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func channelActive(context: ChannelHandlerContext) {
        expectReply()
        scheduleCheck()
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        timer = nil
        fail(.closed(conversation.stage))
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if error is NIOSSLError || error is BoringSSLError || error is NIOSSLExtraError {
            fail(.tls("\(error)"))
        } else {
            fail(.closed(conversation.stage))
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case TLSUserEvent.handshakeCompleted = event {
            if !target.usesImplicitTLS { conversation.tlsStarted() }
            proceed()
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let buffer = unwrapInboundIn(data)
        let replies = conversation.replyCount
        conversation.receive(buffer.readableBytesSpan)
        proceed()
        // Replies to pipelined commands each have their own time.
        if conversation.replyCount > replies, deadline != nil, conversation.stage != .content {
            expectReply()
        }
    }

    // MARK: - What the caller asks for

    func send(_ message: OutgoingMessage) {
        if let failure { return message.finish(failure) }
        guard !isQuitting else { return message.finish(.cancelled) }
        waiting.append(message)
        sendNext()
    }

    private func sendNext() {
        guard current == nil, conversation.isReady else { return }
        if !waiting.isEmpty {
            let message = waiting.removeFirst()
            current = message
            conversation.send(message.envelope, size: message.size)
            proceed()
        } else if isQuitting {
            conversation.quit()
            proceed()
        }
    }

    func quit() {
        guard !isQuitting else { return }
        isQuitting = true
        if failure == nil { sendNext() }
    }

    func cancel() { fail(.cancelled) }

    // MARK: - What the conversation asks for

    private func proceed() {
        write()
        while let step = conversation.next() {
            write()
            perform(step)
        }
        write()
        sendNextIfIdle()
    }

    private func sendNextIfIdle() {
        if current == nil, conversation.isReady, isQuitting || !waiting.isEmpty { sendNext() }
    }

    private func perform(_ step: SMTPClientConversation.Step) {
        switch step {
        case .ready:
            deadline = nil
            greeted?.succeed(
                SMTPServerGreeting(
                    banner: conversation.banner ?? SMTPReply(220, nil, ""),
                    capabilities: conversation.capabilities, tls: tlsInfo))
            greeted = nil
        case .startTLS:
            startTLS()
        case .sendContent:
            sendContent()
        case .finished(let outcomes):
            deadline = nil
            finish(outcomes)
        case .failed(let reason, let outcomes):
            end(reason, outcomes)
        case .close:
            end(.cancelled, [])
        }
    }

    private var tlsInfo: SMTPTLSInfo? {
        guard conversation.isEncrypted, let context else { return nil }
        let handler = try? context.pipeline.syncOperations.handler(type: NIOSSLClientHandler.self)
        return SMTPTLSInfo(version: handler?.tlsVersion?.name ?? "TLS")
    }

    private func startTLS() {
        guard let context else { return }
        do {
            guard let tls = target.tls else { return fail(.tls("no TLS context")) }
            try context.pipeline.syncOperations.addHandler(
                tls.clientHandler(serverName: target.serverName?.text), position: .first)
        } catch {
            fail(.tls("\(error)"))
        }
    }

    private func finish(_ outcomes: [SMTPRecipientOutcome]) {
        current?.continuation.resume(returning: outcomes)
        current = nil
    }

    private func fail(_ reason: SMTPConnectionFailure) {
        conversation.end(reason)
        while let step = conversation.next() { perform(step) }
    }

    /// Nothing more comes over this connection: everybody who waits is told, and it is closed.
    private func end(_ reason: SMTPConnectionFailure, _ outcomes: [SMTPRecipientOutcome]) {
        guard failure == nil else { return }
        failure = reason
        deadline = nil
        greeted?.fail(reason)
        greeted = nil
        if let current, outcomes.count != current.envelope.forwardPaths.count {
            current.finish(reason)
            self.current = nil
        } else {
            finish(outcomes)
        }
        for message in waiting { message.finish(reason) }
        waiting = []
        context?.close(promise: nil)
    }

    // MARK: - Output

    private func write() {
        let output = conversation.takeOutput()
        guard !output.isEmpty, let context else { return }
        expectReply()
        context.writeAndFlush(
            wrapOutboundOut(context.channel.allocator.buffer(bytes: output)), promise: nil)
    }

    /// Writes the message; each piece that the network has taken moves the deadline.
    private func sendContent() {
        guard let context, let message = current else { return }
        var content = message.encoded
        deadline = .now() + TimeAmount(timeouts.block)
        while let block = content.readSlice(length: min(content.readableBytes, Self.blockSize)) {
            let isLast = content.readableBytes == 0
            let promise = context.eventLoop.makePromise(of: Void.self)
            let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
            promise.futureResult.whenSuccess { bound.value.blockWritten(isLast: isLast) }
            context.write(wrapOutboundOut(block), promise: promise)
            if isLast { break }
        }
        context.flush()
    }

    private func blockWritten(isLast: Bool) {
        guard current != nil, conversation.stage == .content else { return }
        deadline = .now() + TimeAmount(isLast ? timeouts.final : timeouts.block)
    }

    // MARK: - Time

    private func expectReply() {
        deadline = timeouts.timeout(for: conversation.stage).map { .now() + TimeAmount($0) }
    }

    /// One timer for a connection, which looks at the deadline now and then.
    private func scheduleCheck() {
        guard let context else { return }
        let latest = NIODeadline.now() + TimeAmount(timeouts.shortest)
        let next = min(latest, max(deadline ?? latest, .now() + .milliseconds(1)))
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleTask(deadline: next) { bound.value.checkTime() }
    }

    private func checkTime() {
        guard failure == nil else { return }
        if let deadline, NIODeadline.now() >= deadline {
            fail(.timedOut(conversation.stage))
        } else {
            scheduleCheck()
        }
    }
}
