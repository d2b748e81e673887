import MailTypes
import Testing

@testable import MailMessage

@Suite struct PartTests {
    private static func outline(_ part: Part) -> String {
        switch part.content {
        case .leaf: part.contentType.mediaType
        case .multipart(let children):
            "\(part.contentType.mediaType)(\(children.map(outline).joined(separator: " ")))"
        case .message(let message): "\(part.contentType.mediaType)[\(outline(message))]"
        }
    }

    private func tree(_ text: String) throws -> PartTree {
        let whole = try Message(parsing: crlf(text)).parts
        // Bare line feeds give the same parts.
        let bare = try Message(parsing: bytes(text)).parts
        #expect(Self.outline(whole.root) == Self.outline(bare.root))
        return whole
    }

    /// RFC 2046 §5.1.1
    @Test func readsTheStandardsExample() throws {
        let tree = try tree(
            """
            From: Nathaniel Borenstein <nsb@bellcore.com>
            MIME-Version: 1.0
            Content-type: multipart/mixed; boundary="simple boundary"

            This is the preamble.  It is to be ignored.

            --simple boundary

            This is implicitly typed plain US-ASCII text.
            It does NOT end with a linebreak.
            --simple boundary
            Content-type: text/plain; charset=us-ascii

            This is explicitly typed plain US-ASCII text.
            It DOES end with a linebreak.

            --simple boundary--

            This is the epilogue.  It is also to be ignored.
            """)
        #expect(Self.outline(tree.root) == "multipart/mixed(text/plain text/plain)")
        #expect(
            tree.plainText?.decodedText.text
                == "This is implicitly typed plain US-ASCII text.\r\n"
                + "It does NOT end with a linebreak.")
        #expect(tree.root.allParts.last?.body.last == 0x0A)
        #expect(tree.count == 3 && tree.exceededLimit == nil)
    }

    @Test(arguments: [
        // A boundary that begins another one; delimiters with white space; a missing end.
        ("b", "--b\n\n1\n--b1\n2\n--b \t\n\n3", "multipart/mixed(text/plain text/plain)"),
        ("b", "--b--\n", "multipart/mixed"), ("b", "", "multipart/mixed"),
        ("b", "--b\nContent-Type: text/html\n--b--", "multipart/mixed(text/html)"),
        ("b", "--b\n--b\n--b--", "multipart/mixed(text/plain text/plain)"),
        ("b", "x--b\n\n--bx\n --b\n", "multipart/mixed"),
        (
            "b",
            "--b\nContent-Type: multipart/digest; boundary=c\n\n--c\n\nA: b\n\nx\n--c--\n--b\n\ny\n--b--",
            "multipart/mixed(multipart/digest(message/rfc822[text/plain]) text/plain)"
        ),
        // The outer delimiter ends an inner multipart that never ended.
        (
            "b", "--b\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\nx\n--b\n\ny\n--b--",
            "multipart/mixed(multipart/mixed(text/plain) text/plain)"
        ),
        (
            "b",
            "--b\nContent-Type: message/rfc822\n\nContent-Type: multipart/mixed; boundary=c\n\n"
                + "--c\n\nx\n--c--\n--b--",
            "multipart/mixed(message/rfc822[multipart/mixed(text/plain)])"
        ),
        (
            "b",
            "--b\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nQTogYg==\n--b--",
            "multipart/mixed(message/rfc822[text/plain])"
        ),
        // White space and more behind the boundary: still a delimiter; anything else: content.
        ("b", "--b x\n\n1\n--b:\n--b-- x\n--b\n\n2", "multipart/mixed(text/plain)"),
    ])
    func findsParts(boundary: String, body: String, outline: String) throws {
        let text = "Content-Type: multipart/mixed; boundary=\(boundary)\n\n\(body)"
        #expect(Self.outline(try tree(text).root) == outline)
    }

    @Test(arguments: [
        ("pre\n\n--b\nA: b\n\nx\n--b\n\ny\n--b--\nepi", "pre\n", "epi"),
        ("--b\n\nx\n--b--\n\nepi\n", "", "\nepi\n"), ("--b\n--b--\nepi", "", "epi"),
        ("--b\n\nx", "", ""), ("nothing", "nothing", ""), ("--b\n\nx\n--b--", "", ""),
    ])
    func givesWhatStandsAroundTheParts(body: String, preamble: String, epilogue: String) throws {
        let root = try Message(
            parsing: bytes("Content-Type: multipart/mixed; boundary=b\n\n\(body)")
        ).parts.root
        #expect(string(root.preamble) == preamble && string(root.epilogue) == epilogue)
    }

    @Test func textOfAMultipartWithoutPartsIsShown() throws {
        let tree = try tree("Content-Type: multipart/mixed; boundary=b\n\nhello")
        #expect(tree.plainText?.decodedText.text == "hello")
    }

    @Test func missingSubtypesLeaveTheParameters() throws {
        let part = try tree("Content-Type: application; name=\"a.gz\"\n\nx").root
        #expect(part.contentType.mediaType == "text/plain" && part.filename == "a.gz")
    }

    @Test func slicesOfAnEncodedMessageAreThoseOfItsOwnBytes() throws {
        let inner = "Content-Type: text/plain\r\n\r\nhello"
        let tree = try tree(
            "Content-Type: message/global\nContent-Transfer-Encoding: base64\n\n"
                + string(Base64.encodedBytes(bytes(inner))))
        guard case .message(let message) = tree.root.content else {
            Issue.record("no message within")
            return
        }
        #expect(string(message.body) == "hello" && message.body.startIndex == 28)
        #expect(string(tree.root.decodedContent) == inner)
    }

    @Test(arguments: [
        ("begin 644 a.txt\n#0V%T\n`\nend\n", "Cat"),
        ("text\nbegin 644 a\r\n#0V%T\r\n \r\nend", "Cat"),
        ("#0V%T\n", "Cat"), ("begin 644 a\n&0V%T\nend", "Cat\0\0\0"), ("", ""), ("begin 1 a\n", ""),
    ])
    func decodesUUEncoding(text: String, decoded: String) {
        #expect(string(TransferEncoding.uuencode.decode(bytes(text)[...])) == decoded)
    }

    @Test func findsTextAndAttachments() throws {
        let tree = try tree(
            """
            Content-Type: multipart/mixed; boundary=a

            --a
            Content-Type: multipart/related; boundary=b

            --b
            Content-Type: multipart/alternative; boundary=c

            --c
            Content-Type: text/plain; charset=iso-8859-1
            Content-Transfer-Encoding: quoted-printable

            Gr=FC=
            =DFe
            --c
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: base64

            PHA+R3LDvMOfZTwv
            cD4=
            --c--
            --b
            Content-Type: image/png; name="logo.png"
            Content-ID: <logo@x>
            Content-Disposition: inline

            PNG
            --b--
            --a
            Content-Type: text/plain
            Content-Disposition: attachment; filename*=utf-8''%e2%82%ac%20rates.txt

            file
            --a
            Content-Type: application/pdf; name="=?utf-8?Q?=C3=BC.pdf?="

            PDF
            --a
            Content-Type: text/plain

            second text
            --a--
            """)
        #expect(tree.plainText?.decodedText == DecodedText(text: "Grüße", isLossy: false))
        #expect(tree.html?.decodedText.text == "<p>Grüße</p>")
        #expect(
            tree.attachments.map { $0.filename ?? $0.contentType.mediaType }
                == ["logo.png", "€ rates.txt", "ü.pdf", "text/plain"])
        #expect(tree.attachments[0].contentID == "logo@x")
        #expect(tree.attachments[0].disposition?.isInline == true)
        #expect(string(tree.attachments[1].decodedBytes) == "file")
    }

    @Test(
        arguments: [
            ("a.txt", "a.txt"), ("../../etc/passwd", "passwd"), ("C:\\x\\y.doc", "y.doc"),
            ("..", nil),
            ("/", nil), ("a\u{7}b", "ab"),
        ] as [(String, String?)])
    func namesOfFilesHaveNoFolders(name: String, filename: String?) throws {
        let escaped = name.replacing("\\", with: "\\\\")
        let tree = try tree("Content-Disposition: attachment; filename=\"\(escaped)\"\n\nx")
        #expect(tree.root.filename == filename)
    }

    @Test func nestingMeetsTheLimit() throws {
        var text = ""
        for level in 0..<1000 {
            text += "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n"
        }
        let tree = try tree(text + "\nx")
        #expect(tree.exceededLimit == .depth)
        #expect(tree.count == PartTree.depthLimit)
        let messages = String(repeating: "Content-Type: message/rfc822\n\n", count: 1000)
        #expect(try self.tree(messages).exceededLimit == .depth)
    }

    @Test func manyPartsMeetTheLimit() throws {
        let head = "Content-Type: multipart/mixed; boundary=b\n\n"
        let allowed = String(repeating: "--b\n\nx\n", count: PartTree.countLimit - 1)
        #expect(try tree(head + allowed).exceededLimit == nil)
        let tree = try tree(head + allowed + "--b\n\nx\n")
        #expect(tree.exceededLimit == .count)
        #expect(tree.count == PartTree.countLimit)
    }

    @Test func readsInLinearTime() throws {
        let nested = (0..<63).map { "Content-Type: multipart/mixed; boundary=\($0)\n\n--\($0)\n" }
        let text = nested.joined() + "\n" + String(repeating: "--x\n", count: 20_000)
        #expect(try tree(text).count == 64)
        let parts =
            "Content-Type: multipart/mixed; boundary=b\n\n--b\n"
            + String(repeating: "A: b\n", count: 11_000)
        #expect(try tree(parts).exceededLimit == .fieldCount)
    }
}

@Suite struct ContentTypeTests {
    /// RFC 2045 §5.1, RFC 2231 §3 and §4, and forms met in the wild.
    @Test(arguments: [
        ("text/plain; charset=us-ascii (Plain text)", "text/plain", ["charset": "us-ascii"]),
        ("TEXT/Plain; CharSet=\"us-ascii\"", "text/plain", ["charset": "us-ascii"]),
        (
            "message/external-body; access-type=URL;\r\n URL*0=\"ftp://\";\r\n"
                + " URL*1=\"cs.utk.edu/pub/moore/bulk-mailer/bulk-mailer.tar\"",
            "message/external-body",
            ["access-type": "URL", "url": "ftp://cs.utk.edu/pub/moore/bulk-mailer/bulk-mailer.tar"]
        ),
        (
            "application/x-stuff; title*=us-ascii'en-us'This%20is%20%2A%2A%2Afun%2A%2A%2A",
            "application/x-stuff", ["title": "This is ***fun***"]
        ),
        (
            "application/x-stuff; title*0*=us-ascii'en'This%20is%20even%20more%20;\r\n"
                + " title*1*=%2A%2A%2Afun%2A%2A%2A%20; title*2=\"isn't it!\"",
            "application/x-stuff", ["title": "This is even more ***fun*** isn't it!"]
        ),
        ("a/b; x*1=two; x*0=one; x=plain", "a/b", ["x": "onetwo"]),
        ("a/b; x=plain; x*=iso-8859-1''%fc", "a/b", ["x": "ü"]), ("a/b; x*1=b", "a/b", ["x": "b"]),
        ("a/b; x=\"q\\\"s; y\"; z = 1", "a/b", ["x": "q\"s; y", "z": "1"]),
        ("a/b; name=my file.pdf; c=d", "a/b", ["name": "my file.pdf", "c": "d"]),
        ("a/b; boundary=a/b:c=d", "a/b", ["boundary": "a/b:c=d"]), ("a/b;;; =x; y", "a/b", [:]),
        ("a/b; x=1; x=2", "a/b", ["x": "1"]), ("a/b; x=\"open", "a/b", ["x": "open"]),
        ("(c) a (c) / (c) b (c); (c) x (c) = (c) y", "a/b", ["x": "y"]),
    ])
    func reads(text: String, mediaType: String, parameters: [String: String]) throws {
        let type = try ContentType(parsing: text)
        #expect(type.mediaType == mediaType)
        let read = type.parameters.names.map { ($0, type.parameters[$0] ?? "") }
        #expect(Dictionary(uniqueKeysWithValues: read) == parameters)
    }

    @Test(arguments: ["", "text", "/plain", "text/", "text plain", "\"text\"/plain", "(", ";"])
    func refuses(text: String) {
        #expect(throws: SyntaxError.self) { try ContentType(parsing: text) }
    }

    @Test func manyParametersMeetTheLimit() throws {
        let many = (0..<10_000).map { "; p\($0)=v" }.joined()
        #expect(try ContentType(parsing: "a/b" + many).parameters.names.count == 100)
    }

    @Test(arguments: [
        ("7bit", TransferEncoding.sevenBit), (" Base64 (c)", .base64),
        ("QUOTED-PRINTABLE", .quotedPrintable),
        ("8BIT", .eightBit), ("", .sevenBit), ("binary;", .binary),
        ("x-uuencode", .uuencode), ("quoted printable", .quotedPrintable),
        ("rot13", .other("rot13")),
    ])
    func readsTransferEncodings(text: String, encoding: TransferEncoding) {
        #expect(TransferEncoding(parsing: bytes(text)[...]) == encoding)
    }
}

@Suite struct CharsetTests {
    @Test(
        arguments: [
            ("utf-8", [0xC3, 0xBC], "ü", false), ("utf-8", [0xFC], "\u{FFFD}", true),
            ("ISO-8859-1", [0xFC, 0x93], "ü“", false), ("windows-1252", [0x80], "€", false),
            ("us-ascii", [0x61], "a", false), ("us-ascii", [0xC3, 0xBC], "ü", true),
            ("us-ascii", [0xFC, 0x80], "ü€", true), ("unknown-8bit", [0xFC], "ü", true),
            ("x-nothing", [0x61], "a", true), ("", [0xC3, 0xBC], "ü", true),
            ("koi8-r", [0x61], "a", false), ("koi8-r", [0xC1], "а", false),
            ("KOI8-U", [0xA4], "є", false), ("cp-850", [0x81], "ü", false),
            ("macintosh", [0x9F], "ü", false), ("iso-8859-15", [0xA4], "€", false),
            ("iso-8859-9", [0xFD, 0x80], "ı€", false), ("windows-1251", [0xC0], "А", false),
            ("iso-8859-8-i", [0xE0], "א", false), ("tis-620", [0xA1], "ก", false),
            // A wider charset under the narrower name.
            ("gb2312", [0xD6, 0xD0, 0xA2, 0xE3], "中€", false),
            ("GB2312", [0x81, 0x30, 0x81, 0x30], "\u{80}", false),
            ("ks_c_5601-1987", [0xB0, 0xA1, 0x81, 0x41], "가갂", false),
            ("big5", [0xA4, 0xA4, 0x87], "中\u{FFFD}", true), ("x-sjis", [0x87, 0x40], "①", false),
            ("euc-jp", [0xAD, 0xA1], "①", false),
            // What is no character becomes U+FFFD, and reading goes on.
            ("shift_jis", [0x82, 0xA0, 0xFF, 0x41], "あ\u{FFFD}A", true),
            ("euc-kr", [0xB0], "\u{FFFD}", true), ("euc-kr", [0xFF, 0x41], "\u{FFFD}A", true),
            // Seven bits.
            ("iso-2022-jp", Array("\u{1B}$B$\"-!\u{1B}(B.".utf8), "あ①.", false),
            ("iso-2022-jp", Array("\u{1B}(I1\u{1B}(B".utf8), "ｱ", false),
            ("iso-2022-jp", [0x1B, 0x24, 0x42], "", false),
            ("hz-gb-2312", Array("~{VPND~} ~~a~\n".utf8), "中文 ~a", false),
            ("iso-2022-kr", Array("\u{1B}$)C\u{0E}0!\u{0F}a".utf8), "가a", false),
            ("utf-7", Array("A+ImIDkQ.+-".utf8), "A≢Α.+", false),
            ("unicode-1-1-utf-7", Array("+AOk-".utf8), "é", false),
            // The order of the bytes: named, marked, guessed.
            ("utf-16le", [0x61, 0], "a", false), ("utf-16", [0xFE, 0xFF, 0, 0x61], "a", false),
            ("utf-16", [0x61, 0, 0x62, 0], "ab", false),
            ("utf-16", [0, 0x61, 0, 0x62], "ab", false),
            ("utf-16be", [0xD8, 0, 0, 0x61, 0], "\u{FFFD}a\u{FFFD}", true),
        ] as [(String, [UInt8], String, Bool)])
    func decodes(label: String, bytes: [UInt8], text: String, isLossy: Bool) {
        let decoded = Charset(label: label).decode(bytes[...])
        #expect(decoded == DecodedText(text: text, isLossy: isLossy))
    }

    @Test func labelsAreReadForgivingly() {
        #expect(Charset(label: " \"UTF-8\" ") == .utf8)
        #expect(Charset(label: "'ISO-8859-1'") == .latin1)
        #expect(Charset(label: "Windows-1252") == .windows1252)
        #expect(Charset(label: "X-SJIS").isKnown && !Charset(label: "../x").isKnown)
        #expect(Charset(label: String(repeating: "a", count: 100_000)).label.utf8.count == 60)
    }

    /// Each byte alone, and all in a row: a text comes out, of at most three bytes for each.
    @Test(arguments: [
        "gb18030", "euc-kr", "big5", "euc-tw", "shift_jis", "euc-jp", "iso-2022-jp",
        "iso-2022-jp-2", "iso-2022-jp-3", "iso-2022-kr", "iso-2022-cn", "hz", "utf-7", "utf-16",
        "utf-32", "viscii", "tcvn", "johab", "windows-1255", "windows-1258", "koi8-t",
    ])
    func anyBytesGiveText(label: String) {
        let charset = Charset(label: label)
        var generator = SeededGenerator(seed: 7)
        for byte in UInt8.min...UInt8.max { _ = charset.decode([byte][...]) }
        for _ in 0..<50 {
            let noise = (0..<2000).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let decoded = charset.decode(noise[...])
            #expect(!decoded.text.isEmpty && decoded.text.utf8.count <= 4 * noise.count)
        }
        let long = [UInt8](repeating: 0xFF, count: 300_000)
        #expect(charset.decode(long[...]).text.utf8.count <= 1_200_000)
    }

    @Test(
        arguments: [
            (Charset.latin1, "ü", [0xFC]), (.latin1, "€", nil),
            (.windows1252, "€“", [0x80, 0x93]),
            (.windows1252, "日", nil), (.usASCII, "ü", nil), (.usASCII, "a", [0x61]),
            (.other("koi8-r"), "a", nil), (.latin1, "👍", nil),
        ] as [(Charset, String, [UInt8]?)])
    func encodes(charset: Charset, text: String, bytes: [UInt8]?) {
        #expect(charset.encode(text) == bytes)
    }
}

@Suite struct QuotedPrintableTests {
    @Test(arguments: [
        (
            "Now's the time =\r\nfor all folk to come=\r\n to the aid of their country.",
            "Now's the time for all folk to come to the aid of their country."
        ),
        ("a=3D=3d", "a=="), ("a \t\r\nb", "a\r\nb"), ("a=\nb", "ab"), ("a= \r\nb", "ab"),
        ("a=", "a"),
        ("a=20 \r\n=20", "a \r\n "),
        ("0123456789abcdef=3D0123456 \t\n", "0123456789abcdef=0123456\n"),
        ("a=\r", "a=\r"), ("=\r\n=\r\nx", "x"), ("\r\r\n", "\r\r\n"), ("=C3=BC=", "ü"),
        ("==3D", "=="),
        ("a=4", "a=4"), ("=ZZ", "=ZZ"), ("a\nb", "a\nb"), ("", ""), ("a  ", "a"),
    ])
    func decodes(text: String, decoded: String) {
        #expect(string(QuotedPrintable.decode(bytes(text)[...])) == decoded)
    }

    @Test func linesAreShortAndReadBack() {
        var generator = SeededGenerator(seed: 1)
        for round in 0..<300 {
            let alphabet = Array("ab= \t\r\n.\u{FC}".utf8)
            let text = (0..<Int.random(in: 0...300, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator) ?? 0
            }
            for isText in [false, true] {
                let input = isText ? LineEndings.normalized(text) : text
                let encoded = QuotedPrintable.encode(input[...], isText: isText)
                #expect(QuotedPrintable.decode(encoded[...]) == input, "round \(round)")
                #expect(encoded[...].lines.allSatisfy { $0.count <= 76 })
                #expect(encoded[...].lines.allSatisfy { $0.last?.isSpaceOrTab != true })
            }
        }
    }
}
