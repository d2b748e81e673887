import HTTPTypes
import Synchronization
import Testing

@Suite struct VerifyTests {
    let console = TestConsole()

    @Test func verifiesAnAddressByItsLink() async throws {
        let answer = try await console.get("/_waxwing/verify?token=good")
        #expect(answer.status == 200)
        #expect(answer.text.contains("Address verified"))
        #expect(answer["Cache-Control"] == "no-store")
    }

    @Test(arguments: ["?token=bad", "?token=", "", "?token=\(String(repeating: "x", count: 2000))"])
    func saysThatALinkIsUnknown(query: String) async throws {
        let answer = try await console.get("/_waxwing/verify\(query)")
        #expect(answer.status == 404)
        #expect(answer.text.contains("Link expired or unknown"))
    }

    @Test(arguments: [
        ("own-good", "https://app.example/welcome?a=b"), ("own-old", "https://app.example/again"),
    ])
    func goesToThePagesOfTheTemplate(token: String, page: String) async throws {
        let answer = try await console.get("/_waxwing/verify?token=\(token)")
        #expect(answer.status == 302)
        #expect(answer["Location"] == page)
        #expect(answer["Cache-Control"] == "no-store")
    }

    @Test func decodesTheToken() async throws {
        _ = try await console.get("/_waxwing/verify?token=a%2Bb%3D")
        #expect(console.record.tokens.withLock { $0 } == ["a+b="])
    }

    @Test(arguments: [HTTPRequest.Method.head, .post])
    func changesNothingButByGet(method: HTTPRequest.Method) async throws {
        _ = try await console.ask(method, "/_waxwing/verify?token=good")
        #expect(console.record.tokens.withLock { $0 }.isEmpty)
    }
}
