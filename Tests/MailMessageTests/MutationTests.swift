import MailTypes
import Testing

@testable import MailMessage

/// Any bytes are read to some value or error, and a message read is written back unchanged.
@Suite struct MutationTests {
    private static let dictionary = [
        "\r\n", "\n", "\r", "\u{0}", "--a", "--a--", "\r\n\r\n", ": ", ";", "\"", "\\", "(", ")",
        "<", ">",
        "@", ",", "=?utf-8?Q?", "?=", "=", "%", "*0*=", "utf-8''", "boundary=", "Content-Type: ",
        "multipart/mixed; boundary=a", "message/rfc822", "base64", "[", "]", "99999999999999999999",
    ]

    private static func touch(_ part: Part) -> Int {
        var size = part.decodedBytes.count + part.decodedText.text.utf8.count
        size += (part.filename ?? "").utf8.count + (part.contentID ?? "").utf8.count
        switch part.content {
        case .leaf: return size
        case .multipart(let children): return children.reduce(size) { $0 + touch($1) }
        case .message(let message): return size + touch(message)
        }
    }

    private static let seedMessage = crlf(
        """
        From: =?utf-8?Q?J=C3=B6rg?= <j@x.test> (c)
        To: g: "a, b" <@r:c@d.test>, x@[1.2.3.4];
        Date: Fri, 21 Nov 1997 09(comment):55:06 -0600
        Subject: =?utf-8?B?w7w=?= =?iso-8859-1?Q?=FC?= x
        Content-Type: multipart/mixed; boundary="a"; x*0*=utf-8''%c3; x*1*=%bc

        --a
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        =C3=BC=
        x
        --a
        Content-Type: message/rfc822

        Subject: in

        body
        --a
        Content-Disposition: attachment; filename*=utf-8''%e2%82%ac
        Content-Transfer-Encoding: base64

        AAEC
        --a--
        """)

    @Test(arguments: [UInt64(1), 2, 3])
    func mutatedMessagesAreRead(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for round in 0..<400 {
            let text = Self.seedMessage.mutated(by: &generator, with: Self.dictionary)
            let message = try Message(parsing: text)
            #expect(message.formatted == text, "seed \(seed), round \(round)")
            let tree = message.parts
            _ = Self.touch(tree.root) + tree.attachments.count
            _ = message.addresses("From") + message.addresses("To")
            _ = message.date
            _ = message.messageID
            _ = message.received
            for field in message.headerSection.fields { _ = field.text }
        }
    }

    @Test(arguments: [
        "\"Doe, J\" <a@b.example>", "=?utf-8?Q?J=C3=B6rg?= <a@b.example>", "\"a b\"@c.example",
        "g: a@b.test, c@d.test (x);",
    ])
    func mutatedAddressesAreRead(text: String) {
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<500 {
            let mutated = bytes(text).mutated(by: &generator, with: Self.dictionary)
            for address in AddressList.reading(mutated[...]).list.addresses {
                // What is read can be written, and reads the same.
                let written = address.mailbox.formatted
                #expect(written.utf8.allSatisfy { $0 >= 0x20 })
                let again = AddressList.reading(bytes(written)[...]).list.addresses
                #expect(again.map(\.mailbox) == [address.mailbox], "\(written.debugDescription)")
            }
            if let strict = try? StrictAddress(parsing: string(mutated)) {
                #expect((try? Field("From", addresses: [strict.address])) != nil)
            }
        }
    }
}
