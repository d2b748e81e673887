import DNS
import MailTypes
import Testing

@Suite struct DNSNameTests {
    @Test(arguments: [
        ("example.com", ["example", "com"], "example.com"),
        ("example.com.", ["example", "com"], "example.com"),
        (".", [], "."),
        ("_dmarc.Example.COM", ["_dmarc", "Example", "COM"], "_dmarc.Example.COM"),
        ("first\\.last.example", ["first.last", "example"], "first\\.last.example"),
        ("a\\098c.x", ["abc", "x"], "abc.x"),
        ("tab\\009.x", ["tab\t", "x"], "tab\\009.x"),
        ("a b.x", ["a b", "x"], "a\\032b.x"),
        ("\\@.x", ["@", "x"], "\\@.x"),
    ])
    func readsText(text: String, labels: [String], formatted: String) throws {
        let name = try DNSName(parsing: text)
        #expect(name.labels.map { String(decoding: $0, as: UTF8.self) } == labels)
        #expect(name.text == formatted)
        #expect(try DNSName(parsing: name.text) == name)
    }

    @Test(arguments: [
        ("", 0), (".com", 0), ("a..b", 2), ("..", 0), ("a\\", 2), ("a\\1", 3), ("a\\999", 5),
        (String(repeating: "a", count: 64), 63),
        (Array(repeating: String(repeating: "a", count: 63), count: 4).joined(separator: "."), 192),
    ])
    func saysWhereTextIsNoName(text: String, offset: Int) {
        let error = #expect(throws: SyntaxError.self) { try DNSName(parsing: text) }
        #expect(error?.offset == offset)
    }

    @Test(arguments: [
        ("example.com", ["example", "com"]), ("example.com.", ["example", "com"]), ("x", ["x"]),
        ("a\\.b c.x:y/z", ["a\\", "b c", "x:y/z"]),
    ])
    func readsDottedTextAsItIs(text: String, labels: [String]) throws {
        let name = try #require(DNSName(dotted: Array(text.utf8)[...]))
        #expect(name.labels.map { String(decoding: $0, as: UTF8.self) } == labels)
        #expect(name.dotted == Array(labels.joined(separator: ".").utf8))
        #expect(name.hasSeveralLabels == (labels.count > 1))
    }

    @Test(arguments: [
        "", ".", "..", "a..b", ".a", "a..", String(repeating: "a", count: 64),
        String(repeating: "a.", count: 127) + "b",
    ])
    func saysWhereDottedTextIsNoName(text: String) {
        #expect(DNSName(dotted: Array(text.utf8)[...]) == nil)
    }

    @Test func takesTheLongestDottedName() {
        let longest = String(repeating: "a.", count: 126) + "b"
        #expect(DNSName(dotted: Array(longest.utf8)[...])?.wireBytes.count == 255)
        #expect(!DNSName.root.hasSeveralLabels)
        #expect(DNSName.root.dotted.isEmpty)
    }

    @Test func hashesWithoutRegardToCase() {
        let names: Set<DNSName> = ["Mail.Example.COM", "mail.example.com", "mail.example.co"]
        #expect(names.count == 2)
        #expect(names.contains("MAIL.EXAMPLE.CO"))
    }

    @Test func takesTheLongestName() throws {
        let label = String(repeating: "a", count: 63)
        let text = "\(label).\(label).\(label)." + String(repeating: "a", count: 61)
        #expect(try DNSName(parsing: text).wireBytes.count == 255)
        #expect(throws: SyntaxError.self) { try DNSName(parsing: text + "a") }
        #expect(throws: SyntaxError.self) { try DNSName(parsing: text).prefixed(with: "b") }
    }

    @Test func comparesWithoutRegardToCase() {
        #expect(DNSName("Example.COM") == DNSName("eXAMPLE.com"))
        #expect(Set([DNSName("Example.COM"), DNSName("example.com")]).count == 1)
        // Only ASCII letters have two cases; "@" and "`" differ by the same bit.
        #expect(DNSName("\\@.x") != DNSName("`.x"))
        #expect(DNSName("ab.c") != DNSName("a.bc"))
    }

    @Test(arguments: [
        ("example.com", "example.com", true), ("mail.example.com", "EXAMPLE.com", true),
        ("badexample.com", "example.com", false), ("com", "example.com", false),
        ("example.com", ".", true), (".", ".", true), (".", "com", false),
        // The bytes of the wire form end alike, the labels do not.
        ("x\\007example\\003com.y", "example\\003com.y", false),
    ])
    func knowsWhatIsBelow(name: String, other: String, expected: Bool) throws {
        #expect(
            try DNSName(parsing: name).isEqualToOrBelow(DNSName(parsing: other)) == expected)
    }

    @Test func climbsToTheRoot() {
        #expect(DNSName("mail.example").parent == DNSName("example"))
        #expect(DNSName("example").parent == .root)
        #expect(DNSName.root.parent == nil)
    }

    @Test(arguments: [
        // RFC 1035 §3.5
        ("10.2.0.52", "52.0.2.10.in-addr.arpa"),
        // RFC 3596 §2.5
        (
            "4321:0:1:2:3:4:567:89ab",
            "b.a.9.8.7.6.5.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.0.0.0.0.1.2.3.4.ip6.arpa"
        ),
    ])
    func namesAddressesBackwards(address: String, name: String) throws {
        let address = try #require(IPAddress(parsing: address))
        #expect(DNSName(reverseOf: address).text == name)
    }

    @Test(arguments: [
        ("example.com", "example.com"),
        ("münchen.example", "xn--mnchen-3ya.example"),
        // RFC 3492 §7.1 (S), and a name of many scripts
        ("安室奈美恵-with-super-monkeys.jp", "xn---with-super-monkeys-pc58ag80a8qai00g7n9n.jp"),
        ("例え.テスト", "xn--r8jz45g.xn--zckzah"),
        ("faß.de", "xn--fa-hia.de"),
    ])
    func writesMailDomainsInASCII(domain: String, name: String) throws {
        #expect(try DNSName(DomainName(parsing: domain)).text == name)
    }

    @Test func refusesDomainsThatTheOtherSideCannotHold() throws {
        let label = String(repeating: "a", count: 63)
        let long = "\(label).\(label).\(label)." + String(repeating: "a", count: 62)
        #expect(throws: SyntaxError.self) { try DNSName(DomainName(parsing: long)) }
        let longULabel = String(repeating: "ü", count: 31) + ".example"
        #expect(try DNSName(DomainName(parsing: longULabel)).labels[0].count <= 63)
        #expect(throws: SyntaxError.self) { try DomainName(DNSName("a\\.b.example")) }
        #expect(throws: SyntaxError.self) { try DomainName(DNSName("a b.example")) }
        #expect(throws: SyntaxError.self) { try DomainName(DNSName.root) }
        #expect(try DomainName(DNSName("Mail.example")) == DomainName("mail.example"))
    }
}
