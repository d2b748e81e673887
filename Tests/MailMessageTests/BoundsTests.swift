import MailTypes
import Testing

@testable import MailMessage

/// Inputs made to cost much: each has the outcome that is stated, in work that grows with its
/// length alone. Were one of them quadratic, it would not end in minutes.
@Suite struct BoundsTests {
    private static let many = 100_000

    private static func repeated(_ text: String, _ count: Int = many) -> String {
        String(repeating: text, count: count)
    }

    @Test func deepCommentsAreNoComments() {
        let reading = AddressList.reading(bytes(Self.repeated("(", 1_000_000) + "a@b.test")[...])
        #expect(reading.list.items.isEmpty && reading.errors.count == 1)
        let parted = AddressList.reading(
            bytes(Self.repeated("((((", 60) + Self.repeated(",(("))[...])
        #expect(parted.list.items.isEmpty && !parted.errors.isEmpty)
        #expect((try? ContentType(parsing: Self.repeated("(") + "text/plain")) == nil)
        #expect(
            (try? UnixTime(parsingMessageDate: Self.repeated("()") + "1 Jan 2020 1:1 +0000")) != nil
        )
    }

    @Test func manyGroupsAreRead() {
        let list = AddressList.reading(bytes(Self.repeated("g: a@b.test, c@d.test;"))[...]).list
        #expect(list.items.count == Self.many && list.addresses.count == 2 * Self.many)
        // A group within a group is none, and only the first is lost.
        let nested = AddressList.reading(bytes(Self.repeated("g:") + ",a@b.test")[...])
        #expect(nested.list.addresses.count == 1 && nested.errors.count == 1)
    }

    @Test func addressesWithoutCommasAreRead() {
        let reading = AddressList.reading(bytes(Self.repeated("<a@b.test>"))[...])
        #expect(reading.list.addresses.count == Self.many)
        let stray = AddressList.reading(bytes(Self.repeated("a@b.test)"))[...])
        #expect(stray.list.addresses.count == 1)
    }

    @Test func parametersMeetTheirLimit() throws {
        for piece in [
            "; p=v", "; p*0=v", "; p*9999999=v", ";=", "; p=\"", "; p=(", "\r\n p=v", ";*=x",
        ] {
            let type = try ContentType(parsing: "a/b" + Self.repeated(piece))
            #expect(type.parameters.names.count <= MIMEParameters.countLimit)
        }
    }

    @Test func alternatingFoldsAreOneField() throws {
        let text = "A: b" + Self.repeated("\r\n \r\n\tx") + "\r\n\r\nbody"
        let message = try Message(parsing: bytes(text))
        #expect(message.headerSection.fields.count == 1)
        #expect(message.headerSection["A"]?.utf8.count == 1 + Self.many * 3)
        #expect(string(message.body) == "body")
    }

    @Test(arguments: [
        "=?utf-8?q?", "=?utf-8?q?=?utf-8?q?a?=", "=?", "=?a", "=?a?b?", "=?utf-8?q?a?= ", "=",
    ])
    func encodedWordsAreReadOnce(piece: String) {
        let text = EncodedWord.decode(bytes(Self.repeated(piece))[...])
        #expect(text.utf8.count <= piece.utf8.count * Self.many)
    }

    @Test func boundariesThatBeginOneAnotherAreTold() throws {
        // `a`, `aa`, `aaa` …, one within the other, and lines of every length.
        var text = ""
        for depth in 1...60 {
            text += "Content-Type: multipart/mixed; boundary=\(Self.repeated("a", depth))\r\n\r\n"
            text += "--\(Self.repeated("a", depth))\r\n"
        }
        text += "\r\n" + Self.repeated("--\(Self.repeated("a", 61))\r\n", 20_000)
        let tree = try Message(parsing: bytes(text)).parts
        #expect(tree.count == 61 && tree.exceededLimit == nil)
        #expect(tree.root.allParts.last?.body.count == 65 * 20_000)
    }

    @Test func partsMeetTheirLimit() throws {
        let text =
            "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + Self.repeated("--b\r\n\r\nx\r\n")
        let tree = try Message(parsing: bytes(text)).parts
        #expect(tree.count == PartTree.countLimit && tree.exceededLimit == .count)
    }

    @Test func longBoundariesAreNone() throws {
        let boundary = Self.repeated("a", PartTree.boundaryLengthLimit + 1)
        let text =
            "Content-Type: multipart/mixed; boundary=\(boundary)\r\n\r\n--\(boundary)\r\n\r\nx"
        #expect(try Message(parsing: bytes(text)).parts.count == 1)
        // A line end in a boundary would make each comparison as long as the message.
        let folded = "Content-Type: multipart/mixed; boundary*=''a%0A--a\r\n\r\n--a\n--a\n\nx"
        #expect(try Message(parsing: bytes(folded)).parts.count == 1)
    }

    @Test func deepNestingMeetsItsLimit() throws {
        let text = Self.repeated("Content-Type: message/rfc822\r\n\r\n")
        let tree = try Message(parsing: bytes(text)).parts
        #expect(tree.count == PartTree.depthLimit && tree.exceededLimit == .depth)
    }

    @Test func encodedMessagesMeetTheirLimit() throws {
        var message = bytes("Subject: x\r\n\r\ny")
        for _ in 0..<10 {
            message =
                bytes("Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                + EncodedBody.base64Lines(message)
        }
        let tree = try Message(parsing: message).parts
        #expect(tree.count == PartTree.encodedDepthLimit + 1 && tree.exceededLimit == .depth)
        // Quoted-printable grows by nothing when it is taken off: the copies are bounded as well.
        let plain = Self.repeated(
            "Content-Type: message/rfc822\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n")
        #expect(try Message(parsing: bytes(plain)).parts.exceededLimit == .depth)
    }

    @Test(arguments: [
        "(", "(from ", "from ", "with x ", "(helo=", "[", "<", ";", "\"",
        "(using TLSv1.2 with cipher ",
        "from a (b [1.2.3.4]) by c with d id e for <f@g>; ",
    ])
    func traceFieldsAreReadOnce(piece: String) {
        let field = ReceivedField(parsing: Self.repeated(piece))
        #expect((field.with?.utf8.count ?? 0) <= piece.utf8.count * ReceivedReader.tokenLimit)
    }

    @Test(arguments: ["<", "<a", "<a@b>", "(", "<(", "<a ", "<((((a@b>"])
    func identifiersMeetTheirLimit(piece: String) {
        let list = MessageIdentifier.list(reading: bytes(Self.repeated(piece))[...])
        #expect(list.count <= MessageIdentifier.countLimit)
    }
}
