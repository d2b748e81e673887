import HTTPTypes
import Hummingbird
import Logging
import MailTypes
import NIOCore
import Testing
import WaxwingConsole
import WaxwingCore
import WaxwingStore
import WaxwingTesting

@Suite struct AdministrationRoutesTests {
    private static let token = "a-long-and-random-token"

    private final class Bench: Sendable {
        let folder: DataFolder
        let routes: AdministrationRoutes

        init(token: String = token) async throws {
            folder = try DataFolder.temporary()
            let store = try await ServiceStore(SQLiteDatabase(folder: folder))
            // Whoever has to wait is refused at once, so that no test waits.
            var throttle = AttemptThrottle.Configuration()
            throttle.waitLimit = .zero
            let accounts = Accounts(store: store, clock: ManualClock(), throttle: throttle)
            routes = AdministrationRoutes(
                accounts.administration,
                access: .token(SecretText(token), throttle: accounts.throttle),
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        }

        deinit { try? folder.remove() }

        func call(
            _ method: HTTPRequest.Method, _ path: String, _ body: String = "",
            authorization: String? = "Bearer \(token)", fields: [HTTPField.Name: String] = [:],
            from source: String = "192.0.2.1"
        ) async -> Response? {
            var head = HTTPRequest(
                method: method, scheme: "http", authority: "localhost", path: path)
            if let authorization { head.headerFields[.authorization] = authorization }
            for (name, value) in fields { head.headerFields[name] = value }
            return await routes.respond(
                to: Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body))),
                from: IPAddress(parsing: source))
        }
    }

    private static let accounts = "/_waxwing/admin/accounts"

    @Test func answersItsOwnPathsAlone() async throws {
        let bench = try await Bench()
        for path in ["/", "/_waxwing/messages", "/_waxwing/administer", "/v2/email/account"] {
            #expect(await bench.call(.get, path) == nil)
        }
        #expect(await bench.call(.get, Self.accounts)?.status == .ok)
        #expect(await bench.call(.get, "/_waxwing/admin")?.status == .notFound)
    }

    @Test(arguments: [
        nil, "", "Bearer", "Bearer ", "Bearer a-long", "Bearer a-long-and-random-token2",
        "Basic a-long-and-random-token", "a-long-and-random-token",
    ])
    func wantsTheToken(authorization: String?) async throws {
        let bench = try await Bench()
        let response = await bench.call(.get, Self.accounts, authorization: authorization)
        #expect(response?.status == .unauthorized)
        #expect(response?.headers[.wwwAuthenticate] == "Bearer")
    }

    @Test func anEmptyTokenLetsNobodyIn() async throws {
        let bench = try await Bench(token: "")
        for authorization in ["Bearer ", "Bearer x"] {
            let response = await bench.call(.get, Self.accounts, authorization: authorization)
            #expect(response?.status == .unauthorized)
        }
    }

    @Test func whoeverGuessesIsHeldUp() async throws {
        let bench = try await Bench()
        let owner = "198.51.100.7"
        #expect(await bench.call(.get, Self.accounts, from: owner)?.status == .ok)
        for _ in 0..<7 {
            _ = await bench.call(.get, Self.accounts, authorization: "Bearer wrong")
        }
        // Right or wrong, nothing of theirs is looked at before its turn.
        for authorization in ["Bearer wrong", "Bearer \(Self.token)"] {
            let response = await bench.call(.get, Self.accounts, authorization: authorization)
            #expect(response?.status == .tooManyRequests)
        }
        // Who tries no token waits for nothing, nor does an owner whose address is known.
        let response = await bench.call(.get, Self.accounts, authorization: nil)
        #expect(response?.status == .unauthorized)
        #expect(await bench.call(.get, Self.accounts, from: owner)?.status == .ok)
    }

    @Test func pagesAreRefused() async throws {
        let bench = try await Bench()
        for (name, value) in [("Origin", "http://localhost"), ("Sec-Fetch-Site", "none")] {
            let field = try #require(HTTPField.Name(name))
            let response = await bench.call(
                .post, Self.accounts, #"{"name":"x"}"#, fields: [field: value])
            #expect(response?.status == .forbidden)
        }
    }

    @Test(arguments: [
        (HTTPRequest.Method.post, "", #"{"name":"x"}"#, 201), (.post, "", #"{"nam":"x"}"#, 400),
        (.post, "", "[]", 400), (.post, "", "{", 400), (.post, "", #"{"name":1}"#, 400),
        (.put, "", "{}", 405), (.get, "/1", "", 400), (.get, "/111122223333", "", 404),
        (.get, "/111122223333/users", "", 404), (.get, "/111122223333/else", "", 404),
        (.post, "/111122223333/keys", "{}", 404), (.put, "/111122223333/keys", "{}", 405),
        (.delete, "/111122223333", "", 404), (.get, "/111122223333/a/b/c/d/e/f", "", 404),
        (.get, "/111122223333/%2F", "", 404),
    ])
    func saysWhatBecameOfIt(
        method: HTTPRequest.Method, path: String, body: String, status: Int
    ) async throws {
        let bench = try await Bench()
        let response = await bench.call(method, Self.accounts + path, body)
        #expect(response?.status.code == status)
        #expect(response?.headers[.contentType] == "application/json")
        #expect(response?.headers[.cacheControl] == "no-store")
    }

    @Test func aLongBodyIsRefused() async throws {
        let bench = try await Bench()
        let response = await bench.call(
            .post, Self.accounts, String(repeating: " ", count: 200_000))
        #expect(response?.status == .contentTooLarge)
    }
}
