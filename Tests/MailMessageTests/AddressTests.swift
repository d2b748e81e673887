import MailTypes
import Testing

@testable import MailMessage

@Suite struct AddressListTests {
    private static func summary(_ list: AddressList) -> String {
        func summary(_ address: Address) -> String {
            "\(address.displayName ?? "")|\(address.mailbox)"
        }
        return list.items.map { item in
            switch item {
            case .address(let address): summary(address)
            case .group(let group):
                "{\(group.name):" + group.members.map(summary).joined(separator: ",") + "}"
            }
        }.joined(separator: " & ")
    }

    /// RFC 5322 appendix A, RFC 2047 §8, and forms met in the wild.
    @Test(arguments: [
        ("Mary Smith <mary@example.net>", "Mary Smith|mary@example.net"),
        (
            "Mary Smith <mary@x.test>, jdoe@example.org, Who? <one@y.test>",
            "Mary Smith|mary@x.test & |jdoe@example.org & Who?|one@y.test"
        ),
        (
            "<boss@nil.test>, \"Giant; \\\"Big\\\" Box\" <sysservices@example.net>",
            "|boss@nil.test & Giant; \"Big\" Box|sysservices@example.net"
        ),
        (
            "A Group:Ed Jones <c@a.test>,joe@where.test,John <jdoe@one.test>;",
            "{A Group:Ed Jones|c@a.test,|joe@where.test,John|jdoe@one.test}"
        ),
        ("Undisclosed recipients:;", "{Undisclosed recipients:}"),
        ("Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>", "Pete|pete@silly.test"),
        (
            "A Group(Some people)\r\n     :Chris Jones <c@(Chris's host.)public.example>,\r\n"
                + "         joe@example.org,\r\n  John <jdoe@one.test> (my dear friend); (the end)",
            "{A Group:Chris Jones|c@public.example,|joe@example.org,John|jdoe@one.test}"
        ),
        ("(Empty list)(start)Hidden recipients  :(nobody(that I know))  ;", "{Hidden recipients:}"),
        ("Joe Q. Public <john.q.public@example.com>", "Joe Q. Public|john.q.public@example.com"),
        (
            "Mary Smith <@node.test:mary@example.net>, , jdoe@test  . example",
            "Mary Smith|mary@example.net & |jdoe@test.example"
        ),
        ("John Doe <jdoe@machine(comment).  example>", "John Doe|jdoe@machine.example"),
        ("=?ISO-8859-1?Q?Andr=E9?= Pirard <p@v.test>", "André Pirard|p@v.test"),
        ("=?utf-8?Q?Smith,_J?= <p@v.test>", "Smith, J|p@v.test"),
        ("=?utf-8?Q?a?= =?utf-8?Q?b?= c <p@v.test>", "ab c|p@v.test"),
        ("\"=?utf-8?Q?=C3=BC?=\" <p@v.test>", "ü|p@v.test"),
        ("jdoe@x.test (John)", "John|jdoe@x.test"),
        ("\"a b\"@x.test", "|\"a b\"@x.test"), ("a . b @ x.test", "|a.b@x.test"),
        ("x@[192.0.2.1], y@[IPv6:::1]", "|x@[192.0.2.1] & |y@[IPv6:::1]"),
        ("a@x.test; b@y.test", "|a@x.test & |b@y.test"), ("g: a@x.test", "{g:|a@x.test}"),
        ("g: a@x.test; h: b@y.test; c@z.test", "{g:|a@x.test} & {h:|b@y.test} & |c@z.test"),
        ("a@good.test <b@evil.test>", "a@good.test|b@evil.test"),
        ("Jörg <j@x.test>", "Jörg|j@x.test"),
        ("[list] x <l@x.test>", "[list] x|l@x.test"), ("\"\" <a@x.test>", "|a@x.test"), ("", ""),
        (" , ,, ", ""), ("\"a\" \"b\" <a@x.test>", "a b|a@x.test"),
    ])
    func reads(text: String, expected: String) throws {
        #expect(Self.summary(try AddressList(parsing: text)) == expected)
    }

    @Test(arguments: [
        "a", "a@", "@b", "<a@b", "a@b>", "a b@c", "<>", "a@b c", "a..b@c", ".a@b", "a.@b", "a@b..c",
        "a@[x", "\"a", "(a", "a@b (", "x: y: z@a;", "a@b\u{0}", "\"a\u{0}\"@b", "<a@b> x", "a@(x)",
        "[a]@b.test", "a\"b\"@c", "<@x>", String(repeating: "a", count: 65) + "@b",
    ])
    func refuses(text: String) {
        #expect(throws: SyntaxError.self) { try AddressList(parsing: text) }
    }

    @Test func readsOnBehindWhatIsNoAddress() {
        let reading = AddressList.reading(bytes("a@b.test, oops, \"x, y\" z, c@d.test, e@")[...])
        #expect(Self.summary(reading.list) == "|a@b.test & |c@d.test")
        #expect(reading.errors.count == 3)
    }

    @Test func commentsMayNestToALimit() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "(", count: depth) + String(repeating: ")", count: depth) + "a@b.test"
        }
        #expect(try AddressList(parsing: nested(50)).addresses.count == 1)
        #expect(throws: SyntaxError.self) { try AddressList(parsing: nested(51)) }
    }

    @Test func readsInLinearTime() {
        for piece in [
            "(", "\"", "<", "a@b,", "=?a?q?", "a:", "((", ",", ". ", "a@b<", "\\", "@", "[", "<@",
        ] {
            _ = AddressList.reading(bytes(String(repeating: piece, count: 50_000))[...])
        }
    }

    @Test(
        arguments: [
            (nil, "a@b.test"), ("", "a@b.test"), ("Pete", "Pete <a@b.test>"),
            ("Joe Q. Public", "\"Joe Q. Public\" <a@b.test>"),
            ("a \"b\\", "\"a \\\"b\\\\\" <a@b.test>"),
            ("Jörg", "=?UTF-8?B?SsO2cmc=?= <a@b.test>"), (" x", "\" x\" <a@b.test>"),
            ("=?utf-8?q?x?=", "=?UTF-8?B?PT91dGYtOD9xP3g/PQ==?= <a@b.test>"),
            ("a\r\nBcc: x@y.test", "=?UTF-8?B?YQ0KQmNjOiB4QHkudGVzdA==?= <a@b.test>"),
        ] as [(String?, String)])
    func writes(name: String?, formatted: String) throws {
        let address = Address(displayName: name, mailbox: try Mailbox(parsing: "a@b.test"))
        #expect(address.formatted == formatted)
        let read = try AddressList(parsing: formatted).addresses.first?.displayName
        #expect(read == (name == "" ? nil : name?.trimmed))
    }
}

extension String {
    fileprivate var trimmed: String { string(bytes(self)[...].trimmingFoldingWhitespace) }
}

@Suite struct StrictAddressTests {
    @Test(
        arguments: [
            ("a@b.example", nil, "a@b.example"), ("<a@b.example>", nil, "a@b.example"),
            ("Name <a@b.example>", "Name", "a@b.example"),
            (" Name  <a@b.example> ", "Name", "a@b.example"),
            ("\"Doe, \\\"J\\\"\" <a@b.example>", "Doe, \"J\"", "a@b.example"),
            ("=?utf-8?Q?J=C3=B6rg?= <a@b.example>", "Jörg", "a@b.example"),
            ("Jörg <a@b.example>", "Jörg", "a@b.example"),
            ("Joe Q. Public <a@b.example>", "Joe Q. Public", "a@b.example"),
            ("\"a b\"@c.example", nil, "\"a b\"@c.example"),
            ("\"a,b<\"@c.example", nil, "\"a,b<\"@c.example"),
        ] as [(String, String?, String)])
    func reads(text: String, name: String?, address: String) throws {
        let strict = try StrictAddress(parsing: text)
        #expect(strict.displayName == name)
        #expect(strict.mailbox.formatted == address)
    }

    @Test(arguments: [
        ("", "Missing final '@domain'"), ("foo", "Missing final '@domain'"),
        ("Name <foo>", "Missing final '@domain'"), ("Name <>", "Missing final '@domain'"),
        ("foo@", "Missing domain"), ("@b.example", "Missing local name"),
        ("Name <@b.example>", "Missing local name"),
        ("a b@c.example", "Local address contains control or whitespace"),
        ("ü@c.example", "Local address contains control or whitespace"),
        ("Name < a@c.example>", "Local address contains control or whitespace"),
        ("a@b c", "Domain contains control or whitespace"),
        ("a@bücher.example", "Domain contains control or whitespace"),
        ("a@b_c.example", "Domain contains illegal character"),
        ("a@b@c.example", "Domain contains illegal character"),
        ("a@b..c", "Domain contains illegal character"),
        ("Doe, J <a@b.example>", "Illegal address"),
        ("a@b.example, c@d.example", "Illegal address"), ("Name <a@b.example", "Illegal address"),
        ("<<a@b.example>>", "Illegal address"), ("a..b@c.example", "Illegal address"),
        ("\"x\r\ny\" <a@b.example>", "Illegal address"),
        ("x\u{0} <a@b.example>", "Illegal address"),
        ("=?utf-8?Q?x=0D=0ABcc:y?= <a@b.example>", "Illegal address"),
        ("\"a\r\nb\"@c.example", "Invalid email address <\"a\r\nb\"@c.example>."),
    ])
    func saysWhatSESSays(text: String, error: String) {
        let refusal = #expect(throws: StrictAddressError.self) {
            try StrictAddress(parsing: text)
        }
        #expect(refusal?.text == error)
    }

    @Test func lengthCountsTheNameAndComesLast() throws {
        let name = String(repeating: "n", count: 320 - " <a@b.example>".count)
        #expect(try StrictAddress(parsing: "\(name) <a@b.example>").displayName == name)
        let long = "n\(name) <a@b.example>"
        #expect(throws: StrictAddressError.tooLong(given: long)) {
            try StrictAddress(parsing: long)
        }
        #expect(throws: StrictAddressError.missingDomain) {
            try StrictAddress(parsing: "n\(name) <a@>")
        }
        let domain = String(repeating: "d", count: 400)
        #expect(throws: StrictAddressError.tooLong(given: "a@\(domain)")) {
            try StrictAddress(parsing: "a@\(domain)")
        }
        #expect(
            StrictAddressError.tooLong(given: "x").text
                == "Address length is more than 320 characters long: 'x'.")
    }
}
