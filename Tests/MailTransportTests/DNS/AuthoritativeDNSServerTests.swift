import DNS
import MailTransport
import Testing

@Suite(.timeLimit(.minutes(1))) struct AuthoritativeDNSServerTests {
    static let zones: ZoneStore = {
        let store = ZoneStore()
        store.addZone(DNSName("mail.test"))
        let long = String(repeating: "x", count: 900)
        for record in [
            DNSRecord(DNSName("mail.test"), .mx(MXRecord(preference: 5, exchange: .root))),
            DNSRecord(DNSName("a.mail.test"), .text("short")),
            DNSRecord(DNSName("long.mail.test"), .text(long)),
            DNSRecord(DNSName("longer.mail.test"), .text(long + long)),
        ] {
            store.replace([record], for: record.name)
        }
        return store
    }()

    private func withServer(
        changing change: (inout DNSServerConfiguration) -> Void = { _ in },
        body: (AuthoritativeDNSServer) async throws -> Void
    ) async throws {
        var configuration = DNSServerConfiguration()
        change(&configuration)
        let server = try await AuthoritativeDNSServer.start(configuration, zones: Self.zones)
        do {
            try await body(server)
        } catch {
            await server.shutDown()
            throw error
        }
        await server.shutDown()
    }

    private func query(_ name: String, edns: EDNS? = EDNS()) throws -> DNSMessage {
        DNSMessage(id: 77, asking: DNSQuestion(try DNSName(parsing: name), .txt), edns: edns)
    }

    private func framed(_ message: [UInt8]) -> [UInt8] {
        [UInt8(message.count >> 8), UInt8(message.count & 0xFF)] + message
    }

    @Test func answersDatagrams() async throws {
        try await withServer { server in
            let socket = try DNSTestSocket(port: server.port, stream: false)
            try socket.send(try query("a.mail.test").formatted())
            let response = try #require(try socket.receiveMessage())
            #expect(response.id == 77 && response.isAuthoritative)
            #expect(response.answers.map(\.data) == [.text("short")])
        }
    }

    @Test(
        arguments: [
            ("long.mail.test", nil, true), ("long.mail.test", 1200, false),
            ("longer.mail.test", 4096, true), ("longer.mail.test", 65_535, true),
        ] as [(String, UInt16?, Bool)])
    func sendsNoDatagramTooLong(name: String, limit: UInt16?, isTruncated: Bool) async throws {
        try await withServer { server in
            let socket = try DNSTestSocket(port: server.port, stream: false)
            let edns = limit.map { EDNS(payloadSizeLimit: $0) }
            try socket.send(try query(name, edns: edns).formatted())
            let response = try #require(try socket.receiveMessage())
            #expect(response.isTruncated == isTruncated)
            #expect(response.answers.isEmpty == isTruncated)
        }
    }

    @Test func answersBadDatagramsOnceAndGoesOn() async throws {
        try await withServer { server in
            let socket = try DNSTestSocket(port: server.port, stream: false)
            try socket.send([1, 2, 3])  // not even a header: no answer
            var response = try query("a.mail.test")
            response.isResponse = true
            try socket.send(response.formatted())  // a response: no answer
            try socket.send([0xAB, 0xCD, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0xC0, 0x0C, 0, 1, 0, 1])
            let malformed = try #require(try socket.receiveMessage())
            #expect(malformed.id == 0xABCD && malformed.responseCode == .formatError)
            try socket.send([UInt8](repeating: 0, count: 9000))
            let long = try #require(try socket.receiveMessage())
            #expect(long.responseCode == .formatError)
            try socket.send(try query("elsewhere.test").formatted())
            #expect(try socket.receiveMessage()?.responseCode == .refused)
        }
    }

    @Test func answersManyQueriesOfOneConnectionInOrder() async throws {
        try await withServer { server in
            let socket = try DNSTestSocket(port: server.port, stream: true)
            var bytes: [UInt8] = []
            for id in 0..<300 {
                var query = try query(id % 2 == 0 ? "longer.mail.test" : "a.mail.test")
                query.id = UInt16(id)
                bytes += framed(query.formatted())
            }
            try socket.send(bytes)
            for id in 0..<300 {
                let response = try #require(try socket.receiveMessage())
                #expect(response.id == UInt16(id))
                #expect(response.answers.count == 1 && !response.isTruncated)
            }
        }
    }

    @Test func readsQueriesByteByByte() async throws {
        try await withServer { server in
            let socket = try DNSTestSocket(port: server.port, stream: true)
            for byte in framed(try query("a.mail.test").formatted()) { try socket.send([byte]) }
            #expect(try socket.receiveMessage()?.answers.count == 1)
        }
    }

    @Test func answersBeforeTheClientsEnd() async throws {
        try await withServer { server in
            let socket = try DNSTestSocket(port: server.port, stream: true)
            try socket.send(framed(try query("a.mail.test").formatted()))
            socket.finishSending()
            #expect(try socket.receiveMessage()?.answers.count == 1)
            #expect(try socket.receiveMessage() == nil)
        }
    }

    @Test(
        arguments: [
            [0xFF, 0xFF],  // longer than any query
            [0, 0],  // no message at all
            [0, 3, 1, 2, 3],  // not even a header
        ] as [[UInt8]])
    func closesAConnectionThatSendsNoQueries(bytes: [UInt8]) async throws {
        try await withServer { server in
            let socket = try DNSTestSocket(port: server.port, stream: true)
            try socket.send(bytes)
            #expect(try socket.receiveMessage() == nil)
        }
    }

    @Test func closesASilentConnection() async throws {
        try await withServer(
            changing: { $0.idleTimeout = .milliseconds(50) },
            body: { server in
                let socket = try DNSTestSocket(port: server.port, stream: true)
                try socket.send([0])
                #expect(try socket.receiveMessage() == nil)
            })
    }

    @Test func limitsConnections() async throws {
        try await withServer(
            changing: { $0.connectionLimit = 2 },
            body: { server in
                let question = framed(try query("a.mail.test").formatted())
                let sockets = try (0..<2).map { _ in
                    let socket = try DNSTestSocket(port: server.port, stream: true)
                    try socket.send(question)
                    #expect(try socket.receiveMessage() != nil)
                    return socket
                }
                let third = try DNSTestSocket(port: server.port, stream: true)
                #expect(try third.receiveMessage() == nil)
                try sockets[0].send(question)
                #expect(try sockets[0].receiveMessage() != nil)
            })
    }

    @Test func refusesAPortThatIsTaken() async throws {
        try await withServer { server in
            let configuration = DNSServerConfiguration(port: server.port)
            await #expect(throws: (any Error).self) {
                try await AuthoritativeDNSServer.start(configuration, zones: Self.zones)
            }
        }
    }

    @Test func closesConnectionsWhenItShutsDown() async throws {
        let server = try await AuthoritativeDNSServer.start(
            DNSServerConfiguration(), zones: Self.zones)
        let socket = try DNSTestSocket(port: server.port, stream: true)
        try socket.send(framed(try query("a.mail.test").formatted()))
        #expect(try socket.receiveMessage() != nil)
        await server.shutDown()
        #expect(try socket.receiveMessage() == nil)
        await server.shutDown()
        // The port is free again.
        let next = try await AuthoritativeDNSServer.start(
            DNSServerConfiguration(port: server.port), zones: Self.zones)
        await next.shutDown()
    }
}
