import Testing

@testable import MailTypes

@Suite struct MailboxTests {
    @Test(arguments: [
        ("john.doe@Example.COM", "john.doe@example.com"),
        ("\"john\\ doe\"@example.com", "\"john doe\"@example.com"),
        ("\"john\"@example.com", "john@example.com"),
        ("\"a\\\"b\\\\c\"@example.com", "\"a\\\"b\\\\c\"@example.com"),
        ("\"\"@example.com", "\"\"@example.com"), ("\"a..b\"@example.com", "\"a..b\"@example.com"),
        ("x@[192.0.2.1]", "x@[192.0.2.1]"), ("x@[IPv6:2001:db8::1]", "x@[IPv6:2001:db8::1]"),
        ("!#$%&'*+-/=?^_`{|}~@a.b", "!#$%&'*+-/=?^_`{|}~@a.b"), ("ü@exämple.de", "ü@exämple.de"),
    ])
    func readsAndWrites(text: String, written: String) throws {
        let mailbox = try Mailbox(parsing: text)
        #expect(mailbox.formatted == written)
        #expect(try Mailbox(parsing: mailbox.formatted) == mailbox)
    }

    @Test(arguments: [
        "", "@", "a", "a@", "@b", "a@b@c", "a..b@c", ".a@c", "a.@c", "a b@c", "a@b c", "a@-b..c",
        "\"a@b", "\"a\r\nb\"@c", "a@[", "a@[]", "a@[x", "a@b.", "a(c)@b", "a@[\\]", "<a@b>",
        "a@-b.c", "a@b-.c",
        "a@b.c-", "a@[1.2.3]", "a@[x:y]", "a@[::1]", "a@[IPv6:1.2.3.4]", "a@[IPv6:1::2::3]",
        String(repeating: "a", count: 65) + "@b", "a@" + String(repeating: "b", count: 64),
        "a@" + Array(repeating: "bbbb", count: 52).joined(separator: "."),
    ])
    func refuses(text: String) {
        #expect(throws: SyntaxError.self) { try Mailbox(parsing: text) }
    }

    @Test func caseCountsInTheLocalPartOnly() throws {
        #expect(try Mailbox(parsing: "a@B.example") == Mailbox(parsing: "a@b.EXAMPLE"))
        #expect(try Mailbox(parsing: "A@b.example") != Mailbox(parsing: "a@b.example"))
    }

    @Test(arguments: [
        ("<>", ""), ("<a@b.example>", "a@b.example"),
        ("<@x.example,@y.example:a@b.example>", "a@b.example"),
    ])
    func readsReversePaths(text: String, address: String) throws {
        var cursor = ByteCursor(text)
        let path = try cursor.readReversePath()
        #expect(path.address == address)
        #expect(cursor.isAtEnd)
    }

    @Test func readsThePostmasterWithoutDomain() throws {
        var cursor = ByteCursor("<pOstMaster>")
        let path = try cursor.readForwardPath()
        #expect(path == .postmaster)
        cursor = ByteCursor("<>")
        #expect(throws: SyntaxError.self) { try cursor.readForwardPath() }
    }

    @Test(arguments: ["", "a@b", "<a@b", "<@x a@b>", "<@>", "< a@b>"])
    func refusesPaths(text: String) {
        var cursor = ByteCursor(text)
        #expect(throws: SyntaxError.self) { try cursor.readReversePath() }
    }
}

@Suite struct DomainNameTests {
    @Test(arguments: [
        ("Example.COM", "example.com"), ("example.com.", "example.com"), ("a", "a"),
        ("_dmarc.x-y.example", "_dmarc.x-y.example"), ("Bücher.example", "bücher.example"),
    ])
    func reads(text: String, name: String) throws {
        #expect(try DomainName(parsing: text).text == name)
    }

    @Test(arguments: ["", ".", "..", ".a", "a..b", "a b", "a@b", "a\u{0}", "a..", "a/b"])
    func refuses(text: String) {
        #expect(throws: SyntaxError.self) { try DomainName(parsing: text) }
    }

    @Test func refusesBytesThatAreNotUTF8() {
        #expect(throws: SyntaxError.self) { try DomainName(parsing: [0x61, 0xFF, 0x62]) }
    }

    @Test func holdsItsLengthLimits() throws {
        let label = String(repeating: "a", count: 63)
        let longest = [label, label, label, String(repeating: "a", count: 63)]
        #expect(try DomainName(parsing: longest.joined(separator: ".")).text.utf8.count == 255)
        #expect(throws: SyntaxError.self) {
            try DomainName(parsing: (longest + ["a"]).joined(separator: "."))
        }
        #expect(throws: SyntaxError.self) { try DomainName(parsing: label + "a.example") }
    }

    @Test(arguments: [
        ("example.com", true), ("mail.example.com", true), ("badexample.com", false),
        ("com", false), ("example.com.evil", false),
    ])
    func knowsWhatIsBelow(name: String, isBelow: Bool) throws {
        #expect(
            try DomainName(parsing: name).isEqualToOrBelow(DomainName("example.com")) == isBelow)
    }

    @Test func hasParentAndPrefix() throws {
        #expect(DomainName("a.b.c").parent == DomainName("b.c"))
        #expect(DomainName("c").parent == nil)
        #expect(try DomainName("b.c").prefixed(with: "_x.a") == DomainName("_x.a.b.c"))
        #expect(try DomainName("a.b").joined(by: "_x", to: "c.d") == DomainName("a.b._x.c.d"))
        let long = try DomainName(
            parsing: Array(repeating: "aaaaaaaaa", count: 25).joined(separator: "."))
        #expect(throws: SyntaxError.self) { try long.joined(by: "_x", to: "c.d") }
        #expect(try long.joined(by: "_x", to: "c").text.utf8.count == 254)
    }
}
