import HTTPTypes
import Testing
import WaxwingCore

@Suite struct PageTests {
    let console = TestConsole()

    private static let pages = [
        "/", "/messages/7", "/messages/7?view=text", "/messages/7?view=headers",
        "/messages/7?view=source",
    ]

    @Test func helpsToSendTheFirstMail() async throws {
        let text = try await console.get("/").text
        #expect(text.contains("endpoint_url=&quot;http://127.0.0.1:8025&quot;") == false)
        #expect(text.contains(#"endpoint_url="http://127.0.0.1:8025""#))
        #expect(text.contains("swaks --server 127.0.0.1:1025"))
        #expect(text.contains("AWS_ENDPOINT_URL_SES=http://127.0.0.1:8025"))
    }

    @Test func showsTheListWithItsVerdicts() async throws {
        try await console.receive()
        let text = try await console.get("/").text
        #expect(text.contains("1 message<"))
        #expect(text.contains(#"<a href="/messages/7"><bdi>Grüße</bdi></a>"#))
        #expect(text.contains(#"<bdi title="zoe@example.com">Zoë</bdi>"#))
        #expect(text.contains(#"DKIM<span class="unseen"> pass</span>"#))
        #expect(text.contains(#"SPF<span class="unseen"> not evaluated</span>"#))
        #expect(text.contains(#"data-newest="7""#))
    }

    @Test func leadsToOlderMessages() async throws {
        for id in 1...5 { try await console.receive(id: Int64(id)) }
        let first = try await console.get("/?limit=2").text
        #expect(first.contains(#"href="/?after=4&amp;limit=2""#))
        let last = try await console.get("/?limit=2&after=2").text
        #expect(!last.contains("Older messages"))
        #expect(!last.contains("data-newest"))
        #expect(last.contains(#"<a href="/messages/1">"#))
    }

    /// A mark before or behind a character makes one `Character` of both.
    @Test(arguments: [
        "<script>alert(1)</script>", "\"><script>alert(1)</script>",
        "\u{600}<script>alert(1)</script>", "\"\u{301} autofocus onfocus=alert(1) x=\"\u{301}",
        "'\u{301}><\u{200D}script>", "{{subject}}{{{subject}}}",
    ])
    func escapesWhateverStandsInMail(hostile: String) async throws {
        try await console.receive(
            subject: hostile, from: hostile, recipients: [hostile],
            authentication: .init(
                dkim: [
                    .init(result: hostile, domain: hostile, selector: hostile, reason: hostile)
                ], spf: hostile, dmarc: hostile),
            "X-\(hostile): \(hostile)\nTo: \(hostile)\nSubject: \(hostile)\n\n\(hostile)\n")
        for path in Self.pages {
            let answer = try await console.get(path)
            #expect(answer.status == 200)
            let scalars = Array(answer.text.unicodeScalars)
            let bytes = String(String.UnicodeScalarView(scalars.filter { $0.isASCII }))
            #expect(!bytes.contains("<script>"))
            #expect(!bytes.contains("\" autofocus"))
            #expect(!bytes.contains("\"><script"))
        }
    }

    @Test(arguments: pages + ["/elsewhere", "/_waxwing/verify?token=x"])
    func forbidsEverythingForeign(path: String) async throws {
        try await console.receive()
        let answer = try await console.get(path, [.accept: "text/html"])
        #expect(answer.policy.hasPrefix("default-src 'none'; style-src 'self'; script-src 'self';"))
        #expect(answer.policy.contains("frame-ancestors 'none'"))
        #expect(answer["X-Content-Type-Options"] == "nosniff")
        #expect(!answer.text.contains("<style"))
        #expect(!answer.text.contains(" style="))
        #expect(!answer.text.contains("<script>"))
    }

    @Test func showsHTMLInASandboxedFrame() async throws {
        try await console.receive("Content-Type: text/html\n\n<p>Hi</p>\n")
        let text = try await console.get("/messages/7").text
        #expect(text.contains(#"src="/_waxwing/messages/7/html" sandbox="allow-popups "#))
        #expect(!text.contains("allow-scripts"))
        #expect(!text.contains("allow-same-origin"))
        #expect(!text.contains("<p>Hi</p>"))
    }

    @Test func offersOnlyTheViewsThatThereAre() async throws {
        try await console.receive("Subject: x\n\nSee https://example.com/a?b=1&c=2.\n")
        let text = try await console.get("/messages/7?view=html").text
        #expect(!text.contains("view=html"))
        #expect(text.contains(#"view=text" aria-current="page""#))
        #expect(text.contains(#"<a href="https://example.com/a?b=1&amp;c=2" target="_blank""#))
    }

    @Test func explainsVerdictsInWords() async throws {
        try await console.receive(
            authentication: .init(
                dkim: [
                    .init(
                        result: "fail", domain: "example.com", selector: "s1",
                        reason: "the body was changed")
                ], spf: nil, dmarc: "fail"))
        let text = try await console.get("/messages/7").text
        #expect(text.contains("The signature does not verify. The body was changed."))
        #expect(text.contains("<code>s1</code>"))
        #expect(text.contains("Waxwing did not evaluate SPF for this message."))
    }

    @Test func saysThatAMessageIsUnsigned() async throws {
        try await console.receive(authentication: .init(dkim: []))
        let text = try await console.get("/messages/7").text
        #expect(text.contains("The message carries no DKIM signature."))
    }
}
