import JSONText
import MailTypes
import SESModel
import Testing

@testable import WaxwingSES

@Suite struct FormTests {
    private func document(_ text: String) throws -> Document {
        try Form(Array(text.utf8)[...]).document()
    }

    @Test(arguments: [
        ("", Document.object([])), ("&&", .object([])),
        ("a=1", .object([.init("a", .string("1"))])), ("a", .object([.init("a", .string(""))])),
        ("a=b+c%2B%C3%A9", .object([.init("a", .string("b c+é"))])),
        ("a=1&a=2", .object([.init("a", .string("2"))])),
        (
            "A.B=1&A.C=2",
            .object([.init("A", .object([.init("B", .string("1")), .init("C", .string("2"))]))])
        ),
        ("A=&A.B=1", .object([.init("A", .object([.init("B", .string("1"))]))])),
    ])
    func readsDottedNames(text: String, document: Document) throws {
        #expect(try self.document(text) == document)
    }

    @Test(arguments: ["a=%", "a=%2", "a=%zz", "a=%FF", "%C3=1"])
    func refusesBadEscapes(text: String) {
        #expect(throws: SyntaxError.self) { try Form(Array(text.utf8)[...]) }
    }

    @Test func boundsDepthAndCount() throws {
        let many = Array(repeating: "a=1", count: Form.parameterLimit + 1).joined(separator: "&")
        #expect(throws: SyntaxError.self) { try Form(Array(many.utf8)[...]) }
        let deep = Array(repeating: "a", count: Form.depthLimit + 1).joined(separator: ".")
        #expect(throws: SyntaxError.self) { try document(deep) }
    }

    @Test func readsARequestAsAnSDKWritesIt() throws {
        let text =
            "Action=SendEmail&Version=2010-12-01&Source=a%40x.example"
            + "&Destination.ToAddresses.member.1=b%40y.example"
            + "&Destination.ToAddresses.member.2=c%40y.example"
            + "&Message.Subject.Data=Hi&Message.Body.Text.Data=Hello+you"
            + "&Tags.member.1.Name=n&Tags.member.1.Value=v"
        let request = try ShapeDecoder.decode(
            SESv1.SendEmailRequest.self, from: document(text), as: .query)
        #expect(request.destination.toAddresses == ["b@y.example", "c@y.example"])
        #expect(request.message.body.text?.data == "Hello you")
        #expect(request.tags == [.init(name: "n", value: "v")])
    }
}
