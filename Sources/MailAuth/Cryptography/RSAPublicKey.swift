import CLibcrypto
import MailTypes

/// The public half of an RSA key.
public final class RSAPublicKey: Sendable {
    /// Largest key that is read, in bits; larger ones only cost time.
    public static let sizeInBitsLimit = 8192

    private let key: EVPKey
    /// Nil where libcrypto has no memory for it; then nothing verifies.
    private let template: PKCS1Template?
    public let sizeInBits: Int

    /// Reads `SubjectPublicKeyInfo`, as everybody publishes it, or the `RSAPublicKey` of PKCS#1
    /// that RFC 6376 §3.6.1 names.
    ///
    /// Keys of any size up to ``sizeInBitsLimit`` are read: what is long enough is the caller's
    /// to say. An exponent that is even, 1, or longer than 64 bits is refused.
    public init(der: [UInt8]) throws(KeyError) {
        let found =
            EVPKey(plainRSA: der)
            ?? EVPKey(der: der, by: { d2i_PUBKEY(nil, $0, $1) })
            ?? EVPKey(der: der, by: { d2i_PublicKey(EVP_PKEY_RSA, nil, $0, $1) })
        guard let key = found else { throw KeyError.malformed }
        guard key.algorithm == EVP_PKEY_RSA else { throw KeyError.otherAlgorithm }
        guard key.sizeInBits <= Self.sizeInBitsLimit else { throw KeyError.size(key.sizeInBits) }
        guard Self.hasSoundExponent(key) else { throw KeyError.inconsistent }
        self.key = key
        template = PKCS1Template(key, prepared: EVP_PKEY_verify_init)
        sizeInBits = key.sizeInBits
    }

    /// The public half of a private key: the same object, since libcrypto keeps both in one.
    init(half key: EVPKey) {
        self.key = key
        template = PKCS1Template(key, prepared: EVP_PKEY_verify_init)
        sizeInBits = key.sizeInBits
    }

    private static func hasSoundExponent(_ key: EVPKey) -> Bool {
        var exponent: OpaquePointer?
        defer { BN_free(exponent) }
        guard EVP_PKEY_get_bn_param(key.pointer, "e", &exponent) == 1 else { return false }
        return (2...64).contains(BN_num_bits(exponent)) && BN_is_odd(exponent) == 1
    }

    /// Whether `signature` is this key's over `digest`.
    public func verify(_ signature: [UInt8], of digest: SHA256Digest) -> Bool {
        verify(signature, of: digest.bytes, .sha256)
    }

    public func verify(_ signature: [UInt8], message: some Collection<UInt8>) -> Bool {
        verify(signature, of: SHA256Digest.hash(message))
    }

    func verify(
        _ signature: [UInt8], of digest: [UInt8], _ algorithm: DigestContext.Algorithm
    ) -> Bool {
        guard let template, let context = EVP_PKEY_CTX_dup(template.pointer) else {
            return false
        }
        defer { EVP_PKEY_CTX_free(context) }
        let isGood =
            (algorithm == .sha256
                || EVP_PKEY_CTX_set_signature_md(context, algorithm.method) == 1)
            && EVP_PKEY_verify(context, signature, signature.count, digest, digest.count) == 1
        if !isGood { ERR_clear_error() }
        return isGood
    }

    /// What a signature says that it is over, read with this key.
    enum Recovered: Equatable {
        /// The padding is right, so that this key's private half made the signature.
        case digest([UInt8], DigestContext.Algorithm)
        /// The padding is right, and what is in it is something else.
        case other
        /// Made by another key, or damaged.
        case unreadable
    }

    /// Undoes a PKCS#1 v1.5 signature (RFC 8017 §9.2).
    func recover(_ signature: [UInt8]) -> Recovered {
        guard let context = EVP_PKEY_CTX_new(key.pointer, nil) else { return .unreadable }
        defer { EVP_PKEY_CTX_free(context) }
        guard EVP_PKEY_verify_recover_init(context) == 1,
            EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1
        else { return .unreadable }
        let capacity = (sizeInBits + 7) / 8
        let content = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            var written = buffer.count
            let result = EVP_PKEY_verify_recover(
                context, buffer.baseAddress, &written, signature, signature.count)
            count = result == 1 ? written : 0
        }
        guard !content.isEmpty else {
            ERR_clear_error()
            return .unreadable
        }
        for (prefix, algorithm) in Self.digestPrefixes where content.starts(with: prefix) {
            let digest = Array(content.dropFirst(prefix.count))
            if digest.count == Int(prefix[prefix.count - 1]) { return .digest(digest, algorithm) }
        }
        return .other
    }

    /// The DER of a `DigestInfo` up to the digest (RFC 8017 §9.2 note 1).
    private static let digestPrefixes: [([UInt8], DigestContext.Algorithm)] = [
        (
            [
                0x30, 0x31, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04,
                0x02, 0x01, 0x05, 0x00, 0x04, 0x20,
            ], .sha256
        ),
        (
            [
                0x30, 0x21, 0x30, 0x09, 0x06, 0x05, 0x2B, 0x0E, 0x03, 0x02, 0x1A, 0x05, 0x00,
                0x04, 0x14,
            ], .sha1
        ),
    ]

    /// `SubjectPublicKeyInfo`, as key records publish it.
    public var subjectPublicKeyInfo: [UInt8] { key.publicDER }
}
