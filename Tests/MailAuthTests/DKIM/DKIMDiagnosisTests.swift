import MailTypes
import Testing

@testable import MailAuth

/// Signed here, changed as hops do, and told apart again.
@Suite struct DKIMDiagnosisTests {
    static let message = """
        From: "Joe" <joe@example.com>
        Reply-To: joe@example.com
        To: list@example.net, b@example.net
        Subject: Hello
        Message-ID: <a@example.com>
        Content-Type: text/plain; charset=utf-8

        Hello,  world
        .dots and more
        From here on


        the end

        """.withLineEnds

    private func signer(
        _ header: DKIMCanonicalization = .relaxed, _ body: DKIMCanonicalization = .relaxed,
        key: DKIMPrivateKey? = nil
    ) throws -> DKIMSigner {
        var signer = DKIMSigner(
            signingDomain: "example.com", selector: "s1",
            key: try key ?? .rsa(RSAPrivateKey(parsing: Samples.rsaKey)))
        signer.headerCanonicalization = header
        signer.bodyCanonicalization = body
        return signer
    }

    private func explain(
        _ message: [UInt8], key: DKIMPrivateKey
    ) -> [DKIMExplanation] {
        DKIMVerifier().explain(
            message[...],
            lookups: [
                "s1._domainkey.example.com": .records([key.keyRecord.formatted.bytes])
            ], now: Samples.now)
    }

    private func findings(
        _ signer: DKIMSigner, _ message: [UInt8] = Self.message,
        change: ([UInt8]) -> [UInt8]
    ) throws -> [DKIMDiagnosis.Finding] {
        let signed = try signer.sign(message, at: Samples.now) + message
        return explain(change(signed), key: signer.key).first?.diagnosis?.findings ?? []
    }

    @Test func saysNothingOfAGoodSignature() throws {
        let signer = try signer()
        let signed = try signer.sign(Self.message, at: Samples.now) + Self.message
        let explained = explain(signed, key: signer.key)
        #expect(explained.map(\.diagnosis) == [nil])
        #expect(explained.first?.step.tone == .good)
        #expect(explained.first?.step.subject == "DKIM-Signature d=example.com s=s1")
    }

    @Test(arguments: [
        (
            "Subject: Hello", "Subject: [list] Hello", "Subject",
            DKIMFieldChange.textAdded("[list] ")
        ),
        ("Subject: Hello", "Subject: ***SPAM*** Hello", "Subject", .textAdded("***SPAM*** ")),
        (
            "Subject: Hello", "Subject: Re: [EXTERNAL] Hello", "Subject",
            .textAdded("Re: [EXTERNAL] ")
        ),
        ("Subject: Hello", "Subject: Hello [EXTERNAL]", "Subject", .textAdded(" [EXTERNAL]")),
        (
            "From: \"Joe\" <joe@example.com>", "From: \"Joe via List\" <list@example.net>", "From",
            .authorReplaced(
                signed: "\"Joe\" <joe@example.com>", now: "\"Joe via List\" <list@example.net>",
                keptIn: "Reply-To")
        ),
        ("\r\nMessage-ID:", "\r\nCc: x@y.example\r\nMessage-ID:", "Cc", .added(now: "x@y.example")),
        ("\r\nFrom:", "\r\nSubject: Other\r\nFrom:", "Subject", .added(now: "Other")),
        (
            "Message-ID: <a@example.com>",
            "Message-ID: <new@example.net>\r\nX-Original-Message-ID: <a@example.com>", "Message-ID",
            .replaced(signed: "<a@example.com>", now: "<new@example.net>")
        ),
        ("list@example.net, b@", "list@example.net,b@", "To", .respaced),
        ("charset=utf-8", "charset=\"utf-8\"", "Content-Type", .respaced),
    ])
    func namesTheChangedField(
        old: String, new: String, name: String, change: DKIMFieldChange
    ) throws {
        let found = try findings(signer()) { $0.replacing(old, with: new) }
        #expect(found == [.field(name, change)])
    }

    @Test(arguments: [
        ("To: list", "To:list"), ("\r\nSubject:", "\r\nSUBJECT:"), ("net, b@", "net,\r\n\tb@"),
        ("Subject: Hello", "Subject: Hello "),
    ])
    func noticesWhiteSpaceUnderTheSimpleForm(old: String, new: String) throws {
        let found = try findings(signer(.simple)) { $0.replacing(old, with: new) }
        guard case .field(_, .respaced) = found.first else {
            Issue.record("\(found)")
            return
        }
    }

    @Test func undoesWhatAListDoesAtOnce() throws {
        let found = try findings(signer()) {
            $0.replacing("From: \"Joe\" <joe@example.com>", with: "From: Joe via L <l@example.net>")
                .replacing("Subject: Hello", with: "Subject: [l] Hello")
                .replacing(
                    "the end\r\n", with: "the end\r\n\r\n____\r\nTo unsubscribe write to x\r\n")
        }
        #expect(found.count == 3)
        #expect(
            found.last
                == .body(
                    .appended(
                        afterLine: 6, lines: 2, text: "____ To unsubscribe write to x",
                        isListFooter: true)))
        #expect(found.contains(.field("Subject", .textAdded("[l] "))))
    }

    @Test func tellsAnotherKeyFromAChangedField() throws {
        let signer = try signer()
        let signed = try signer.sign(Self.message, at: Samples.now) + Self.message
        let other = DKIMPrivateKey.rsa(try RSAPrivateKey.generate(sizeInBits: 1024))
        #expect(explain(signed, key: other).first?.diagnosis?.findings == [.otherKey])
        let changed = signed.replacing("Subject: Hello", with: "Subject: Good bye")
        let found = explain(changed, key: signer.key)
        #expect(found.first?.diagnosis?.findings == [.unknownField])
        #expect(found.first?.diagnosis?.sentences.count == 1)
    }

    @Test func checksEd25519SignaturesInstead() throws {
        let signer = try signer(key: .ed25519(Ed25519PrivateKey.generate()))
        #expect(
            try findings(signer) { $0.replacing("t: Hello", with: "t: [x] Hello") }
                == [.field("Subject", .textAdded("[x] "))])
        #expect(
            try findings(signer) { $0.replacing("Hello", with: "Bye") } == [.unknownFieldOrKey])
    }

    /// `z=` names the change even where nothing else could.
    @Test func comparesWithTheCopiedFields() throws {
        let key = try RSAPrivateKey(parsing: Samples.rsaKey)
        let bodyHash = Base64.encode(SHA256Digest.hash("x\r\n".utf8).bytes)
        let field =
            "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.com; s=s1; "
            + "h=from:subject:to:to; bh=\(bodyHash); "
            + "z=From:=20a@example.com|Subject:=20Old=20=7C=20text|To:=20b@example.com; b="
        let text =
            "from:a@example.com\r\nsubject:Old | text\r\nto:b@example.com\r\n"
            + "dkim-signature:" + field.dropFirst(16)
        let signature = Base64.encode(try key.sign(message: Array(text.utf8)))
        let message = field.bytes + signature.bytes + "\r\nFrom: a@example.com\r\n".bytes
        let found = explain(
            message + "Subject: New text\r\nTo: c@example.com\r\n\r\nx\r\n".bytes, key: .rsa(key))
        #expect(
            found.first?.diagnosis?.findings == [
                .field("Subject", .replaced(signed: "Old | text", now: "New text")),
                .field("To", .replaced(signed: "b@example.com", now: "c@example.com")),
            ])
    }

    @Test(arguments: [
        (
            "the end\r\n", "the end\r\nmore\r\n",
            DKIMBodyChange.appended(
                afterLine: 6, lines: 1, text: "more", isListFooter: false)
        ),
        ("Hello,  w", "CAUTION\r\n\r\nHello,  w", .prepended(lines: 2, text: "CAUTION")),
        (".dots", "..dots", .rewritten(.doubledDots)),
        ("From here", ">From here", .rewritten(.quotedFrom)),
        ("the end", "the\r\nend", nil),
    ])
    func tellsWhatBecameOfTheBody(old: String, new: String, change: DKIMBodyChange?) throws {
        for body in DKIMCanonicalization.allCases {
            let found = try findings(signer(.relaxed, body)) { $0.replacing(old, with: new) }
            #expect(found == [change.map { .body($0) } ?? .unknownBody])
        }
    }

    @Test func tellsLineEndsAndEncodings() throws {
        let simple = try signer(.relaxed, .simple)
        #expect(
            try findings(simple) { signed in
                let start = HeaderFieldScanner.scan(signed[...]).bodyStart
                return signed[..<start] + signed[start...].filter { $0 != 0x0D }
            } == [.body(.rewritten(.bareLineFeeds))])
        #expect(
            try findings(simple) { $0.replacing("world\r\n", with: "world \r\n") }
                == [.body(.rewritten(.trailingWhitespace))])
        let encoded =
            Self.message.replacing("Content-Type:", with: "X-A: b\r\nContent-Type:")
            .replacing("end", with: "énd")
        let found = try findings(simple, encoded) { signed in
            signed.replacing("énd", with: "=C3=A9nd")
                .replacing("X-A: b", with: "Content-Transfer-Encoding: quoted-printable")
        }
        #expect(found == [.body(.rewritten(.transferEncoding))])
    }

    @Test func tellsPartsThatWerePutIn() throws {
        let message = """
            From: joe@example.com
            Content-Type: multipart/mixed; boundary="b"

            --b

            one
            --b--

            """.withLineEnds
        let found = try findings(signer(), message) {
            $0.replacing("--b--", with: "--b\r\nContent-Type: text/plain\r\n\r\nfooter\r\n--b--")
        }
        #expect(found == [.body(.partAdded(2, text: "footer"))])
    }

    @Test func takesTheOtherCanonicalization() throws {
        let signer = try signer(.relaxed, .relaxed)
        let claimed = try signer.sign(Self.message, at: Samples.now)
        var simple = signer
        simple.bodyCanonicalization = .simple
        let hash = try DKIMSignature(parsing: simple.sign(Self.message, at: Samples.now)[15...])
        let relaxed = try DKIMSignature(parsing: claimed[15...])
        let swapped = claimed.replacing(
            Base64.encode(relaxed.bodyHash), with: Base64.encode(hash.bodyHash))
        let found = explain(swapped + Self.message, key: signer.key)
        #expect(found.first?.diagnosis?.findings.last == .body(.canonicalization(.simple)))
    }

    @Test(arguments: 0..<60) func survivesMutation(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let signer = try signer(seed % 2 == 0 ? .simple : .relaxed)
        var message = try signer.sign(Self.message, at: Samples.now) + Self.message
        for _ in 0...(seed % 4) {
            let index = Int.random(in: message.indices, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: message[index] = UInt8.random(in: .min ... .max, using: &random)
            case 1: message.remove(at: index)
            default: message.insert(contentsOf: message[index...].prefix(40), at: index)
            }
        }
        _ = explain(message, key: signer.key)
    }

    /// The work has bounds, and large inputs come to an end.
    @Test func endsSoonOnLargeMessages() throws {
        let signer = try signer()
        let lines = Array(repeating: "a line of text\r\n".bytes, count: 15_000).flatMap(\.self)
        let message = Self.message + lines
        let found = try findings(signer, message) { $0.replacing("world", with: "World") }
        #expect(found == [.unknownBody])
        let many = (0..<1500).map { "To: a\($0)@example.net\r\n" }.joined().bytes
        let headers = try findings(signer) { many + $0.replacing("Subject: H", with: "Subject: h") }
        #expect(headers == [.unknownField])
    }
}
