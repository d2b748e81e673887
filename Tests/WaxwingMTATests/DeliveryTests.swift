import Foundation
import Logging
import MailMessage
import MailReports
import MailTypes
import SMTP
import ServiceLifecycle
import Synchronization
import Testing
import WaxwingCore
import WaxwingStore
import WaxwingTesting

@testable import WaxwingMTA

/// The scheduler over a real store, with a peer that says what each test wants.
@Suite struct DeliveryTests {
    @Test func deliversAndForgetsTheContent() async throws {
        try await Bench { _ in .accepted(SMTPReply(250, nil, "Ok")) }.run { bench in
            try await bench.accept(.sample(1))
            try await bench.waitUntilSettled()
            #expect(bench.peer.deliveries.map(\.recipient) == ["anna@recipient.example"])
            #expect(try await bench.store.message(QueuedMessage.ID(number: 1)) == nil)
        }
    }

    @Test func carriesManyMessagesOverFewConnections() async throws {
        try await Bench { _ in .accepted(SMTPReply(250, nil, "Ok")) }.run { bench in
            for number in 1...300 { try await bench.accept(.sample(Int64(number))) }
            try await bench.waitUntilSettled()
            #expect(Set(bench.peer.deliveries.map(\.message)).count == 300)
            #expect(bench.peer.connections <= 20)
        }
    }

    @Test func reportsRefusedRecipientsTogether() async throws {
        let bench = try await Bench { recipient in
            switch recipient {
            case "sender@sender.example", "anna@recipient.example":
                .accepted(SMTPReply(250, nil, "Ok"))
            default:
                .refused(
                    SMTPReply(550, EnhancedStatusCode(5, 1, 1), "No such user"), at: .recipient)
            }
        }
        try await bench.run { bench in
            try await bench.accept(.sample(1, to: ["anna", "bob", "carl"]))
            try await bench.waitUntilSettled()
            let reports = bench.peer.deliveries.filter { $0.recipient == "sender@sender.example" }
            #expect(reports.count == 1)
            #expect(reports.first?.reversePath == .null)
            let message = try Message(parsing: try #require(reports.first).content)
            let notification = try #require(DeliveryStatusNotification(parsing: message))
            #expect(
                notification.recipients.map(\.finalRecipient)
                    == ["bob@recipient.example", "carl@recipient.example"])
            #expect(notification.recipients.allSatisfy { $0.status == EnhancedStatusCode(5, 1, 1) })
        }
    }

    @Test func bouncesWhatAsksForTLSWithoutIt() async throws {
        let bench = try await Bench { _ in .accepted(SMTPReply(250, nil, "Ok")) }
        bench.peer.isEncrypted = false
        try await bench.run { bench in
            try await bench.accept(.sample(1, handling: .init(requiresTLS: true)))
            try await bench.accept(.sample(2, to: ["bert"]))
            try await bench.waitUntilSettled()
            // The report goes out in the clear: it asks for nothing.
            #expect(
                Set(bench.peer.deliveries.map(\.recipient))
                    == ["sender@sender.example", "bert@recipient.example"])
            let report = try #require(
                bench.peer.deliveries.first { $0.recipient == "sender@sender.example" })
            let notification = try #require(
                DeliveryStatusNotification(parsing: try Message(parsing: report.content)))
            #expect(notification.recipients.map(\.status) == [EnhancedStatusCode(5, 7, 10)])
        }
    }

    @Test func retriesWhatWasPutOff() async throws {
        let bench = try await Bench { _ in
            .deferred(SMTPReply(451, EnhancedStatusCode(4, 7, 1), "Later"), at: .recipient)
        }
        try await bench.run { bench in
            try await bench.accept(.sample(1))
            try await bench.wait("an attempt") { bench.peer.deliveries.count == 1 }
            try await bench.wait("a retry to be planned") {
                let due = try await bench.store.nextDue()
                let waits = (due ?? .testStart) - UnixTime.testStart
                return waits > .seconds(50) && waits < .seconds(70)
            }
            bench.peer.answers = { _ in .accepted(SMTPReply(250, nil, "Ok")) }
            bench.clock.advance(by: .seconds(70))
            try await bench.waitUntilSettled()
            #expect(bench.peer.deliveries.count == 2)
        }
    }

    @Test func bouncesWhatRunsOutOfTime() async throws {
        let bench = try await Bench { recipient in
            recipient == "sender@sender.example"
                ? .accepted(SMTPReply(250, nil, "Ok"))
                : .deferred(SMTPReply(451, EnhancedStatusCode(4, 7, 1), "Later"), at: .recipient)
        }
        bench.clock.advance(by: .seconds(50_390))
        try await bench.run { bench in
            try await bench.accept(.sample(1))
            try await bench.waitUntilSettled()
            let report = try #require(
                bench.peer.deliveries.first { $0.recipient == "sender@sender.example" })
            let notification = try #require(
                DeliveryStatusNotification(parsing: try Message(parsing: report.content)))
            #expect(notification.recipients.map(\.status) == [EnhancedStatusCode(4, 4, 7)])
        }
    }

    @Test func keepsEverythingWhileNobodyAnswers() async throws {
        let bench = try await Bench { _ in .accepted(SMTPReply(250, nil, "Ok")) }
        bench.peer.isAway = true
        try await bench.run { bench in
            for number in 1...50 { try await bench.accept(.sample(Int64(number))) }
            try await bench.wait("all to be put off") {
                try await bench.store.nextDue() ?? .testStart > UnixTime.testStart + .seconds(40)
            }
            #expect(try await bench.store.queueLength() == 50)
            bench.peer.isAway = false
            bench.clock.advance(by: .seconds(120))
            try await bench.waitUntilSettled()
            #expect(Set(bench.peer.deliveries.map(\.message)).count == 50)
        }
    }

    @Test func staysWithTheConnectionsThatAPeerAllows() async throws {
        let bench = try await Bench { _ in .accepted(SMTPReply(250, nil, "Ok")) }
        bench.peer.connectionLimit = 2
        // The clock stands still: what were put off would never come.
        try await bench.run { bench in
            for number in 1...200 { try await bench.accept(.sample(Int64(number))) }
            try await bench.waitUntilSettled()
            #expect(Set(bench.peer.deliveries.map(\.message)).count == 200)
        }
    }

    @Test(arguments: [
        SMTPRecipientOutcome.undecided(.closed(.mail)), .undecided(.closed(.idle)),
        .deferred(SMTPReply(421, EnhancedStatusCode(4, 7, 0), "Too many messages"), at: .mail),
    ])
    func connectsAgainWhereAPeerEndsASession(end: SMTPRecipientOutcome) async throws {
        let bench = try await Bench { _ in .accepted(SMTPReply(250, nil, "Ok")) }
        bench.peer.session = (length: 3, end: end)
        try await bench.run { bench in
            for number in 1...40 { try await bench.accept(.sample(Int64(number))) }
            try await bench.waitUntilSettled()
            #expect(bench.peer.deliveries.count == 40)
            #expect(bench.peer.connections >= 14)
        }
    }

    @Test func putsOffWhatTheFirstCommandOfAConnectionIsRefused() async throws {
        let bench = try await Bench { _ in .accepted(SMTPReply(250, nil, "Ok")) }
        bench.peer.session = (length: 0, end: .undecided(.closed(.mail)))
        try await bench.run { bench in
            try await bench.accept(.sample(1))
            try await bench.wait("it to be put off") {
                try await bench.store.nextDue() ?? .testStart > UnixTime.testStart + .seconds(40)
            }
            #expect(bench.peer.connections == 1)
        }
    }

    @Test func takesOverWhatADeadWorkerHeld() async throws {
        let bench = try await Bench { _ in .accepted(SMTPReply(250, nil, "Ok")) }
        let lease = Lease(worker: WorkerID("dead"), until: .testStart + .seconds(900))
        try await bench.store.accept(.sample(1), lease: lease)
        try await bench.store.endLeases(exceptOf: WorkerID("test"))
        try await bench.run { bench in
            try await bench.waitUntilSettled()
            #expect(bench.peer.deliveries.count == 1)
        }
    }
}

/// A peer that records what it is sent.
final class Peer: OutgoingConnector {
    struct Delivery: Sendable {
        let message: [UInt8]
        let reversePath: ReversePath
        let recipient: String
        /// Where its connection came from.
        let source: IPAddress?
        var content: [UInt8] { message }
    }

    private struct State {
        var deliveries: [Delivery] = []
        var connections = 0
        var openConnections = 0
        var connectionLimit = Int.max
        var session = (length: Int.max, end: SMTPRecipientOutcome.undecided(.closed(.mail)))
        var isAway = false
        var isEncrypted = true
        var answers: @Sendable (String) -> SMTPRecipientOutcome
    }

    private let state: Mutex<State>

    init(_ answers: @escaping @Sendable (String) -> SMTPRecipientOutcome) {
        state = Mutex(State(answers: answers))
    }

    var deliveries: [Delivery] { state.withLock { $0.deliveries } }
    var connections: Int { state.withLock { $0.connections } }
    var isAway: Bool {
        get { state.withLock { $0.isAway } }
        set { state.withLock { $0.isAway = newValue } }
    }
    var isEncrypted: Bool {
        get { state.withLock { $0.isEncrypted } }
        set { state.withLock { $0.isEncrypted = newValue } }
    }
    /// Connections that it has open at once, and refuses more.
    var connectionLimit: Int {
        get { state.withLock { $0.connectionLimit } }
        set { state.withLock { $0.connectionLimit = newValue } }
    }
    /// Messages that it takes on a connection, and what becomes of the next one.
    var session: (length: Int, end: SMTPRecipientOutcome) {
        get { state.withLock { $0.session } }
        set { state.withLock { $0.session = newValue } }
    }
    var answers: @Sendable (String) -> SMTPRecipientOutcome {
        get { state.withLock { $0.answers } }
        set { state.withLock { $0.answers = newValue } }
    }

    func connect(
        to host: MailHost, from source: IPAddress?
    ) async throws -> any OutgoingConnection {
        try state.withLock { state in
            if state.isAway { throw SMTPConnectionFailure.unreachable("away") }
            guard state.openConnections < state.connectionLimit else {
                throw SMTPConnectionFailure.refused(
                    SMTPReply(421, EnhancedStatusCode(4, 7, 0), "Too many connections"),
                    at: .greeting)
            }
            state.openConnections += 1
            state.connections += 1
        }
        return Connection(peer: self, source: source)
    }

    private func receive(
        _ envelope: Envelope, _ content: [UInt8], from source: IPAddress?
    ) -> [SMTPRecipientOutcome] {
        state.withLock { state in
            envelope.forwardPaths.map { path in
                state.deliveries.append(
                    Delivery(
                        message: content, reversePath: envelope.reversePath,
                        recipient: path.address, source: source))
                return state.answers(path.address)
            }
        }
    }

    private func ended() { state.withLock { $0.openConnections -= 1 } }

    private final class Connection: OutgoingConnection {
        let owner: Peer
        let source: IPAddress?
        /// Messages so far.
        private let count = Atomic(0)
        init(peer: Peer, source: IPAddress?) { (owner, self.source) = (peer, source) }
        var peer: String { "mx.recipient.example" }
        var isEncrypted: Bool { owner.isEncrypted }
        var isUsable: Bool { count.load(ordering: .relaxed) <= owner.session.length }

        func send(_ envelope: Envelope, content: [UInt8]) async -> [SMTPRecipientOutcome] {
            let session = owner.session
            if count.add(1, ordering: .relaxed).newValue > session.length {
                return envelope.forwardPaths.map { _ in session.end }
            }
            // Others get their turn, as over a network.
            for _ in 0..<5 { await Task.yield() }
            return owner.receive(envelope, content, from: source)
        }

        func quit() async { owner.ended() }
    }
}

/// A scheduler that runs, with all that it needs.
final class Bench: Sendable {
    let clock = ManualClock()
    let peer: Peer
    let store: ServiceStore
    let scheduler: DeliveryScheduler
    private let folder: DataFolder
    private let database: SQLiteDatabase
    let queue: MessageQueue

    init(
        sourceAddresses: SourceAddresses = .init(),
        _ answers: @escaping @Sendable (String) -> SMTPRecipientOutcome
    ) async throws {
        folder = try DataFolder.temporary()
        database = try SQLiteDatabase(folder: folder)
        store = try await ServiceStore(database)
        peer = Peer(answers)
        let identifiers = MessageIdentifiers()
        var configuration = DeliveryConfiguration()
        configuration.sourceAddresses = sourceAddresses
        scheduler = DeliveryScheduler(
            configuration: configuration, worker: WorkerID("test"), store: store,
            router: RelayRouter(to: Destination.Relay(host: "192.0.2.1", port: 25)),
            connector: peer,
            reports: BounceReports(hostname: "amazonses.com", identifiers: identifiers),
            clock: clock, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        queue = MessageQueue(
            store: store, dispatcher: scheduler, identifiers: identifiers, clock: clock)
    }

    deinit { try? folder.remove() }

    func accept(_ message: NewMessage) async throws { try await queue.accept(message) }

    /// Runs the scheduler while `body` does, then shuts it down in good order.
    func run(_ body: (Bench) async throws -> Void) async throws {
        let group = ServiceGroup(
            services: [scheduler], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        async let running: Void = group.run()
        let result: Result<Void, any Error>
        do { result = .success(try await body(self)) } catch { result = .failure(error) }
        await group.triggerGracefulShutdown()
        try await running
        await database.close()
        try result.get()
    }

    func waitUntilSettled() async throws {
        try await wait("an empty queue") { try await store.queueLength() == 0 }
    }

    func wait(_ what: String, until holds: () async throws -> Bool) async throws {
        let deadline = ContinuousClock.now + .seconds(20)
        while try await !holds() {
            guard ContinuousClock.now < deadline else { throw WaitError(what: what) }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    struct WaitError: Error { let what: String }
}
