import JSONText
import MailTypes
import Testing

@Suite struct JSONTests {
    private func parse(_ text: String) throws -> Document { try JSON.parse(Array(text.utf8)) }

    @Test(arguments: [
        ("null", Document.null), (" true ", .bool(true)), ("false", .bool(false)),
        ("0", .integer(0)), ("-12", .integer(-12)), ("9223372036854775807", .integer(.max)),
        ("9223372036854775808", .double(9_223_372_036_854_775_808)), ("1.5e2", .double(150)),
        ("\"\"", .string("")), (#""a\"\\\/\b\f\n\r\t""#, .string("a\"\\/\u{8}\u{C}\n\r\t")),
        (#""\u00e9\uD83D\uDE00""#, .string("é😀")), (#""\uD83D""#, .string("\u{FFFD}")),
        (#""\uD83D\u0041""#, .string("\u{FFFD}A")), ("[]", .array([])), ("{}", .object([])),
        ("[1,[2]]", .array([.integer(1), .array([.integer(2)])])),
        (
            "{\"a\" : 1, \"b\":{\"c\":null}}",
            .object([.init("a", .integer(1)), .init("b", .object([.init("c", .null)]))])
        ),
    ])
    func reads(text: String, document: Document) throws {
        #expect(try parse(text) == document)
    }

    @Test(arguments: [
        ("", 0), ("nul", 0), ("01", 1), ("1.", 2), ("-", 1), ("+1", 0), ("1e", 2), ("[1,]", 3),
        ("[1 2]", 3), ("{\"a\"}", 4), ("{a:1}", 1), ("{\"a\":1,}", 7), ("\"a", 2),
        ("\"a\nb\"", 2), ("\"\\x\"", 2), ("\"\\u12G4\"", 5), ("1 1", 2), ("1e999", 5),
    ])
    func saysWhereTheGrammarBreaks(text: String, offset: Int) {
        do throws(SyntaxError) {
            let document = try JSON.parse(Array(text.utf8))
            Issue.record("read \(document)")
        } catch {
            #expect(error.offset == offset, "\(error)")
        }
    }

    @Test func refusesWhatIsNoUTF8() {
        #expect(throws: SyntaxError.self) { try JSON.parse([0x22, 0xFF, 0x22]) }
    }

    @Test func boundsDepthAndCount() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        _ = try parse(nested(JSON.depthLimit))
        #expect(throws: SyntaxError.self) { try parse(nested(JSON.depthLimit + 2)) }
        #expect(throws: SyntaxError.self) { try parse(nested(100_000)) }
        let many = Array(repeating: "1", count: JSON.valueLimit).joined(separator: ",")
        #expect(throws: SyntaxError.self) { try parse("[\(many)]") }
    }

    @Test(arguments: [
        (Document.blob([1, 2, 3]), "\"AQID\""), (.timestamp(UnixTime(seconds: 5)), "5"),
        (.timestamp(UnixTime(milliseconds: 5250)), "5.25"), (.double(200), "200.0"),
        (.string("é\"\u{1}\n"), #""é\"\u0001\n""#),
        (.map([.init("k", .bool(false))]), #"{"k":false}"#),
        (.array([.null, .integer(-1)]), "[null,-1]"),
    ])
    func writes(document: Document, text: String) {
        #expect(String(decoding: JSON.write(document), as: UTF8.self) == text)
    }

    @Test func readsWhatItWrites() throws {
        let text = #"{"a":[1,-2.5,"x\u0000\"",null,true],"b":{"":{}}}"#
        let document = try parse(text)
        #expect(try JSON.parse(JSON.write(document)) == document)
    }

    @Test func indentsForPeople() throws {
        let document = try parse(#"{"a":[1,{"b":"é"}],"c":[],"d":{}}"#)
        let text = """
            {
              "a": [
                1,
                {
                  "b": "é"
                }
              ],
              "c": [],
              "d": {}
            }
            """
        #expect(String(decoding: JSON.formatted(document), as: UTF8.self) == text)
    }

    @Test(arguments: [
        ("\u{1B}[2J", #""\u001b[2J""#),  // clears the screen
        ("\u{9B}2J\u{7F}", #""\u009b2J\u007f""#),  // the same in one character, and DEL
        ("a\u{202E}b\u{2028}", #""a\u202eb\u2028""#),  // right to left, a new line
        ("\u{E0041}\n", #""\udb40\udc41\n""#),  // a tag without a shape
        ("\"猫\"", #""\"猫\"""#),
    ])
    func keepsTerminalsFromObeying(text: String, written: String) throws {
        let bytes = JSON.formatted(.string(text), .line)
        #expect(String(decoding: bytes, as: UTF8.self) == written)
        #expect(try JSON.parse(bytes) == .string(text))
    }

    @Test func marksAFieldByItsNameOfNow() {
        var field = Document.Field("a", .null)
        field.name = "b"
        #expect(field.mark.bits == NameMark("b").bits)
        #expect(field == Document.Field("b", .null))
    }
}
