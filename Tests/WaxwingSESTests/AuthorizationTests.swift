import JSONText
import Logging
import MailTypes
import SESModel
import Testing
import WaxwingCore

@testable import WaxwingSES

/// Who may do what, and how often, as the router sees it.
@Suite struct AuthorizationTests {
    /// Allows what it lists.
    private struct Listed: CallAuthorizer {
        let actions: Set<String>

        func allows(_ call: Call) -> Bool { actions.contains(call.action) }
    }

    private func router(
        _ verifier: SigV4Verifier, _ authorizer: any CallAuthorizer, now: UnixTime
    ) -> SESRouter {
        var router = SESRouter(
            verifier: verifier, authorizer: authorizer, clock: { now },
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
        router.register(SESv2.GetAccount.self) { _, _ in .init() }
        router.register(SESv2.SendEmail.self) { _, _ in .init(messageId: "m") }
        router.register(SESv1.SendEmail.self) { _, _ in .init(messageId: "m") }
        return router
    }

    @Test func refusesInTheWordsOfIAM() async throws {
        let fixture = try SignedRequests()
        let router = router(
            SigV4Verifier(.strict(OneKey())), Listed(actions: ["ses:SendEmail"]), now: fixture.now)
        let refused = await router.respond(to: try #require(fixture["v2 GetAccount"]))
        #expect(refused.status == 403)
        #expect(
            refused.headers.contains(.init("x-amzn-ErrorType", "AccessDeniedException")))
        #expect(
            String(decoding: refused.body, as: UTF8.self)
                == #"{"Message":"User: arn:aws:iam::123456789012:user/a is not authorized to "#
                + #"perform: ses:GetAccount on resource: *"}"#)
    }

    @Test func usersWithoutPoliciesMayDoNothing() {
        func call(_ kind: Principal.Kind, _ policies: [String]?) -> Call {
            Call(
                action: "ses:GetAccount",
                principal: Principal(account: .development, kind: kind), policies: policies,
                region: "us-east-1", now: UnixTime(seconds: 0))
        }
        #expect(PolicyAuthorizer().allows(call(.root, nil)))
        #expect(!PolicyAuthorizer().allows(call(.user(name: "a"), [])))
    }

    @Test func aRequestThatChangesSomethingIsCarriedOutOnce() async throws {
        let fixture = try SignedRequests()
        let router = router(
            SigV4Verifier(.strict(OneKey())), EverythingAllowed(), now: fixture.now)
        let sends = fixture.requests.filter { $0.name.contains("SendEmail") }
        #expect(!sends.isEmpty)
        for (name, request) in sends {
            let first = await router.respond(to: request)
            #expect(first.status == 200, "\(name): \(String(decoding: first.body, as: UTF8.self))")
            let second = await router.respond(to: request)
            #expect(second.status == (request.path == "/" ? 400 : 403), "\(name)")
            #expect(String(decoding: second.body, as: UTF8.self).contains("already used"))
        }
        let get = try #require(fixture["v2 GetAccount"])
        for _ in 0..<3 { #expect(await router.respond(to: get).status == 200) }
    }

    @Test func whatFailedMayComeAgain() async throws {
        let fixture = try SignedRequests()
        var router = router(
            SigV4Verifier(.strict(OneKey())), EverythingAllowed(), now: fixture.now)
        router.register(SESv2.SendEmail.self) { _, _ in
            throw SESError(.serviceUnavailable, "later")
        }
        router.register(SESv1.SendEmail.self) { _, _ in
            throw SESError(.serviceUnavailable, "later")
        }
        for (name, request) in fixture.requests where name.contains("SendEmail") {
            for _ in 0..<2 {
                #expect(await router.respond(to: request).status == 503, "\(name)")
            }
        }
    }

    @Test(arguments: [
        (#"{"EmailIdentity":"example.com"}"#, [["identity/example.com"]]),
        (
            #"{"EmailIdentity":"a@example.com"}"#,
            [["identity/example.com", "identity/a@example.com"]]
        ),
        (#"{"ConfigurationSetName":"c"}"#, [["configuration-set/c"]]),
        (#"{"TemplateName":"t"}"#, [["template/t"]]), ("{}", []),
    ])
    func namesTheResources(input: String, names: [[String]]) throws {
        let context = SESContext(
            caller: Caller(
                accessKeyID: "A", principal: Principal(account: .development), policies: [],
                region: "eu-west-1"),
            version: .v2, requestID: "", now: UnixTime(seconds: 0))
        let call = Call(
            SESv2.GetEmailIdentity.descriptor, try JSON.parse(Array(input.utf8)), context)
        let prefix = "arn:aws:ses:eu-west-1:000000000000:"
        #expect(call.resources == names.map { $0.map { prefix + $0 } })
    }

    @Test func knowsWhatOnlyReads() {
        for operation in SESv1.operations + SESv2.operations {
            let isRead = operation.method == "GET" && operation.version == .v2
            if isRead { #expect(!operation.changesSomething, "\(operation.name)") }
        }
        #expect(SESv2.SendEmail.descriptor.changesSomething)
    }
}
