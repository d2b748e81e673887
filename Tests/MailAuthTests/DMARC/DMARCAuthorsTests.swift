import MailMessage
import MailTypes
import Testing

@testable import MailAuth

@Suite struct DMARCAuthorsTests {
    private func authors(_ fields: String...) -> DMARCAuthors {
        DMARCAuthors(fromFields: fields.map { $0.bytes[...] })
    }

    @Test(arguments: [
        ("Pete <pete@example.com>", ["example.com"]),
        ("pete@Example.COM (Pete)", ["example.com"]),
        ("a@example.com, b@example.com", ["example.com"]),
        ("a@good.example <b@evil.example>", ["evil.example"]),  // as it is displayed
        ("\"a@good.example\" <b@evil.example>", ["evil.example"]),
        ("=?utf-8?q?a=40good=2Eexample?= <b@evil.example>", ["evil.example"]),
        ("(a@good.example) b@evil.example", ["evil.example"]),
        ("Team: a@one.example, b@two.example;", ["one.example", "two.example"]),
        ("a@münchen.example", ["xn--mnchen-3ya.example"]),
        ("a@MÜNCHEN.example", ["xn--mnchen-3ya.example"]),
        ("a@xn--mnchen-3ya.example, b@münchen.example", ["xn--mnchen-3ya.example"]),
        ("a@example.com.", []),  // no addr-spec has the dot
        ("a@straße.example", ["xn--strae-oqa.example"]),
    ])
    func findsDomains(field: String, domains: [String]) {
        #expect(authors(field).domains.map(\.text) == domains)
    }

    @Test func hasOneDomainOnlyWhereNothingIsWrong() {
        #expect(authors("a@b.example").domain == DomainName("b.example"))
        #expect(authors("a@b.example", "a@b.example").domain == nil)
        #expect(authors("a@b.example, c@d.example").problems == [.severalDomains])
        #expect(authors().problems == [.noFromField])
        #expect(authors("nobody:;").problems == [.noAddress])
        #expect(authors("").problems == [.noAddress])
        #expect(authors("a@[192.0.2.1]").problems == [.addressLiteral("192.0.2.1")])
        #expect(authors("a@b.example, broken").domain == nil)
        #expect(authors("a@b.example, broken").domains.map(\.text) == ["b.example"])
    }

    /// Names that look like others must not be looked up as something that nobody protects.
    @Test(arguments: [
        "a@exam\u{200B}ple.com",  // a space that nobody sees
        "a@exam\u{AD}ple.com",  // a soft hyphen
        "a@\u{202E}example.com",  // right to left
        "a@example\u{3002}com",  // a dot of another script
        "a@ｅxample.com",  // full width
        "a@exam\u{200D}ple.com",  // a joiner where none belongs
        "a@\u{301}example.com",  // a mark on nothing
        "a@i❤.example",
    ])
    func refusesWhatIDNADoes(field: String) throws {
        let authors = authors(field)
        #expect(authors.domains.isEmpty)
        guard case .invalidDomain = try #require(authors.problems.first) else {
            Issue.record("\(authors.problems)")
            return
        }
    }

    @Test func showsWhatNobodySees() throws {
        let problem = try #require(authors("a@exam\u{200B}ple.com").problems.first)
        #expect(problem.description.contains("exam\\u{200B}ple.com"))
    }

    @Test func takesJoinersWhereTheyBelong() {
        #expect(authors("a@क्\u{200D}ष.example").domains.count == 1)
    }

    @Test func boundsWhatItKeeps() {
        let many = (0..<5000).map { "a@d\($0).example" }.joined(separator: ",")
        let authors = authors(many)
        #expect(authors.domains.count == DMARCAuthors.domainCountLimit)
        #expect(authors.problems.contains(.tooManyDomains))
        #expect(authors.problems.count < 12)
    }

    @Test func readsTheFieldsOfAMessage() throws {
        let section = try HeaderSection(
            parsing: "FROM : a@b.example\r\nfrom: c@d.example\r\n\r\n".bytes[...])
        let authors = DMARCAuthors(section)
        #expect(authors.domains.map(\.text) == ["b.example", "d.example"])
        #expect(authors.problems == [.severalFromFields(2), .severalDomains])
    }
}
