import HTTPTypes
import Hummingbird
import Logging
import MailTypes
import NIOCore
import Synchronization
import WaxwingConsole
import WaxwingCore

/// An inbox in memory.
actor FakeInbox: InboxStore {
    private var messages: [(InboxMessage, [UInt8])] = []
    private var isBroken = false

    struct Broken: Error {}

    func insert(_ message: InboxMessage, content: [UInt8]) { messages.append((message, content)) }

    func messages(after id: Int64?, limit: Int) throws -> [InboxMessage] {
        guard !isBroken else { throw Broken() }
        let newestFirst = messages.map(\.0).sorted { $0.id > $1.id }
        return Array(newestFirst.filter { id == nil || $0.id < id ?? 0 }.prefix(limit))
    }

    func message(_ id: Int64) -> InboxMessage? { messages.first { $0.0.id == id }?.0 }
    func message(withReceiptID id: String, in scope: Scope) -> InboxMessage? {
        messages.first { $0.0.receiptID == id }?.0
    }

    func content(of id: Int64) -> [UInt8]? { messages.first { $0.0.id == id }?.1 }
    func messageCount() -> Int { messages.count }
    func removeAllInboxMessages() { messages = [] }
    func breakDown() { isBroken = true }
}

/// The console over a fake inbox, asked as a server would ask it.
struct TestConsole {
    let inbox = FakeInbox()
    let routes: ConsoleRoutes
    let record: Record

    /// What the console asked of the service.
    final class Record: Sendable {
        let isReady = Mutex(true)
        let resets = Mutex(0)
        let tokens = Mutex<[String]>([])
    }

    init() {
        let inbox = inbox
        let record = Record()
        self.record = record
        routes = ConsoleRoutes(
            inbox: inbox,
            reset: {
                record.resets.withLock { $0 += 1 }
                await inbox.removeAllInboxMessages()
            },
            isReady: { record.isReady.withLock { $0 } },
            confirmAddress: { token in
                record.tokens.withLock { $0.append(token) }
                return switch token {
                case "good": .verified(redirect: nil)
                case "own-good": .verified(redirect: "https://app.example/welcome?a=b")
                case "own-old": .expired(redirect: "https://app.example/again")
                default: .unknown
                }
            },
            info: ConsoleInfo(
                endpoint: "http://127.0.0.1:8025", smtpAddress: "127.0.0.1:1025",
                mxAddress: "127.0.0.1:2525", dnsAddress: "127.0.0.1:8053"),
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    }

    /// Nil for a request that is left to the SES API.
    func ask(
        _ method: HTTPRequest.Method = .get, _ path: String,
        _ fields: [HTTPField.Name: String] = [:]
    ) async throws -> Answer? {
        var head = HTTPRequest(
            method: method, scheme: "http", authority: "localhost:8025", path: path)
        for (name, value) in fields { head.headerFields[name] = value }
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer()))
        guard let response = await routes.respond(to: request) else { return nil }
        let collector = Collector()
        try await response.body.write(collector)
        return Answer(
            status: response.status.code, fields: response.headers,
            body: collector.bytes.withLock { $0 })
    }

    func get(_ path: String, _ fields: [HTTPField.Name: String] = [:]) async throws -> Answer {
        guard let answer = try await ask(.get, path, fields) else { throw NotMine() }
        return answer
    }

    struct NotMine: Error {}

    struct Answer {
        let status: Int
        let fields: HTTPFields
        let body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }
        var policy: String { self["Content-Security-Policy"] }

        subscript(name: String) -> String {
            HTTPField.Name(name).flatMap { fields[$0] } ?? ""
        }
    }

    private final class Collector: ResponseBodyWriter, Sendable {
        let bytes = Mutex<[UInt8]>([])

        func write(_ buffer: ByteBuffer) async throws {
            bytes.withLock { $0 += buffer.readableBytesView }
        }

        func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
}

extension TestConsole {
    /// Files a message; its lines may end with LF.
    func receive(
        id: Int64 = 7, subject: String = "Grüße", from: String = "Zoë <zoe@example.com>",
        recipients: [String] = ["you@example.net"],
        authentication: AuthenticationSummary = .init(dkim: [
            .init(result: "pass", domain: "example.com", selector: "s1")
        ]),
        _ content: String = "Subject: Hello\n\nIt works.\n"
    ) async throws {
        let bytes = Array(
            content.split(separator: "\n", omittingEmptySubsequences: false)
                .joined(separator: "\r\n").utf8)
        let reversePath = ReversePath.mailbox(try Mailbox(parsing: "bounce@mail.example.com"))
        await inbox.insert(
            InboxMessage(
                id: id, receiptID: "receipt\(id)", account: .development, region: nil,
                receivedAt: UnixTime(milliseconds: 1_795_424_700_012),
                reversePath: reversePath, recipients: recipients,
                messageID: "m1@email.amazonses.com", subject: subject, from: from,
                sizeInBytes: bytes.count, remoteAddress: "127.0.0.1", heloDomain: "localhost",
                tlsVersion: "TLSv1.3", authentication: authentication), content: bytes)
    }
}
