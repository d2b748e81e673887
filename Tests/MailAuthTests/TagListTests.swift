import MailTypes
import Testing

@testable import MailAuth

@Suite struct TagListTests {
    @Test(arguments: [
        ("a=1", ["a": "1"]),
        ("a=1;", ["a": "1"]),
        ("a=1; ", ["a": "1"]),  // white space behind the last semicolon
        ("a=1;\r\n b=2", ["a": "1", "b": "2"]),
        (" a \t=\r\n 1 2 ; b=", ["a": "1 2", "b": ""]),
        ("a=1;A=2", ["a": "1", "A": "2"]),  // names are told apart by case
        ("a_1=x=y:z", ["a_1": "x=y:z"]),
        ("a=æ", ["a": "æ"]),
    ])
    func readsTags(text: String, tags: [String: String]) throws {
        let list = try TagList(parsing: text.bytes[...])
        let read = list.tags.map {
            (String(decoding: $0.name, as: UTF8.self), String(decoding: $0.value, as: UTF8.self))
        }
        #expect(Dictionary(uniqueKeysWithValues: read) == tags)
    }

    @Test(arguments: [
        ("", SyntaxError(expected: .tagName, offset: 0)),
        (";", SyntaxError(expected: .tagName, offset: 0)),
        ("a=1;;", SyntaxError(expected: .tagName, offset: 4)),
        ("a=1;;b=2", SyntaxError(expected: .tagName, offset: 4)),
        ("a=1; a=2", SyntaxError(expected: .otherTag, offset: 5)),
        ("a", SyntaxError(expected: .byte("="), offset: 1)),
        ("a;b=1", SyntaxError(expected: .byte("="), offset: 1)),
        ("1=a", SyntaxError(expected: .tagName, offset: 0)),
        ("a-b=1", SyntaxError(expected: .byte("="), offset: 1)),
        ("a=1\u{0}", SyntaxError(expected: .byte(";"), offset: 3)),
    ])
    func saysWhereTheRuleBreaks(text: String, error: SyntaxError) {
        #expect(throws: error) { try TagList(parsing: text.bytes[...]) }
    }

    @Test func refusesMoreTagsThanTheLimit() throws {
        let tags = (0..<TagList.countLimit).map { "t\($0)=" }
        #expect(throws: Never.self) {
            try TagList(parsing: tags.joined(separator: ";").bytes[...])
        }
        #expect(throws: SyntaxError.self) {
            try TagList(parsing: (tags + ["last="]).joined(separator: ";").bytes[...])
        }
    }
}
