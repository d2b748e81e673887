import CLibcrypto

/// Bytes that nobody can guess, from libcrypto's generator.
///
/// This is the one place in the target that is no function of its arguments: only what makes keys,
/// serial numbers and tokens calls it, never what reads or judges mail.
public enum SecureRandom {
    /// `count` random bytes, fit for keys.
    public static func bytes(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: max(0, count)) { buffer, written in
            // There is no safe way on without randomness.
            precondition(
                RAND_bytes(buffer.baseAddress, Int32(buffer.count)) == 1,
                "libcrypto has no randomness")
            written = buffer.count
        }
    }
}
