import MailTypes
import Testing
import WaxwingCore

@Suite struct MessagesAPITests {
    let console = TestConsole()

    @Test func listsMessagesInTheDocumentedShape() async throws {
        try await console.receive(recipients: ["a@example.net", "b@example.net"])
        let answer = try await console.get("/_waxwing/messages")
        #expect(answer["Content-Type"] == "application/json")
        #expect(
            answer.text == #"{"messages":[{"id":"7","messageId":"m1@email.amazonses.com","#
                + #""receiptId":"receipt7","#
                + #""mailFrom":"bounce@mail.example.com","#
                + #""recipients":["a@example.net","b@example.net"],"subject":"Grüße","#
                + #""from":"Zoë <zoe@example.com>","receivedAt":"2026-11-23T09:05:00.012Z","#
                + #""authentication":{"dkim":[{"result":"pass","domain":"example.com","#
                + #""selector":"s1"}],"spf":null,"arc":null,"dmarc":null}}]}"#)
    }

    @Test func givesWhatWasEvaluatedAndNoMore() async throws {
        try await console.receive(
            authentication: AuthenticationSummary(dkim: [], spf: "softfail", dmarc: "fail"))
        let text = try await console.get("/_waxwing/messages").text
        #expect(
            text.contains(
                #""authentication":{"dkim":[],"spf":"softfail","arc":null,"dmarc":"fail"}"#))
    }

    @Test(arguments: [
        ("", ["5", "4", "3", "2", "1"]), ("?limit=2", ["5", "4"]),
        ("?limit=2&after=4", ["3", "2"]), ("?after=1", []),
        ("?limit=1000", ["5", "4", "3", "2", "1"]),
    ])
    func pagesFromTheNewest(query: String, ids: [String]) async throws {
        for id in 1...5 { try await console.receive(id: Int64(id)) }
        let text = try await console.get("/_waxwing/messages\(query)").text
        let found = text.split(separator: #"{"id":""#).dropFirst().compactMap { $0.first }
        #expect(found.map(String.init) == ids)
    }

    @Test(arguments: [
        "limit=0", "limit=1001", "limit=-1", "limit=ten", "limit=", "limit=99999999999999999999",
        "after=0", "after=x", "after=",
    ])
    func refusesBadQueriesAndSaysWhatIsRight(query: String) async throws {
        let answer = try await console.get("/_waxwing/messages?\(query)")
        #expect(answer.status == 400)
        let name = query.prefix(5)
        #expect(answer.text.hasPrefix(#"{"message":"\#(name) must be "#))
        #expect(try await console.get("/?\(query)").status == 400)
    }

    private static let related = """
        From: =?utf-8?q?Zo=C3=AB?= <zoe@example.com>
        Subject: Two
         lines
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=outer

        --outer
        Content-Type: multipart/related; boundary=inner

        --inner
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        <p>Gr=C3=BC=C3=9Fe <img src=3D"cid:logo@example.com"></p>
        --inner
        Content-Type: image/png
        Content-Disposition: inline
        Content-ID: <logo@example.com>
        Content-Transfer-Encoding: base64

        iVBORw0=
        --inner--
        --outer
        Content-Type: text/html; charset=utf-8
        Content-Disposition: attachment; filename="a\\"b.html"

        <script>alert(1)</script>
        --outer--

        """

    @Test func showsAMessageWhole() async throws {
        try await console.receive(Self.related)
        let text = try await console.get("/_waxwing/messages/7").text
        #expect(text.hasPrefix(#"{"id":"7","messageId":"#))
        for expected in [
            #""helo":"localhost","remoteAddress":"127.0.0.1","tls":"TLSv1.3","problem":null,"#,
            #""dkim":[{"result":"pass","domain":"example.com","selector":"s1","reason":null}]"#,
            #"{"name":"From","value":"Zoë <zoe@example.com>","#
                + #""raw":"=?utf-8?q?Zo=C3=AB?= <zoe@example.com>"}"#,
            #"{"name":"Subject","value":"Two lines","raw":"Two\r\n lines"}"#,
            #""text":null,"textTruncated":false,"#,
            #""html":"<p>Grüße <img src=\"cid:logo@example.com\"></p>","htmlTruncated":false"#,
            #"{"index":1,"name":null,"contentType":"image/png","contentId":"logo@example.com","#
                + #""disposition":"inline","size":5}"#,
            #"{"index":2,"name":"a\"b.html","contentType":"text/html","contentId":null,"#
                + #""disposition":"attachment","size":25}"#,
        ] {
            #expect(text.contains(expected), "\(expected) is not in \(text)")
        }
    }

    @Test func givesTheBytesAsTheyWereReceived() async throws {
        try await console.receive(Self.related)
        let answer = try await console.get("/_waxwing/messages/7/raw")
        #expect(answer.body == (await console.inbox.content(of: 7)))
        #expect(answer["Content-Type"] == "message/rfc822")
        #expect(answer["Content-Disposition"].hasPrefix(#"attachment; filename="message-7.eml""#))
    }

    @Test func givesPartsAsDownloadsThatNoBrowserRuns() async throws {
        try await console.receive(Self.related)
        let answer = try await console.get("/_waxwing/messages/7/parts/2")
        #expect(answer.text == "<script>alert(1)</script>")
        #expect(answer["Content-Type"] == "text/html; charset=utf-8")
        #expect(answer["Content-Disposition"].hasPrefix(#"attachment; filename="a_b.html""#))
        #expect(answer["X-Content-Type-Options"] == "nosniff")
        #expect(answer.policy == "default-src 'none'; sandbox")
        #expect(try await console.get("/_waxwing/messages/7/parts/3").status == 404)
        #expect(try await console.get("/_waxwing/messages/7/parts/x").status == 404)
        #expect(try await console.get("/_waxwing/messages/7/parts").status == 404)
    }

    @Test func servesHTMLThatMayOnlyShowItsOwnParts() async throws {
        try await console.receive(Self.related)
        let answer = try await console.get("/_waxwing/messages/7/html")
        #expect(answer.text.contains(#"<img src="/_waxwing/messages/7/parts/1">"#))
        #expect(answer.policy.contains("default-src 'none';"))
        #expect(answer.policy.contains("sandbox allow-popups"))
        #expect(
            answer.policy.contains("img-src data: localhost:8025/_waxwing/messages/7/parts/;"))
        #expect(!answer.policy.contains("allow-scripts"))
        #expect(!answer.policy.contains("allow-same-origin"))
        #expect(answer["Referrer-Policy"] == "no-referrer")
    }

    @Test func saysThatThereIsNoHTML() async throws {
        try await console.receive()
        #expect(try await console.get("/_waxwing/messages/7/html").status == 404)
    }

    @Test func cutsLongTextsAndSaysSo() async throws {
        let line = String(repeating: "ä", count: 500) + "\n"
        try await console.receive(
            "Content-Type: text/plain; charset=utf-8\n\n" + String(repeating: line, count: 1200))
        let text = try await console.get("/_waxwing/messages/7").text
        #expect(text.contains(#""textTruncated":true"#))
        #expect(text.utf8.count < 1_200_000)
        let page = try await console.get("/messages/7?view=text").text
        #expect(page.contains("Only the first megabyte is shown."))
        let source = try await console.get("/messages/7?view=source").text
        #expect(source.contains("Only the first megabyte is shown."))
    }

    @Test(arguments: [
        "", "\n", "no fields at all", "\n\n\0\u{1}", ": \n", "Content-Type: multipart/mixed\n\nx",
        String(repeating: "X: y\n", count: 100_000),
    ])
    func showsAnyBytes(content: String) async throws {
        try await console.receive(content)
        for path in ["/_waxwing/messages/7", "/messages/7", "/messages/7?view=headers"] {
            #expect(try await console.get(path).status == 200)
        }
    }
}
