import BIMI
import MailAuth
import MailTypes
import Testing

@Suite struct MarkCertificateTests {
    private func failure(
        _ file: String, domain: String = "example.com", selector: BIMISelector = .default,
        root: String = "root.pem", now: UnixTime = Fixture.now
    ) throws -> MarkCertificateFailure? {
        let mark = try MarkCertificate(parsing: Fixture.bytes(file))
        return mark.failure(
            for: [try DomainName(parsing: domain)], selector: selector,
            requirements: .init(roots: try Fixture.roots(root)), at: now)
    }

    @Test func holds() throws {
        #expect(try failure("good.pem") == nil)
        #expect(try failure("good.pem", domain: "EXAMPLE.com") == nil)
        let mark = try MarkCertificate(parsing: Fixture.bytes("good.pem"))
        #expect(mark.markType == "Registered Mark")
        #expect(try mark.packedIndicator() == Fixture.bytes("logo.svgz"))
    }

    @Test func isForItsNamesOnly() throws {
        #expect(try failure("other-name.pem") == .name(["example.net", "sub.example.com"]))
        #expect(try failure("good.pem", domain: "a.example.com") == .name(["example.com"]))
        let brand = try BIMISelector(parsing: "brand")
        #expect(try failure("selector.pem", selector: brand) == nil)
        #expect(try failure("selector.pem") == .name(["brand._bimi.example.com"]))
    }

    @Test func leadsToItsRoot() throws {
        #expect(throws: Never.self) { try failure("good.pem") }
        guard case .chain = try failure("good.pem", root: "other-root.pem") else {
            Issue.record("a root of the same name and another key does not do")
            return
        }
    }

    @Test func holdsInItsTimeOnly() throws {
        let late = CalendarTime(year: 2027, month: 1, day: 2).unixTime
        let early = CalendarTime(year: 2025, month: 12, day: 31).unixTime
        #expect(try failure("good.pem", now: late) == .chain(.expired))
        #expect(try failure("good.pem", now: early) == .chain(.notYetValid))
    }

    @Test func hasToBeForMarks() throws {
        guard case .extendedKeyUsage = try failure("no-purpose.pem"),
            case .extendedKeyUsage("CN=Example Web CA") = try failure(
                "issuer-without-purpose.pem")
        else {
            Issue.record("certificates for servers do not vouch for marks")
            return
        }
    }

    @Test func hasToBeLoggedAndRevocable() throws {
        #expect(try failure("no-timestamps.pem") == .transparencyMissing)
        #expect(try failure("no-revocation-list.pem") == .revocationListMissing)
    }

    @Test(
        arguments: [
            ("no-logo.pem", .logotypeMissing), ("indirect-logo.pem", .logotypeMalformed),
            ("remote-logo.pem", .logotypeMalformed), ("broken-logo.pem", .logotypeMalformed),
            ("wrong-hash.pem", .logotypeHash),
        ] as [(String, MarkCertificateFailure)])
    func needsItsLogo(file: String, expected: MarkCertificateFailure) throws {
        let mark = try MarkCertificate(parsing: Fixture.bytes(file))
        #expect(throws: expected) { try mark.packedIndicator() }
    }

    @Test func takesTheHashOfTheUnpackedLogo() throws {
        let mark = try MarkCertificate(parsing: Fixture.bytes("hash-of-svg.pem"))
        #expect(try mark.packedIndicator() == Fixture.bytes("logo.svgz"))
    }

    @Test(arguments: ["", "text", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
    func refusesWhatIsNoPEM(text: String) {
        #expect(throws: MarkCertificateFailure.self) {
            try MarkCertificate(parsing: Array(text.utf8))
        }
    }
}
