import Logging
import MailTransport
import MailTypes
import NIOCore
import NIOPosix
import SMTP
import Synchronization
import Testing

/// Keeps what it is given; one address is refused, one user known.
private final class MemoryStore: SMTPServerDelegate {
    private let messages = Mutex<[ReceivedTransaction]>([])

    var stored: [ReceivedTransaction] { messages.withLock { $0 } }

    func authenticate(
        _ credentials: SMTPCredentials, in session: SMTPSessionInfo
    ) async -> SMTPAuthenticationOutcome {
        credentials.password == "secret" ? .accepted(identity: credentials.username) : .refused(nil)
    }

    func recipientReply(
        _ path: ForwardPath, envelope: Envelope, in session: SMTPSessionInfo
    ) -> SMTPReply? {
        path.address.hasPrefix("nobody@")
            ? SMTPReply(550, EnhancedStatusCode(5, 1, 1), "No such user") : nil
    }

    func store(_ message: ReceivedTransaction) async -> SMTPReply {
        let count = messages.withLock { messages in
            messages.append(message)
            return messages.count
        }
        return SMTPReply(250, EnhancedStatusCode(2, 0, 0), "Ok \(count)")
    }
}

@Suite(.timeLimit(.minutes(1))) struct SMTPLoopbackTests {
    private let store = MemoryStore()
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private func exchanger(
        _ change: (inout SMTPListenerConfiguration) throws -> Void = { _ in }
    ) async throws -> SMTPServer {
        var configuration = SMTPListenerConfiguration(
            host: "127.0.0.1", port: 0, session: .mailExchanger(hostname: "mx.example"))
        try change(&configuration)
        return try await SMTPServer.start(configuration, delegate: store, logger: logger)
    }

    private func connect(
        _ server: SMTPServer, tls: SMTPClientConfiguration.TLSPolicy = .never,
        _ change: (
            inout SMTPClientConnection.Target, inout SMTPClientConfiguration
        ) throws -> Void = { _, _ in }
    ) async throws -> SMTPClientConnection {
        var target = SMTPClientConnection.Target(
            address: .v4([127, 0, 0, 1]), port: server.port)
        var configuration = SMTPClientConfiguration(helloName: "client.example")
        configuration.tls = tls
        if tls != .never { target.tls = try .unverifiedClient() }
        try change(&target, &configuration)
        return try await SMTPClientConnection.connect(
            to: target, configuration: configuration,
            timeouts: SMTPClientTimeouts(all: .seconds(20)))
    }

    private func envelope(_ recipients: [String]) throws -> Envelope {
        Envelope(
            reversePath: .mailbox(try Mailbox(parsing: "a@example.com")),
            forwardPaths: try recipients.map { .mailbox(try Mailbox(parsing: $0)) })
    }

    private func withTLS(_ configuration: inout SMTPListenerConfiguration) throws {
        configuration.tls = try .server(
            certificateChain: SMTPTestCertificate.certificate,
            privateKey: SMTPTestCertificate.privateKey)
    }

    @Test func carriesManyMessagesOverOneConnection() async throws {
        let server = try await exchanger()
        let connection = try await connect(server)
        #expect(connection.greeting.capabilities.pipelining)
        let content = Array("Subject: x\r\n\r\n.dot\r\n..\r\n".utf8)
        for number in 1...50 {
            let outcomes = await connection.send(
                try envelope(["b@example.com", "nobody@example.com"]), content: content)
            let accepted = SMTPReply(250, EnhancedStatusCode(2, 0, 0), "Ok \(number)")
            let refused = SMTPReply(550, EnhancedStatusCode(5, 1, 1), "No such user")
            #expect(outcomes == [.accepted(accepted), .refused(refused, at: .recipient)])
        }
        await connection.quit()
        #expect(!connection.isUsable)
        #expect(store.stored.count == 50)
        #expect(store.stored.allSatisfy { $0.content == content })
        let first = try #require(store.stored.first)
        #expect(first.session.remoteAddress == .v4([127, 0, 0, 1]))
        #expect(first.protocolName == "ESMTP")
        await server.shutDown()
    }

    @Test(arguments: [false, true])
    func encryptsAndAuthenticates(implicitly: Bool) async throws {
        let server = try await exchanger {
            try withTLS(&$0)
            $0.usesImplicitTLS = implicitly
            $0.session.authentication = .required
            $0.session.requiresTLS = true
        }
        let connection = try await connect(server, tls: .required) {
            $0.usesImplicitTLS = implicitly
            $0.serverName = DomainName("mx.example")
            $0.tls = try .verifiedClient(trustRoots: SMTPTestCertificate.certificate)
            $1.credentials = SMTPCredentials(username: "user", password: "secret")
        }
        #expect(connection.greeting.tls?.version == "TLSv1.3")
        let line = "0123456789012345678901234567890\r\n"
        let large = Array(("Subject: x\r\n\r\n" + String(repeating: line, count: 60_000)).utf8)
        let outcomes = await connection.send(try envelope(["b@example.com"]), content: large)
        guard case .accepted = outcomes.first else {
            Issue.record("\(outcomes)")
            return
        }
        let message = try #require(store.stored.first)
        #expect(message.content == large)
        #expect(message.protocolName == "ESMTPSA")
        #expect(message.session.identity as? String == "user")
        #expect(message.session.tls?.version == "TLSv1.3")
        await connection.quit()
        await server.shutDown()
    }

    @Test func verifiesTheServerWhereAsked() async throws {
        let server = try await exchanger(withTLS)
        await #expect {
            _ = try await connect(server, tls: .required) { target, _ in
                target.serverName = DomainName("other.example")
                target.tls = try .verifiedClient(trustRoots: SMTPTestCertificate.certificate)
            }
        } throws: { error in
            if case .tls? = error as? SMTPConnectionFailure { true } else { false }
        }
        await #expect(
            throws: SMTPConnectionFailure.authenticationRefused(
                SMTPReply(535, EnhancedStatusCode(5, 7, 8), "Authentication credentials invalid"))
        ) {
            let other = try await exchanger {
                try withTLS(&$0)
                $0.session.authentication = .offered
            }
            _ = try await connect(other, tls: .opportunistic) {
                $1.credentials = SMTPCredentials(username: "user", password: "wrong")
            }
        }
        await server.shutDown()
    }

    @Test func takesAThousandRecipients() async throws {
        let server = try await exchanger { $0.session.recipientLimit = 999 }
        let connection = try await connect(server)
        let outcomes = await connection.send(
            try envelope((1...1000).map { "user\($0)@example.com" }),
            content: Array("x\r\n".utf8))
        #expect(outcomes.count { if case .accepted = $0 { true } else { false } } == 999)
        #expect(
            outcomes.last
                == .deferred(
                    SMTPReply(452, EnhancedStatusCode(4, 5, 3), "Too many recipients"),
                    at: .recipient))
        #expect(store.stored.first?.envelope.forwardPaths.count == 999)
        await connection.quit()
        await server.shutDown()
    }

    @Test func refusesWhatIsTooLargeAndWhatCannotBeSent() async throws {
        let server = try await exchanger { $0.session.messageSizeLimit = 1000 }
        let connection = try await connect(server)
        let large = await connection.send(
            try envelope(["b@example.com"]), content: [UInt8](repeating: 0x61, count: 1001))
        guard case .refused(let reply, at: .local) = large.first else {
            Issue.record("\(large)")
            return
        }
        #expect(reply.enhancedCode == EnhancedStatusCode(5, 3, 4))
        let bare = await connection.send(
            try envelope(["b@example.com"]), content: Array("a\nb".utf8))
        guard case .refused(_, at: .local) = bare.first else {
            Issue.record("\(bare)")
            return
        }
        #expect(connection.isUsable)
        await connection.quit()
        await server.shutDown()
        #expect(store.stored.isEmpty)
    }

    @Test func boundsTheMemoryOfUnfinishedMessages() async throws {
        let server = try await exchanger { $0.unfinishedContentLimit = 100_000 }
        let connection = try await connect(server)
        let line = String(repeating: "x", count: 98) + "\r\n"
        let large = await connection.send(
            try envelope(["b@example.com"]),
            content: Array(("\r\n" + String(repeating: line, count: 20_000)).utf8))
        switch large.first {
        case .deferred(let reply, _)?: #expect(reply.code == 421)
        case .undecided?: break  // cut while it was still sending
        case .accepted?, .refused?, nil: Issue.record("\(large)")
        }
        #expect(store.stored.isEmpty)
        await server.shutDown()
    }

    @Test func saysWhyNoConnectionComesAbout() async throws {
        let server = try await exchanger { $0.connectionLimit = 1 }
        let first = try await connect(server)
        await #expect(
            throws: SMTPConnectionFailure.refused(
                SMTPReply(421, EnhancedStatusCode(4, 7, 0), "Too many concurrent SMTP connections"),
                at: .greeting)
        ) { _ = try await connect(server) }
        await first.quit()
        await server.shutDown()
        await #expect {
            _ = try await connect(server)
        } throws: { error in
            if case .unreachable? = error as? SMTPConnectionFailure { true } else { false }
        }
    }

    // MARK: - Clients that misbehave

    /// Sends bytes as they are, closes its side if asked, and returns all that comes back.
    private func exchange(
        _ server: SMTPServer, _ input: String, closesInput: Bool = true
    ) async throws -> String {
        let received = ReceivedBytes()
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: false)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(ByteCollector(received))
                }
            }
            .connect(host: "127.0.0.1", port: server.port).get()
        try? await channel.writeAndFlush(ByteBuffer(string: input))
        if closesInput { try? await channel.close(mode: .output).get() }
        try? await channel.closeFuture.get()
        return received.text
    }

    @Test func answersAClientThatHasClosedItsSide() async throws {
        let server = try await exchanger { $0.session.refusesEarlyTalk = false }
        let output = try await exchange(
            server,
            "EHLO a\r\nMAIL FROM:<>\r\nRCPT TO:<b@example.com>\r\nDATA\r\nx\r\n.\r\n")
        #expect(output.hasSuffix("354 End data with <CR><LF>.<CR><LF>\r\n250 2.0.0 Ok 1\r\n"))
        let cut = try await exchange(
            server, "EHLO a\r\nMAIL FROM:<>\r\nRCPT TO:<b@example.com>\r\nDATA\r\nx\r\n")
        #expect(cut.hasSuffix("354 End data with <CR><LF>.<CR><LF>\r\n"))
        #expect(store.stored.count == 1)
        await server.shutDown()
    }

    @Test func dropsClearTextBehindSTARTTLS() async throws {
        let server = try await exchanger {
            try withTLS(&$0)
            $0.lingerTimeout = .milliseconds(100)
        }
        let output = try await exchange(
            server, "STARTTLS\r\n", closesInput: true)
        #expect(output.contains("503 5.5.1"))
        let channel = try await exchange(
            server, "STARTTLS\r\nMAIL FROM:<evil@example.com>\r\n", closesInput: false)
        #expect(channel.hasSuffix("554 5.5.0 Sent before the reply that permits it\r\n"))
        await server.shutDown()
    }

    @Test func endsAnEndlessLine() async throws {
        let server = try await exchanger { $0.lingerTimeout = .milliseconds(100) }
        let output = try await exchange(
            server, String(repeating: "x", count: 200_000), closesInput: false)
        #expect(output.hasSuffix("500 5.5.2 Line too long\r\n"))
        await server.shutDown()
    }

    @Test(arguments: [
        "", "EHLO a\r\nMAIL FROM:<>\r\nRCPT TO:<b@example.com>\r\nDATA\r\nx",
    ])
    func endsSilence(input: String) async throws {
        let server = try await exchanger {
            $0.session.refusesEarlyTalk = false
            $0.commandTimeout = .milliseconds(50)
            $0.dataTimeout = .milliseconds(50)
            $0.lingerTimeout = .milliseconds(50)
        }
        let output = try await exchange(server, input, closesInput: false)
        #expect(output.hasSuffix("421 4.4.2 Timeout waiting for data from client\r\n"))
        await server.shutDown()
    }

    @Test(arguments: [false, true])
    func endsHandshakesThatNeverBegin(implicitly: Bool) async throws {
        let server = try await exchanger {
            try withTLS(&$0)
            $0.usesImplicitTLS = implicitly
            $0.commandTimeout = .seconds(3)  // the input is answered first, on a busy machine too
            $0.session.refusesEarlyTalk = false
        }
        let input = implicitly ? "" : "EHLO a\r\nSTARTTLS\r\n"
        let output = try await exchange(server, input, closesInput: false)
        #expect(output.hasSuffix(implicitly ? "" : "220 2.0.0 Ready to start TLS\r\n"))
        await server.shutDown()
    }

    @Test func tellsIdleClientsThatItShutsDown() async throws {
        let server = try await exchanger { $0.lingerTimeout = .milliseconds(100) }
        let connection = try await connect(server)
        await server.shutDown()
        let outcomes = await connection.send(
            try envelope(["b@example.com"]), content: Array("x\r\n".utf8))
        guard case .undecided = outcomes.first else {
            Issue.record("\(outcomes)")
            return
        }
    }

    @Test func givesUpOnASilentServer() async throws {
        let silent = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .bind(host: "127.0.0.1", port: 0).get()
        let target = SMTPClientConnection.Target(
            address: .v4([127, 0, 0, 1]), port: silent.localAddress?.port ?? 0)
        await #expect(throws: SMTPConnectionFailure.timedOut(.greeting)) {
            _ = try await SMTPClientConnection.connect(
                to: target, configuration: SMTPClientConfiguration(helloName: "client.example"),
                timeouts: SMTPClientTimeouts(all: .milliseconds(50)))
        }
        try await silent.close()
    }
}

private final class ReceivedBytes: Sendable {
    private let bytes = Mutex<[UInt8]>([])

    var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }

    func append(_ buffer: ByteBuffer) {
        bytes.withLock { $0.append(contentsOf: buffer.readableBytesView) }
    }
}

private final class ByteCollector: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let received: ReceivedBytes

    init(_ received: ReceivedBytes) { self.received = received }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received.append(unwrapInboundIn(data))
    }
}
