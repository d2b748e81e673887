import CLibcrypto
import MailTypes

/// The public half of an RSA key.
public final class RSAPublicKey: Sendable {
    /// Largest key that is read, in bits; larger ones only cost time.
    public static let sizeInBitsLimit = 8192

    private let key: EVPKey
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
        sizeInBits = key.sizeInBits
    }

    /// The public half of a private key: the same object, since libcrypto keeps both in one.
    init(half key: EVPKey) {
        self.key = key
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
        guard let context = EVP_PKEY_CTX_new(key.pointer, nil) else { return false }
        defer { EVP_PKEY_CTX_free(context) }
        let isGood =
            EVP_PKEY_verify_init(context) == 1
            && EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1
            && EVP_PKEY_CTX_set_signature_md(context, algorithm.method) == 1
            && EVP_PKEY_verify(context, signature, signature.count, digest, digest.count) == 1
        if !isGood { ERR_clear_error() }
        return isGood
    }

    /// `SubjectPublicKeyInfo`, as key records publish it.
    public var subjectPublicKeyInfo: [UInt8] { key.publicDER }
}
