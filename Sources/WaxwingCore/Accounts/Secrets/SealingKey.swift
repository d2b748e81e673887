import CLibcrypto
import MailAuth

/// A key that secrets are encrypted with before they are stored: AES-256-GCM (NIST SP 800-38D).
///
/// Each sealing takes 96 random bits as its nonce, so that one key is good for 2³² of them; every
/// account has a key of its own. What is sealed is bound to the place that it is stored at: moved
/// to another row it cannot be opened.
public struct SealingKey: Equatable, Sendable {
    /// Length of a key, in bytes.
    public static let byteCount = 32

    /// `version ‖ nonce ‖ ciphertext ‖ tag`
    private static let version: UInt8 = 1
    private static let nonceLength = 12
    private static let tagLength = 16

    /// For the file that the master key is kept in; never to be logged.
    public let bytes: [UInt8]

    /// Nil unless there are 32 bytes.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    /// A new key.
    public static func generate() -> SealingKey {
        SealingKey(unchecked: SecureRandom.bytes(byteCount))
    }

    private init(unchecked bytes: [UInt8]) { self.bytes = bytes }

    /// - Parameter place: where the secret is kept; the same is needed to open it.
    public func seal(_ secret: [UInt8], for place: String) -> [UInt8] {
        let nonce = SecureRandom.bytes(Self.nonceLength)
        let cipher = CipherContext(key: bytes, nonce: nonce, isSealing: true)
        cipher.authenticate(Array(place.utf8))
        let text = cipher.update(secret)
        guard let tag = cipher.finish(tag: nil) else {
            preconditionFailure("libcrypto cannot encrypt")
        }
        return [Self.version] + nonce + text + tag
    }

    /// The secret; nil when another key, another place or other bytes are given.
    public func open(_ sealed: [UInt8], for place: String) -> [UInt8]? {
        let overhead = 1 + Self.nonceLength + Self.tagLength
        guard sealed.count >= overhead, sealed[0] == Self.version else { return nil }
        let nonce = Array(sealed[1..<(1 + Self.nonceLength)])
        let cipher = CipherContext(key: bytes, nonce: nonce, isSealing: false)
        cipher.authenticate(Array(place.utf8))
        let secret = cipher.update(
            Array(sealed[(1 + Self.nonceLength)..<(sealed.count - Self.tagLength)]))
        guard cipher.finish(tag: Array(sealed.suffix(Self.tagLength))) != nil else { return nil }
        return secret
    }
}

extension SealingKey: CustomStringConvertible, CustomReflectable {
    public var description: String { "SealingKey" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// One encryption or decryption of libcrypto.
private final class CipherContext {
    // Safe to share: libcrypto never changes a cipher once it is fetched.
    nonisolated(unsafe) private static let method = EVP_CIPHER_fetch(nil, "AES-256-GCM", nil)

    private let context: OpaquePointer
    private let isSealing: Bool

    init(key: [UInt8], nonce: [UInt8], isSealing: Bool) {
        guard let context = EVP_CIPHER_CTX_new() else {
            preconditionFailure("libcrypto has no memory for a cipher")
        }
        self.context = context
        self.isSealing = isSealing
        check(EVP_CipherInit_ex2(context, Self.method, key, nonce, isSealing ? 1 : 0, nil))
    }

    deinit { EVP_CIPHER_CTX_free(context) }

    /// Binds bytes that are not encrypted.
    func authenticate(_ bytes: [UInt8]) {
        var written: Int32 = 0
        check(EVP_CipherUpdate(context, nil, &written, bytes, Int32(bytes.count)))
    }

    func update(_ bytes: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: bytes.count) { output, count in
            var written: Int32 = 0
            if !bytes.isEmpty {
                check(
                    EVP_CipherUpdate(
                        context, output.baseAddress, &written, bytes, Int32(bytes.count)))
            }
            count = Int(written)
        }
    }

    /// Ends it: gives the tag of what was sealed, or compares `tag` with that of what was opened.
    /// - Returns: nil when they differ.
    func finish(tag: [UInt8]?) -> [UInt8]? {
        var rest = [UInt8](repeating: 0, count: 16)
        var written: Int32 = 0
        if var tag {
            let size = Int32(tag.count)
            check(EVP_CIPHER_CTX_ctrl(context, Int32(EVP_CTRL_AEAD_SET_TAG), size, &tag))
            guard EVP_CipherFinal_ex(context, &rest, &written) == 1 else {
                ERR_clear_error()
                return nil
            }
            return tag
        }
        check(EVP_CipherFinal_ex(context, &rest, &written))
        check(EVP_CIPHER_CTX_ctrl(context, Int32(EVP_CTRL_AEAD_GET_TAG), 16, &rest))
        return rest
    }

    /// Nothing but a broken libcrypto fails here, and with one of those no secret is safe.
    private func check(_ result: Int32) {
        precondition(result == 1, "libcrypto cannot encrypt")
    }
}
