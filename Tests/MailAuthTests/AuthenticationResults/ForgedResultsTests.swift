import MailMessage
import MailTypes
import Testing

@testable import MailAuth

@Suite struct ForgedResultsTests {
    private func section(_ fields: String...) throws -> HeaderSection {
        try HeaderSection(parsing: (fields.joined(separator: "\r\n") + "\r\n\r\n").bytes[...])
    }

    // RFC 8601 §5
    @Test(arguments: [
        "Authentication-Results: mx.example.net; dkim=pass",
        "authentication-RESULTS: MX.Example.Net; dkim=pass",
        "Authentication-Results : mx.example.net; dkim=pass",
        "Authentication-Results: (x) \"mx.example.net\" 1; dkim=pass",
        "Authentication-Results:\r\n\tmx.example.net\r\n\t(c) 1\r\n\t; dkim=pass",
        "Authentication-Results: mx.example.net(c);dkim=pass",
        "Authentication-Results: \"mx\\.example.net\"; dkim=pass",
        "Authentication-Results: mx.example.net.; dkim=pass",
        "Authentication-Results: mx.example.net",
        "Authentication-Results: mx.example.net/1; dkim=pass",
        "Authentication-Results: mx.example.net dkim=pass",
        "Authentication-Results: mx(c).example.net; dkim=pass",
        "Authentication-Results: \"mx\".example.net; dkim=pass",
        "Authentication-Results: other.example 2; dkim=pass",  // a version that nobody knows
        "Authentication-Results: ; dkim=pass",  // some reader may read it as ours
        "Authentication-Results: (open mx.example.net; dkim=pass",
    ])
    func removes(field: String) throws {
        var section = try section("Subject: x", field, "To: y@example.com")
        let removed = section.removeForgedAuthenticationResults(claiming: "mx.example.net")
        #expect(section.fields.map(\.name) == ["Subject", "To"])
        #expect(removed.count == 1)
    }

    @Test(arguments: [
        "Authentication-Results: other.example; dkim=pass",
        "Authentication-Results: mx.example.network; dkim=pass",
        "Authentication-Results: notmx.example.net; dkim=pass",
        "Authentication-Results: other.example; dkim=pass (mx.example.net; x)",
        "ARC-Authentication-Results: i=1; mx.example.net; dkim=pass",
        "Received-SPF: pass (mx.example.net: x)",
        "Authentication-Results: mta.yahoo.example from=x.example; dkim=pass",
    ])
    func keeps(field: String) throws {
        var section = try section(field)
        #expect(section.removeForgedAuthenticationResults(claiming: "mx.example.net").isEmpty)
        #expect(section.fields.count == 1)
    }

    @Test func takesULabelsAndALabelsAsOne() throws {
        for claim in ["mx.xn--mnchen-3ya.example", "mx.münchen.example", "MX.MÜNCHEN.example"] {
            for own in ["mx.münchen.example", "mx.xn--mnchen-3ya.example"] {
                var section = try section("Authentication-Results: \(claim); dkim=pass")
                section.removeForgedAuthenticationResults(claiming: own)
                #expect(section.fields.isEmpty)
            }
        }
    }

    @Test func takesOtherNamesOfOurPipeline() throws {
        var section = try section("X-Results: mx; dkim=pass", "Authentication-Results: mx; none")
        section.removeForgedAuthenticationResults(
            claiming: "mx", fieldNames: ["Authentication-Results", "X-Results"])
        #expect(section.fields.isEmpty)
    }
}
