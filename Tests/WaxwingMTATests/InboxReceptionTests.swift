import DNS
import Logging
import MailAuth
import MailTypes
import SMTP
import Testing
import WaxwingCore
import WaxwingStore
import WaxwingTesting

@testable import MailTransport
@testable import WaxwingMTA

/// The MX of `waxwing dev`, whose DNS changes from one message to the next.
@Suite struct InboxReceptionTests {
    @Test func seesRecordsAsTheyAreNow() async throws {
        let world = try await World()
        let first = try RSAPrivateKey.generate()
        let second = try RSAPrivateKey.generate()

        // No record is no answer that would be kept.
        #expect(try await world.receive(signedWith: first) == ["permerror", "none"])
        world.publish(first, spf: "v=spf1 ip4:192.0.2.1 -all")
        #expect(try await world.receive(signedWith: first) == ["pass", "pass"])
        #expect(try await world.receive(signedWith: first) == ["pass", "pass"])

        // Another key, another record: what was read before counts no more.
        world.publish(second, spf: "v=spf1 ip4:192.0.2.2 -all")
        #expect(try await world.receive(signedWith: first) == ["fail", "fail"])
        #expect(try await world.receive(signedWith: second) == ["pass", "fail"])
        world.publish(first, spf: "v=spf1 ip4:192.0.2.1 -all")
        #expect(try await world.receive(signedWith: first) == ["pass", "pass"])
        world.zones.removeAll()
        world.zones.addZone("sender.example")
        #expect(try await world.receive(signedWith: first) == ["permerror", "none"])
    }

    @Test func readsARecordOnce() async {
        let memory = AuthenticationMemory()
        var resolver = StaticResolver()
        resolver.insert(DNSRecord("a.example", .text("v=DKIM1; p=")))
        let keys = RememberedDKIMKeys(resolver, memory: memory)
        #expect(
            await keys.keyRecords(for: "a.example")
                == .keys([DKIMKey(parsing: Array("v=DKIM1; p=".utf8))]))
        #expect(await keys.keyRecords(for: "b.example") == .notFound)

        let text = Array("v=spf1 a:192.0.2.1.example -all".utf8)
        #expect(memory.record(for: text) == nil)
        let record = try? SPFRecord(parsing: text[...])
        if let record { memory.store(record, for: text) }
        #expect(memory.record(for: text) == record)
    }
}

/// A reception over zones that the test fills, and a store of its own.
private struct World {
    let zones = ZoneStore()
    private let bench: Bench
    private let reception: InboxReception

    init() async throws {
        zones.addZone("sender.example")
        bench = try await Bench { _ in .accepted(SMTPReply(250, nil, "Ok")) }
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        reception = InboxReception(
            inbox: bench.store, resolver: LayeredResolver(first: zones, next: StaticResolver()),
            simulator: Simulator(
                provider: Provider(), queue: bench.queue, clock: bench.clock, logger: logger),
            feedback: FeedbackForwarding(
                store: bench.store, queue: bench.queue, provider: Provider(), clock: bench.clock),
            identifiers: MessageIdentifiers(), clock: bench.clock, logger: logger)
    }

    func publish(_ key: RSAPrivateKey, spf: String) {
        let record = DKIMPrivateKey.rsa(key).keyRecord.formatted
        let owner: DNSName = "s._domainkey.sender.example"
        zones.replace([DNSRecord(owner, .text(record))], for: owner)
        zones.replace([DNSRecord("sender.example", .text(spf))], for: "sender.example")
    }

    /// Takes a message in, and gives what the inbox tells of DKIM and SPF.
    func receive(signedWith key: RSAPrivateKey) async throws -> [String] {
        let message = Array("From: me@sender.example\r\nSubject: Hello\r\n\r\nHello\r\n".utf8)
        let signer = DKIMSigner(signingDomain: "sender.example", selector: "s", key: .rsa(key))
        let path = try Mailbox(parsing: "me@sender.example")
        let reply = await reception.store(
            ReceivedTransaction(
                transaction: SMTPTransaction(
                    envelope: Envelope(
                        reversePath: .mailbox(path), forwardPaths: [.mailbox(.recipient("anna"))])),
                content: try signer.sign(message, at: bench.clock.now()) + message,
                session: SMTPSessionInfo(
                    id: "1", remoteAddress: .v4([192, 0, 2, 1]), remotePort: 25,
                    startTime: bench.clock.now())))
        #expect(reply.code == 250)
        let newest = try #require(try await bench.store.messages(after: nil, limit: 1).first)
        return newest.authentication.dkim.map(\.result) + [newest.authentication.spf ?? ""]
    }
}
