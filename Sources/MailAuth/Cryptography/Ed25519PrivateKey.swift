import CLibcrypto
import MailTypes

/// An Ed25519 key (RFC 8032 §5.1); safe to sign with from many threads at once.
public final class Ed25519PrivateKey: Sendable {
    /// Length of the raw key, in bytes.
    public static let byteCount = 32

    private let key: EVPKey

    /// Takes the 32 bytes of the raw key (RFC 8032 §5.1.5).
    public init(rawBytes: [UInt8]) throws(KeyError) {
        guard rawBytes.count == Self.byteCount,
            let key = EVPKey(
                owning: EVP_PKEY_new_raw_private_key(
                    EVP_PKEY_ED25519, nil, rawBytes, rawBytes.count))
        else { throw KeyError.malformed }
        self.key = key
    }

    /// Reads PKCS#8 as PEM, or base64 of it or of the raw key.
    public convenience init(parsing text: String) throws(KeyError) {
        let bytes: [UInt8]
        if text.contains("-----BEGIN") {
            bytes = try PEM.decode(text, label: "PRIVATE KEY")
        } else {
            guard text.utf8.count <= PEM.lengthLimit,
                let decoded = Base64.decode(text, .ignoringWhitespace)
            else { throw KeyError.malformed }
            bytes = decoded
        }
        if bytes.count == Self.byteCount {
            try self.init(rawBytes: bytes)
        } else {
            try self.init(der: bytes)
        }
    }

    /// Reads PKCS#8 (RFC 8410 §7).
    public init(der: [UInt8]) throws(KeyError) {
        guard let key = EVPKey(der: der, by: { d2i_AutoPrivateKey(nil, $0, $1) }) else {
            throw KeyError.malformed
        }
        guard key.algorithm == EVP_PKEY_ED25519 else { throw KeyError.otherAlgorithm }
        self.key = key
    }

    private init(_ key: EVPKey) { self.key = key }

    /// Makes a new key.
    public static func generate() throws(KeyError) -> Ed25519PrivateKey {
        Ed25519PrivateKey(try EVPKey.generate("ED25519"))
    }

    /// The 64 bytes of the signature over `message` (PureEdDSA).
    public func sign(_ message: [UInt8]) throws(KeyError) -> [UInt8] {
        guard let context = EVP_MD_CTX_new() else { throw KeyError.libraryFailure }
        defer { EVP_MD_CTX_free(context) }
        guard EVP_DigestSignInit(context, nil, nil, nil, key.pointer) == 1 else {
            throw KeyError.libraryFailure
        }
        let signature = [UInt8](
            unsafeUninitializedCapacity: Ed25519PublicKey.signatureByteCount
        ) { buffer, count in
            var written = buffer.count
            let result = EVP_DigestSign(
                context, buffer.baseAddress, &written, message, message.count)
            count = result == 1 ? written : 0
        }
        guard !signature.isEmpty else { throw KeyError.libraryFailure }
        return signature
    }

    /// The raw private key, ``byteCount`` bytes.
    public var rawBytes: [UInt8] {
        rawKeyBytes { EVP_PKEY_get_raw_private_key(key.pointer, $0, $1) }
    }

    public var publicKey: Ed25519PublicKey { Ed25519PublicKey(half: key) }

    /// PKCS#8 as PEM, not encrypted.
    public var pkcs8PEM: String { PEM.encode(key.pkcs8DER, label: "PRIVATE KEY") }
}

/// The public half of an Ed25519 key.
public final class Ed25519PublicKey: Sendable {
    /// Length of the raw key, in bytes.
    public static let byteCount = 32
    /// Length of every signature, in bytes.
    public static let signatureByteCount = 64

    private let key: EVPKey

    /// Takes the 32 bytes of the raw key, as key records publish it (RFC 8463 §4.2).
    public init(rawBytes: [UInt8]) throws(KeyError) {
        guard rawBytes.count == Self.byteCount,
            let key = EVPKey(
                owning: EVP_PKEY_new_raw_public_key(
                    EVP_PKEY_ED25519, nil, rawBytes, rawBytes.count))
        else { throw KeyError.malformed }
        self.key = key
    }

    init(half key: EVPKey) { self.key = key }

    /// Whether `signature` is this key's over `message`.
    public func verify(_ signature: [UInt8], message: [UInt8]) -> Bool {
        guard let context = EVP_MD_CTX_new() else { return false }
        defer { EVP_MD_CTX_free(context) }
        let isGood =
            EVP_DigestVerifyInit(context, nil, nil, nil, key.pointer) == 1
            && EVP_DigestVerify(
                context, signature, signature.count, message, message.count) == 1
        if !isGood { ERR_clear_error() }
        return isGood
    }

    /// The raw public key, ``byteCount`` bytes.
    public var rawBytes: [UInt8] {
        rawKeyBytes { EVP_PKEY_get_raw_public_key(key.pointer, $0, $1) }
    }
}

private func rawKeyBytes(
    _ write: (UnsafeMutablePointer<UInt8>?, UnsafeMutablePointer<Int>) -> Int32
) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: Ed25519PublicKey.byteCount) { buffer, count in
        var written = buffer.count
        count = write(buffer.baseAddress, &written) == 1 ? written : 0
    }
}
