import CLibcrypto
public import MailTypes

/// One X.509 certificate (RFC 5280), read from DER.
///
/// Reading it says nothing about whether it holds: ``X509Chain`` does.
///
/// `@unchecked Sendable` is safe because the object is never changed once it is made: what libcrypto
/// works out late, and keeps in it, it guards with a lock of its own.
public final class X509Certificate: @unchecked Sendable {
    /// Longest DER that is read, in bytes; a certificate with a logo in it takes some 50,000.
    public static let lengthLimit = 256 * 1024

    /// The bytes it was read from.
    public let der: [UInt8]
    let pointer: OpaquePointer

    /// - Throws: ``X509Error`` when the bytes are no certificate, or more than one.
    public init(der: [UInt8]) throws(X509Error) {
        guard der.count <= Self.lengthLimit else { throw X509Error.tooLarge }
        var consumed = 0
        let pointer = der.withUnsafeBufferPointer { buffer in
            var position = buffer.baseAddress
            let certificate = d2i_X509(nil, &position, buffer.count)
            if let start = buffer.baseAddress, let position { consumed = position - start }
            return certificate
        }
        guard let pointer else {
            ERR_clear_error()
            throw X509Error.malformed
        }
        guard consumed == der.count else {
            X509_free(pointer)
            throw X509Error.malformed
        }
        self.der = der
        self.pointer = pointer
    }

    /// Takes over one of libcrypto's references.
    init(owning pointer: OpaquePointer) {
        self.pointer = pointer
        der = derBytes { i2d_X509(pointer, $0) }
    }

    deinit { X509_free(pointer) }

    // MARK: What it says

    /// The key with its algorithm, as DER (`SubjectPublicKeyInfo`, RFC 5280 §4.1.2.7).
    public var subjectPublicKeyInfo: [UInt8] {
        derBytes { i2d_X509_PUBKEY(X509_get_X509_PUBKEY(self.pointer), $0) }
    }

    /// The subject, `CN=mx.example.com,O=Example` (RFC 2253).
    public var subject: String { Self.text(of: X509_get_subject_name(pointer)) }
    public var issuer: String { Self.text(of: X509_get_issuer_name(pointer)) }

    /// From when to when it is valid, both included; nil when it says no times that are any.
    public var validity: ClosedRange<UnixTime>? {
        guard let start = Self.time(X509_get0_notBefore(pointer)),
            let end = Self.time(X509_get0_notAfter(pointer)), start <= end
        else { return nil }
        return start...end
    }

    /// Whether the certificate is for `host`: by a DNS-ID, or by its common name when it has no
    /// DNS-ID. A wildcard must be the whole leftmost label, and stands for one (RFC 7672 §3.2.3).
    public func matches(host: DomainName) -> Bool {
        guard host.isASCII else { return false }
        let flags = UInt32(X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS)
        let name = host.text.utf8.map(CChar.init(bitPattern:))
        return X509_check_host(pointer, name, name.count, flags, nil) == 1
    }

    /// Whether its issuer's name is its own, which roots have.
    public var isSelfIssued: Bool {
        X509_NAME_cmp(X509_get_subject_name(pointer), X509_get_issuer_name(pointer)) == 0
    }

    /// Whether the certificate is signed with the key of `subjectPublicKeyInfo`.
    func isSigned(byKey subjectPublicKeyInfo: [UInt8]) -> Bool {
        guard let key = EVPKey(publicDER: subjectPublicKeyInfo) else { return false }
        defer { ERR_clear_error() }
        return X509_verify(pointer, key.pointer) == 1
    }

    private static func text(of name: OpaquePointer?) -> String {
        guard let name, let output = BIO_new(BIO_s_mem()) else { return "" }
        defer { BIO_free(output) }
        // XN_FLAG_RFC2253, but letters beyond ASCII stay as they are.
        let flags =
            ASN1_STRFLGS_ESC_2253 | ASN1_STRFLGS_ESC_CTRL | ASN1_STRFLGS_UTF8_CONVERT
            | ASN1_STRFLGS_DUMP_UNKNOWN | ASN1_STRFLGS_DUMP_DER | Int32(XN_FLAG_SEP_COMMA_PLUS)
            | Int32(XN_FLAG_DN_REV) | Int32(XN_FLAG_DUMP_UNKNOWN_FIELDS)
        guard X509_NAME_print_ex(output, name, 0, UInt(flags)) >= 0 else {
            ERR_clear_error()
            return ""
        }
        var bytes = [UInt8](repeating: 0, count: BIO_ctrl_pending(output))
        let count = BIO_read(output, &bytes, Int32(bytes.count))
        return String(decoding: bytes.prefix(Int(max(0, count))), as: UTF8.self)
    }

    private static func time(_ time: UnsafePointer<ASN1_TIME>?) -> UnixTime? {
        guard let time, let epoch = ASN1_TIME_set(nil, 0) else { return nil }
        defer { ASN1_TIME_free(epoch) }
        var days: Int32 = 0
        var seconds: Int32 = 0
        guard ASN1_TIME_diff(&days, &seconds, epoch, time) == 1 else {
            ERR_clear_error()
            return nil
        }
        return UnixTime(seconds: Int64(days) * 86_400 + Int64(seconds))
    }
}

extension X509Certificate: Equatable {
    public static func == (first: X509Certificate, second: X509Certificate) -> Bool {
        first.der == second.der
    }
}

/// Why bytes were not read as certificates.
public enum X509Error: Error, Equatable, Sendable {
    case malformed
    case tooLarge
    case tooMany
    /// No certificate in the text.
    case empty
}
