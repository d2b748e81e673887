import DNS
import Logging
import MailTypes
import WaxwingCore
import WaxwingStore
import WaxwingTesting

@testable import WaxwingSES

/// The API over real services and a database of its own; nothing is delivered.
final class ServiceBench: Sendable {
    let clock = ManualClock()
    let store: ServiceStore
    let identities: IdentityService
    let router: SESRouter
    /// The same service as another account sees it.
    private let otherRouter: SESRouter
    private let folder: DataFolder

    init() async throws {
        folder = try DataFolder.temporary()
        store = try await ServiceStore(SQLiteDatabase(folder: folder))
        let provider = Provider()
        let queue = MessageQueue(
            store: store, dispatcher: NoDelivery(), identifiers: MessageIdentifiers(),
            clock: clock)
        let directory = IdentityDirectory(store: store, clock: clock)
        let identities = IdentityService(
            store: store, directory: directory, publisher: NoPublisher(), keys: GeneratedKeys(),
            checker: IdentityChecker(resolver: StaticResolver(records: []), provider: provider),
            mailer: SystemMail(
                queue: queue, provider: provider, clock: clock, consoleURL: "http://localhost"),
            clock: clock)
        self.identities = identities
        let clock = clock
        let resources = ResourceDirectory(store: store, clock: clock)
        var router = SESRouter(
            verifier: .acceptAnyone, clock: { clock.now() }, logger: Logger(label: "test"))
        var otherRouter = SESRouter(
            verifier: SigV4Verifier(
                .acceptAnyone(
                    account: AccountID("111111111111") ?? .development,
                    defaultRegion: "us-east-1", known: nil)),
            clock: { clock.now() }, logger: Logger(label: "test"))
        let handlers = SESHandlers(
            identities: identities,
            sending: SendingService(
                directory: directory, resources: resources,
                sealer: MessageSealer(provider: provider), queue: queue,
                quotas: SendQuotas(statistics: store, clock: clock), provider: provider,
                clock: clock),
            inbox: store, resources: resources, statistics: store, provider: provider, clock: clock)
        handlers.register(on: &router)
        handlers.register(on: &otherRouter)
        self.router = router
        self.otherRouter = otherRouter
    }

    deinit { try? folder.remove() }

    /// Makes an identity that mail may be sent from at once, without DKIM.
    func verified(_ name: String, in region: String = "us-east-1") async throws {
        guard let region = Region(region) else { return }
        var identity = Identity(
            name: try IdentityName(parsing: name), createdAt: clock.now(), verificationToken: "t")
        identity.verification = .success
        _ = try await store.insert(
            identity, in: Scope(account: .development, region: region))
    }

    func call(
        _ method: String, _ path: String, _ body: String = "", region: String = "us-east-1",
        fromOtherAccount: Bool = false
    ) async -> (status: Int, type: String?, body: String) {
        let credential = "AKIDEXAMPLE/20261123/\(region)/ses/aws4_request"
        let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
        let response = await (fromOtherAccount ? otherRouter : router).respond(
            to: APIRequest(
                method: method, path: parts[0], query: parts.count > 1 ? parts[1] : "",
                headers: [
                    .init("host", "localhost"),
                    .init("x-amz-date", "20261123T090000Z"),
                    .init(
                        "authorization",
                        "AWS4-HMAC-SHA256 Credential=\(credential), SignedHeaders=host;x-amz-date, "
                            + "Signature=\(String(repeating: "0", count: 64))"),
                ], body: Array(body.utf8)))
        let type = response.headers.first { $0.name.lowercased() == "x-amzn-errortype" }?.value
        return (response.status, type, String(decoding: response.body, as: UTF8.self))
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
