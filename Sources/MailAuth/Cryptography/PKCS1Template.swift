import CLibcrypto

/// A context set up for RSA with PKCS#1 v1.5 and SHA-256, of which every use takes a copy: setting
/// one up anew costs a twentieth of an RSA-2048 signature, and half of a check.
///
/// `@unchecked Sendable` is safe because the context is never used itself: copying reads it, and
/// counts references atomically.
final class PKCS1Template: @unchecked Sendable {
    let pointer: OpaquePointer

    /// - Parameter prepare: what says whether copies sign or verify, one of libcrypto's `init`s.
    init?(_ key: EVPKey, prepared prepare: (OpaquePointer?) -> Int32) {
        guard let pointer = EVP_PKEY_CTX_new(key.pointer, nil) else { return nil }
        self.pointer = pointer
        guard prepare(pointer) == 1,
            EVP_PKEY_CTX_set_rsa_padding(pointer, RSA_PKCS1_PADDING) == 1,
            EVP_PKEY_CTX_set_signature_md(pointer, DigestContext.Algorithm.sha256.method) == 1
        else { return nil }
    }

    deinit { EVP_PKEY_CTX_free(pointer) }
}
