import Testing

@testable import WaxwingCore

@Suite struct MessageTagTests {
    @Test(arguments: [
        ("a=1", [("a", "1")]), ("a=1, b = 2", [("a", "1"), ("b", "2")]), ("", []),
        ("a=b=c", [("a", "b=c")]),
    ])
    func readsTheField(value: String, tags: [(String, String)]) throws {
        let read = try MessageTag.tags(inField: value)
        #expect(read == tags.map { MessageTag(name: $0.0, value: $0.1) })
    }

    @Test(arguments: ["a", "a=1,b"])
    func refusesAnItemWithoutValue(value: String) {
        #expect(throws: ServiceError.self) { try MessageTag.tags(inField: value) }
    }

    @Test(arguments: [
        ("", "x", "The tag name must be specified."), ("x", "", "The tag value must be specified."),
        (String(repeating: "a", count: 256), "x", "Tag name cannot exceed 255 characters."),
        (
            "a b", "x",
            "Invalid tag name <a b>: only alphanumeric ASCII characters, '_',  '-' are allowed."
        ),
        (
            "a.b", "x",
            "Invalid tag name <a.b>: only alphanumeric ASCII characters, '_',  '-' are allowed."
        ),
        (
            "a", "b:c",
            "Invalid tag value <b:c>: only alphanumeric ASCII characters, '_',  '-' , '.', '@' are "
                + "allowed."
        ),
    ])
    func saysWhatIsWrong(name: String, value: String, text: String) {
        #expect(throws: ServiceError.invalidParameter(text)) {
            try MessageTag(name: name, value: value).check()
        }
    }

    @Test(arguments: [("a_B-9", "x.y@z"), ("ses:feedback-id-a", "v")])
    func takesWhatSESTakes(name: String, value: String) throws {
        try MessageTag(name: name, value: value).check()
    }
}
