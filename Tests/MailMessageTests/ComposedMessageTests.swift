import MailTypes
import Testing

@testable import MailMessage

@Suite struct ComposedMessageTests {
    private static func address(_ text: String, _ name: String? = nil) throws -> Address {
        Address(displayName: name, mailbox: try Mailbox(parsing: text))
    }

    private static func minimal() throws -> ComposedMessage {
        ComposedMessage(from: try address("a@b.example"))
    }

    private func format(_ message: ComposedMessage) throws -> [UInt8] {
        var generator = SeededGenerator(seed: 7)
        let output = try message.formatted(using: &generator)
        #expect(LineEndings.firstBareLineEnd(in: output.span) == nil)
        #expect(output.allSatisfy { $0 < 0x80 && $0 != 0 })
        #expect(output[...].lines.allSatisfy { $0.count <= 998 })
        return output
    }

    @Test func writesAPlainMessage() throws {
        var message = ComposedMessage(
            from: try Self.address("a@b.example", "Ann"),
            to: [try Self.address("c@d.example"), try Self.address("e@f.example", "E., F.")],
            subject: "Hello", date: UnixTime(seconds: 0), messageID: "x@b.example", text: "Hi\nyou")
        message.additionalFields = [(name: "X-Tag", value: "1")]
        #expect(
            string(try format(message))
                == string(
                    crlf(
                        """
                        Date: Thu, 1 Jan 1970 00:00:00 +0000
                        From: Ann <a@b.example>
                        To: c@d.example, "E., F." <e@f.example>
                        Message-ID: <x@b.example>
                        Subject: Hello
                        X-Tag: 1
                        MIME-Version: 1.0
                        Content-Type: text/plain; charset=UTF-8
                        Content-Transfer-Encoding: 7bit

                        Hi
                        you

                        """)))
    }

    private static func outline(_ part: Part) -> String {
        guard case .multipart(let children) = part.content else { return part.contentType.subtype }
        return "\(part.contentType.subtype)(\(children.map(outline).joined(separator: " ")))"
    }

    @Test(
        arguments: [
            (false, false, [], "plain"), (true, false, [], "plain"), (false, true, [], "html"),
            (true, true, [], "alternative(plain html)"),
            (true, true, [.inline], "alternative(plain related(html png))"),
            (false, true, [.inline], "related(html png)"),
            (true, false, [.inline], "mixed(plain png)"),
            (true, false, [.attachment], "mixed(plain png)"),
            (false, false, [.attachment], "mixed(png)"),
            (
                true, true, [.attachment, .inline],
                "mixed(alternative(plain related(html png)) png)"
            ),
        ] as [(Bool, Bool, [ComposedMessage.Attachment.Disposition], String)])
    func hasTheStructureOfItsContent(
        text: Bool, html: Bool, attachments: [ComposedMessage.Attachment.Disposition],
        outline: String
    ) throws {
        var message = try Self.minimal()
        message.text = text ? "text" : nil
        message.html = html ? "<p>" : nil
        message.attachments = attachments.map {
            ComposedMessage.Attachment(
                filename: nil, contentType: "image/png", disposition: $0, bytes: [1])
        }
        let parts = try Message(parsing: try format(message)).parts
        #expect(Self.outline(parts.root) == outline)
    }

    @Test(arguments: [
        ("plain", "7bit"), ("", "7bit"), ("a\r\nb\rc\nd", "7bit"),
        ("Grüße aus Köln", "quoted-printable"),
        ("日本語のテキスト", "base64"), (String(repeating: "x", count: 998), "7bit"),
        (String(repeating: "x", count: 999), "quoted-printable"), ("nul\u{0}", "quoted-printable"),
    ])
    func choosesTheEncodingOfText(text: String, encoding: String) throws {
        var message = try Self.minimal()
        message.text = .init(text)
        message.html = .init(text)
        let parts = try Message(parsing: try format(message)).parts
        for part in [parts.plainText, parts.html] {
            #expect(part?.transferEncoding.name == encoding)
            #expect(part?.decodedText.text == string(crlf(text)))
        }
    }

    @Test func writesInOtherCharsetsWhereTheyCan() throws {
        var message = try Self.minimal()
        message.text = .init("ü", charset: .latin1)
        message.html = .init("日", charset: .latin1)
        let parts = try Message(parsing: try format(message)).parts
        #expect(parts.plainText?.contentType.parameters["charset"] == "ISO-8859-1")
        #expect(parts.plainText?.decodedBytes == [0xFC])
        #expect(parts.html?.contentType.parameters["charset"] == "UTF-8")
        #expect(parts.html?.decodedText.text == "日")
    }

    @Test(arguments: [
        "plain.txt", "with space;\"q\".pdf", "Übersicht 2026 €.pdf",
        String(repeating: "long name ", count: 30) + ".txt", String(repeating: "日本", count: 60),
        "100%*'x.txt",
    ])
    func namesOfFilesComeBack(name: String) throws {
        var message = try Self.minimal()
        message.attachments = [
            ComposedMessage.Attachment(
                filename: name, contentType: "text/csv; header=present", contentID: "c@d",
                description: "Überblick", bytes: bytes("1,2"))
        ]
        let output = try format(message)
        let part = try #require(try Message(parsing: output).parts.attachments.first)
        #expect(part.disposition?.parameters["filename"] == name)
        #expect(EncodedWord.decode(bytes(part.contentType.parameters["name"] ?? "")[...]) == name)
        #expect(part.contentType.parameters["header"] == "present")
        #expect(part.contentID == "c@d" && part.headerSection["Content-Description"] == "Überblick")
        #expect(output[...].lines.allSatisfy { $0.count <= 100 })
    }

    @Test(arguments: [
        (TransferEncoding.base64, "ascii", "base64"), (.sevenBit, "ascii\r\n", "7bit"),
        (.sevenBit, "ü", "base64"), (.sevenBit, "a\nb", "base64"),
        (.quotedPrintable, "ü", "quoted-printable"),
        (.quotedPrintable, "a\nb\r\nc\r", "quoted-printable"),
        (.quotedPrintable, "a\r\nb ", "quoted-printable"),
        (.base64, "", "base64"), (.other("x"), "a", "base64"),
    ])
    func bytesOfFilesComeBack(wished: TransferEncoding, content: String, written: String) throws {
        var message = try Self.minimal()
        message.attachments = [
            ComposedMessage.Attachment(
                filename: nil, transferEncoding: wished, bytes: bytes(content))
        ]
        let part = try #require(try Message(parsing: try format(message)).parts.attachments.first)
        #expect(part.transferEncoding.name == written)
        #expect(part.decodedBytes == bytes(content))
    }

    @Test(arguments: [
        "short", "", "Grüße", "Re: Grüße an alle", "a  b", "=?utf-8?Q?x?=", "tab\there", "\u{1}",
        String(repeating: "word ", count: 100) + "end", String(repeating: "x", count: 3000),
        String(repeating: "x", count: 930), "a" + String(repeating: " ", count: 500) + "b",
        String(repeating: "日本語 ", count: 300) + "x",
        "e\u{301}" + String(repeating: "\u{301}", count: 300),
    ])
    func subjectsComeBack(subject: String) throws {
        var message = try Self.minimal()
        message.subject = subject
        let output = try format(message)
        let read = try Message(parsing: output)
        #expect(read.subject == subject)
        let raw = read.headerSection.first("Subject")?.bytes ?? []
        #expect(raw.lines.allSatisfy { line in line.contains { !$0.isSpaceOrTab } })
        let words = subject.split(separator: " ")
        if words.allSatisfy({ $0.utf8.count < 60 }), !subject.contains("     ") {
            #expect(raw.lines.allSatisfy { $0.count <= 78 })
        }
    }

    @Test func addressesComeBackInShortLines() throws {
        var message = try Self.minimal()
        let names = [
            nil, "Plain", "Doe, John", "Jörg Müller", String(repeating: "日本", count: 40),
            String(repeating: "long ", count: 30) + "x", "a=?b", "\\\"", "(c)", "x@y",
        ]
        message.to = try (0..<50).map {
            try Self.address("recipient\($0)@host.example", names[$0 % names.count])
        }
        let output = try format(message)
        let read = try Message(parsing: output)
        #expect(read.addresses("To") == message.to)
        #expect(output[...].lines.allSatisfy { $0.count <= 78 })
    }

    @Test func longWordsAreFoldedOntoALineOfTheirOwn() throws {
        let url = "<https://a.example/\(String(repeating: "x", count: 920))>"
        let field = try Field("List-Unsubscribe", text: url)
        #expect(string(field.bytes) == "List-Unsubscribe: \(url)\r\n")
        let longer = String(repeating: "x", count: 990)
        #expect(
            string(try Field("Message-ID", value: longer).bytes) == "Message-ID:\r\n \(longer)\r\n")
        #expect(throws: CompositionError.lineTooLong("Message-ID")) {
            try Field("Message-ID", value: longer + "12345678")
        }
    }

    /// Every place that a value of a caller goes to.
    @Test(arguments: ["\r\nBcc: x@y.example", "\nBcc: x", "\r", "\u{0}", "a\r\n\r\nbody", "\r\n"])
    func nothingBreaksOutOfItsField(payload: String) throws {
        let evil = Address(mailbox: Mailbox(localPart: "a\(payload)", host: .literal("1.2.3.4")))
        let named = try Self.address("a@b.example", "n\(payload)ü")
        let attempts: [(inout ComposedMessage) -> Void] = [
            { $0.subject = "x\(payload)" }, { $0.from = [evil] }, { $0.from = [named] },
            { $0.to = [named] }, { $0.cc = [evil] }, { $0.replyTo = [named] }, { $0.sender = evil },
            { $0.messageID = "x\(payload)" },
            { $0.additionalFields = [(name: "X", value: payload)] },
            { $0.additionalFields = [(name: "X\(payload)", value: "v")] },
            { $0.attachments = [ComposedMessage.Attachment(filename: "n\(payload)", bytes: [])] },
            {
                $0.attachments = [
                    ComposedMessage.Attachment(filename: nil, contentID: payload, bytes: [])
                ]
            },
            {
                $0.attachments = [
                    ComposedMessage.Attachment(filename: nil, description: payload, bytes: [])
                ]
            },
            {
                $0.attachments = [
                    ComposedMessage.Attachment(
                        filename: nil, contentType: "a\(payload)/b", bytes: [])
                ]
            },
            {
                $0.attachments = [
                    ComposedMessage.Attachment(
                        filename: nil, contentType: "a/b; c\(payload)=d", bytes: [])
                ]
            },
        ]
        for (index, attempt) in attempts.enumerated() {
            var message = try Self.minimal()
            attempt(&message)
            var generator = SeededGenerator(seed: 1)
            do {
                let output = try message.formatted(using: &generator)
                // A content type is read, not copied: what is odd in it may be dropped.
                #expect(index >= 13, "attempt \(index)")
                let section = try Message(parsing: output).headerSection
                #expect(!section.contains("Bcc"))
            } catch is CompositionError {}
        }
        #expect(Address(mailbox: evil.mailbox).formatted.utf8.allSatisfy { $0 >= 0x20 })
    }

    @Test(arguments: ["", "a b", "a:", "ü", "a\n", String(repeating: "a", count: 77), "\u{7F}"])
    func refusesNamesOfFields(name: String) {
        #expect(throws: CompositionError.invalidFieldName(name)) { try Field(name, text: "x") }
    }

    @Test(arguments: ["Bcc", "content-type", "FROM", "Return-Path", "MIME-Version"])
    func refusesFieldsOfItsOwn(name: String) throws {
        var message = try Self.minimal()
        message.additionalFields = [(name: name, value: "x")]
        var generator = SeededGenerator(seed: 1)
        #expect(throws: CompositionError.reservedField(name)) {
            try message.formatted(using: &generator)
        }
    }

    @Test func valuesOfMachinesAreASCII() {
        #expect(throws: CompositionError.notASCII("Message-ID")) {
            try Field("Message-ID", value: "<ü@b>")
        }
    }

    @Test func anyTextRoundTrips() throws {
        var generator = SeededGenerator(seed: 20_261_123)
        let alphabet = Array("ab ,;:<>@\"\\()[]=?_.-'%*\tüé€日👍\u{301}\u{1}")
        func random(_ limit: Int) -> String {
            let count = Int.random(in: 0...limit, using: &generator)
            return String((0..<count).map { _ in alphabet.randomElement(using: &generator) ?? "a" })
        }
        func trimmed(_ text: String) -> String {
            string(bytes(text)[...].trimmingFoldingWhitespace)
        }
        for round in 0..<300 {
            var message = try Self.minimal()
            message.subject = trimmed(random(200))
            message.to = [try Self.address("x@y.example", trimmed(random(100)))]
            message.text = .init(random(300))
            message.attachments = [
                ComposedMessage.Attachment(filename: random(80), bytes: bytes(random(50)))
            ]
            let read = try Message(parsing: try format(message))
            #expect(read.subject == message.subject, "round \(round)")
            #expect(
                read.addresses("To").first?.displayName ?? "" == message.to[0].displayName,
                "round \(round)")
            let parts = read.parts
            #expect(parts.plainText?.decodedText.text == message.text?.content, "round \(round)")
            let attachment = parts.root.allParts.last
            #expect(
                attachment?.disposition?.parameters["filename"] == message.attachments[0].filename,
                "round \(round)")
            #expect(attachment?.decodedBytes == message.attachments[0].bytes, "round \(round)")
        }
    }
}
