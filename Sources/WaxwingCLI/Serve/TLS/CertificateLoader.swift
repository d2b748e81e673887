import MailTransport
import MailTypes

/// What is wrong with a certificate or its key, with what to do about it.
struct CertificateError: Error, Equatable, CustomStringConvertible {
    let isOfKey: Bool
    let description: String
}

/// Reads certificates and keys, and holds back what no client would take.
enum CertificateLoader {
    static let sizeLimit = 1024 * 1024

    @discardableResult
    static func load(
        _ files: CertificateFiles, now: UnixTime
    ) throws(CertificateError) -> TLSCertificates.Pair {
        let chain = try text(files.certificate, isOfKey: false)
        let key = try text(files.key, isOfKey: true)
        let pair: TLSCertificates.Pair
        do throws(TLSCertificates.PairError) {
            pair = try TLSCertificates.Pair(certificateChain: chain, privateKey: key)
        } catch {
            throw problem(error, with: files)
        }
        guard now < pair.validUntil else {
            throw CertificateError(
                isOfKey: false,
                description: "\(files.certificate): the certificate expired on "
                    + "\(pair.validUntil.readable); put a new one in its place")
        }
        guard now >= pair.validFrom else {
            throw CertificateError(
                isOfKey: false,
                description: "\(files.certificate): the certificate is valid from "
                    + "\(pair.validFrom.readable) on, and it is \(now.readable) by the clock here")
        }
        return pair
    }

    private static func text(_ path: String, isOfKey: Bool) throws(CertificateError) -> String {
        do throws(InputError) {
            return try BoundedFile.readText(path, limit: sizeLimit)
        } catch {
            throw CertificateError(isOfKey: isOfKey, description: error.description)
        }
    }

    private static func problem(
        _ error: TLSCertificates.PairError, with files: CertificateFiles
    ) -> CertificateError {
        switch error {
        case .noCertificate:
            CertificateError(
                isOfKey: false,
                description: "\(files.certificate): no certificate in it; it has to be PEM, "
                    + "beginning with -----BEGIN CERTIFICATE-----")
        case .noKey:
            CertificateError(
                isOfKey: true,
                description: "\(files.key): no private key in it that can be used; it has to be "
                    + "PEM and without a passphrase")
        case .mismatch:
            CertificateError(
                isOfKey: true,
                description: "\(files.key): this is not the key of \(files.certificate)")
        }
    }
}
