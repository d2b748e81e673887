/// A key that signs.
public enum DKIMPrivateKey: Sendable {
    case rsa(RSAPrivateKey)
    case ed25519(Ed25519PrivateKey)

    public var algorithm: DKIMAlgorithm {
        switch self {
        case .rsa: .rsaSHA256
        case .ed25519: .ed25519SHA256
        }
    }

    /// The record to publish for it.
    public var keyRecord: DKIMKeyRecord {
        switch self {
        case .rsa(let key):
            DKIMKeyRecord(keyType: .rsa, keyBytes: key.publicKey.subjectPublicKeyInfo)
        case .ed25519(let key):
            DKIMKeyRecord(keyType: .ed25519, keyBytes: key.publicKey.rawBytes)
        }
    }

    func sign(_ digest: SHA256Digest) throws(KeyError) -> [UInt8] {
        switch self {
        case .rsa(let key): try key.sign(digest)
        // Ed25519 signs the digest as its message (RFC 8463 §3).
        case .ed25519(let key): try key.sign(digest.bytes)
        }
    }
}

/// A key that verifies.
public enum DKIMPublicKey: Sendable {
    case rsa(RSAPublicKey)
    case ed25519(Ed25519PublicKey)

    func verify(
        _ signature: [UInt8], of digest: [UInt8], _ algorithm: DKIMAlgorithm
    ) -> Bool {
        switch (self, algorithm) {
        case (.rsa(let key), .rsaSHA256), (.rsa(let key), .rsaSHA1):
            key.verify(signature, of: digest, algorithm.digest)
        case (.ed25519(let key), .ed25519SHA256):
            key.verify(signature, message: digest)
        case (.rsa, .ed25519SHA256), (.ed25519, .rsaSHA256), (.ed25519, .rsaSHA1):
            false
        }
    }
}
