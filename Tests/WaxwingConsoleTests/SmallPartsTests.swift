import Testing

@testable import WaxwingConsole

@Suite struct SmallPartsTests {
    @Test(
        arguments: [
            (JSON.string("a\"b\\c\n\r\t\u{0}\u{1f}é"), #""a\"b\\c\n\r\t\u0000\u001fé""#),
            (
                ["b": .number(1), "a": .null, "c": .array([.bool(true), "x"])],
                #"{"b":1,"a":null,"c":[true,"x"]}"#
            ),
            (.array([]), "[]"), ([:], "{}"),
        ] as [(JSON, String)])
    func writesJSON(json: JSON, expected: String) {
        #expect(String(decoding: json.formatted, as: UTF8.self) == expected)
    }

    @Test(arguments: [
        ("See https://a.example/x?y=1, please", ["https://a.example/x?y=1"]),
        ("(http://a.example).", ["http://a.example"]),
        ("<https://a.example/_>", ["https://a.example/_"]),
        ("HTTPS://A.EXAMPLE", ["HTTPS://A.EXAMPLE"]),
        ("https://a.example/ü https://b.example", ["https://a.example/ü", "https://b.example"]),
        ("xhttp://a.example javascript:alert(1) http:// https://.", []), ("", []),
    ])
    func findsAddressesInText(text: String, links: [String]) {
        let segments = TextSegment.segments(of: text)
        #expect(segments.filter(\.isLink).map(\.words) == links)
        #expect(segments.map(\.words).joined() == text)
    }

    @Test func makesNoMoreLinksThanItsLimit() {
        let text = String(repeating: "http://a.example ", count: 5000)
        let segments = TextSegment.segments(of: text)
        #expect(segments.count <= TextSegment.linkLimit * 2 + 1)
        #expect(segments.map(\.words).joined() == text)
    }

    @Test(arguments: [
        ("Zoë <zoe@example.com>", "Zoë", "zoe@example.com"),
        ("zoe@example.com", "zoe@example.com", nil),
        ("<zoe@example.com>", "zoe@example.com", nil), ("", "(nobody)", nil), ("<>", "<>", nil),
        (#""Prior, \"A\"" <a@b>"#, #"Prior, "A""#, "a@b"), (#""" <a@b>"#, #""""#, "a@b"),
        ("  <zoe@example.com>", "zoe@example.com", nil), (">", ">", nil),
    ])
    func takesAddressLinesApart(text: String, name: String, address: String?) {
        let line = AddressLine(text)
        #expect(line.name == name)
        #expect(line.address == address)
    }

    @Test(arguments: [
        (0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (14_250, "14.2 kB"), (3_000_000, "3.0 MB"),
    ])
    func writesSizesForPeople(bytes: Int, expected: String) {
        #expect(ByteCount.text(bytes) == expected)
    }

    @Test func cutsBetweenCharacters() {
        #expect(TextExcerpt("aéb", limit: 2).text == "a")
        #expect(TextExcerpt("aéb", limit: 3).text == "aé")
        #expect(TextExcerpt("aéb", limit: 4) == TextExcerpt("aéb"))
        #expect(TextExcerpt("aéb", limit: 3).isTruncated)
    }
}
