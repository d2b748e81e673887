internal import Logging
internal import MailTypes
internal import NIOCore
internal import NIOSSL
internal import NIOTLS
internal import SMTP

/// Asks a connection to end when its transaction is over.
struct SMTPDrainEvent: Sendable {}

/// One connection of a server: carries bytes between the socket and the conversation, which
/// decides everything. Confined to its event loop.
final class SMTPServerHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// Input that may wait while a message is stored; behind it the socket is not read.
    private static let pendingLimit = 65_536

    private let configuration: SMTPListenerConfiguration
    private let delegate: any SMTPServerDelegate
    private let registry: SMTPConnectionRegistry
    private let logger: Logger

    private var conversation: SMTPServerConversation?
    private var tlsHandler: NIOSSLServerHandler?
    /// STARTTLS was answered, and the client has yet to begin.
    private var isHandshaking = false
    /// Whom a proxy named.
    private var proxied: ProxiedClient?
    private var remoteAddress = IPAddress.v4([0, 0, 0, 0])
    private var timer: Scheduled<Void>?
    private var startTime = NIODeadline.now()
    private var lastActivity = NIODeadline.now()
    /// The channel asked for input and was not let.
    private var isReadHeld = false
    private var needsFlush = false
    private var isInputClosed = false
    /// What this connection has counted at the registry.
    private var countedContent = 0
    /// The last reply has been written.
    private var isClosing = false

    init(
        configuration: SMTPListenerConfiguration, delegate: any SMTPServerDelegate,
        registry: SMTPConnectionRegistry, logger: Logger, tlsHandler: NIOSSLServerHandler?
    ) {
        self.configuration = configuration
        self.delegate = delegate
        self.registry = registry
        self.logger = logger
        self.tlsHandler = tlsHandler
    }

    // MARK: - Life of the connection

    func channelActive(context: ChannelHandlerContext) {
        let address = context.channel.remoteAddress
        remoteAddress =
            proxied?.address ?? address?.ipAddress.flatMap { IPAddress(parsing: $0) }
            ?? remoteAddress
        startTime = .now()
        lastActivity = startTime
        scheduleCheck(context)
        guard registry.admit(context.channel, from: remoteAddress) else {
            return refuse(context)
        }
        if tlsHandler == nil { start(context, tls: nil) } else { forbidHalfClosure(context) }
        context.fireChannelActive()
    }

    private func start(_ context: ChannelHandlerContext, tls: SMTPTLSInfo?) {
        let info = SMTPSessionInfo(
            id: SMTPSessionID.random(), remoteAddress: remoteAddress,
            remotePort: proxied?.port ?? context.channel.remoteAddress?.port ?? 0,
            startTime: .systemNow(), tls: tls)
        conversation = SMTPServerConversation(configuration: configuration.session, info: info)
        proceed(context)
        flushIfNeeded(context)
    }

    /// Over TLS there is no reply to read before the handshake, which is not worth its price here.
    private func refuse(_ context: ChannelHandlerContext) {
        guard tlsHandler == nil else { return context.close(promise: nil) }
        let reply = configuration.session.replies.tooManyConnections.formatted
        context.write(wrapOutboundOut(context.channel.allocator.buffer(bytes: reply)), promise: nil)
        context.flush()
        end(context, lingers: true)
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        timer = nil
        isClosing = true
        registry.remove(context.channel, from: remoteAddress)
        _ = registry.countContent(-countedContent)
        countedContent = 0
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        logger.debug("SMTP connection failed", metadata: ["error": "\(error)"])
        context.close(promise: nil)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case let client as ProxiedClient:
            proxied = client
        case TLSUserEvent.handshakeCompleted:
            finishHandshake(context)
        case ChannelEvent.inputClosed:
            isInputClosed = true
            // Behind the last reply there was nothing left to wait for but this.
            if isClosing { context.close(promise: nil) } else { closeIfFinished(context) }
        case is SMTPDrainEvent:
            conversation?.shutDown()
            proceed(context)
            flushIfNeeded(context)
            if conversation == nil { context.close(promise: nil) }
        default:
            context.fireUserInboundEventTriggered(event)
        }
    }

    // MARK: - Input

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isClosing else { return }
        lastActivity = .now()
        let buffer = unwrapInboundIn(data)
        conversation?.receive(buffer.readableBytesSpan)
        proceed(context)
        countContent(context)
    }

    private func countContent(_ context: ChannelHandlerContext) {
        let count = conversation?.contentCount ?? 0
        guard count != countedContent else { return }
        let total = registry.countContent(count - countedContent)
        countedContent = count
        guard total > configuration.unfinishedContentLimit,
            count > SMTPListenerConfiguration.sparedContentSize
        else { return }
        conversation?.refuseForLackOfStorage()
        proceed(context)
        countContent(context)
    }

    /// Replies to everything that came in one go leave in one go.
    func channelReadComplete(context: ChannelHandlerContext) {
        flushIfNeeded(context)
        context.fireChannelReadComplete()
    }

    func read(context: ChannelHandlerContext) {
        if holdsInput(context) {
            isReadHeld = true
        } else {
            context.read()
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        resumeReading(context)
        context.fireChannelWritabilityChanged()
    }

    /// While the client does not read its replies, or input has piled up behind a message that is
    /// being stored, TCP makes the client wait.
    private func holdsInput(_ context: ChannelHandlerContext) -> Bool {
        guard !isClosing, let conversation else { return false }
        return !context.channel.isWritable
            || (conversation.isWaiting && conversation.pendingCount > Self.pendingLimit)
    }

    private func resumeReading(_ context: ChannelHandlerContext) {
        guard isReadHeld, !holdsInput(context) else { return }
        isReadHeld = false
        context.read()
    }

    // MARK: - What the conversation asks for

    private func proceed(_ context: ChannelHandlerContext) {
        while let request = conversation?.next() {
            switch request {
            case .checkRecipient(let path): checkRecipient(path)
            case .authenticate(let credentials): authenticate(credentials, context)
            case .store(let transaction, let content): store(transaction, content, context)
            case .startTLS: startTLS(context)
            case .close(let lingers):
                write(context)
                flushIfNeeded(context)
                end(context, lingers: lingers)
            }
        }
        write(context)
        closeIfFinished(context)
    }

    private func checkRecipient(_ path: ForwardPath) {
        guard let conversation, let envelope = conversation.transaction?.envelope else { return }
        let reply = delegate.recipientReply(path, envelope: envelope, in: conversation.info)
        self.conversation?.answer(recipient: reply)
    }

    private func authenticate(_ credentials: SMTPCredentials, _ context: ChannelHandlerContext) {
        guard let info = conversation?.info else { return }
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        let eventLoop = context.eventLoop
        Task { [delegate] in
            let outcome = await delegate.authenticate(credentials, in: info)
            eventLoop.execute {
                let (handler, context) = bound.value
                handler.resume(context) { $0.answer(authentication: outcome) }
            }
        }
    }

    private func store(
        _ transaction: SMTPTransaction, _ content: [UInt8], _ context: ChannelHandlerContext
    ) {
        guard let info = conversation?.info else { return }
        let message = ReceivedTransaction(
            transaction: transaction, content: content, session: info)
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        let eventLoop = context.eventLoop
        Task { [delegate] in
            let reply = await delegate.store(message)
            eventLoop.execute {
                let (handler, context) = bound.value
                handler.resume(context) { $0.answer(stored: reply) }
            }
        }
    }

    /// Goes on when an answer has come, unless the connection has ended meanwhile.
    private func resume(
        _ context: ChannelHandlerContext, _ answer: (inout SMTPServerConversation) -> Void
    ) {
        guard !isClosing, conversation != nil else { return }
        lastActivity = .now()
        answer(&conversation!)  // looked at in the line above
        proceed(context)
        flushIfNeeded(context)
        resumeReading(context)
    }

    private func startTLS(_ context: ChannelHandlerContext) {
        guard let tls = configuration.tls else { return context.close(promise: nil) }
        write(context)
        // The reply leaves in clear text before the handler stands in its way.
        flushIfNeeded(context)
        let handler = tls.serverHandler()
        tlsHandler = handler
        isHandshaking = true
        forbidHalfClosure(context)
        do {
            try context.pipeline.syncOperations.addHandler(handler, position: .first)
        } catch {
            errorCaught(context: context, error: error)
        }
    }

    /// TLS has its own way to close; where the socket may be half-closed as well, the TLS handler
    /// waits five seconds for what has come already.
    private func forbidHalfClosure(_ context: ChannelHandlerContext) {
        do {
            try context.channel.syncOptions?.setOption(.allowRemoteHalfClosure, value: false)
        } catch {
            errorCaught(context: context, error: error)
        }
    }

    private func finishHandshake(_ context: ChannelHandlerContext) {
        lastActivity = .now()
        isHandshaking = false
        let tls = SMTPTLSInfo(version: tlsHandler?.tlsVersion?.name ?? "TLS")
        guard conversation != nil else { return start(context, tls: tls) }
        conversation?.tlsStarted(tls)
        proceed(context)
        flushIfNeeded(context)
    }

    // MARK: - Output and end

    private func write(_ context: ChannelHandlerContext) {
        guard let output = conversation?.takeOutput(), !output.isEmpty else { return }
        let buffer = context.channel.allocator.buffer(bytes: output)
        context.write(wrapOutboundOut(buffer), promise: nil)
        needsFlush = true
    }

    private func flushIfNeeded(_ context: ChannelHandlerContext) {
        guard needsFlush else { return }
        needsFlush = false
        context.flush()
    }

    /// A client that has closed its side gets the replies to what it sent before.
    private func closeIfFinished(_ context: ChannelHandlerContext) {
        guard isInputClosed, !isClosing, conversation?.isWaiting != true else { return }
        flushIfNeeded(context)
        end(context, lingers: false)
    }

    /// Closes behind what has been written. A client that may still be sending is read on for a
    /// while, because closing with unread input makes TCP throw away the reply.
    private func end(_ context: ChannelHandlerContext, lingers: Bool) {
        guard !isClosing else { return }
        isClosing = true
        guard lingers, tlsHandler == nil, !isInputClosed else {
            // An empty write behind all others tells when they are out. A client that does not
            // take them is cut off by the timer that runs.
            let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
            context.writeAndFlush(wrapOutboundOut(ByteBuffer())).whenComplete { _ in
                bound.value.close(promise: nil)
            }
            return
        }
        timer?.cancel()
        scheduleCheck(context, at: .now() + TimeAmount(configuration.lingerTimeout))
        context.close(mode: .output, promise: nil)
    }

    // MARK: - Time

    /// One timer for a connection, which looks at the clock now and then: setting one for every
    /// command would cost more than the command.
    private func scheduleCheck(_ context: ChannelHandlerContext) {
        let interval = min(
            configuration.commandTimeout, configuration.dataTimeout, configuration.sessionTimeout)
        let next = max(deadline, .now() + .milliseconds(1))
        scheduleCheck(context, at: min(.now() + TimeAmount(interval), next))
    }

    private func scheduleCheck(_ context: ChannelHandlerContext, at next: NIODeadline) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleTask(deadline: next) {
            let (handler, context) = bound.value
            handler.checkTime(context)
        }
    }

    private var deadline: NIODeadline {
        let isReceiving = conversation?.isReceivingContent ?? false
        let patience = isReceiving ? configuration.dataTimeout : configuration.commandTimeout
        return min(
            lastActivity + TimeAmount(patience),
            startTime + TimeAmount(configuration.sessionTimeout))
    }

    private func checkTime(_ context: ChannelHandlerContext) {
        guard !isClosing else { return context.close(promise: nil) }
        let isBusy = conversation?.isWaiting == true && !isHandshaking
        if !isBusy, NIODeadline.now() >= deadline {
            // Without TLS established there is no way to say why.
            guard conversation != nil, !isHandshaking else { return context.close(promise: nil) }
            conversation?.timeOut()
            proceed(context)
            flushIfNeeded(context)
            return
        }
        scheduleCheck(context)
    }
}
