public import MailAuth
public import MailTypes

/// A certificate that binds a logo to a domain: a verified or a common mark certificate (VMC, CMC),
/// with the chain that came with it.
public struct MarkCertificate: Equatable, Sendable {
    /// id-kp-BrandIndicatorforMessageIdentification
    public static let extendedKeyUsage = "1.3.6.1.5.5.7.3.31"

    public let certificate: X509Certificate
    /// The others of the file, in its order.
    public let issuers: [X509Certificate]

    /// Reads the file behind `a=`: PEM, the mark certificate first.
    public init(parsing pem: [UInt8]) throws(MarkCertificateFailure) {
        do {
            let certificates = try X509Certificate.readingPEM(pem)
            certificate = certificates[0]
            issuers = Array(certificates.dropFirst())
        } catch {
            throw MarkCertificateFailure.unreadable(error)
        }
    }

    /// The kind of mark, in the issuer's words: “Registered Mark”, “Prior Use Mark”. A common mark
    /// certificate is told from a verified one by it.
    public var markType: String? { certificate.subjectAttribute("1.3.6.1.4.1.53087.1.13") }

    /// The logo in it, as it was put in: packed, as a rule.
    public func packedIndicator() throws(MarkCertificateFailure) -> [UInt8] {
        guard let value = certificate.extensionValue(Logotype.identifier) else {
            throw MarkCertificateFailure.logotypeMissing
        }
        guard let logotype = try? Logotype(der: value), let image = logotype.inlineImage else {
            throw MarkCertificateFailure.logotypeMalformed
        }
        // The hash is that of what the URI stands for; some issuers hash what is packed in it, which
        // binds the logo just as well.
        let isBound =
            logotype.isHash(of: image)
            || ((try? BIMIIndicator.unpacked(image)).map(logotype.isHash) ?? false)
        guard isBound else { throw MarkCertificateFailure.logotypeHash }
        return image
    }

    /// What is wanted of mark certificates.
    public struct Requirements: Sendable {
        /// The roots that may vouch for marks. They are a list of their own, apart from the web's.
        public var roots: [X509Certificate]
        /// At least one timestamp of a certificate transparency log has to be in the certificate.
        /// Whether the log signed it is not checked.
        public var needsTransparency = true
        /// It has to say where a list of revoked certificates is. The list is not fetched here.
        public var needsRevocationList = true

        public init(roots: [X509Certificate]) { self.roots = roots }
    }

    /// Checks everything but the logo itself, and returns nil when the certificate holds for one of
    /// `domains`.
    ///
    /// A name may be the domain, or a single assertion record's: `selector._bimi.example.com`.
    public func failure(
        for domains: [DomainName], selector: BIMISelector, requirements: Requirements,
        at now: UnixTime
    ) -> MarkCertificateFailure? {
        let chain: [X509Certificate]
        do {
            chain = try X509Chain.verify(
                certificate, others: issuers, anchors: requirements.roots, at: now)
        } catch {
            return .chain(error)
        }
        // Whoever issues marks has to be an issuer of marks; a root vouches for more than them.
        let issuer = chain.dropFirst().first { !requirements.roots.contains($0) }
        for certificate in [chain[0]] + [issuer].compactMap(\.self)
        where !certificate.extendedKeyUsages.contains(Self.extendedKeyUsage) {
            return .extendedKeyUsage(certificate.subject)
        }
        guard isNamed(for: domains, selector: selector) else {
            return .name(certificate.dnsNames)
        }
        if requirements.needsTransparency,
            certificate.extensionValue("1.3.6.1.4.1.11129.2.4.2") == nil
        {
            return .transparencyMissing
        }
        if requirements.needsRevocationList, certificate.extensionValue("2.5.29.31") == nil {
            return .revocationListMissing
        }
        return nil
    }

    private func isNamed(for domains: [DomainName], selector: BIMISelector) -> Bool {
        let wanted = domains.flatMap { [$0.text, "\(selector)._bimi.\($0)"] }
        return certificate.dnsNames.contains { name in
            wanted.contains { $0.equalsIgnoringCase(name) }
        }
    }
}

/// Why a mark certificate does not vouch for a logo.
public enum MarkCertificateFailure: Error, Equatable, Sendable {
    case unreadable(X509Error)
    case chain(X509ChainFailure)
    /// The certificate with this subject is not for marks.
    case extendedKeyUsage(String)
    /// It is for these names only.
    case name([String])
    case transparencyMissing
    case revocationListMissing
    case logotypeMissing
    /// It has a logotype, but no SVG within.
    case logotypeMalformed
    /// The SVG within is not the one whose hash is beside it.
    case logotypeHash
}

extension MarkCertificateFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreadable: "the file has no certificates that can be read"
        case .chain(let failure): "the chain does not hold: \(failure)"
        case .extendedKeyUsage(let subject): "\(subject) is no certificate for marks"
        case .name(let names):
            "it is for \(names.isEmpty ? "no domain" : names.prefix(5).joined(separator: ", "))"
        case .transparencyMissing: "it has no timestamp of a transparency log"
        case .revocationListMissing: "it names no list of revoked certificates"
        case .logotypeMissing: "it has no logo"
        case .logotypeMalformed: "its logo cannot be read"
        case .logotypeHash: "the hash of its logo does not hold"
        }
    }
}
