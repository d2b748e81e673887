import BIMI
import DNS
import MailAuth
import MailTypes

extension FuzzTarget {
    /// Certificates in DER and in PEM, and all that is asked of them.
    static let certificates = FuzzTarget("certificates") { bytes in
        let found =
            [try? X509Certificate(der: bytes)].compactMap(\.self)
            + ((try? X509Certificate.readingPEM(bytes)) ?? [])
        guard let leaf = found.first else { return }
        let now = UnixTime(seconds: 1_800_000_000)
        for certificate in found.prefix(4) {
            _ = (certificate.subject, certificate.issuer, certificate.validity)
            _ = (certificate.dnsNames, certificate.uris, certificate.extendedKeyUsages)
            _ = (certificate.isAuthority, certificate.isSelfIssued)
            _ = certificate.subjectAttribute("2.5.4.3")
            _ = certificate.matches(host: DomainName("mx.example.com"))
            _ = certificate.extensionValue("2.5.29.17")
            require(
                (try? X509Certificate.readingPEM(Array(certificate.pem.utf8))) == [certificate],
                "a certificate reads as it was written")
        }
        let record = TLSARecord(
            certificateUsage: 2, selector: 1, matchingType: 0,
            associationData: leaf.subjectPublicKeyInfo)
        let verification = DANEVerification(
            records: [record], referenceNames: [DomainName("mx.example.com")], time: now)
        _ = verification.verify(found)
        if let mark = try? MarkCertificate(parsing: Array(leaf.pem.utf8)) {
            _ = try? mark.packedIndicator()
            _ = mark.failure(
                for: [DomainName("example.com")], selector: .default,
                requirements: .init(roots: found), at: now)
        }
    }
}
