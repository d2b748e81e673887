import CLibcrypto

/// A SHA-256 digest (FIPS 180-4), by the system's libcrypto.
struct SHA256Digest {
    /// Always 32.
    let bytes: [UInt8]

    static func hash(_ bytes: some Collection<UInt8>) -> SHA256Digest {
        if let digest = bytes.withContiguousStorageIfAvailable(hash) { return digest }
        return Array(bytes).withUnsafeBufferPointer(hash)
    }

    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> SHA256Digest {
        SHA256Digest(
            bytes: [UInt8](unsafeUninitializedCapacity: 32) { output, written in
                _ = SHA256(bytes.baseAddress, bytes.count, output.baseAddress)
                written = 32
            })
    }
}

/// HMAC (RFC 2104) over SHA-256.
enum HMACSHA256 {
    private static let blockSize = 64

    /// The 32 bytes that authenticate `message` under `key`.
    static func authenticate(
        _ message: some Collection<UInt8>, key: some Collection<UInt8>
    ) -> [UInt8] {
        var block = key.count > blockSize ? SHA256Digest.hash(key).bytes : Array(key)
        block += [UInt8](repeating: 0, count: blockSize - block.count)
        let inner = SHA256Digest.hash(block.map { $0 ^ 0x36 } + Array(message)).bytes
        return SHA256Digest.hash(block.map { $0 ^ 0x5C } + inner).bytes
    }
}
