import CLibcrypto

/// HMAC with SHA-256 (RFC 2104, FIPS 198-1): signed requests, derived passwords, sealed tokens.
public enum HMACSHA256 {
    /// Length of every authentication code, in bytes.
    public static let byteCount = 32

    /// The authentication code of `message` under `key`, which may have any length.
    ///
    /// Compare codes with `equalInConstantTime`.
    public static func authenticate(
        _ message: some Collection<UInt8>, key: some Collection<UInt8>
    ) -> [UInt8] {
        let key = Array(key)
        let message = Array(message)
        return [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { code, count in
            var written: UInt32 = 0
            let result = key.withUnsafeBytes { key in
                message.withUnsafeBufferPointer { message in
                    HMAC(
                        DigestContext.Algorithm.sha256.method, key.baseAddress, Int32(key.count),
                        message.baseAddress, message.count, code.baseAddress, &written)
                }
            }
            precondition(result != nil, "libcrypto cannot authenticate")
            count = Int(written)
        }
    }
}
