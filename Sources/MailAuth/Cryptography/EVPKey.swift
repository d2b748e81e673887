import CLibcrypto

/// One key of libcrypto, freed with its last user.
///
/// `@unchecked Sendable` is safe because the key is never changed once it is made: every use makes
/// a context of its own, libcrypto counts references atomically, and guards the blinding values
/// that RSA keeps inside a key with its own lock. Many threads may therefore sign at once.
final class EVPKey: @unchecked Sendable {
    let pointer: OpaquePointer

    /// Takes the key over; nil stays nil, with libcrypto's queue of errors emptied.
    init?(owning pointer: OpaquePointer?) {
        guard let pointer else {
            ERR_clear_error()
            return nil
        }
        self.pointer = pointer
    }

    deinit { EVP_PKEY_free(pointer) }

    var algorithm: Int32 { EVP_PKEY_get_base_id(pointer) }
    var sizeInBits: Int { Int(EVP_PKEY_get_bits(pointer)) }

    /// Longest DER that is looked at, in bytes: a private key of 4096 bits takes 2,400.
    static let lengthLimit = 16_384

    /// Reads DER with one of libcrypto's `d2i` functions; nil when anything is left over.
    convenience init?(
        der: [UInt8],
        by read: (UnsafeMutablePointer<UnsafePointer<UInt8>?>, Int) -> OpaquePointer?
    ) {
        guard der.count <= Self.lengthLimit else { return nil }
        var consumed = 0
        let pointer = der.withUnsafeBufferPointer { buffer in
            var position = buffer.baseAddress
            let key = read(&position, buffer.count)
            if let start = buffer.baseAddress, let position { consumed = position - start }
            return key
        }
        self.init(owning: pointer)
        if consumed != der.count { return nil }
    }

    /// Reads `SubjectPublicKeyInfo` of any algorithm (RFC 5280 §4.1.2.7).
    convenience init?(publicDER der: [UInt8]) {
        self.init(der: der, by: { d2i_PUBKEY(nil, $0, $1) })
    }

    /// Makes a new key: `algorithm` is libcrypto's name, `configure` sets its parameters.
    static func generate(
        _ algorithm: String, configure: (OpaquePointer) -> Int32 = { _ in 1 }
    ) throws(KeyError) -> EVPKey {
        guard let context = EVP_PKEY_CTX_new_from_name(nil, algorithm, nil) else {
            throw KeyError.libraryFailure
        }
        defer { EVP_PKEY_CTX_free(context) }
        var key: OpaquePointer?
        guard EVP_PKEY_keygen_init(context) == 1, configure(context) == 1,
            EVP_PKEY_generate(context, &key) == 1, let made = EVPKey(owning: key)
        else {
            ERR_clear_error()
            throw KeyError.libraryFailure
        }
        return made
    }

    /// The private key as PKCS#8 (RFC 5208).
    var pkcs8DER: [UInt8] {
        let info = EVP_PKEY2PKCS8(pointer)
        defer { PKCS8_PRIV_KEY_INFO_free(info) }
        return derBytes { i2d_PKCS8_PRIV_KEY_INFO(info, $0) }
    }

    /// The public key as `SubjectPublicKeyInfo` (RFC 5280 §4.1.2.7).
    var publicDER: [UInt8] { derBytes { i2d_PUBKEY(self.pointer, $0) } }
}

/// What one of libcrypto's `i2d` functions writes; nothing when it fails.
func derBytes(
    _ write: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?) -> Int32
) -> [UInt8] {
    let count = write(nil)
    guard count > 0 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, written in
        var position = buffer.baseAddress
        written = Int(max(0, write(&position)))
    }
}
