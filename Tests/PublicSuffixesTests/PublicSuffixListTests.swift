import MailTypes
import PublicSuffixes
import Testing

@Suite struct PublicSuffixListTests {
    @Test(arguments: [
        ("com", nil),
        ("example.com", "example.com"),
        ("a.b.example.com", "example.com"),
        ("co.uk", nil),
        ("mail.example.co.uk", "example.co.uk"),
        ("a.b.example.example", "example.example"),  // covered by no rule
        ("c.kobe.jp", nil),  // a wildcard
        ("www.city.kobe.jp", "city.kobe.jp"),  // its exception
        ("公司.cn", nil),
        ("www.食狮.公司.cn", "食狮.公司.cn"),
        ("xn--85x722f.xn--55qx5d.cn", "xn--85x722f.xn--55qx5d.cn"),
        ("WWW.Example.COM", "example.com"),
    ])
    func findsWhatWasRegistered(domain: String, registrable: String?) throws {
        let domain = try DomainName(parsing: domain)
        let found = PublicSuffixList.builtin.registrableDomain(of: domain)
        #expect(found?.text == registrable)
        #expect(PublicSuffixList.builtin.isPublicSuffix(domain) == (registrable == nil))
    }

    @Test func readsAList() throws {
        let list = try #require(
            PublicSuffixList(parsing: Array("// mine\nexample\n*.b.example\n!c.b.example\n".utf8)))
        #expect(list.ruleCount == 3)
        #expect(list.registrableDomain(of: DomainName("x.a.example")) == DomainName("a.example"))
        #expect(list.registrableDomain(of: DomainName("a.b.example")) == nil)
        #expect(list.publicSuffix(of: DomainName("y.x.a.b.example")) == DomainName("a.b.example"))
        #expect(
            list.registrableDomain(of: DomainName("x.c.b.example")) == DomainName("c.b.example"))
        #expect(list.isPublicSuffix(DomainName("com")))  // in no rule
        #expect(!list.isPublicSuffix(DomainName("github.io")))
    }

    @Test func refusesWhatIsNoList() {
        #expect(PublicSuffixList(parsing: []) == nil)
        #expect(PublicSuffixList(parsing: Array("// nothing\n\n".utf8)) == nil)
        // Bytes of any kind give a list or none.
        _ = PublicSuffixList(parsing: Array(0...255))
        _ = PublicSuffixList(parsing: Array(repeating: 0x61, count: 100_000))
    }
}
