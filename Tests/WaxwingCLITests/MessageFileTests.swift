import Testing

@testable import WaxwingCLI

@Suite struct MessageFileTests {
    @Test(
        arguments: [
            ("A: b\r\n\r\nc\r\n", "A: b\r\n\r\nc\r\n", []),
            ("A: b\n\nc", "A: b\r\n\r\nc", [.lineEndsConverted]),
            ("A: b\n\nc\r\nd\re\n", "A: b\r\n\r\nc\r\nd\re\r\n", [.lineEndsConverted]),
            ("A: b\r\n\r\nc\nd", "A: b\r\n\r\nc\nd", [.bareLineFeeds]),
            (
                "From me Mon Nov 23\nA: b\n\n", "A: b\r\n\r\n",
                [.mailboxLineDropped, .lineEndsConverted]
            ),
            ("From me\r\nA: b\r\n", "A: b\r\n", [.mailboxLineDropped]),
            ("From: me\r\n", "From: me\r\n", []),
            ("From me", "", [.mailboxLineDropped]),
            ("\nbody", "\r\nbody", [.lineEndsConverted]),
            ("", "", []),
        ] as [(String, String, [MessageFile.Note])])
    func readsMessagesAsTheyAreStored(text: String, bytes: String, notes: [MessageFile.Note]) {
        let file = MessageFile(name: "-", reading: Array(text.utf8))
        #expect(String(decoding: file.bytes, as: UTF8.self) == bytes)
        #expect(file.notes == notes)
    }

    @Test func refusesAFileThatIsNotThere() {
        #expect(throws: InputError("there is no such file", in: "/none/such")) {
            try MessageFile.read("/none/such")
        }
    }

    @Test func handsResultsOnInTheirOrder() async throws {
        var order: [Int] = []
        try await inOrder(Array(0..<500), limit: 7) { number in
            for _ in 0..<(number * 37 % 11) { await Task.yield() }
            return number
        } each: {
            order.append($0)
        }
        #expect(order == Array(0..<500))
    }
}
