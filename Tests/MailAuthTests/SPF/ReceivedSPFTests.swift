import MailMessage
import MailTypes
import Testing

@testable import MailAuth

@Suite struct ReceivedSPFTests {
    private static let zone = """
        @ TXT "v=spf1 ip4:192.0.2.1 include:nx.example.com -all"
        mail.example.org. TXT "v=spf1 ip4:192.0.2.1"
        """

    @Test func recordsACheck() async throws {
        let sample = try SPFSample(Self.zone)
        let pass = await sample.check(from: "192.0.2.1")
        #expect(
            ReceivedSPF(pass, receiver: "mx.example.net").formatted
                == """
                Received-SPF: pass (mx.example.net: domain of user@example.com designates
                 192.0.2.1 as permitted sender) client-ip=192.0.2.1;
                 envelope-from="user@example.com"; helo=mail.example.org;
                 receiver=mx.example.net; identity=mailfrom; mechanism="ip4:192.0.2.1"

                """.replacing("\n", with: "\r\n"))
        let error = ReceivedSPF(await sample.check(from: "2001:db8::1"), receiver: "mx")
        #expect(error.result == .permanentError)
        #expect(error["client-ip"] == "2001:db8::1")
        #expect(error["problem"]?.contains("include:nx.example.com") == true)
        #expect(error["mechanism"] == nil)
        let helo = ReceivedSPF(
            await sample.evaluator.check(
                SPFRequest(helo: "mail.example.org", address: .v4([192, 0, 2, 2])),
                resolver: sample.resolver, now: SPFSample.now), receiver: "mx")
        #expect(helo["identity"] == "helo")
        #expect(helo["envelope-from"] == nil)
        #expect(helo["mechanism"] == "default")
    }

    /// The examples of RFC 7208 §9.1, and what other programs write.
    @Test(arguments: [
        (
            """
             pass (mybox.example.org: domain of
             myname@example.com designates 192.0.2.1 as permitted sender)
                receiver=mybox.example.org; client-ip=192.0.2.1;
                envelope-from="myname@example.com"; helo=foo.example.com;

            """, SPFResult.pass, ["receiver", "client-ip", "envelope-from", "helo"]
        ),
        (
            """
             fail (mybox.example.org: domain of
                              myname@example.com does not designate
                              192.0.2.1 as permitted sender)
                              identity=mailfrom; client-ip=192.0.2.1;
                              envelope-from="myname@example.com";
            """, .fail, ["identity", "client-ip", "envelope-from"]
        ),
        (
            "pass mechanism=ip4:192.0.2.1; client-ip=2001:db8::1", .pass,
            ["mechanism", "client-ip"]
        ),
        (
            " SoftFail (x (nested \\) y)) client-ip = 192.0.2.1 helo=a (c); envelope-from=<a@b>",
            .softfail, ["client-ip", "helo", "envelope-from"]
        ),
        ("(c)\r\n none", .none, []),
        ("temperror", .temporaryError, []),
    ])
    func reads(text: String, result: SPFResult, keys: [String]) throws {
        let field = try ReceivedSPF(parsing: text.bytes[...])
        #expect(field.result == result)
        #expect(field.pairs.map(\.key) == keys)
    }

    @Test func readsValues() throws {
        let field = try ReceivedSPF(
            parsing: #"fail (a "b" \(c\)) Client-IP=192.0.2.1; envelope-from="a\"b;\\c"@x"#
                .bytes.dropLast(2))
        #expect(field.comment == #"a "b" (c)"#)
        #expect(field["client-ip"] == "192.0.2.1")
        #expect(field["envelope-from"] == #"a"b;\c"#)
        #expect(field["helo"] == nil)
    }

    @Test(arguments: ["", "good", "pass (", "pass x", "pass =x", "pass x=\"y", "pass ; ;"])
    func refuses(text: String) {
        #expect(throws: SyntaxError.self) { try ReceivedSPF(parsing: text.bytes[...]) }
    }

    @Test func boundsPairs() {
        let text = "pass " + String(repeating: "a=b;", count: 100)
        #expect(throws: SyntaxError.self) { try ReceivedSPF(parsing: text.bytes[...]) }
    }

    /// What a client says ends neither the value, nor the field, nor its line.
    @Test(arguments: [
        "a\r\nSubject: x", "a\"; receiver=b; x=\"", "a\\", "a) b=c (", "a;b=c", "\u{0}",
        "caf\u{E9}",
        String(repeating: "\"", count: 5_000), String(repeating: "a b ", count: 5_000), "", " ",
    ])
    func keepsHostileTextInItsPlace(text: String) async throws {
        let evaluation = await (try SPFSample(Self.zone)).check(
            "\(text)@example.com", from: "192.0.2.9", helo: text)
        let field = ReceivedSPF(evaluation, receiver: "mx.example.net")
        let bytes = field.formatted.bytes
        #expect(bytes.suffix(2) == [0x0D, 0x0A])
        let lines = field.formatted.split(separator: "\r\n")
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" ") && $0.utf8.count <= 998 })
        #expect(lines.dropFirst().allSatisfy { !$0.allSatisfy(\.isWhitespace) })
        #expect(!lines.contains { $0.contains("\r") || $0.contains("\n") })
        let read = try ReceivedSPF(parsing: bytes.dropFirst("Received-SPF:".utf8.count))
        #expect(read.pairs.map(\.key) == field.pairs.map(\.key))
        #expect(read["receiver"] == "mx.example.net")
        let message = try Message(parsing: bytes + "\r\n".bytes)
        #expect(message.headerSection.fields.count == 1)
    }

    @Test func keepsTheLettersOfAnInternationalSender() {
        let field = ReceivedSPF(
            result: .none, pairs: [.init("envelope-from", "é@x.example"), .init("helo", "é")])
        #expect(
            field.formatted
                == "Received-SPF: none envelope-from=\"é@x.example\"; helo=\"?\"\r\n")
    }
}
