import JSONText
import MailTypes
import Testing

@testable import WaxwingCore

@Suite struct TemplateDataTests {
    @Test(arguments: [
        (#"{"a":1}"#, #"{}"#, #"{"a":1}"#), (#"{"a":1}"#, #"{"a":2}"#, #"{"a":2}"#),
        (#"{"a":1}"#, #"{"b":2}"#, #"{"a":1,"b":2}"#),
        (#"{"a":{"x":1,"y":2}}"#, #"{"a":{"y":3}}"#, #"{"a":{"x":1,"y":3}}"#),
        (#"{"a":[1,2]}"#, #"{"a":[3]}"#, #"{"a":[3]}"#),
        (#"{"a":{"x":1}}"#, #"{"a":"s"}"#, #"{"a":"s"}"#),
        (#"{"a":"s"}"#, #"{"a":{"x":1}}"#, #"{"a":{"x":1}}"#),
        (#"{"a":1}"#, #"{"a":null}"#, #"{"a":null}"#),
    ])
    func laysOneObjectOverAnother(base: String, changes: String, merged: String) throws {
        let result = TemplateData.merged(
            try TemplateData.object(base), with: try TemplateData.object(changes))
        #expect(String(decoding: JSON.write(result), as: UTF8.self) == merged)
    }

    @Test(arguments: ["", "[]", "1", "{", "null", #"{"a":}"#])
    func refusesWhatIsNoObject(text: String) {
        #expect(throws: ServiceError.self) { try TemplateData.object(text) }
    }

    @Test func manyMembersAreMergedInOnePass() throws {
        func object(_ range: Range<Int>) throws -> Document {
            try TemplateData.object(
                "{" + range.map { "\"m\($0)\":\($0)" }.joined(separator: ",") + "}")
        }
        let merged = TemplateData.merged(try object(0..<20_000), with: try object(10_000..<30_000))
        guard case .object(let fields) = merged else {
            Issue.record("not an object")
            return
        }
        #expect(fields.count == 30_000)
    }
}
