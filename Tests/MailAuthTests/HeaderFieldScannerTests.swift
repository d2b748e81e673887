import Testing

@testable import MailAuth

@Suite struct HeaderFieldScannerTests {
    private func scan(_ text: String) -> (fields: [String], body: String) {
        // a slice that does not start at zero, as in a larger buffer
        let message = ("xx" + text).bytes[2...]
        let (fields, bodyStart) = HeaderFieldScanner.scan(message)
        return (
            fields.map {
                String(decoding: $0.name, as: UTF8.self) + "|"
                    + String(decoding: $0.value, as: UTF8.self)
            },
            String(decoding: message[bodyStart...], as: UTF8.self)
        )
    }

    @Test(arguments: [
        ("", [], ""),
        ("\r\n", [], ""),
        ("\r\nbody", [], "body"),
        ("A: b\r\n\r\nbody\r\n", ["A| b"], "body\r\n"),
        ("A:b\r\n c\r\n\td\r\nB :\r\n\r\n", ["A|b\r\n c\r\n\td", "B|"], ""),
        ("A: b", ["A| b"], ""),
        ("A: b\r", ["A| b\r"], ""),
        ("A: b\r\n", ["A| b"], ""),
        ("A: b\nB: c\r\n\r\n", ["A| b\nB: c"], ""),  // a bare LF ends nothing
        ("From me\r\nA: b\r\n\r\nx", ["A| b"], "x"),  // a line that is no field
        (" a: b\r\nA: b\r\n\r\nx", ["A| b"], "x"),
        (": b\r\nA B: c\r\nA: b\r\n\r\nx", ["A| b"], "x"),
        ("A: b\r\n \r\n\r\nx", ["A| b\r\n "], "x"),  // a fold of white space only
    ])
    func splitsAtLineEnds(text: String, fields: [String], body: String) {
        let scanned = scan(text)
        #expect(scanned.fields == fields)
        #expect(scanned.body == body)
    }

    @Test(arguments: [
        (["a"], ["3"]),
        (["a", "a"], ["3", "1"]),  // from the bottom up
        (["a", "a", "a", "a"], ["3", "1"]),  // a mention without a field is nothing
        (["b", "a", "x"], ["2", "3"]),
        ([], []),
    ])
    func picksFieldsFromTheBottom(names: [String], values: [String]) {
        let fields = HeaderFieldScanner.scan("A:1\r\nB:2\r\na:3\r\n\r\n".bytes[...]).fields
        let selected = HeaderFieldTable(fields).select(names).map { fields[$0] }
        #expect(selected.map { String(decoding: $0.value, as: UTF8.self) } == values)
    }

    @Test(arguments: [(0, ["3", "2"]), (1, ["3", "1"]), (2, ["2", "1"])])
    func neverPicksTheSignatureItself(own: Int, values: [String]) {
        let fields = HeaderFieldScanner.scan("A:1\r\nA:2\r\nA:3\r\n\r\n".bytes[...]).fields
        let names = Array(repeating: "a", count: 4)
        let selected = HeaderFieldTable(fields).select(names, excluding: own).map { fields[$0] }
        #expect(selected.map { String(decoding: $0.value, as: UTF8.self) } == values)
    }

    /// Few fields are searched in turn, many by the hash of their names: the choice is the same.
    @Test func picksTheSameFromFewFieldsAsFromMany() {
        let some = (0..<12).map { "\(["A", "b", "Cc", "A"][$0 % 4]): \($0)\r\n" }.joined()
        let many = some + (0..<100).map { "X-\($0): \($0)\r\n" }.joined()
        let names = ["a", "B", "A", "none", "cc", "a", "A", "b", "b", "b", "X-99"]
        let picked = [some, many].map { text -> [String] in
            let fields = HeaderFieldScanner.scan(text.bytes[...]).fields
            let table = HeaderFieldTable(fields)
            #expect(table.indices(named: "a") == [11, 8, 7, 4, 3, 0])
            #expect(table.indices(named: "none").isEmpty)
            return table.select(names, excluding: 11).map {
                String(decoding: fields[$0].value, as: UTF8.self)
            }
        }
        #expect(picked[0] == [" 8", " 9", " 7", " 10", " 4", " 3", " 5", " 1"])
        #expect(picked[1] == picked[0] + [" 99"])
    }
}
