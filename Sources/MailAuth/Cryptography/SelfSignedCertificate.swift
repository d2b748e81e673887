import CLibcrypto
public import MailTypes

/// A certificate for TLS that nobody vouches for: development, tests, opportunistic STARTTLS.
public enum SelfSignedCertificate {
    /// Makes an EC P-256 key and an X.509 v3 certificate for it, signed with the same key.
    ///
    /// The names and addresses stand in the subjectAltName extension (RFC 5280 §4.2.1.6); the
    /// first name is also the common name. It starts an hour before `now`, for peers whose clock
    /// is slow.
    /// - Throws: ``KeyError/libraryFailure``; with no name and no address ``KeyError/malformed``.
    public static func make(
        names: [DomainName], ips: [IPAddress], validFor duration: Duration, now: UnixTime
    ) throws(KeyError) -> (certificatePEM: String, privateKeyPEM: String) {
        guard !names.isEmpty || !ips.isEmpty, names.allSatisfy(\.isASCII) else {
            throw KeyError.malformed
        }
        let key = try EVPKey.generate("EC") { EVP_PKEY_CTX_set_group_name($0, "P-256") }
        guard let certificate = X509_new() else { throw KeyError.libraryFailure }
        defer { X509_free(certificate) }
        guard
            fill(certificate, key: key, names: names, ips: ips),
            ASN1_TIME_set(X509_getm_notBefore(certificate), Int(now.seconds - 3600)) != nil,
            ASN1_TIME_set(
                X509_getm_notAfter(certificate), Int((now + duration).seconds)) != nil,
            extend(certificate, alternativeNames: alternativeNames(names, ips)),
            X509_sign(certificate, key.pointer, DigestContext.Algorithm.sha256.method) > 0
        else {
            ERR_clear_error()
            throw KeyError.libraryFailure
        }
        return (
            PEM.encode(derBytes { i2d_X509(certificate, $0) }, label: "CERTIFICATE"),
            PEM.encode(key.pkcs8DER, label: "PRIVATE KEY")
        )
    }

    private static func fill(
        _ certificate: OpaquePointer, key: EVPKey, names: [DomainName], ips: [IPAddress]
    ) -> Bool {
        // 63 bits, so that the serial number is positive (RFC 5280 §4.1.2.2).
        let serial = SecureRandom.bytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } >> 1 | 1
        // ub-common-name is 64 (RFC 5280 appendix A.1); a longer name stands in the extension only.
        let names = names.map(\.text) + ips.map(\.description)
        let commonName = Array((names.first { $0.utf8.count <= 64 } ?? "localhost").utf8)
        let subject = X509_get_subject_name(certificate)
        return X509_set_version(certificate, Int(X509_VERSION_3)) == 1
            && ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial) == 1
            && X509_NAME_add_entry_by_txt(
                subject, "CN", MBSTRING_FLAG | 1, commonName, Int32(commonName.count), -1, 0) == 1
            && X509_set_issuer_name(certificate, subject) == 1
            && X509_set_pubkey(certificate, key.pointer) == 1
    }

    /// `DNS:a.example,IP:127.0.0.1`; neither kind of value can hold a comma.
    private static func alternativeNames(_ names: [DomainName], _ ips: [IPAddress]) -> String {
        (names.map { "DNS:\($0)" } + ips.map { "IP:\($0)" }).joined(separator: ",")
    }

    private static func extend(_ certificate: OpaquePointer, alternativeNames: String) -> Bool {
        let extensions: [(Int32, String)] = [
            (NID_basic_constraints, "critical,CA:FALSE"),
            (NID_key_usage, "critical,digitalSignature"),
            (NID_ext_key_usage, "serverAuth,clientAuth"),
            (NID_subject_key_identifier, "hash"),
            (NID_authority_key_identifier, "keyid:always"),
            (NID_subject_alt_name, alternativeNames),
        ]
        var context = X509V3_CTX()
        X509V3_set_ctx(&context, certificate, certificate, nil, nil, 0)
        for (identifier, value) in extensions {
            guard let made = X509V3_EXT_conf_nid(nil, &context, identifier, value) else {
                return false
            }
            defer { X509_EXTENSION_free(made) }
            guard X509_add_ext(certificate, made, -1) == 1 else { return false }
        }
        return true
    }
}
