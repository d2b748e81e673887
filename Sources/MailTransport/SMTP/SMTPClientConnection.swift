public import MailTypes
public import NIOCore
public import NIOPosix
public import SMTP

/// A connection to an SMTP server, over which messages go one after the other.
///
/// Failures of the connection are told apart from the server's answers: opening it throws
/// `SMTPConnectionFailure`, and a message whose connection ends under way has recipients that are
/// `undecided`.
public final class SMTPClientConnection: Sendable {
    /// Whom to connect to, and how.
    public struct Target: Sendable {
        public var address: IPAddress
        public var port: Int
        /// The address to connect from; nil leaves it to the system.
        public var localAddress: IPAddress?
        /// The server's name, which it is told when TLS begins, and checked against its
        /// certificate when ``tls`` verifies; nil for none.
        public var serverName: DomainName?
        /// TLS before the banner, as on port 465.
        public var usesImplicitTLS = false
        /// What TLS begins with; without it none is begun, whatever the server offers.
        public var tls: TLSContext?

        public init(address: IPAddress, port: Int) {
            self.address = address
            self.port = port
        }
    }

    private let channel: any Channel
    private let handler: NIOLoopBound<SMTPClientHandler>
    /// What the server said when the session was opened.
    public let greeting: SMTPServerGreeting

    private init(
        channel: any Channel, handler: NIOLoopBound<SMTPClientHandler>,
        greeting: SMTPServerGreeting
    ) {
        self.channel = channel
        self.handler = handler
        self.greeting = greeting
    }

    /// Connects and opens the session: banner, EHLO, TLS and AUTH as configured.
    ///
    /// - Throws: `SMTPConnectionFailure`. After a failed handshake under the opportunistic policy
    ///   the caller may connect again with the policy `never`.
    public static func connect(
        to target: Target, configuration: SMTPClientConfiguration,
        timeouts: SMTPClientTimeouts = SMTPClientTimeouts(),
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
    ) async throws -> SMTPClientConnection {
        var configuration = configuration
        if target.tls == nil, configuration.tls == .opportunistic { configuration.tls = .never }
        let eventLoop = group.next()
        let greeted = eventLoop.makePromise(of: SMTPServerGreeting.self)
        do {
            let (channel, handler) = try await open(
                target, configuration, timeouts, eventLoop, greeted)
            let greeting = try await withTaskCancellationHandler {
                try await greeted.futureResult.get()
            } onCancel: {
                eventLoop.execute { handler.value.cancel() }
            }
            return SMTPClientConnection(channel: channel, handler: handler, greeting: greeting)
        } catch let failure as SMTPConnectionFailure {
            throw failure
        } catch {
            greeted.fail(error)
            throw SMTPConnectionFailure.unreachable("\(error)")
        }
    }

    private static func open(
        _ target: Target, _ configuration: SMTPClientConfiguration,
        _ timeouts: SMTPClientTimeouts, _ eventLoop: any EventLoop,
        _ greeted: EventLoopPromise<SMTPServerGreeting>
    ) async throws -> (any Channel, NIOLoopBound<SMTPClientHandler>) {
        var bootstrap = ClientBootstrap(group: eventLoop)
            .connectTimeout(TimeAmount(timeouts.connect))
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
        if let local = target.localAddress {
            bootstrap = bootstrap.bind(
                to: try SocketAddress(ipAddress: local.description, port: 0))
        }
        let address = try SocketAddress(ipAddress: target.address.description, port: target.port)
        return try await bootstrap.connect(to: address) { channel in
            channel.eventLoop.makeCompletedFuture {
                let handler = SMTPClientHandler(
                    target: target, configuration: configuration, timeouts: timeouts,
                    greeted: greeted)
                if target.usesImplicitTLS, let tls = target.tls {
                    try channel.pipeline.syncOperations.addHandler(
                        tls.clientHandler(serverName: target.serverName?.text))
                }
                try channel.pipeline.syncOperations.addHandler(handler)
                return (channel, NIOLoopBound(handler, eventLoop: channel.eventLoop))
            }
        }
    }

    /// Whether another message can be tried; the server may still have closed meanwhile.
    public var isUsable: Bool { channel.isActive }

    /// Sends a message, and returns what became of it for each recipient, in order.
    ///
    /// Messages of concurrent callers go one after the other. Content that must not be sent, with
    /// a bare CR or LF or a NUL in it, is refused before the server hears of it.
    public func send(_ envelope: Envelope, content: [UInt8]) async -> [SMTPRecipientOutcome] {
        var encoded = channel.allocator.buffer(capacity: content.count + content.count / 64 + 8)
        do {
            try DataEncoder.encode(content.span.bytes) { encoded.writeBytes($0) }
        } catch {
            let reply = SMTPReply(
                554, EnhancedStatusCode(5, 6, 0), "The content cannot be sent: \(error)")
            return envelope.forwardPaths.map { _ in .refused(reply, at: .local) }
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let message = OutgoingMessage(
                    envelope: envelope, size: content.count, encoded: encoded,
                    continuation: continuation)
                if channel.eventLoop.inEventLoop {
                    handler.value.send(message)
                } else {
                    channel.eventLoop.execute { [handler] in handler.value.send(message) }
                }
            }
        } onCancel: {
            channel.eventLoop.execute { [handler] in handler.value.cancel() }
        }
    }

    /// Says QUIT and closes, behind the messages that are being sent. Returns when closed.
    public func quit() async {
        channel.eventLoop.execute { [handler] in handler.value.quit() }
        try? await channel.closeFuture.get()
    }

    /// Cuts the connection. A message that is being sent is undecided.
    public func close() {
        channel.eventLoop.execute { [handler] in handler.value.cancel() }
    }
}

/// What a server said of itself when a session was opened.
public struct SMTPServerGreeting: Equatable, Sendable {
    public let banner: SMTPReply
    /// Those that hold now: inside TLS, if it has begun.
    public let capabilities: SMTPCapabilities
    /// Nil when the connection is not encrypted.
    public let tls: SMTPTLSInfo?
}

/// A message with its dots stuffed, and who waits for its outcome.
struct OutgoingMessage: Sendable {
    let envelope: Envelope
    let size: Int
    let encoded: ByteBuffer
    let continuation: CheckedContinuation<[SMTPRecipientOutcome], Never>

    func finish(_ failure: SMTPConnectionFailure) {
        continuation.resume(
            returning: envelope.forwardPaths.map { _ in .undecided(failure) })
    }
}
