import HTTPTypes
import Synchronization
import Testing

@Suite struct RoutingTests {
    let console = TestConsole()

    @Test(arguments: [
        (HTTPRequest.Method.post, "/"), (.get, "/?Action=SendEmail&Version=2010-12-01"),
        (.get, "/v2/email/identities"), (.post, "/v2/email/outbound-emails"),
        (.put, "/messages/1"), (.get, "/elsewhere"),
    ])
    func leavesToTheAPIWhatIsNotItsOwn(method: HTTPRequest.Method, path: String) async throws {
        #expect(try await console.ask(method, path) == nil)
    }

    @Test(arguments: [
        ("/_waxwing/nothing", "application/json"), ("/_waxwing", "application/json"),
        ("/_waxwing/messages/1", "application/json"),
        ("/_waxwing/messages/01", "application/json"),
        ("/_waxwing/messages/-1/raw", "application/json"),
        ("/_waxwing/messages/99999999999999999999", "application/json"),
        ("/messages/1", "text/html; charset=utf-8"),
        ("/messages/x/y", "text/html; charset=utf-8"),
        ("/assets/none.css", "text/html; charset=utf-8"),
    ])
    func answersUnknownPathsInTheirOwnKind(path: String, type: String) async throws {
        let answer = try await console.get(path)
        #expect(answer.status == 404)
        #expect(answer["Content-Type"] == type)
    }

    @Test func showsBrowsersAPageForWhatIsNotThere() async throws {
        let answer = try await console.get("/elsewhere", [.accept: "text/html,*/*"])
        #expect(answer.status == 404)
        #expect(answer.text.contains("There is no such page"))
    }

    @Test func refusesOtherMethods() async throws {
        let answer = try #require(try await console.ask(.delete, "/_waxwing/messages"))
        #expect(answer.status == 405)
        #expect(answer["Allow"] == "GET, HEAD")
        let reset = try await console.get("/_waxwing/reset")
        #expect(reset.status == 405)
        #expect(reset["Allow"] == "POST")
    }

    @Test(arguments: ["/", "/_waxwing/messages", "/_waxwing/messages/7/raw", "/messages/7"])
    func answersHeadWithTheFieldsOfGet(path: String) async throws {
        try await console.receive()
        let get = try await console.get(path)
        let head = try #require(try await console.ask(.head, path))
        #expect(head.status == 200)
        #expect(head.body.isEmpty)
        #expect(head.fields == get.fields)
        #expect(head["Content-Length"] == String(get.body.count))
    }

    @Test func saysWhetherEveryListenerIsUp() async throws {
        let ready = try await console.get("/_waxwing/health")
        #expect(ready.status == 200)
        #expect(ready.text == #"{"status":"ok"}"#)
        console.record.isReady.withLock { $0 = false }
        let starting = try await console.get("/_waxwing/health")
        #expect(starting.status == 503)
        #expect(starting.text == #"{"status":"starting"}"#)
    }

    @Test func servesItsAssetsWithTheirTypes() async throws {
        let page = try await console.get("/").text
        for (ending, type) in [
            ("css", "text/css; charset=utf-8"), ("js", "text/javascript; charset=utf-8"),
            ("svg", "image/svg+xml"),
        ] {
            let path = try #require(
                page.split(separator: "\"").first {
                    $0.hasPrefix("/assets/") && $0.hasSuffix(".\(ending)")
                })
            let answer = try await console.get(String(path))
            #expect(answer.status == 200)
            #expect(answer["Content-Type"] == type)
        }
    }

    @Test func saysSoWhenTheInboxCannotBeRead() async throws {
        await console.inbox.breakDown()
        let api = try await console.get("/_waxwing/messages")
        #expect(api.status == 503)
        #expect(api.text.hasPrefix(#"{"message":"The inbox can't be read"#))
        #expect(try await console.get("/").status == 503)
    }
}
