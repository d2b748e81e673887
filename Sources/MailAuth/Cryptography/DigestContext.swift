import CLibcrypto

/// A running digest of libcrypto.
///
/// Not `Sendable`: one context belongs to one task at a time.
final class DigestContext {
    enum Algorithm: Sendable {
        case sha256
        /// For TLSA records, and logos in certificates.
        case sha384, sha512
        /// Only to read signatures from before RFC 8301; nothing is ever signed with it.
        case sha1

        /// The fetched method. Fetching takes a lock and a search, so it happens once.
        var method: OpaquePointer? {
            switch self {
            case .sha256: Self.fetchedSHA256
            case .sha384: Self.fetchedSHA384
            case .sha512: Self.fetchedSHA512
            case .sha1: Self.fetchedSHA1
            }
        }

        // Safe to share: libcrypto never changes a method once it is fetched.
        nonisolated(unsafe) private static let fetchedSHA256 = EVP_MD_fetch(nil, "SHA256", nil)
        nonisolated(unsafe) private static let fetchedSHA384 = EVP_MD_fetch(nil, "SHA384", nil)
        nonisolated(unsafe) private static let fetchedSHA512 = EVP_MD_fetch(nil, "SHA512", nil)
        nonisolated(unsafe) private static let fetchedSHA1 = EVP_MD_fetch(nil, "SHA1", nil)
    }

    let algorithm: Algorithm
    private let context: OpaquePointer
    /// Most contexts make one digest, so that starting anew waits until there is more.
    private var isFinished = false
    /// Where ``digestSoFar()`` finishes, made when it is first asked for.
    private var scratch: OpaquePointer?

    init(_ algorithm: Algorithm = .sha256) {
        guard let context = EVP_MD_CTX_new() else {
            preconditionFailure("libcrypto has no memory for a digest")
        }
        self.algorithm = algorithm
        self.context = context
        start()
    }

    deinit {
        EVP_MD_CTX_free(context)
        EVP_MD_CTX_free(scratch)
    }

    func update(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
        restartIfFinished()
        check(EVP_DigestUpdate(context, start, bytes.count))
    }

    func update(_ bytes: some Sequence<UInt8>) {
        let done: Void? = bytes.withContiguousStorageIfAvailable {
            update(UnsafeRawBufferPointer($0))
        }
        if done == nil { Array(bytes).withUnsafeBytes { update($0) } }
    }

    /// The digest of all updates so far and of `ending`; more may follow as if neither had been
    /// asked for.
    func digestSoFar(ending: some Sequence<UInt8> = EmptyCollection()) -> [UInt8] {
        restartIfFinished()
        if scratch == nil { scratch = EVP_MD_CTX_new() }
        check(EVP_MD_CTX_copy_ex(scratch, context))
        let done: Void? = ending.withContiguousStorageIfAvailable { bytes in
            check(EVP_DigestUpdate(scratch, bytes.baseAddress, bytes.count))
        }
        if done == nil {
            let bytes = Array(ending)
            check(EVP_DigestUpdate(scratch, bytes, bytes.count))
        }
        return [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { buffer, count in
            var written: UInt32 = 0
            check(EVP_DigestFinal_ex(scratch, buffer.baseAddress, &written))
            count = Int(written)
        }
    }

    /// The digest of all updates so far; the context is then as new.
    func finish() -> [UInt8] {
        restartIfFinished()
        isFinished = true
        return [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { buffer, count in
            var written: UInt32 = 0
            check(EVP_DigestFinal_ex(context, buffer.baseAddress, &written))
            count = Int(written)
        }
    }

    /// The digest of `bytes`, computed at once.
    static func hash(_ bytes: [UInt8], _ algorithm: Algorithm) -> [UInt8] {
        let context = DigestContext(algorithm)
        context.update(bytes)
        return context.finish()
    }

    private func restartIfFinished() {
        guard isFinished else { return }
        isFinished = false
        start()
    }

    private func start() { check(EVP_DigestInit_ex2(context, algorithm.method, nil)) }

    /// Hashing fails for no input, only where libcrypto is broken or out of memory; to go on with
    /// a wrong digest would be worse than to stop.
    private func check(_ result: Int32) {
        precondition(result == 1, "libcrypto cannot hash")
    }
}
