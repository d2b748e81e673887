import Testing

@testable import WaxwingConsole

@Suite struct HTMLBodyTests {
    private static let base = #"<base target="_blank">"#

    @Test(arguments: [
        (#"<img src="cid:a@b">"#, #"<img src="/p/1">"#),
        (#"<img src='CID:a@b'>"#, #"<img src='/p/1'>"#),
        (#"<img src=cid:a@b>"#, #"<img src=/p/1>"#),
        (#"<td style="background:url(cid:a@b)">"#, #"<td style="background:url(/p/1)">"#),
        (#"<img src="cid:a%40b">"#, #"<img src="/p/1">"#),
        (#"<img src="cid:x&amp;y">"#, #"<img src="/p/2">"#),
        (#"<img src="cid:unknown">"#, #"<img src="cid:unknown">"#),
        ("acid:a@b", "acid:a@b"), ("\"cid:", "\"cid:"), ("\"cid:a@b", "\"/p/1"),
    ])
    func showsPicturesThatTravelWithTheMail(html: String, expected: String) {
        let body = HTMLBody(html: html, addresses: ["a@b": "/p/1", "x&y": "/p/2"])
        #expect(body.rewritten == Self.base + expected)
    }

    @Test(arguments: [
        ("", base), ("<p>x</p>", base + "<p>x</p>"),
        ("\n<!DOCTYPE html>\n<p>x</p>", "\n<!DOCTYPE html>" + base + "\n<p>x</p>"),
        ("<!doctype", base + "<!doctype"),
    ])
    func opensLinksBesideTheInbox(html: String, expected: String) {
        #expect(HTMLBody(html: html, addresses: [:]).rewritten == expected)
    }

    @Test(arguments: [
        "evil.example; script-src *", "a b", "[::1]:8025", "", "a,b", "\u{e9}.example",
    ])
    func letsNoHostFieldChangeThePolicy(host: String) {
        let policy = ContentSecurityPolicy.mail(host: host, partsPath: "/parts/")
        #expect(policy.hasPrefix("default-src 'none'; img-src data: 'self'; style-src"))
    }
}
