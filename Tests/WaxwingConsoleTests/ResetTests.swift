import HTTPTypes
import Synchronization
import Testing

@Suite struct ResetTests {
    let console = TestConsole()

    private static let fetchSite = HTTPField.Name("Sec-Fetch-Site")

    @Test(arguments: [
        nil, "http://localhost:8025", "http://LOCALHOST:8025", "https://localhost:8025",
    ])
    func resetsForProgramsAndItsOwnPage(origin: String?) async throws {
        try await console.receive()
        var fields: [HTTPField.Name: String] = [:]
        fields[.origin] = origin
        let answer = try #require(try await console.ask(.post, "/_waxwing/reset", fields))
        #expect(answer.status == 200)
        #expect(answer.text == #"{"status":"ok"}"#)
        #expect(try await console.get("/_waxwing/messages").text == #"{"messages":[]}"#)
        #expect(console.record.resets.withLock { $0 } == 1)
    }

    @Test(arguments: [
        "http://evil.example", "http://localhost:3000", "http://localhost", "null", "",
        "http://evil.example/localhost:8025", "localhost:8025://evil.example",
    ])
    func refusesFormsOfOtherSites(origin: String) async throws {
        let answer = try #require(
            try await console.ask(.post, "/_waxwing/reset", [.origin: origin]))
        #expect(answer.status == 403)
        #expect(console.record.resets.withLock { $0 } == 0)
    }

    @Test(arguments: ["cross-site", "same-site"])
    func refusesWhatTheBrowserMarksAsForeign(site: String) async throws {
        let name = try #require(Self.fetchSite)
        let answer = try #require(try await console.ask(.post, "/_waxwing/reset", [name: site]))
        #expect(answer.status == 403)
        #expect(console.record.resets.withLock { $0 } == 0)
    }

    @Test func leadsABrowserBackToTheInbox() async throws {
        let answer = try #require(
            try await console.ask(
                .post, "/_waxwing/reset",
                [.origin: "http://localhost:8025", .accept: "text/html,application/xhtml+xml"]))
        #expect(answer.status == 303)
        #expect(answer["Location"] == "/")
    }
}
