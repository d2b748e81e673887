import CLibcrypto

/// The SHA-256 digest of some bytes (FIPS 180-4).
public struct SHA256Digest: Hashable, Sendable {
    /// Length of every digest, in bytes.
    public static let byteCount = 32

    /// Always ``byteCount`` bytes.
    public let bytes: [UInt8]

    init(unchecked bytes: [UInt8]) { self.bytes = bytes }

    /// Takes a digest computed elsewhere; nil when it has another length.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = Array(bytes)
    }

    /// The digest of `bytes`, computed at once.
    public static func hash(_ bytes: some Collection<UInt8>) -> SHA256Digest {
        let hasher = SHA256Hasher()
        hasher.update(bytes)
        return hasher.finish()
    }
}

/// Computes a SHA-256 digest of bytes that come in pieces.
///
/// A hasher belongs to one task at a time; after ``finish()`` it starts anew and may be used again.
public final class SHA256Hasher {
    private let context = DigestContext(.sha256)

    public init() {}

    public func update(_ bytes: some Sequence<UInt8>) { context.update(bytes) }

    public func update(_ bytes: UnsafeRawBufferPointer) { context.update(bytes) }

    /// The digest of everything since the start or the last `finish`.
    public func finish() -> SHA256Digest { SHA256Digest(unchecked: context.finish()) }
}
