import CLibcrypto
import MailTypes

/// An RSA key that signs with PKCS#1 v1.5 and SHA-256 (RFC 8017 §8.2).
///
/// Reading a key costs as much as several signatures, so a caller reads it once and keeps it. It is
/// safe to sign from many threads at once; see `EVPKey`.
public final class RSAPrivateKey: Sendable {
    /// Sizes that are read, made and signed with, in bits (RFC 8301 §3.2).
    public static let sizesInBits = 1024...4096

    let key: EVPKey
    private let template: PKCS1Template
    public let sizeInBits: Int

    /// Reads PEM (`PRIVATE KEY` or `RSA PRIVATE KEY`), or the base64 of either's DER without
    /// armour, as SES takes it for a domain's own keys.
    /// - Throws: ``KeyError`` also when the key's halves do not belong together.
    public convenience init(parsing text: String) throws(KeyError) {
        if text.contains("-----BEGIN") {
            try self.init(der: PEM.decode(text, label: "PRIVATE KEY"))
        } else {
            guard text.utf8.count <= PEM.lengthLimit,
                let der = Base64.decode(text, .ignoringWhitespace)
            else { throw KeyError.malformed }
            try self.init(der: der)
        }
    }

    /// Reads PKCS#8 `PrivateKeyInfo` or PKCS#1 `RSAPrivateKey`.
    public convenience init(der: [UInt8]) throws(KeyError) {
        guard let key = EVPKey(der: der, by: { d2i_AutoPrivateKey(nil, $0, $1) }) else {
            throw KeyError.malformed
        }
        try self.init(checking: key)
        let probe = SHA256Digest.hash([])
        guard try publicKey.verify(sign(probe), of: probe) else { throw KeyError.inconsistent }
    }

    private init(checking key: EVPKey) throws(KeyError) {
        guard key.algorithm == EVP_PKEY_RSA else { throw KeyError.otherAlgorithm }
        guard Self.sizesInBits.contains(key.sizeInBits) else {
            throw KeyError.size(key.sizeInBits)
        }
        guard let template = PKCS1Template(key, prepared: EVP_PKEY_sign_init) else {
            throw KeyError.libraryFailure
        }
        self.key = key
        self.template = template
        sizeInBits = key.sizeInBits
    }

    /// Makes a new key, with 65537 as its exponent; takes some tenths of a second.
    public static func generate(sizeInBits: Int = 2048) throws(KeyError) -> RSAPrivateKey {
        guard sizesInBits.contains(sizeInBits) else { throw KeyError.size(sizeInBits) }
        let key = try EVPKey.generate("RSA") {
            EVP_PKEY_CTX_set_rsa_keygen_bits($0, Int32(sizeInBits))
        }
        return try RSAPrivateKey(checking: key)
    }

    /// The signature over a digest; as long as the key.
    public func sign(_ digest: SHA256Digest) throws(KeyError) -> [UInt8] {
        guard let context = EVP_PKEY_CTX_dup(template.pointer) else {
            throw KeyError.libraryFailure
        }
        defer { EVP_PKEY_CTX_free(context) }
        let capacity = (sizeInBits + 7) / 8
        let signature = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            var written = buffer.count
            let result = EVP_PKEY_sign(
                context, buffer.baseAddress, &written, digest.bytes, digest.bytes.count)
            count = result == 1 ? written : 0
        }
        guard !signature.isEmpty else {
            ERR_clear_error()
            throw KeyError.libraryFailure
        }
        return signature
    }

    public func sign(message: some Collection<UInt8>) throws(KeyError) -> [UInt8] {
        try sign(SHA256Digest.hash(message))
    }

    public var publicKey: RSAPublicKey { RSAPublicKey(half: key) }

    /// PKCS#8 `PrivateKeyInfo`, not encrypted.
    public var pkcs8DER: [UInt8] { key.pkcs8DER }

    /// The same as PEM.
    public var pkcs8PEM: String { PEM.encode(pkcs8DER, label: "PRIVATE KEY") }
}
