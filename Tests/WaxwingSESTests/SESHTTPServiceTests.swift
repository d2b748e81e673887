import HTTPTypes
import Hummingbird
import Logging
import MailTypes
import NIOCore
import SESModel
import Testing

@testable import WaxwingSES

@Suite struct SESHTTPServiceTests {
    private func service(
        _ verifier: SigV4Verifier = .acceptAnyone, _ limits: BodyAllowance.Limits = .init(),
        readingTime: Duration = .seconds(60)
    ) -> SESHTTPService {
        var router = SESRouter(
            verifier: verifier, clock: { UnixTime(seconds: 0) },
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
        router.register(SESv2.GetEmailIdentity.self) { request, context in
            .init(policies: [
                "identity": request.emailIdentity, "ip": context.sourceIP ?? "",
                "agent": context.userAgent ?? "",
            ])
        }
        return SESHTTPService(router: router, limits, readingTime: { _ in readingTime })
    }

    private func head(_ method: HTTPRequest.Method, _ path: String) -> HTTPRequest {
        HTTPRequest(method: method, scheme: "http", authority: "localhost", path: path)
    }

    @Test(arguments: [
        (HTTPRequest.Method.get, "/", false), (.get, "/?Action=GetSendQuota", true),
        (.get, "/?a=1&Action=GetSendQuota", true), (.post, "/", true), (.get, "/?q=Action", false),
        (.get, "/v2/email/account", true), (.put, "/v2/emails", false), (.get, "/_waxwing", false),
    ])
    func knowsItsRequests(method: HTTPRequest.Method, path: String, isHandled: Bool) {
        #expect(SESHTTPService.handles(head(method, path)) == isHandled)
    }

    @Test func passesOnWhatTheHeadSays() async {
        var head = head(.get, "/v2/email/identities/a%40x.example?x=1")
        head.headerFields[.userAgent] = "agent"
        let response = await service().respond(
            to: Request(head: head, body: RequestBody(buffer: ByteBuffer())), sourceIP: "192.0.2.1")
        #expect(response.status == .ok)
        #expect(response.headers[.contentType] == "application/json")
        let body = #"{"Policies":{"agent":"agent","identity":"a@x.example","ip":"192.0.2.1"}}"#
        #expect(response.body.contentLength == body.utf8.count)
    }

    @Test(arguments: [
        ("/", SESHTTPService.querySizeLimit), ("/v2/email/x", SESHTTPService.restSizeLimit),
    ])
    func refusesABodyThatSaysItIsTooLong(path: String, limit: Int) async {
        var head = head(.post, path)
        head.headerFields[.contentLength] = String(limit + 1)
        let response = await service().respond(
            to: Request(head: head, body: RequestBody(buffer: ByteBuffer())), sourceIP: nil)
        #expect(response.status == .contentTooLarge)
    }

    @Test func refusesABodyThatIsTooLong() async {
        let body = ByteBuffer(repeating: 0x20, count: SESHTTPService.querySizeLimit + 1)
        let response = await service().respond(
            to: Request(head: head(.post, "/"), body: RequestBody(buffer: body)), sourceIP: nil)
        #expect(response.status == .contentTooLarge)
    }

    @Test func readsNoLargeBodyFromStrangers() async {
        var head = head(.post, "/v2/email/outbound-emails")
        head.headerFields[.contentLength] = String(SESHTTPService.trustedSizeLimit + 1)
        let (body, source) = RequestBody.makeStream()  // never ends: reading it would wait forever
        let response = await service(SigV4Verifier(.strict(OneKey()))).respond(
            to: Request(head: head, body: body), sourceIP: nil)
        #expect(response.status == .forbidden)
        source.finish()
    }

    @Test(arguments: [(150_000, HTTPResponse.Status.notFound), (150_001, .serviceUnavailable)])
    func hasRoomForLargeBodies(count: Int, status: HTTPResponse.Status) async {
        let service = service(.acceptAnyone, .init(total: 400_000, perSource: 150_000))
        var head = head(.post, "/v2/email/nothing")
        head.headerFields[.contentLength] = String(count)
        for _ in 1...3 {  // each gives back what it took
            let response = await service.respond(
                to: Request(head: head, body: RequestBody(buffer: ByteBuffer())), sourceIP: nil)
            #expect(response.status == status)
        }
    }

    @Test func roomIsSharedOutBySource() {
        let allowance = BodyAllowance(.init(total: 300, perSource: 200))
        #expect(allowance.take(150, for: "192.0.2.1"))
        #expect(!allowance.take(51, for: "192.0.2.1"))
        #expect(allowance.take(150, for: "192.0.2.2"), "another address has its own part")
        #expect(!allowance.take(1, for: "192.0.2.3"), "there is no more")
        allowance.giveBack(150, for: "192.0.2.1")
        #expect(allowance.take(150, for: "192.0.2.3"))
    }

    @Test func waitsForABodyNoLongerThanItMayTake() async {
        var head = head(.post, "/v2/email/outbound-emails")
        head.headerFields[.contentLength] = "100000"
        let (body, source) = RequestBody.makeStream()
        let response = await service(readingTime: .milliseconds(1)).respond(
            to: Request(head: head, body: body), sourceIP: nil)
        #expect(response.status == .requestTimeout)
        source.finish()
    }
}
