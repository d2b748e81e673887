import BIMI
import DNS
import MailTypes
import Testing

@Suite struct BIMIDiscoveryTests {
    private static let zone = """
        default._bimi.example.com. TXT "v=BIMI1; l=https://example.com/a.svg"
        brand._bimi.example.com. TXT "v=BIMI1; l=https://example.com/b.svg"
        default._bimi.several.example. TXT "v=BIMI1; l=https://example.com/a.svg"
        default._bimi.several.example. TXT "v=BIMI1; l=https://example.com/b.svg"
        default._bimi.beside.example. TXT "v=BIMI1; l=https://example.com/a.svg"
        default._bimi.beside.example. TXT "another record"
        default._bimi.beside.example. TXT "v=BIMI2; l=x"
        default._bimi.broken.example. TXT "v=BIMI1; l=ftp://x/"
        default._bimi.alias.example. CNAME default._bimi.example.com.
        default._bimi.parts.example. TXT "v=BIMI1; l=https://x/all.svg; lps=news,list"
        news-1._bimi.parts.example. TXT "v=BIMI1; l=https://x/news.svg"
        """

    private func find(
        _ author: String, _ organization: String? = nil, selector: BIMISelector = .default,
        localPart: String? = nil, failing: String? = nil
    ) async throws -> BIMIDiscovery {
        var resolver = try StaticResolver(zoneFile: Self.zone)
        if let failing { resolver.fail(try DNSName(parsing: failing), reason: "timeout") }
        let query = BIMIQuery(
            authorDomain: try DomainName(parsing: author),
            organizationalDomain: try DomainName(parsing: organization ?? author),
            localPart: localPart, selector: selector)
        return await BIMIDiscovery.find(query, resolver: resolver)
    }

    private func location(_ discovery: BIMIDiscovery) -> String? {
        if case .found(let assertion) = discovery { assertion.record.location } else { nil }
    }

    @Test func findsTheAuthorDomainsRecord() async throws {
        let discovery = try await find("example.com")
        #expect(location(discovery) == "https://example.com/a.svg")
    }

    @Test func fallsBackToTheOrganizationalDomainWithTheSameSelector() async throws {
        let brand = try BIMISelector(parsing: "brand")
        let discovery = try await find("mail.example.com", "example.com", selector: brand)
        guard case .found(let assertion) = discovery else {
            Issue.record("\(discovery)")
            return
        }
        #expect(assertion.name == "brand._bimi.example.com")
        let other = try BIMISelector(parsing: "other")
        #expect(location(try await find("example.com", selector: other)) == nil)
    }

    @Test func takesNoneOfSeveral() async throws {
        guard case .none = try await find("several.example", "example.com") else {
            Issue.record("several records are as good as none, and end the search")
            return
        }
    }

    @Test func passesOverOtherRecords() async throws {
        #expect(location(try await find("beside.example")) != nil)
    }

    @Test func followsAliases() async throws {
        #expect(location(try await find("alias.example")) == "https://example.com/a.svg")
    }

    @Test func tellsBrokenRecordsAndFailuresApart() async throws {
        guard case .malformed = try await find("broken.example") else {
            Issue.record("a broken record is malformed")
            return
        }
        let failed = try await find("example.com", failing: "default._bimi.example.com")
        #expect(failed == .temporaryFailure(reason: "timeout"))
    }

    @Test(arguments: [
        ("News.1+tag", "https://x/news.svg"), ("news.2", "https://x/all.svg"),
        ("other", "https://x/all.svg"), (nil, "https://x/all.svg"),
    ])
    func findsTheRecordsOfLocalParts(localPart: String?, expected: String) async throws {
        #expect(location(try await find("parts.example", localPart: localPart)) == expected)
    }
}
