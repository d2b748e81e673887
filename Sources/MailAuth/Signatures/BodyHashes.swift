/// The hashes that the signatures of one message want of its body, each computed once, in one pass.
///
/// Belongs to one task at a time.
final class BodyHashes {
    /// What distinguishes one body hash from another.
    struct Kind: Equatable {
        let canonicalization: DKIMCanonicalization
        /// Canonical bytes that are hashed; nil for all (`l=`).
        let lengthLimit: UInt64?
        let digest: DigestContext.Algorithm
    }

    /// A finished hash, and how long the canonical body is, whatever the limit.
    struct Hash: Equatable, Sendable {
        let digest: [UInt8]
        let length: UInt64
    }

    /// Most kinds for one message. Each costs a pass over the body, and whoever writes signatures
    /// chooses `l=`; honest mail needs two.
    static let countLimit = 16

    private var kinds: [Kind] = []
    private var hashers: [DKIMBodyHasher] = []

    var isEmpty: Bool { hashers.isEmpty }

    /// Which of the finished hashes is the one of `signature`; nil when there are too many.
    func index(for signature: DKIMSignature) -> Int? {
        let kind = Kind(
            canonicalization: signature.bodyCanonicalization, lengthLimit: signature.bodyLength,
            digest: signature.algorithm.digest)
        if let index = kinds.firstIndex(of: kind) { return index }
        guard kinds.count < Self.countLimit else { return nil }
        kinds.append(kind)
        hashers.append(
            DKIMBodyHasher(
                canonicalization: kind.canonicalization, lengthLimit: kind.lengthLimit,
                digest: kind.digest))
        return kinds.count - 1
    }

    func update(_ piece: ArraySlice<UInt8>) {
        for hasher in hashers { hasher.update(piece) }
    }

    func finish() -> [Hash] {
        hashers.map { Hash(digest: $0.finishDigest(), length: $0.canonicalLength) }
    }
}
