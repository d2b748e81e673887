import DNS
import Logging
import MailMessage
import MailTypes
import Testing
import WaxwingStore
import WaxwingTesting

@testable import WaxwingCore

/// What the owner of an identity is told, while its records come and go.
@Suite struct OwnerNoticeTests {
    private static let hour = Duration.seconds(3600)

    @Test func tellsOnceOfEachChange() async throws {
        let world = try await World()
        try await world.create()
        #expect(try await world.check().isEmpty)
        try await world.publish()
        #expect(
            try await world.check() == ["DKIM setup successful for example.com in region us-east-1"]
        )
        #expect(try await world.check().isEmpty)

        world.withdraw()
        #expect(
            try await world.check() == ["DKIM records missing for example.com in region us-east-1"])
        #expect(try await world.check(after: .seconds(70 * 3600)).isEmpty)
        try await world.publish()
        #expect(
            try await world.check()
                == ["DKIM records found again for example.com in region us-east-1"])

        world.withdraw()
        #expect(try await world.check().count == 1)
        #expect(
            try await world.check(after: .seconds(72 * 3600))
                == ["DKIM setup revoked for example.com in region us-east-1"])
        #expect(try await world.check(after: Self.hour).isEmpty)
        #expect(try await world.identity().verification == .failed)
    }

    @Test func anAddressIsWrittenToSoOftenAndNoMore() async throws {
        let limit = SystemMailLimit(limit: 1)
        let world = try await World(contacts: ["one@contact.example"], limit: limit)
        try await world.create()
        try await world.publish()
        try limit.take(Mailbox(parsing: "one@contact.example"), now: world.clock.now() + Self.hour)
        #expect(try await world.check().isEmpty)
        #expect(try await world.identity().dkim?.status == .success)
    }

    @Test func saysWhatIsMissingAndWhatIsThere() async throws {
        let world = try await World()
        try await world.create()
        try await world.publish()
        _ = try await world.check()
        let token = try await world.identity().dkim?.tokens[1] ?? ""
        let owner = try DNSName(parsing: "\(token)._domainkey.example.com")
        world.zones.replace(
            [DNSRecord(owner, .cname(try DNSName(parsing: "elsewhere.example")))], for: owner)
        _ = try await world.check()
        let message = try #require(world.mail.last)
        let text = try #require(message.parts.plainText?.decodedText.text)
            .replacing("\r\n", with: "\n")
        #expect(
            text.contains(
                """
                The missing record:

                  Name:     \(token)._domainkey.example.com
                  Type:     CNAME
                  Expected: \(token).dkim.amazonses.com
                  Found:    elsewhere.example
                """), "\(text)")
        #expect(text.contains("Thu, 26 Nov 2026 "), "\(text)")
        #expect(text.contains("000000000000"))
        #expect(!text.contains("://"))
        #expect(message.headerSection["From"] == "Waxwing <no-reply@amazonses.com>")
        #expect(message.headerSection["To"] == "owner@contact.example, second@contact.example")
        #expect(message.headerSection["Auto-Submitted"] == "auto-generated")
        #expect(world.recipients == ["owner@contact.example", "second@contact.example"])
    }

    /// The record of the domain itself proves it while the keys are gone.
    @Test func keysAndDomainAreLostApart() async throws {
        let world = try await World()
        try await world.create()
        try await world.publish(ownership: true)
        _ = try await world.check()
        world.withdraw()
        try await world.publish(keys: false, ownership: true)
        #expect(
            try await world.check() == ["DKIM records missing for example.com in region us-east-1"])
        #expect(
            try await world.check(after: .seconds(73 * 3600))
                == ["DKIM setup revoked for example.com in region us-east-1"])
        #expect(try await world.identity().isVerified)
        world.withdraw()
        #expect(
            try await world.check(after: Self.hour)
                == ["Verification record missing for example.com in region us-east-1"])
        #expect(
            try await world.check(after: .seconds(73 * 3600))
                == ["Domain verification revoked for example.com in region us-east-1"])
    }

    @Test func tellsOfTheMailFromDomain() async throws {
        let world = try await World()
        try await world.create()
        try await world.publish()
        _ = try await world.check()
        try await world.setMailFrom()
        #expect(
            try await world.check(after: .seconds(72 * 3600))
                == ["MAIL FROM setup failed for mail.example.com in region us-east-1"])
        // It is looked for no more until it is set up again.
        world.publishMX(["feedback-smtp.us-east-1.amazonses.com"])
        #expect(try await world.check(after: Self.hour).isEmpty)
        try await world.setMailFrom()
        #expect(
            try await world.check()
                == ["MAIL FROM setup successful for mail.example.com in region us-east-1"])

        world.publishMX(["feedback-smtp.us-east-1.amazonses.com", "mx.other.example"])
        #expect(
            try await world.check(after: Self.hour)
                == ["MAIL FROM record missing for mail.example.com in region us-east-1"])
        let text = try #require(world.mail.last?.parts.plainText?.decodedText.text)
        #expect(text.contains("10 feedback-smtp.us-east-1.amazonses.com, and no other MX record"))
        #expect(text.contains("10 mx.other.example"))
        world.publishMX(["feedback-smtp.us-east-1.amazonses.com"])
        #expect(
            try await world.check()
                == ["MAIL FROM record found again for mail.example.com in region us-east-1"])
        world.publishMX([])
        #expect(try await world.check(after: Self.hour).count == 1)
        #expect(
            try await world.check(after: .seconds(72 * 3600))
                == ["MAIL FROM setup revoked for mail.example.com in region us-east-1"])
    }

    @Test func saysWhenARecordWasNeverThere() async throws {
        let world = try await World()
        try await world.create()
        _ = try await world.check()
        #expect(
            try await world.check(after: .seconds(72 * 3600))
                == ["DKIM setup failed for example.com in region us-east-1"])
        let text = try #require(world.mail.last?.parts.plainText?.decodedText.text)
        #expect(text.contains("The missing records:"))
        #expect(text.split(separator: "Found:    nothing").count == 4)
        #expect(text.contains("VerifyDomainDkim"))
    }

    @Test func whoHasNoContactsIsToldNothing() async throws {
        let world = try await World(contacts: [])
        try await world.create()
        try await world.publish()
        #expect(try await world.check().isEmpty)
        #expect(try await world.identity().isVerified)
    }

    @Test func nobodyIsToldWhereItIsSwitchedOff() async throws {
        let world = try await World(tells: false)
        try await world.create()
        try await world.publish()
        #expect(try await world.check().isEmpty)
        #expect(try await world.identity().isVerified)
    }
}

/// A service, the zones that its identities are looked up in, and the mail that it queues.
private final class World {
    let clock = ManualClock()
    let zones = ZoneStore()
    private let folder: DataFolder
    private let store: ServiceStore
    private let identities: IdentityService
    private let verifier: IdentityVerifier
    private let name = IdentityName.domain("example.com")
    private(set) var mail: [Message] = []
    private(set) var recipients: [String] = []

    init(
        contacts: [String] = ["owner@contact.example", "second@contact.example", "no address"],
        tells: Bool = true, limit: SystemMailLimit? = nil
    ) async throws {
        folder = try DataFolder.temporary()
        store = try await ServiceStore(SQLiteDatabase(folder: folder))
        let provider = Provider()
        let queue = MessageQueue(
            store: store, dispatcher: NoDelivery(), identifiers: MessageIdentifiers(), clock: clock)
        let mail = SystemMail(
            queue: queue, provider: provider, clock: clock, consoleURL: "http://localhost")
        identities = IdentityService(
            store: store, directory: IdentityDirectory(store: store, clock: clock),
            publisher: NoPublisher(), keys: GeneratedKeys(),
            checker: IdentityChecker(
                resolver: LayeredResolver(first: zones, next: StaticResolver()),
                provider: provider),
            mailer: mail,
            notices: tells
                ? OwnerNotices(accounts: store, resources: store, mail: mail, limit: limit) : nil,
            clock: clock)
        verifier = IdentityVerifier(
            identities: identities, store: store, clock: clock,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        zones.addZone("example.com")
        guard !contacts.isEmpty else { return }
        try await store.updateSettings(in: .sample) { settings in
            settings.details = .init(mailType: "TRANSACTIONAL", websiteURL: "https://example.com")
            settings.details?.additionalContactAddresses = contacts
        }
    }

    deinit { try? folder.remove() }

    func create() async throws {
        _ = try await identities.create(name, in: .sample, dkim: .easy(.rsa1024))
    }

    func identity() async throws -> Identity {
        try #require(try await store.identity(named: name, in: .sample))
    }

    func setMailFrom() async throws {
        _ = try await identities.setMailFrom(
            "mail.example.com", onMXFailure: .useDefaultValue, of: name, in: .sample)
    }

    func publish(keys: Bool = true, ownership: Bool = false) async throws {
        let identity = try await identity()
        for record in identity.requiredRecords(in: .standard, provider: Provider()) {
            let owner = try DNSName(record.name)
            switch record.value {
            case .canonicalName(let target) where keys:
                zones.replace([DNSRecord(owner, .cname(try DNSName(target)))], for: owner)
            case .text(let text) where ownership && record.purpose == .ownership:
                zones.replace([DNSRecord(owner, .text(text))], for: owner)
            default: break
            }
        }
    }

    func publishMX(_ hosts: [String]) {
        let owner: DNSName = "mail.example.com"
        let records = hosts.compactMap { try? DNSName(parsing: $0) }
            .map { DNSRecord(owner, .mx(MXRecord(preference: 10, exchange: $0))) }
        zones.replace(records, for: owner)
    }

    func withdraw() {
        zones.removeAll()
        zones.addZone("example.com")
    }

    /// Lets time pass, and the verifier look.
    /// - Returns: the subjects of the mail that this made.
    func check(after duration: Duration = .seconds(3600)) async throws -> [String] {
        clock.advance(by: duration)
        try await verifier.checkDueIdentities()
        let now = clock.now() + .seconds(86_400)
        let lease = Lease(worker: WorkerID("test\(clock.now())"), until: now + .seconds(9_999_999))
        var subjects: [String] = []
        for delivery in try await store.lease(100, under: lease, now: now) {
            recipients.append(delivery.recipient.formatted)
            guard delivery.id.index == 0, let queued = try await store.message(delivery.id.message)
            else { continue }
            #expect(queued.reversePath == .null && queued.scope == .sample)
            let message = try Message(parsing: queued.content)
            mail.append(message)
            subjects.append(message.subject ?? "")
        }
        recipients = Array(recipients.suffix(2))
        return subjects
    }

    private struct NoDelivery: DeliveryDispatcher {
        func reserve(recipients: Int, bytes: Int) -> Lease? { nil }
        func dispatch(_ message: NewMessage) {}
        func cancelReservation(recipients: Int, bytes: Int) {}
        func wake() {}
    }

    private struct NoPublisher: IdentityPublisher {
        func identityChanged(
            _ name: IdentityName, in scope: Scope, to identity: Identity?
        ) async {}
        func allIdentitiesRemoved() async {}
    }
}
