import JSONText
import Logging
import MailTypes
import SESModel
import Synchronization
import Testing
import WaxwingCore
import WaxwingTesting

@testable import WaxwingSES

@Suite struct SESRouterTests {
    private static let now = UnixTime(seconds: 1_795_424_700)

    private func router(_ verifier: SigV4Verifier = .acceptAnyone) -> SESRouter {
        SESRouter(
            verifier: verifier, clock: { Self.now }, requestIDs: { "r-1" },
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    }

    private func post(_ form: String) -> APIRequest {
        APIRequest(method: "POST", path: "/", body: Array(form.utf8))
    }

    private func text(_ response: APIResponse) -> String {
        String(decoding: response.body, as: UTF8.self)
    }

    @Test func findsTheRouteOfEveryOperation() throws {
        let table = RouteTable(SESv2.operations)
        for operation in SESv2.operations {
            let path = operation.path.split(separator: "/").map { part in
                part.hasPrefix("{") ? "a%2Fb%20c" : String(part)
            }
            let match = try #require(
                table.match(method: operation.method, path: "/" + path.joined(separator: "/")))
            #expect(match.operation == operation)
            for label in match.labels { #expect(label.value == .string("a/b c")) }
        }
    }

    @Test(arguments: [
        ("POST", "/v2/email/import-jobs/list", "ListImportJobs"),
        ("GET", "/v2/email/import-jobs/list", "GetImportJob"),
        ("POST", "/v2/email/list-identities", "ListEmailIdentities"),
        ("GET", "/v2/email/identities/", "ListEmailIdentities"),
        ("GET", "/v2/email/identities/x.example", "GetEmailIdentity"),
        ("POST", "/v2/email/email-address-insights", "GetEmailAddressInsights"),
        ("GET", "/v2/email/insights/0100-0/", "GetMessageInsights"),
    ])
    func prefersLiteralsToLabels(method: String, path: String, name: String) {
        let table = RouteTable(SESv2.operations + SESv2.earlierRoutes)
        let match = table.match(method: method, path: path)
        #expect(match?.operation.name == name)
    }

    @Test(arguments: [
        ("GET", "/v2/email"), ("GET", "/v2/email/nothing"), ("PATCH", "/v2/email/account"),
        ("GET", "/v2/email/identities//dkim"), ("GET", "/v2/email/identities/%FF"),
        ("GET", "/other"),
    ])
    func knowsNoOtherRoutes(method: String, path: String) async {
        let response = await router().respond(to: APIRequest(method: method, path: path))
        #expect(response.status == 404)
        #expect(response.headers.contains(.init("x-amzn-ErrorType", "UnknownOperationException")))
    }

    @Test func callsBeyondTheRateAreRefusedInTheWordsOfEachAPI() async {
        let clock = ManualClock()
        var router = router()
        router.throttle = CallThrottle(callsPerSecond: 1, clock: clock)
        router.register(SESv2.GetAccount.self) { _, _ in SESv2.GetAccountResponse() }
        router.register(SESv1.GetSendQuota.self) { _, _ in SESv1.GetSendQuotaResponse() }
        let account = APIRequest(method: "GET", path: "/v2/email/account")
        let quota = post("Action=GetSendQuota&Version=2010-12-01")
        for status in [200, 429] {
            let response = await router.respond(to: account)
            #expect(response.status == status)
            if status == 429 { #expect(text(response) == #"{"message":"Rate exceeded"}"#) }
        }
        for status in [200, 400] {
            let response = await router.respond(to: quota)
            #expect(response.status == status)
            guard status == 400 else { continue }
            #expect(text(response).contains("<Code>Throttling</Code>"))
            #expect(text(response).contains("<Message>Rate exceeded</Message>"))
        }
        clock.advance(by: .seconds(1))
        #expect(await router.respond(to: account).status == 200)
    }

    @Test func sendsAreNotCountedAsCalls() async {
        var router = router()
        router.throttle = CallThrottle(callsPerSecond: 1, clock: ManualClock())
        router.register(SESv2.SendEmail.self) { _, _ in SESv2.SendEmailResponse() }
        let send = APIRequest(
            method: "POST", path: "/v2/email/outbound-emails",
            body: Array(#"{"Content":{"Simple":null}}"#.utf8))
        for _ in 0..<3 { #expect(await router.respond(to: send).status == 200) }
    }

    @Test func answersInBothProtocols() async {
        var router = router()
        router.register(SESv1.SendEmail.self) { request, context in
            #expect(context.version == .v1)
            return SESv1.SendEmailResponse(messageId: "\(request.source) \(context.region)")
        }
        router.register(SESv2.GetEmailIdentity.self) { request, context in
            SESv2.GetEmailIdentityResponse(
                mailFromAttributes: .init(
                    mailFromDomain: request.emailIdentity, mailFromDomainStatus: .pending,
                    behaviorOnMxFailure: .useDefaultValue))
        }
        let query = await router.respond(
            to: post(
                "Action=SendEmail&Version=2010-12-01&Source=a%40x&Destination.ToAddresses.member.1"
                    + "=b&Message.Subject.Data=s&Message.Body.Text.Data=t"))
        #expect(query.status == 200)
        #expect(text(query).contains("<MessageId>a@x us-east-1</MessageId>"))
        #expect(query.headers.contains(.init("x-amzn-RequestId", "r-1")))
        let rest = await router.respond(
            to: APIRequest(method: "GET", path: "/v2/email/identities/a%40x.example"))
        #expect(
            text(rest)
                == #"{"MailFromAttributes":{"MailFromDomain":"a@x.example","#
                + #""MailFromDomainStatus":"PENDING","BehaviorOnMxFailure":"USE_DEFAULT_VALUE"}}"#)
    }

    @Test(arguments: [
        ("", 400, "<Code>MissingAction</Code>"),
        (
            "Action=SendFoo&Version=2010-12-01", 400,
            "<Code>InvalidAction</Code><Message>Could not find operation SendFoo for version "
                + "2010-12-01</Message>"
        ),
        ("Action=SendEmail", 400, "for version NO_VERSION_SPECIFIED"),
        (
            "Action=SendEmail&Version=2010-12-01", 400,
            "Could not find operation SendEmail for version 2010-12-01: Waxwing does not implement "
                + "it yet."
        ),
        ("Action=%", 404, "<Code>MalformedQueryString</Code>"),
    ])
    func refusesInTheQueryProtocol(form: String, status: Int, part: String) async {
        let response = await router().respond(to: post(form))
        #expect(response.status == status)
        #expect(text(response).contains(part), "\(text(response))")
    }

    @Test func saysThatAnOperationIsNotThereYet() async {
        let response = await router().respond(
            to: APIRequest(method: "GET", path: "/v2/email/account"))
        #expect(response.status == 404)
        #expect(
            text(response)
                == #"{"message":"Could not find operation GetAccount: "#
                + #"Waxwing does not implement it yet."}"#)
    }

    @Test(arguments: [
        ("{}", "BadRequestException", "1 validation error detected: Value at 'content'"),
        ("[]", "SerializationException", "Expected structure or null"),
        ("{", "SerializationException", "The body is no JSON"),
        (#"{"Content":1}"#, "SerializationException", "Expected structure or null"),
        (
            "null", "BadRequestException",
            "1 validation error detected: Value at 'content' failed to satisfy constraint: "
                + "Member must not be null"
        ),
    ])
    func refusesInREST(body: String, exception: String, part: String) async {
        var router = router()
        router.register(SESv2.SendEmail.self) { _, _ in .init() }
        let response = await router.respond(
            to: APIRequest(
                method: "POST", path: "/v2/email/outbound-emails", body: Array(body.utf8)))
        #expect(response.status == 400)
        #expect(response.headers.contains(.init("x-amzn-ErrorType", exception)))
        #expect(text(response).contains(part), "\(text(response))")
    }

    @Test func readsMembersOfTheQuery() async {
        var router = router()
        router.register(SESv2.ListSuppressedDestinations.self) { request, _ in
            #expect(request.reasons == [.bounce, .complaint])
            #expect(request.pageSize == 10)
            #expect(request.startDate == UnixTime(iso8601: "2026-01-02T03:04:05Z"))
            return .init(nextToken: request.nextToken)
        }
        let path = "/v2/email/suppression/addresses"
        let query =
            "Reason=BOUNCE&Reason=COMPLAINT&PageSize=10&StartDate=2026-01-02T03%3A04%3A05Z"
            + "&NextToken=a%2Bb"
        let response = await router.respond(
            to: APIRequest(method: "GET", path: path, query: query))
        #expect(text(response) == #"{"NextToken":"a+b"}"#)
        let bad = await router.respond(
            to: APIRequest(method: "GET", path: path, query: "PageSize=x"))
        #expect(text(bad) == #"{"message":"'x' can not be converted to Integer"}"#)
    }

    @Test func hidesWhyAHandlerBroke() async {
        struct Broken: Error {}
        var router = router()
        router.register(SESv2.GetAccount.self) { _, _ in throw Broken() }
        let response = await router.respond(
            to: APIRequest(method: "GET", path: "/v2/email/account"))
        #expect(response.status == 500)
        #expect(text(response) == #"{"message":"An internal error occurred."}"#)
    }

    @Test func asksForASignature() async {
        let strict = router(SigV4Verifier(.strict(OneKey())))
        let query = await strict.respond(to: post("Action=GetSendQuota&Version=2010-12-01"))
        #expect(query.status == 403)
        #expect(text(query).contains("<Code>MissingAuthenticationToken</Code>"))
        let rest = await strict.respond(to: APIRequest(method: "GET", path: "/v2/email/account"))
        #expect(rest.status == 403)
        #expect(
            rest.headers.contains(
                .init("x-amzn-ErrorType", "MissingAuthenticationTokenException")))
    }

    @Test func makesRequestIDsThatAreUUIDs() {
        let id = SESRouter.randomRequestID()
        #expect(id.split(separator: "-").map(\.count) == [8, 4, 4, 4, 12])
        #expect(id != SESRouter.randomRequestID())
    }
}
