import MailTypes
import Testing

@testable import MailTransport

@Suite struct TLSCertificatesTests {
    private let certificate = SMTPTestCertificate.certificate
    private let key = SMTPTestCertificate.privateKey

    @Test func readsNamesAndTime() throws {
        let pair = try TLSCertificates.Pair(certificateChain: certificate, privateKey: key)
        #expect(pair.names == ["mx.example"])
        #expect(pair.validFrom == UnixTime(iso8601: "2026-11-24T00:00:16Z"))
        #expect(pair.validFrom < pair.validUntil)
        #expect(pair.isFor("mx.example"))
        #expect(!pair.isFor("a.mx.example"))
    }

    @Test func saysWhichOfTheTwoIsWrong() {
        #expect(throws: TLSCertificates.PairError.noCertificate) {
            try TLSCertificates.Pair(certificateChain: "none", privateKey: key)
        }
        #expect(throws: TLSCertificates.PairError.noCertificate) {
            try TLSCertificates.Pair(certificateChain: key, privateKey: key)
        }
        #expect(throws: TLSCertificates.PairError.noKey) {
            try TLSCertificates.Pair(certificateChain: certificate, privateKey: "none")
        }
        #expect(throws: TLSCertificates.PairError.noKey) {
            try TLSCertificates.Pair(certificateChain: certificate, privateKey: certificate)
        }
    }

    @Test func showsTheFirstToWhoeverNamesNoServer() throws {
        let pair = try TLSCertificates.Pair(certificateChain: certificate, privateKey: key)
        let certificates = TLSCertificates([pair])
        for name in [nil, "MX.example", "elsewhere.example"] as [String?] {
            #expect(certificates.pair(for: name).names == ["mx.example"])
        }
        certificates.replace(with: [])
        #expect(certificates.current.count == 1)
    }
}
