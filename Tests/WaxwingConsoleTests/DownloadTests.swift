import Testing

@testable import WaxwingConsole

@Suite struct DownloadTests {
    @Test(arguments: [
        ("report.pdf", #"filename="report.pdf"; filename*=UTF-8''report.pdf"#),
        ("naïve €.pdf", #"filename="na_ve _.pdf"; filename*=UTF-8''na%C3%AFve%20%E2%82%AC.pdf"#),
        ("a\"b;c.txt", #"filename="a_b;c.txt"; filename*=UTF-8''a_b%3Bc.txt"#),
        (
            "a\r\nSet-Cookie: x=1",
            #"filename="a__Set-Cookie_ x=1"; "#
                + "filename*=UTF-8''a__Set-Cookie_%20x%3D1"
        ),
        ("../../etc/passwd", #"filename="_.._etc_passwd"; filename*=UTF-8''_.._etc_passwd"#),
        ("photo\u{202E}gpj.exe", #"filename="photo_gpj.exe"; filename*=UTF-8''photo_gpj.exe"#),
        ("...", #"filename="attachment"; filename*=UTF-8''attachment"#),
        ("", #"filename="attachment"; filename*=UTF-8''attachment"#),
    ])
    func givesOnNoNameThatHarms(name: String, expected: String) {
        #expect(Download.disposition(name: name) == "attachment; \(expected)")
    }

    @Test func shortensEndlessNames() {
        let name = String(repeating: "a\u{301}", count: 10_000)
        #expect(Download.safeName(name).unicodeScalars.count == Download.nameLimit)
    }

    @Test(arguments: [
        ("text/plain", "utf-8", "text/plain; charset=utf-8"),
        ("text/plain", "utf-8\r\nX: y", "text/plain"),
        ("text", nil, "application/octet-stream"),
        ("text/html\r\nX: y", nil, "application/octet-stream"),
        ("image/png; a=b", nil, "application/octet-stream"),
    ])
    func givesOnNoTypeThatIsNone(type: String, charset: String?, expected: String) {
        let part = MessageView.Part(
            index: 0, contentType: type, charset: charset, role: .attachment, content: [])
        #expect(part.fieldValue == expected)
    }
}
