import MailTypes
import Testing

@testable import WaxwingCore

@Suite struct DoubtfulSendersTests {
    @Test(arguments: [
        ("App <app@a.example>", ["app@a.example"]),
        ("app@a.example", ["app@a.example"]),
        ("boss@b.example App <app@a.example>", ["boss@b.example", "app@a.example"]),
        ("boss@b.example <app@a.example>", ["boss@b.example", "app@a.example"]),
        ("<boss@b.example> <app@a.example>", ["boss@b.example", "app@a.example"]),
        ("\"boss@b.example\" <app@a.example>", ["app@a.example"]),  // a name, for every reader
        ("\"a\\\"boss@b.example\" <app@a.example>", ["app@a.example"]),
        ("app@a.example (boss@b.example (again))", ["app@a.example"]),
        ("(boss@b.example app@a.example", []),  // a comment that never ends
        ("'boss@b.example' <app@a.example>", ["app@a.example"]),
        ("=?utf-8?Q?boss=40b.example?= <app@a.example>", ["app@a.example"]),
        ("Team: boss@b.example, app@a.example;", ["boss@b.example", "app@a.example"]),
        ("", []), ("@", []), ("a@", []),
    ])
    func findsWhatSomeReaderSees(value: String, addresses: [String]) {
        let found = DoubtfulSenders.mailboxes(in: Array(value.utf8)[...], limit: 100)
        #expect(found.map(\.formatted) == addresses)
    }

    @Test func stopsAtTheLimit() {
        let value = (0..<1000).map { "a\($0)@a.example" }.joined(separator: ",")
        #expect(DoubtfulSenders.mailboxes(in: Array(value.utf8)[...], limit: 7).count == 7)
    }
}
