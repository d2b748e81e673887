import DNS
import MailAuth
import MailTypes
import Testing

@Suite struct DANEVerificationTests {
    private static let now = CalendarTime(year: 2028, month: 1, day: 1).unixTime

    /// The records of a certificate in full, where no digest is needed.
    private func record(
        _ usage: UInt8, _ selector: UInt8 = 0, of certificate: X509Certificate
    ) -> TLSARecord {
        TLSARecord(
            certificateUsage: usage, selector: selector, matchingType: 0,
            associationData: selector == 0 ? certificate.der : certificate.subjectPublicKeyInfo)
    }

    private func digest(_ usage: UInt8, of certificate: X509Certificate) -> TLSARecord {
        TLSARecord(
            certificateUsage: usage, selector: 1, matchingType: 1,
            associationData: SHA256Digest.hash(certificate.subjectPublicKeyInfo).bytes)
    }

    private func verify(
        _ records: [TLSARecord], _ chain: [X509Certificate], names: [String] = ["mx.example.com"],
        usages: DANEVerification.Usages = .smtp
    ) throws -> DANEVerdict {
        DANEVerification(
            records: records, referenceNames: try names.map { try DomainName(parsing: $0) },
            usages: usages, time: Self.now
        ).verify(chain)
    }

    private var issuer: X509Certificate { DANESamples.issuer }
    private var root: X509Certificate { DANESamples.root }
    private var server: X509Certificate { DANESamples.server }

    @Test func matchesTheServersOwnKeyWhateverElseItSays() throws {
        for record in [record(3, of: server), record(3, 1, of: server), digest(3, of: server)] {
            #expect(try verify([record], [server]) == .pass(record, depth: 0))
            #expect(try verify([record], [server], names: ["other.example"]).isPass)
            #expect(try !verify([record], [issuer, server]).isPass)
        }
        let expired = record(3, of: DANESamples.expiredServer)
        #expect(try verify([expired], [DANESamples.expiredServer]).isPass)
    }

    @Test func matchesAnIssuerThatTheServerSends() throws {
        let record = digest(2, of: issuer)
        #expect(try verify([record], [server, issuer]) == .pass(record, depth: 1))
        #expect(try verify([record], [server]) == .fail(.noMatch, depth: nil))
        let above = digest(2, of: root)
        #expect(try verify([above], [server, root, issuer]) == .pass(above, depth: 2))
        #expect(try !verify([above], [server, root]).isPass)  // a link is missing
    }

    @Test func matchesAnIssuerThatStandsInTheRecord() throws {
        let whole = record(2, of: issuer)
        #expect(try verify([whole], [server]) == .pass(whole, depth: 1))
        let key = record(2, 1, of: root)
        #expect(try verify([key], [server, issuer]).isPass)
        #expect(try !verify([key], [server]).isPass)
    }

    @Test func looksAtNamesBeneathAnIssuer() throws {
        let record = digest(2, of: issuer)
        #expect(
            try verify([record], [server, issuer], names: ["mx.example.net"])
                == .fail(.nameMismatch, depth: 1))
        #expect(
            try verify([record], [server, issuer], names: ["a.example", "example.org"]).isPass)
        let wildcard = [DANESamples.wildcardServer, issuer]
        #expect(try verify([record], wildcard, names: ["b.example.com"]).isPass)
        #expect(try !verify([record], wildcard, names: ["a.b.example.com"]).isPass)
        #expect(try !verify([record], wildcard, names: ["example.com"]).isPass)
        let commonName = [DANESamples.commonNameServer, issuer]
        #expect(try verify([record], commonName).isPass)  // only without DNS-IDs
        #expect(
            try !verify([record], [server, issuer], names: ["mx.example.com.evil.example"]).isPass)
    }

    @Test func looksAtTimesBeneathAnIssuer() throws {
        #expect(
            try verify([digest(2, of: issuer)], [DANESamples.expiredServer, issuer])
                == .fail(.chain(.expired), depth: nil))
    }

    @Test func passesWhenOneRecordDoes() throws {
        let records = [digest(3, of: issuer), digest(2, of: root), digest(2, of: issuer)]
        #expect(try verify(records, [server, issuer]).isPass)
        #expect(try verify([], [server]) == .fail(.noMatch, depth: nil))
        #expect(try verify(records, []) == .fail(.noCertificate, depth: nil))
    }

    @Test func leavesTheWebsUsagesAsideUnlessAsked() throws {
        let records = [record(1, of: server), record(0, of: issuer)]
        #expect(try verify(records, [server, issuer]) == .fail(.noMatch, depth: nil))
        for record in records {
            #expect(try verify([record], [server, issuer], usages: .all(roots: [root])).isPass)
            #expect(
                try verify([record], [server, issuer], usages: .all(roots: []))
                    == .fail(.chain(.notTrusted), depth: nil))
        }
    }

    @Test func listsTheNamesOfTheRecipientToo() {
        #expect(
            DANEVerification.referenceNames(
                baseDomain: DNSName("mx.example.com"),
                nextHops: [DomainName("example.com"), DomainName("mx.example.com")])
                == [DomainName("mx.example.com"), DomainName("example.com")])
    }
}

@Suite struct X509CertificateTests {
    @Test func tellsWhatItSays() throws {
        let server = DANESamples.server
        #expect(server.subject == "CN=mx.example.com")
        #expect(server.issuer == "CN=Example Issuer")
        #expect(server.dnsNames == ["mx.example.com", "example.org"])
        #expect(server.uris == [])
        #expect(server.extendedKeyUsages == ["1.3.6.1.5.5.7.3.1"])
        #expect(server.extensionValue("2.5.29.17")?.first == 0x30)
        #expect(server.extensionValue("2.5.29.14") == nil)
        #expect(server.extensionValue("no number") == nil)
        #expect(!server.isSelfIssued)
        #expect(!server.isAuthority)
        #expect(DANESamples.root.isSelfIssued)
        #expect(DANESamples.root.isAuthority)
        let start = CalendarTime(year: 2026, month: 1, day: 1).unixTime
        let end = CalendarTime(year: 2100, month: 1, day: 1).unixTime
        #expect(server.validity == start...end)
        #expect(server.subjectAttribute("2.5.4.3") == "mx.example.com")
        #expect(server.subjectAttribute("2.5.4.10") == nil)
    }

    @Test func readsPEM() throws {
        let both = DANESamples.server.pem + "# between\n" + DANESamples.issuer.pem
        #expect(
            try X509Certificate.readingPEM(Array(both.utf8))
                == [DANESamples.server, DANESamples.issuer])
        let many = String(repeating: DANESamples.root.pem, count: 17)
        #expect(throws: X509Error.tooMany) { try X509Certificate.readingPEM(Array(many.utf8)) }
        #expect(throws: X509Error.empty) { try X509Certificate.readingPEM([]) }
        for text in [
            "-----BEGIN CERTIFICATE-----\nAAAA\n",
            "-----BEGIN CERTIFICATE-----\n%\n-----END X-----",
            "-----BEGIN CERTIFICATE-----\n-----BEGIN CERTIFICATE-----\n",
        ] {
            #expect(throws: X509Error.malformed) {
                try X509Certificate.readingPEM(Array(text.utf8))
            }
        }
    }

    @Test func refusesWhatIsNoCertificate() {
        let der = DANESamples.server.der
        #expect(throws: X509Error.malformed) { try X509Certificate(der: []) }
        #expect(throws: X509Error.malformed) { try X509Certificate(der: der.dropLast()) }
        #expect(throws: X509Error.malformed) { try X509Certificate(der: der + [0]) }
        #expect(throws: X509Error.tooLarge) {
            try X509Certificate(der: Array(repeating: 0, count: X509Certificate.lengthLimit + 1))
        }
    }

    @Test func changedCertificatesDoNotHold() throws {
        var der = DANESamples.server.der
        der[der.count - 1] ^= 1
        let changed = try X509Certificate(der: der)
        #expect(throws: X509ChainFailure.self) {
            try X509Chain.verify(
                changed, others: [DANESamples.issuer], anchors: [DANESamples.root],
                at: CalendarTime(year: 2028, month: 1, day: 1).unixTime)
        }
    }
}
