import DNS
import MailMessage
import MailTypes
import Testing

@testable import MailAuth

@Suite struct AuthenticationResultsTests {
    typealias Result = AuthenticationResults.Result
    typealias Property = AuthenticationResults.Property

    // RFC 8601 appendix B
    @Test(
        arguments: [
            ("example.org 1; none", "example.org", []),
            (
                "example.com;\r\n  spf=pass smtp.mailfrom=example.net", "example.com",
                [Result("spf", "pass", properties: [Property("smtp", "mailfrom", "example.net")])]
            ),
            (
                "example.com; auth=pass (cram-md5)\r\n\tsmtp.auth=sender@example.net",
                "example.com",
                [
                    Result(
                        "auth", "pass",
                        properties: [Property("smtp", "auth", "sender@example.net")],
                        comments: ["cram-md5"])
                ]
            ),
            (
                "example.com; dkim=pass reason=\"good signature\" header.i=@mail-router.example.net; "
                    + "dkim=fail reason=\"bad signature\"\r\n header.i=@newyork.example.com",
                "example.com",
                [
                    Result(
                        "dkim", "pass", reason: "good signature",
                        properties: [Property("header", "i", "@mail-router.example.net")]),
                    Result(
                        "dkim", "fail", reason: "bad signature",
                        properties: [Property("header", "i", "@newyork.example.com")]),
                ]
            ),
            (
                "foo.example.net (foobar) 1 (baz);\r\n dkim (Because I like it) / 1 (One yay) = (wait for it) "
                    + "fail\r\n policy (A dot can go here) . (like that) expired\r\n (this surprised me) = "
                    + "(as I wasn't expecting it) 1362471462",
                "foo.example.net",
                [
                    Result(
                        "dkim", "fail", methodVersion: 1,
                        properties: [Property("policy", "expired", "1362471462")],
                        comments: [
                            "Because I like it", "One yay", "wait for it", "A dot can go here",
                            "like that", "this surprised me", "as I wasn't expecting it",
                        ])
                ]
            ),
            (
                "\"x;y\"; SPF=Pass Smtp.MailFrom=\"a;b\"@example.com", "x;y",
                [
                    Result(
                        "spf", "pass",
                        properties: [Property("smtp", "mailfrom", "\"a;b\"@example.com")])
                ]
            ),
        ] as [(String, String, [Result])])
    func reads(text: String, identifier: String, results: [Result]) throws {
        let field = try AuthenticationResults(parsing: text)
        #expect(field.authservID == identifier)
        #expect(field.results == results)
    }

    @Test(arguments: [
        "", ";none", "(only) ", "a.example dkim=pass dkim=pass", "a.example; none dkim=pass",
        "a.example; none; dkim=pass", "a.example; =pass", "a.example; dkim==pass",
        "a.example; dkim/x=pass", "a.example; dkim=pass header.=x", "a.example; dkim=pass (open",
        "a.example; dkim=\"open", "a.example; dkim=pass header.d", "a.example; dkim=pass )",
        "a.example 1 1; none", "a.example 99999999999999999999999; none",
    ])
    func refuses(text: String) {
        #expect(throws: SyntaxError.self) { try AuthenticationResults(parsing: text) }
    }

    @Test func knowsItsVersion() throws {
        #expect(try AuthenticationResults(parsing: "a.example; none").isVersionSupported)
        #expect(try AuthenticationResults(parsing: "a.example 1; none").isVersionSupported)
        #expect(try !AuthenticationResults(parsing: "a.example 2; none").isVersionSupported)
    }

    @Test func foldsAtSeventyEight() throws {
        let results = (0..<6).map {
            Result.dkim(
                "pass", signingDomain: DomainName("mail.example.com"), selector: "selector\($0)",
                algorithm: "rsa-sha256", signature: "AbC+/=defgh", reason: "key is weak")
        }
        let field = AuthenticationResults(authservID: "mx.example.net", results: results).field
        let text = String(decoding: field.bytes, as: UTF8.self)
        #expect(text.hasPrefix("Authentication-Results: mx.example.net; dkim=pass"))
        #expect(text.hasSuffix("\r\n"))
        for line in text.split(separator: "\r\n") { #expect(line.utf8.count <= 78) }
        #expect(try AuthenticationResults(parsing: field.rawValue).results == results)
        let none = AuthenticationResults(authservID: "mx.example.net")
        #expect(none.formatted == "mx.example.net; none")
    }

    /// What a sender chooses must not speak as the server.
    @Test(arguments: [
        "a; dkim=pass", "x\r\nSubject: forged", "x\nBcc: y@example.com", "x\rz", "x\0z", "a\" b",
        "\"a; dkim=pass header.d=bank.example\"@x.example", "(comment", "a\\", "x dmarc=pass",
        "ünïcode", "", " ", "=", "@", "a@b@c", "\u{2028}", String(repeating: "a", count: 10_000),
        "@x.example; dkim=pass", "=@x", "a\u{0B}b", "a\u{7F}b",
    ])
    func injectsNothing(hostile: String) throws {
        var field = AuthenticationResults(
            authservID: "mx.example.net",
            results: [
                Result(
                    "spf", "fail", reason: hostile,
                    properties: [
                        Property("smtp", "mailfrom", hostile), Property(hostile, "x", "y"),
                        Property("smtp", hostile, "y"),
                    ], comments: [hostile]),
                Result(hostile, "pass"), Result("dkim", hostile),
            ])
        field.comments = [hostile]
        let bytes = field.field.bytes
        #expect(bytes.allSatisfy { $0 != 0 && $0 != 0x0B && $0 != 0x7F })
        let message = try Message(parsing: Array(bytes) + "\r\n".bytes)
        #expect(message.headerSection.fields.count == 1)
        let read = try AuthenticationResults(parsing: message.headerSection.fields[0].rawValue)
        #expect(read.authservID == "mx.example.net")
        #expect(
            read.results.map(\.method).allSatisfy { $0 == "spf" || $0 == hostile || $0 == "dkim" })
        #expect(read.results(of: "spf").map(\.result) == ["fail"])
        #expect(!read.results.contains { $0.method != hostile && $0.result == "pass" })
        for value in read.results.flatMap(\.properties).map(\.value) where value != "y" {
            #expect(value == hostile)
        }
        var other = field
        other.authservID = hostile
        #expect(try HeaderSection(parsing: other.field.bytes).fields.count == 1)
    }

    @Test func writesAddressesWithTheQuotesTheyNeed() {
        #expect(AuthenticationResults.written("a@example.com") == "a@example.com")
        #expect(AuthenticationResults.written("@example.com") == "@example.com")
        #expect(AuthenticationResults.written("\"a b\"@example.com") == "\"a b\"@example.com")
        #expect(AuthenticationResults.written("a b@example.com") == "\"a b@example.com\"")
        #expect(AuthenticationResults.written("oF80QtY/") == "\"oF80QtY/\"")
        #expect(AuthenticationResults.written("2001:db8::1") == "\"2001:db8::1\"")
    }

    @Test func readsManyInLinearTime() throws {
        let open = String(repeating: "(", count: 60_000)
        #expect(throws: SyntaxError.self) { try AuthenticationResults(parsing: "a; \(open)") }
        let semicolons = "a" + String(repeating: ";", count: 60_000)
        #expect(try AuthenticationResults(parsing: semicolons).results.isEmpty)
        let many = "a" + String(repeating: ";b=c", count: 10_000)
        #expect(throws: SyntaxError.self) { try AuthenticationResults(parsing: many) }
    }

    @Test func tellsOfDMARC() async throws {
        let evaluation = await DMARCEvaluator().evaluate(
            authorDomain: DomainName("münchen.example"), spf: nil, dkim: [],
            resolver: try StaticResolver(dmarc: ["xn--mnchen-3ya.example": "p=reject; t=y"]))
        let field = AuthenticationResults(
            authservID: "mx.example.net", results: [.dmarc(evaluation)])
        #expect(
            field.formatted
                == "mx.example.net; dmarc=fail header.from=xn--mnchen-3ya.example policy.dmarc=quarantine"
        )
    }

    // RFC 8617 §4.1.1
    @Test func readsAndWritesTheFieldOfAChain() throws {
        let field = try ARCAuthenticationResults(
            parsing: " i = 12 (x) ; mx.example.net; arc=pass header.oldest-pass=0".bytes[...])
        #expect(field.instance == 12)
        #expect(field.results.results(of: "arc").first?.value("header", "oldest-pass") == "0")
        #expect(field.formatted == "i=12; mx.example.net; arc=pass header.oldest-pass=0")
        #expect(field.field.name == "ARC-Authentication-Results")
        for text in [
            "i=0; a; none", "i=51; a; none", "I=1; a; none", "i=1 a; none", "a; none", "i=1;",
        ] {
            #expect(throws: SyntaxError.self) {
                try ARCAuthenticationResults(parsing: text.bytes[...])
            }
        }
    }
}
